"""Whatever stands in the data, what is printed is what the format says it is: nothing breaks out, and nothing is obeyed.

A terminal obeys control characters, CI servers obey lines, Markdown and spreadsheets have signs of their own.
"""

from __future__ import annotations

import ast
import contextlib
import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from email import message_from_string, policy
from pathlib import Path
from typing import Any

import pytest
from builder.cli.formats.due_mail import emails
from builder.cli.formats.due_row import Row
from builder.cli.formats.due_table import as_calendar, as_csv, as_markdown
from builder.cli.formats.markdown import plain
from builder.cli.formats.names import Format
from builder.cli.formats.text import as_text
from builder.cli.formats.writers import WRITERS
from builder.cli.terminal import Terminal
from builder.problem import Mark, Message, Problem
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from markdown_it import MarkdownIt

from tests.support import ROOT, mini_file, said_by_handbok, varied

#: What does harm somewhere, to be put together with anything.
HARM = (
    "\n", "\r", "\r\n", "\t", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029", "\0", "\a", "\b", "\x1b[31m", "\x1b[2J",
    "\x1b]8;;https://x.example\x1b\\", "\x9b31m", "\x9d0;x\x9c", "\x7f", "\u202e", "\u2066", "\u200b", "\ufeff",
    "\U000e0041", "\udce5", "::error file=a,line=1::", "::stop-commands::x", "::set-output name=a::b", "##[error]",
    "##[set-output name=a]b", "##vso[task.setvariable variable=a]b", "##teamcity[x]", "[red]", "[/]", "[link=x]y",
    ":smile:", "{0}", "{", "}", "%", "%0A", "100 % s", "<script>alert(1)</script>", "<!--", "![x](https://x.example/y)",
    "[x](javascript:x)", "|", "`", "**", "@alle", "#1", "=cmd|x!A0", "+1", "-1", "From x", "\"", "'", ";", ",", "&amp;",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(HARM) | st.text(max_size=8), max_size=6).map("".join)
#: What a CI server obeys: GitHub where a line begins, and some of them wherever it stands.
OBEYED = re.compile(r"^[^\S\n]*::|##\w*\[", re.MULTILINE)


#: How Unicode calls what turns the direction of a line.
TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def unseen(text: str) -> list[str]:
    """What a terminal obeys, or nobody sees, in a text of several lines."""
    return [
        c
        for c in text
        if (unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c not in "\n\t")
        or unicodedata.bidirectional(c) in TURNS
        or c in "\u200b\u200e\u200f\u2060\ufeff\U000e0041"
    ]


@contextlib.contextmanager
def heard() -> Iterator[io.StringIO]:
    """What is printed meanwhile, on both streams."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        yield out


def findings(texts: Sequence[str]) -> list[Problem]:
    """A finding for each text, with it as its path and in its sentence, and in a sentence within that."""
    return [
        Problem(
            Mark(f"handbook/{text}.yml"), "shape", Message("«{value}»: {why}", value=text, why=Message("{x}", x=text))
        )
        for text in texts
    ]


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_finding_is_one_line_on_the_screen(texts: list[str]) -> None:
    with heard() as out:
        as_text(findings(texts), Terminal().out, str)
    assert len(out.getvalue().split("\n")) == len(out.getvalue().splitlines()) + 1 == len(texts) + 1
    assert not unseen(out.getvalue())
    assert not OBEYED.search(out.getvalue())


@given(TEXTS, TEXTS)
def test_a_sentence_is_one_line_whatever_its_values_are(first: str, second: str) -> None:
    terminal = Terminal()
    with heard() as out:
        terminal.say("{a}{b}", a=first, b=Path(f"x/{second}"))
        terminal.complain("{a}", a=first)
        terminal.one_or_more("{count} {a}", "{count} {a}", 2, a=second)
        terminal.out.print(first.replace("\n", " "), soft_wrap=True)
    assert out.getvalue().count("\n") == 4
    assert not unseen(out.getvalue())
    assert not OBEYED.search(out.getvalue())


def test_what_looks_like_markup_is_text() -> None:
    with heard() as out:
        Terminal().say("{a}", a="[red]rød[/red] [link=x]y[/link] :smile: [/]")
    assert out.getvalue() == "[red]rød[/red] [link=x]y[/link] :smile: [/]\n"


def given_to_tools(problems: Sequence[Problem], form: Format) -> str:
    with heard() as out:
        Terminal().give(WRITERS[form](problems, str), commands=form is Format.GITHUB)
    return out.getvalue()


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_finding_is_one_command_to_github(texts: list[str]) -> None:
    said = given_to_tools(findings(texts), Format.GITHUB)
    lines = said.removesuffix("\n").split("\n")
    assert len(lines) == len(texts)
    for text, line in zip(texts, lines, strict=True):
        level, rest = line.removeprefix("::").split(" ", 1)
        properties, message = rest.split("::", 1)
        known = dict(one.split("=", 1) for one in properties.split(","))
        assert (level, known["line"], known["col"], known["title"]) == ("error", "1", "1", "shape")
        assert len(known) == 4
        assert not re.search(r"[:,\r\n]|%(?!25|0D|0A|3A|2C)", known["file"])
        assert not re.search(r"%(?!25)", message)
        assert "##[" not in line
        if text.isascii() and text.isalnum():
            assert known["file"] == f"handbook/{text}.yml"
    assert not unseen(said)


@pytest.mark.parametrize("form", [Format.JSON, Format.GITLAB, Format.SARIF])
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_findings_for_programs_are_json_and_nothing_else(form: Format, texts: list[str]) -> None:
    said = given_to_tools(findings(texts), form)
    data = json.loads(said)
    told = data["runs"][0]["results"] if form is Format.SARIF else data
    assert len(told) == len(texts)
    assert not unseen(said)
    assert not OBEYED.search(said)
    if form is Format.JSON:
        for one, text in zip(told, texts, strict=True):
            assert one["path"] == f"handbook/{text}.yml".translate(dict.fromkeys(range(55296, 57344), 65533))


@given(TEXTS)
def test_data_in_markdown_is_text_in_one_line(text: str) -> None:
    parser = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    inline = parser.parse(f"- {plain(text)}x\n\ny")
    blocks = [token.type for token in inline]
    item = ["list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close"]
    assert blocks == ["bullet_list_open", *item, "bullet_list_close", "paragraph_open", "inline", "paragraph_close"]
    kinds = {child.type for token in inline for child in token.children or ()}
    assert kinds <= {"text", "text_special"}
    assert not re.search(r"(?<!\w)@\w", parser.render(plain(text)).replace("&#8203;", "\u200b"))


def row(text: str) -> Row:
    """Something to be done, with the same text wherever one may stand."""
    shape: dict[str, Any] = dict.fromkeys(Row.__dataclass_fields__, text)
    fixed = {"municipality": "x", "due": None, "late": True, "sender": "a@x.example", "email": "b@x.example"}
    return Row(**shape | fixed)


@given(TEXTS)
def test_what_is_due_is_a_table_a_letter_and_a_calendar(text: str) -> None:
    rows, terminal = [row(text), row(f"={text}")], Terminal()
    table = list(csv.reader(io.StringIO(as_csv(rows, terminal)), delimiter=";"))
    assert len(table) == 3
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for line in table for cell in line)
    assert len(as_markdown(rows, terminal).splitlines()) in {7, 11}  # owners may be the same as shown
    for _, letter in emails(rows):
        read = message_from_string(letter, policy=policy.default)
        assert set(read.keys()) == {
            "From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type",
            "Content-Transfer-Encoding",
        }  # fmt: skip
    assert len(Calendar.from_ical(as_calendar(rows, terminal)).walk("VEVENT")) == 2


# Every command, over a handbook that is hostile wherever text may stand

PAYLOAD = "[/red] [link=x]y ::warning::x :smile: ##[set-output name=a]b <img src=x> @alle {0} %s"
COMMANDS = (
    *(("check", "--all", "--format", form) for form in ("text", "json", "github", "gitlab", "sarif")),
    *(("status", "--format", form) for form in ("text", "json")),
    *(("due", "--within", "999w", "--format", form) for form in ("text", "csv", "json", "ics", "mail", "markdown")),
    *(("diff", "{mini}", "--format", form) for form in ("text", "json", "markdown")),
    ("format", "--yes"),
    ("fix",),
    ("rename", "services", "skole", "::error::x"),
    ("rename", "services", "ppt", "ny", "--yes"),
    ("verify", "::error::[/]\x1b[2J", "--by", "x", "--how", "y"),
    ("explain", "\x9b31m[/]"),
    ("build", "--no-pdf"),
)


SCHOOL = "lillevik/services/skole.yml"
QUOTED = f'"::error::{PAYLOAD}\\x9b31m"'


def named(file: str, *fields: str) -> str:
    """A file of the mini handbook where fields hold the payload."""
    return re.sub(rf"^({'|'.join(fields)}): .*$", lambda found: f"{found[1]}: {QUOTED}", mini_file(file), flags=re.M)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """The mini handbook with a payload for its names and titles."""
    return varied(
        tmp_path,
        {
            "lillevik/municipality.yml": named("lillevik/municipality.yml", "name", "title"),
            SCHOOL: named(SCHOOL, "name"),
        },
    )


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda one: " ".join(one).encode("unicode_escape").decode())
def test_no_command_lets_data_out(hostile: Path, small: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    if arguments[0] == "check":
        wrong = named(SCHOOL, "category").replace("id: skole", "id: gal")
        (hostile / "lillevik" / "services" / "gal.yml").write_text(f"{wrong}{QUOTED}: 1\n", encoding="utf-8")
    was = str(next(small.rglob("handbook.json")))
    more = {"build": ("--output", str(tmp_path / "ut")), "explain": ()}.get(arguments[0], ())
    handbook = () if arguments[0] == "explain" else ("--handbook", str(hostile))
    result = said_by_handbok(*(one.replace("{mini}", was) for one in arguments), *handbook, *more)
    assert result.returncode in {0, 1, 2}, result.stderr
    said = result.stdout + result.stderr
    assert said
    assert not unseen(said)
    assert "\N{SMILING FACE WITH OPEN MOUTH AND SMILING EYES}" not in said
    if "github" in arguments:
        lines = said.removesuffix("\n").split("\n")
        assert all(re.match(r"::(error|warning|notice) file=[^:]+::", one) for one in lines)
    else:
        assert not OBEYED.search(said)
    if {"json", "gitlab", "sarif"} & set(arguments):
        json.loads(result.stdout)


def test_only_the_terminal_prints() -> None:
    """So that there is one place where what is printed becomes harmless."""
    for path in (ROOT / "builder").rglob("*.py"):
        called = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        printing = {"print", "Console", "sys.stdout.write", "sys.stderr.write", "typer.echo"}
        assert not {ast.unparse(one) for one in called} & printing or path.name == "terminal.py", path
        if path.is_relative_to(ROOT / "builder" / "cli"):
            assert "json.dumps" not in {ast.unparse(one) for one in called} or path.name == "json_text.py", path
