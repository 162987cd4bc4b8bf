"""Nothing is written before somebody has seen it and said yes."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from builder.cli.confirm import carried_out, plain_edits
from builder.cli.errors import WrongUse
from builder.cli.terminal import Terminal
from builder.edit import Document


class Keyboard(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "a.yml"
    path.write_text("id: a\nname: A\n", encoding="utf-8")
    found = Document.open(path, "a.yml")
    found.set(("a", "name"), "Å")
    return found


@pytest.mark.parametrize(
    ("typed", "written"), [("j\n", True), ("Ja\n", True), ("y\n", True), ("\n", False), ("n\n", False), ("", False)]
)
def test_who_is_asked_decides(
    document: Document, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, written: bool
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard(typed))
    assert carried_out([document], Terminal(), yes=False) is written
    assert ("Å" in document.path.read_text(encoding="utf-8")) is written
    said = capsys.readouterr().out
    assert "-name: A\n+name: Å\n" in said
    assert ("Skrev a.yml" in said) is written
    assert ("Ingenting er skrevet." in said) is not written


def test_yes_asks_nobody(document: Document, capsys: pytest.CaptureFixture[str]) -> None:
    assert carried_out([document], Terminal(), yes=True)
    assert "Skrive dette?" not in capsys.readouterr().out


def test_without_anybody_to_ask_the_difference_is_shown_and_nothing_written(
    document: Document, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("j\n"))
    with pytest.raises(WrongUse, match="--yes"):
        carried_out([document], Terminal(), yes=False)
    assert "+name: Å" in capsys.readouterr().out
    assert document.path.read_text(encoding="utf-8") == "id: a\nname: A\n"


def test_no_difference_is_told(document: Document, capsys: pytest.CaptureFixture[str]) -> None:
    document.set(("a", "name"), "A")
    assert not carried_out([document], Terminal(), yes=False)
    assert capsys.readouterr().out == "Ingenting å endre.\n"


def test_a_file_with_faults_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("id: [", encoding="utf-8")
    with pytest.raises(WrongUse, match="ikke endret"), plain_edits():
        Document.open(tmp_path / "a.yml")
    with pytest.raises(WrongUse, match=r"b\.yml"), plain_edits():
        Document.open(tmp_path / "b.yml")
