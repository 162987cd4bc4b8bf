"""Compiled templates: found again, never wrong, never in the way, and never another's."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.cache.store import VARIABLE, private_folder
from builder.render.compiled import CompiledTemplates
from jinja2 import DictLoader, Environment


class Compiling(Environment):
    """Counts what it has to compile."""

    compiled = 0

    def compile(self, *args, **kwargs):  # type: ignore[no-untyped-def]
        self.compiled += 1
        return super().compile(*args, **kwargs)


def rendered(folder: Path | None, text: str = "Hei {{ name }}") -> tuple[str, int]:
    """What a new process makes of a template, and how many it had to compile."""
    environment = Compiling(loader=DictLoader({"page": text}), bytecode_cache=CompiledTemplates(folder))
    return environment.get_template("page").render(name="du"), environment.compiled


def kept(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_template_is_compiled_once_for_all_runs(tmp_path: Path) -> None:
    assert rendered(tmp_path) == ("Hei du", 1)
    assert rendered(tmp_path) == ("Hei du", 0)


def test_a_template_that_has_changed_is_compiled_again_and_takes_no_more_room(tmp_path: Path) -> None:
    rendered(tmp_path)
    assert rendered(tmp_path, "Hallo {{ name }}") == ("Hallo du", 1)
    assert kept(tmp_path)


def test_another_jinja_compiles_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(tmp_path)
    monkeypatch.setattr("jinja2.__version__", "0")
    assert rendered(tmp_path) == ("Hei du", 1)


@pytest.mark.parametrize("damage", [b"", b"j2", b"\x00" * 100])
def test_what_is_damaged_is_compiled_again(tmp_path: Path, damage: bytes) -> None:
    rendered(tmp_path)
    kept(tmp_path).write_bytes(damage)
    assert rendered(tmp_path) == ("Hei du", 1)
    assert rendered(tmp_path) == ("Hei du", 0)


def test_half_a_file_is_compiled_again(tmp_path: Path) -> None:
    rendered(tmp_path)
    whole = kept(tmp_path).read_bytes()
    kept(tmp_path).write_bytes(whole[: len(whole) // 2])
    assert rendered(tmp_path) == ("Hei du", 1)


def test_where_nothing_can_be_written_templates_work_all_the_same(tmp_path: Path) -> None:
    assert rendered(tmp_path / "gone") == ("Hei du", 1)
    assert rendered(None) == ("Hei du", 1)


def test_a_folder_that_others_can_write_in_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever could write there could run what they like as whoever builds."""
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    folder = private_folder("templates")
    assert folder == tmp_path / "templates"
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o770)
    assert private_folder("templates") is None


def test_where_no_folder_can_be_made_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file"))
    assert private_folder("templates") is None
