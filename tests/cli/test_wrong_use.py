"""Wrong use is told in a sentence, and help and checks answer soon."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from builder import __version__

from tests.cli.conftest import assert_plain
from tests.support import (
    MINI,
    ROOT,
    environment_with,
    handbok,
    said_by_handbok,
)


@pytest.mark.parametrize("command", [["check"], ["build", "--no-pdf", "--output", "{tmp}/ut"], ["serve"]])
def test_an_unknown_municipality_is_told_with_the_nearest(tmp_path: Path, command: list[str]) -> None:
    arguments = [piece.format(tmp=tmp_path) for piece in command]
    result = said_by_handbok(*arguments, "lilevik", "--handbook", str(MINI))
    assert (result.returncode, result.stdout) == (2, "")
    said = " ".join(result.stderr.split())
    assert said.startswith(f"Det finnes ingen kommune «lilevik» i {MINI}; mente du «lillevik»?")
    assert said.endswith(("Velg blant: lillevik", "(velg blant lillevik)"))
    assert_plain(result)
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("kind", ["missing", "empty", "file"])
def test_a_folder_without_a_handbook_is_told(tmp_path: Path, command: str, kind: str) -> None:
    place = tmp_path / kind
    if kind == "empty":
        place.mkdir()
    elif kind == "file":
        place.write_text("x")
    result = said_by_handbok(command, "--handbook", str(place))
    assert result.returncode == 2
    assert " ".join(result.stderr.split()) == f"Fant ingen håndbok her: {place}"
    assert_plain(result)


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["check", "--language", "se"], "Ukjent språk «se». Velg blant: nb, nn, en"),
        (["check", "--format", "xml"], "xml"),
        (["bygg"], "bygg"),
        (["build", "--jobs", "0"], "--jobs"),
        (["check", "--hanbok", "x"], "--hanbok"),
    ],
)
def test_wrong_use_ends_with_two_and_says_what_was_wrong(arguments: list[str], part: str) -> None:
    result = said_by_handbok(*arguments)
    assert result.returncode == 2
    assert part in result.stderr
    assert "Traceback" not in result.stderr


NO_CLOCK = "SOURCE_DATE_EPOCH='{value}' er ikke et helt antall sekunder siden 1970, med høyst ti siffer"


@pytest.mark.parametrize(
    "value", ["i dag", "1.5", "99999999999999999999", "2026-11-22", "-1", "+5", " 5", "1_000", "５", "253402300799"]
)
def test_a_clock_that_is_no_number_is_told(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    result = said_by_handbok("check", "--handbook", str(MINI))
    assert result.returncode == 2
    assert " ".join(result.stderr.split()) == NO_CLOCK.format(value=value)


def test_a_clock_that_is_no_number_stops_a_build(tmp_path: Path) -> None:
    result = handbok("build", "--handbook", str(MINI), "--output", str(tmp_path / "ut"), SOURCE_DATE_EPOCH="i dag")
    assert result.returncode == 2
    assert NO_CLOCK.format(value="i dag") in " ".join(result.stderr.split())
    assert_plain(result)
    assert not (tmp_path / "ut" / "index.html").exists()


def test_the_version_and_the_help_are_shown() -> None:
    assert said_by_handbok("--version").stdout.strip() == __version__
    shown = said_by_handbok("--help").stdout
    for command in ("check", "build", "serve"):
        assert command in shown


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["check", "--handbook", str(MINI)], ["explain"]]
)
def test_what_only_a_build_needs_is_not_imported_for_less(arguments: list[str]) -> None:
    """MkDocs and WeasyPrint take a second to import; help and checks are asked for all the time."""
    program = (
        "import sys\nfrom builder.cli import main\ntry:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('HEAVY', sorted({'mkdocs', 'weasyprint', 'material', 'pydyf'} & set(sys.modules)), file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT, env=environment_with(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert result.stderr.splitlines()[-1] == "HEAVY []"
