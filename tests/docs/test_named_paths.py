"""Files, `make` targets and commands named in README.md and CONTRIBUTING.md are there."""

from __future__ import annotations

import re
import shlex

import pytest
import typer
from builder.cli.app import app

from tests.support import ROOT

_PATH = re.compile(r"(?<![\w/.])(?:builder|templates|tests|scripts|docs|handbook/common)/[\w./*-]*\w")
_TARGET = re.compile(r"(?:^|`)make (\w+)", re.MULTILINE)
_COMMAND = re.compile(r"(?:`|bin/)handbok (\w+)")
_COMMAND_LINE = re.compile(r"^(?:\.venv/bin/)?handbok +(\w+)(.*?)(?: +#.*)?$", re.MULTILINE)
_EXAMPLES = {
    "builder/locale/da",
    "builder/model/room.py",
    "builder/views/sheets/emergency_numbers.py",
    "templates/print/emergency-numbers.html.j2",
}
"""What CONTRIBUTING shows how to add; other tests in this folder do so."""

documents = pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])


def _named(document: str, pattern: re.Pattern[str]) -> set[str]:
    return set(pattern.findall((ROOT / document).read_text(encoding="utf-8")))


@documents
def test_each_path_is_there(document: str) -> None:
    named = _named(document, _PATH)
    assert named
    assert sorted(path for path in named - _EXAMPLES if not any(ROOT.glob(path))) == []


@documents
def test_each_make_target_is_there(document: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = _named(document, _TARGET)
    assert named
    assert named <= set(re.findall(r"^(\w+):", makefile, re.MULTILINE))


@documents
def test_each_command_is_there(document: str) -> None:
    named = _named(document, _COMMAND)
    assert named
    assert named <= set(typer.main.get_group(app).commands)


def command_lines() -> list[tuple[str, str]]:
    """Every command with its arguments, in what users and editors read."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")))
    shown = (fence for text in texts for fence in re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    lines = re.sub(r"^ +", "", "\n".join(shown), flags=re.MULTILINE).replace("\\\n", "")
    return _COMMAND_LINE.findall(lines)


@pytest.mark.parametrize(("command", "arguments"), command_lines())
def test_each_command_line_is_one_the_program_takes(command: str, arguments: str) -> None:
    asked = typer.main.get_group(app).commands[command]
    words = shlex.split(re.split(r"&&|[|>]", arguments, maxsplit=1)[0])
    asked.make_context(command, words, resilient_parsing=False)
