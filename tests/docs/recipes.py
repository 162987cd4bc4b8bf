"""Recipes for editors, read as an editor reads them and tried as she would: from the top, in one folder.

- A fence of `sh` is run, with `handbok` on the path, where the one before left off. What asks before it writes, is
  answered yes.
- A fence of `yaml` whose first line is a comment with a file (`# forums/team.yml`) is written there in the municipality's
  folder (`# ./accounts.yml`: where one stands), or laid into the file that is there: fields are set, and items of lists
  are found by their id.
- A fence without a language right under commands is what they print. «…» stands for anything.
- `<!-- ikke prøvd: hvorfor -->` above a fence says that it is only shown.
- `<!-- begynner med: KOMMANDO -->` at the top is run before the first line: what the reader has done already.

Afterwards `handbok check` finds no error; on the way it may.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer
from builder.cli.app import app
from builder.edit import Document
from builder.edit.values import Plain
from builder.load.tree import plain
from builder.load.yaml_text import parse

from tests.support import ROOT, environment_with

_FENCE = re.compile(
    r"(?P<skipped><!-- ikke prøvd: [^>]+ -->\n\s*)?^(?P<margin> *)```(?P<language>\w*)\n(?P<text>.*?)^ *```$",
    re.MULTILINE | re.DOTALL,
)
_BEFORE = re.compile(r"^<!-- begynner med: (?P<command>.+) -->$", re.MULTILINE)
_FILE = re.compile(r"# (?P<here>\./)?(?P<file>[\w/-]+\.ya?ml)(?:, (?P<more>.+))?\n")
_ANYTHING = "…"


@dataclass(frozen=True)
class Fence:
    """A block of a document, without its margin."""

    language: str
    text: str
    line: int
    tried: bool
    #: Whether it stands right under a fence of commands.
    after_commands: bool = False


def fences(text: str) -> Iterator[Fence]:
    """The blocks of a document, in order."""
    ended, commands = 0, False
    for found in _FENCE.finditer(text):
        margin = len(found["margin"])
        lines = [line[margin:] for line in found["text"].splitlines(keepends=True)]
        line = text.count("\n", 0, found.start("language")) + 1
        under = commands and not text[ended : found.start()].strip()
        yield Fence(found["language"], "".join(lines), line, not found["skipped"], under)
        ended, commands = found.end(), found["language"] == "sh"


def done_in(page: Path) -> list[str]:
    """What a page has its reader do and hold against what is shown: without comments, but with the files they name."""
    text = page.read_text(encoding="utf-8")
    before = _BEFORE.search(text)
    return [before["command"] if before else "", *map(_without_comments, fences(text))]


def _without_comments(fence: Fence) -> str:
    named = _FILE.match(fence.text) if fence.language == "yaml" else None
    lines = (re.sub(r"(^|\s)#.*", "", line).rstrip() for line in fence.text.splitlines())
    return "\n".join((fence.language, str(fence.tried), named[0] if named else "", *(line for line in lines if line)))


class Reader:
    """Somebody who does what a document says, in a folder of her own."""

    def __init__(self, folder: Path) -> None:
        self.top, self.folder = folder, folder / "her"
        self.folder.mkdir()
        program = folder / "bin"
        program.mkdir()
        command = program / "handbok"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m builder "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        self.environment = environment_with(PYTHONPATH=str(ROOT), COLUMNS="120")
        for who in ("AUTHOR", "COMMITTER"):
            self.environment |= {f"GIT_{who}_NAME": "Redaktør", f"GIT_{who}_EMAIL": "redaktor@lillevik.example"}
        self.environment["PATH"] = f"{program}:{self.environment['PATH']}"
        self.said = ""

    def follow(self, text: str) -> None:
        """Does all of it. What does not go as the document says, fails with the line."""
        if before := _BEFORE.search(text):
            self._run(before["command"], "før første linje")
        for fence in fences(text):
            if fence.tried:
                self._do(fence)

    def finds_no_error(self) -> None:
        """Checks what has been made."""
        self._run("handbok check && true", "til slutt")

    def _do(self, fence: Fence) -> None:
        where = f"linje {fence.line}"
        if fence.language == "sh":
            self._run(fence.text, where)
        elif fence.language == "yaml":
            self._write(fence.text, where)
        elif not fence.language and fence.after_commands:
            assert matches(fence.text, self.said), f"{where}: dokumentet viser\n{fence.text}\nmen det står\n{self.said}"

    def _run(self, shown: str, where: str) -> None:
        commands = re.sub(r"^ *handbok (\S+).*?(?= +#|$)", _saying_yes, shown, flags=re.MULTILINE)
        left_at, exported = self.top / "left_at", self.top / "exported"
        before = f'[ -f "{exported}" ] && . "{exported}"\ncd "{self.folder}"'
        script = f'{before}\n{commands}\npwd > "{left_at}"\nexport -p > "{exported}"'
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        found = done.returncode == 1 and commands.strip().startswith("handbok check") and "&&" not in commands
        assert done.returncode == 0 or found, f"{where}:\n{done.stdout}{done.stderr}"
        self.said = done.stdout
        if left_at.exists():
            self.folder = Path(left_at.read_text(encoding="utf-8").strip())

    def _write(self, text: str, where: str) -> None:
        _, problems = parse("eksempel.yml", text.encode())
        assert not problems, f"{where}: {problems[0].message.text()}"
        if (named := _FILE.match(text)) and not named["more"]:
            lay_in((self.folder if named["here"] else self.municipality) / named["file"], text)

    @property
    def municipality(self) -> Path:
        """The folder of the only municipality."""
        (found,) = (path.parent for path in (self.folder / "handbook").glob("*/municipality.yml"))
        return found


def _saying_yes(line: re.Match[str]) -> str:
    """A command that asks before it writes, with the answer."""
    found = typer.main.get_group(app)
    for word in line[0].split()[1:]:
        found = getattr(found, "commands", {}).get(word, found)
    asks = any(option.name == "yes" for option in found.params)
    return f"{line[0]} --yes" if asks and "--yes" not in line[0] else line[0]


def matches(shown: str, said: str) -> bool:
    """Whether a text is as shown, where «…» stands for anything."""
    parts = (re.escape(part) for part in shown.strip().split(_ANYTHING))
    return re.fullmatch(".*".join(parts), said.strip(), re.DOTALL) is not None


def lay_in(path: Path, text: str) -> None:
    """An example is written as a new file, or into the records of the one that is there."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return
    tree, _ = parse(path.name, text.encode())
    shown = plain(tree) if tree else None
    document = Document.open(path)
    for record in shown if isinstance(shown, list) else [shown]:
        assert isinstance(record, dict)
        known = document.data["id"] if isinstance(document.data, dict) else record["id"]
        if document.has(str(known)):
            _set(document, (str(known),), record)
        else:
            document.add_record(record)
    document.write()


def _set(document: Document, path: tuple[str, ...], value: Plain) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _set(document, (*path, key), inner)
    elif isinstance(value, list) and all(isinstance(item, dict) and "id" in item for item in value):
        for item in value:
            assert isinstance(item, dict)
            name = str(item["id"])
            if document.has(*path, name):
                _set(document, (*path, name), item)
            else:
                document.append(path, item)
    else:
        document.set(path, value)
