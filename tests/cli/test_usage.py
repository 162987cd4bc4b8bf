"""The command line speaks the reader's language, also where the parser is the one who speaks."""

from __future__ import annotations

import ast
import datetime as dt
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer.core
from builder import clock
from builder.cli import app
from builder.cli.app import command_line
from builder.cli.errors import CLOSED, OUR_FAULT
from builder.cli.usage import FRAME, WORDS
from builder.i18n import LANGUAGES, translations

from tests.cli.conftest import BROKEN, SCHOOL, assert_plain
from tests.support import MINI, ROOT, environment_with, said_by_handbok, varied

COMMANDS = tuple(command_line(str).commands)
NORWEGIAN = ("nb", "nn")
#: What a parser says in English, and no sentence of ours.
ENGLISH = re.compile(
    r"\b(Usage|Options|Arguments|Commands?|Missing|Invalid|Error|Try|Show|this|and exit|exit|required|default|such|"
    r"must|should|value|requires|takes?|Got|unexpected|Possible|Aborted|integer|string|list\[|range|path|bool)\b|\.\.\."
)
WRONG = (
    (["bygg"], "det finnes ingen kommando «bygg»"),
    (["chek"], "det finnes ingen kommando «chek»; mente du «check»?"),
    (["--foo"], "det finnes ikke noe valg --foo"),
    (["check", "--hanbok", "x"], "det finnes ikke noe valg --hanbok; mente du «--handbook»?"),
    (["check", "--handbook"], "valget --handbook må ha en verdi etter seg"),
    (["check", "--strict=3"], "valget --strict har ingen verdi etter seg"),
    (["check", "--format", "xml"], "--format kan ikke være «xml»; velg blant text, json, github, gitlab, sarif"),
    (["build", "--jobs", "0"], "--jobs kan ikke være «0»; det skal være minst 1"),
    (["build", "--jobs", "to"], "--jobs kan ikke være «to»; det skal være et helt tall"),
    (["serve", "x", "--port", "70000"], "--port kan ikke være «70000»; det skal være høyst 65535"),
    (["serve"], "det mangler KOMMUNE"),
    (["law"], "det mangler MAPPE"),
    (["serve", "x", "y"], "det står mer enn kommandoen kan bruke: y"),
)


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_no_help_is_in_english(monkeypatch: pytest.MonkeyPatch, language: str, command: str, option: str) -> None:
    monkeypatch.setenv("HANDBOK_LANGUAGE", language)
    monkeypatch.setenv("COLUMNS", "200")
    result = said_by_handbok(*([command] if command else []), option)
    assert (result.returncode, result.stderr) == (0, "")
    said = re.sub(r"--[\w-]+|<[\w|-]+>|«[^»]*»", "", result.stdout)
    assert result.stdout.startswith("Bruk: ")
    assert ENGLISH.findall(said) == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_english_for_those_who_ask_for_it(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("HANDBOK_LANGUAGE", "en")
    said = said_by_handbok(*([command] if command else []), "--help").stdout
    assert said.startswith("Usage: ")
    assert "Show this help." in said
    assert not re.search(r"\b(Bruk|Valg|ellers|Vis|og|ikke)\b", said)


@pytest.mark.parametrize(("arguments", "told"), WRONG, ids=lambda one: " ".join(one) if isinstance(one, list) else "")
def test_wrong_use_is_told_in_one_sentence(arguments: list[str], told: str) -> None:
    result = said_by_handbok(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    said = " ".join(result.stderr.split())
    assert re.fullmatch(rf"(.*: )?{re.escape(told)}( \(se .* --help\))?", said), said
    assert_plain(result)


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("arguments", [arguments for arguments, _ in WRONG], ids=" ".join)
def test_wrong_use_is_told_in_the_language_asked_for(arguments: list[str], language: str) -> None:
    result = said_by_handbok(*arguments, "--language", language) if arguments[-1] != "--handbook" else None
    if result is None:
        return
    assert result.returncode == 2
    english = bool(re.search(r"\b(there is|is missing|must|should|cannot|has no value|more than)\b", result.stderr))
    assert english is (language == "en"), result.stderr


def test_every_word_the_parser_looks_up_is_known() -> None:
    tree = ast.parse(inspect.getsource(typer.core))
    looked_up = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"
        and isinstance(node.args[0], ast.Constant)
    }  # fmt: skip
    assert looked_up == set(WORDS)


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "nb"])
def test_every_word_around_the_help_is_translated(language: str) -> None:
    catalogue = translations(language)
    keys = [str(one) for one in (*WORDS.values(), *FRAME.values()) if one]
    assert all(key in catalogue._catalog for key in keys)  # type: ignore[attr-defined]


# Faults of our own, consoles, and the clock


def test_a_fault_in_the_program_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError("delt på null")

    monkeypatch.setattr(app, "run", broken)
    result = said_by_handbok("check")
    assert result.returncode == OUR_FAULT
    said = " ".join(result.stderr.split())
    assert said.startswith(
        "Her er det en feil i programmet (ZeroDivisionError: delt på null). Det er ikke noe du har gjort."
    )
    assert said.endswith("med --debug vises hvor det gikk galt.")
    assert "Traceback" not in result.stderr
    with pytest.raises(ZeroDivisionError):
        said_by_handbok("check", "--debug")


def ran(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "builder", *arguments],
        cwd=ROOT, env=environment_with(**environment), capture_output=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp850", "latin-1"])
@pytest.mark.parametrize("arguments", [[], ["--format", "json"], ["--format", "github"]])
def test_a_console_that_cannot_show_a_letter_shows_another(tmp_path: Path, encoding: str, arguments: list[str]) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN.replace("Rektor", "Čáhput 📞")})
    result = ran("check", "--handbook", str(root), *arguments, PYTHONIOENCODING=encoding)
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr + result.stdout
    assert b"unknown-field" in result.stdout


def test_a_folder_whose_name_is_no_text_is_no_traceback(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "h") + b"\xe5"
    Path(os.fsdecode(folder)).mkdir()
    result = subprocess.run(
        [sys.executable.encode(), b"-m", b"builder", b"check", b"--handbook", folder],
        cwd=ROOT, env=environment_with(), capture_output=True, check=False,
    )  # fmt: skip
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
    assert result.stderr.startswith("Fant ingen håndbok her: ".encode())


def test_no_colour_is_written_to_what_is_no_terminal(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    for arguments in (["check", "--handbook", str(root)], ["explain", "text-cut"], ["--help"], ["bygg"]):
        result = ran(*arguments, TERM="xterm-256color", NO_COLOR="")
        assert b"\x1b[" not in result.stdout + result.stderr


def test_the_day_is_the_day_in_oslo() -> None:
    half_past_midnight = {"SOURCE_DATE_EPOCH": "1796081400"}
    assert clock.today(half_past_midnight).isoformat() == "2026-12-01"
    summer = {"SOURCE_DATE_EPOCH": "1782864000"}  # 2026-07-01 00:00 UTC
    assert clock.today(summer).isoformat() == "2026-07-01"


@pytest.mark.parametrize("seconds", ["0", "1", "4102444800", "9999999999"])
def test_every_clock_that_is_taken_can_be_reckoned_with(seconds: str) -> None:
    day = clock.today({"SOURCE_DATE_EPOCH": seconds})
    assert 1970 <= (day - dt.timedelta(days=365)).year + 1 <= 2287
    assert (day + dt.timedelta(days=36500)).year < 2400


def test_what_is_late_is_on_the_day_in_oslo() -> None:
    half_past_midnight = {"SOURCE_DATE_EPOCH": "1796081400"}
    made = ran("due", "--handbook", str(MINI), "--within", "1", "--format", "ics", **half_past_midnight)
    days = re.findall(rb"DTSTART;VALUE=DATE:(\d+)", made.stdout)
    assert days
    assert min(days) == b"20261201"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a file that is always full")
@pytest.mark.parametrize("arguments", [[], ["--format", "json"]])
def test_findings_that_could_not_be_written_are_no_success(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "builder", "check", "--handbook", str(MINI), *arguments]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            command, cwd=ROOT, env=environment_with(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
    assert b"\n" in result.stderr


@pytest.mark.parametrize("arguments", [["--all"], ["--format", "json"], ["--format", "github"]])
def test_a_reader_that_has_had_enough_is_no_fault(tmp_path: Path, arguments: list[str]) -> None:
    """As `handbok check | head -1`; the code is that of a shell, and not the one for faulty data."""
    root = varied(tmp_path, {SCHOOL: BROKEN + "".join(f"felt{n}: 1\n" for n in range(60))})
    command = [sys.executable, "-m", "builder", "check", "--handbook", str(root), *arguments]
    read, write = os.pipe()
    os.close(read)
    result = subprocess.run(
        command, cwd=ROOT, env=environment_with(), stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert (result.returncode, result.stderr) == (CLOSED, b"")


def test_a_shell_is_answered() -> None:
    program = "import sys; sys.argv[0] = 'handbok'; from builder.cli import main; main()"
    asked = {"_HANDBOK_COMPLETE": "complete_bash", "COMP_WORDS": "handbok ch", "COMP_CWORD": "1"}
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment_with(**asked), capture_output=True, check=False
    )
    assert result.stdout.split() == [b"check"]


def test_completion_is_installed_and_told_in_norwegian(tmp_path: Path) -> None:
    result = ran("--install-completion", HOME=str(tmp_path), _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert result.returncode == 2
    assert result.stderr.decode().strip() == (
        "Fant ikke ut hvilket skall du bruker. Det virker i bash, zsh, fish og PowerShell."
    )
