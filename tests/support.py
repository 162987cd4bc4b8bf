"""What several test files need: the miniature handbook, variations of it, and hostile copies of it."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
import shutil
import subprocess
import sys
import types
import typing
from enum import Enum
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unittest import mock

import markdown
from builder.check.checker import Checked, check
from builder.cli import main
from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.load.folder import Folder
from builder.model import fields
from builder.model.audience import Audience
from builder.model.base import Part, Record
from builder.model.fields import CitesLaw, RefTo
from builder.model.formats import Format
from builder.model.handbook import Handbook
from builder.model.history import NO_HISTORY, History
from builder.model.kinds import KINDS
from builder.model.references import key_of
from builder.model.since import Since
from builder.model.vocabulary import WrittenStandard
from builder.problem import Severity
from builder.render.renderer import MARKDOWN, Renderer
from builder.site.finished import finished
from builder.site.links import SiteLinks
from builder.views.page import Page
from markdown.extensions.toc import TocExtension

TODAY = dt.date(2026, 11, 22)
EPOCH = "1795305600"  # 2026-11-22 00:00 UTC
ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "templates"
MINI = ROOT / "tests" / "handbooks" / "mini"
SLUG = "lillevik"

Finding = tuple[str, str, str]


def checked(root: Path, slug: str = SLUG, shown: str = "mini") -> Checked:
    """A municipality's folder, loaded and checked on the fixed day."""
    return check(Folder(root, KINDS, shown).load(slug), TODAY)


def varied(target: Path, changes: dict[str, str | bytes | None]) -> Path:
    """A copy of the miniature handbook with some files written anew, or removed where None."""
    root = target / "handbook"
    shutil.copytree(MINI, root)
    for name, content in changes.items():
        path = root / name
        if content is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def own(municipality: str) -> str:
    """The text of a `municipality.yml` that is no demonstration, but the municipality's own: nobody to ring yet."""
    return municipality.replace("demonstration: Dette er demonstrasjonsdata.", "draft: Numrene er ikke kontrollert.")


def findings(result: Checked) -> list[Finding]:
    """Place, rule and full message of each finding, in the order they are shown."""
    return [(str(problem.mark), problem.rule, problem.message.text()) for problem in result.problems]


def errors(result: Checked) -> list[Finding]:
    """As `findings`, of those that stop a build: what is left when rules only warn of what a test left out."""
    wrong = [problem for problem in result.problems if problem.severity is Severity.ERROR]
    return [(str(problem.mark), problem.rule, problem.message.text()) for problem in wrong]


def place_in(name: str, text: str, part: str) -> str:
    """Where in a file of the miniature handbook, with this text, the last of this part begins."""
    before = text[: text.rindex(part)]
    return f"mini/{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def mini_file(name: str) -> str:
    """The text of a file in the miniature handbook."""
    return (MINI / name).read_text(encoding="utf-8")


def handbok(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command as a user would, with a fixed clock and a wide terminal."""
    return subprocess.run(
        [sys.executable, "-c", "from builder.cli import main; main()", *arguments],
        cwd=ROOT,
        env=environment_with(**environment),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def said_by_handbok(*arguments: str) -> subprocess.CompletedProcess[str]:
    """As `handbok`, in this process: much faster, for what does not start processes of its own."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        mock.patch.object(sys, "argv", ["handbok", *arguments]),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def environment_with(**changes: str) -> dict[str, str]:
    """The environment of a run; no variable of the person who runs the tests decides the result."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith("HANDBOK_") or name == "HANDBOK_CACHE"
    }
    return kept | {"SOURCE_DATE_EPOCH": EPOCH, "COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"} | changes


def all_pages(handbook: Handbook, history: History = NO_HISTORY) -> list[Page]:
    """Every page of a handbook, in reading order."""
    return [page for chapter in Edition(handbook, history).chapters() for page in chapter.pages]


def site_html(handbook: Handbook, history: History = NO_HISTORY) -> dict[str, str]:
    """Page path -> the HTML of its content as the site shows it."""
    renderer = Renderer(Edition(handbook), SiteLinks())
    return {page.path: to_html(renderer.text(page)) for page in all_pages(handbook, history)}


def to_html(text: str) -> str:
    """Rendered text as the site makes it."""
    return finished(text).html


def markdown_engine() -> markdown.Markdown:
    """The engine as MkDocs sets it up, for whom the text of a page is Markdown."""
    return markdown.Markdown(extensions=[*MARKDOWN, TocExtension(marker=""), "meta", "tables", "fenced_code"])


def by_markdown(text: str) -> str:
    """What that engine makes of a text."""
    return markdown_engine().convert(text)


class Document(HTMLParser):
    """An HTML text taken apart: tags with attributes, ids, addresses, and what a reader sees."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._seen: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self._seen.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self._seen).split())

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @property
    def addresses(self) -> list[str]:
        return [attributes["href"] for _, attributes in self.tags if "href" in attributes]

    @property
    def structure(self) -> list[tuple[str, tuple[str, ...]]]:
        """Tags in order with the names of their attributes: what data must never change."""
        return [(tag, tuple(sorted(attributes))) for tag, attributes in self.tags]


# A handbook where every field of every record is filled in


def public(handbook: Handbook) -> Handbook:
    """The handbook as everybody may read it."""
    return for_audience(handbook, Audience.PUBLIC)


#: Stands for a text that a field may refuse.
_ANYTHING = "anything"


def filled_handbook(text: str, language: str = "nb", demonstration: bool = True) -> Handbook:
    """One record of each kind, every field filled in, with the same text wherever text may stand.

    Also a text that no field takes: what is shown is shown as it is, whoever let it through.
    """
    records = {name: {"x": _with(text, kind.record)} for name, kind in KINDS.items()}
    changed: dict[str, object] = {"written_standard": _standard(language)}
    municipality = records.pop("municipality")["x"].model_copy(
        update=changed if demonstration else {**changed, "demonstration": None}
    )
    typed: dict[str, dict[str, Record]] = {**records, "municipality": {"x": municipality}}
    return Handbook(typing.cast(Any, municipality), typed, TODAY)


def _with(text: str, part: type[Record]) -> Record:
    return typing.cast(Record, _saying(text, part.model_validate(filled(part, _ANYTHING))))


def _saying(text: str, value: object) -> object:
    """A value with `text` in place of every text in it."""
    if isinstance(value, Part):
        fields_of = {name: _saying(text, getattr(value, name)) for name in type(value).model_fields}
        return value.model_copy(update=fields_of)
    if isinstance(value, tuple):
        return tuple(_saying(text, one) for one in value)
    return text if value == _ANYTHING else value


def published_at(handbook: Handbook, website: str | None) -> Handbook:
    """The same handbook, published at an address."""
    return Handbook(handbook.municipality.model_copy(update={"website": website}), handbook._records, handbook.today)


def _standard(language: str) -> Any:
    return next(standard for standard in WrittenStandard if standard.value == language)


def filled(part: type[Part], text: str) -> dict[str, Any]:
    """Plain data, as from YAML, with every field of a record filled in."""
    special = _SPECIAL.get(part.__name__)
    if special is not None:
        return dict(special(text))
    data = {
        key_of(part, name): _value(field.annotation, tuple(field.metadata), text)
        for name, field in part.model_fields.items()
    }
    if part.__name__ == "Act":
        data |= {"aliases": ["loven", text], "status": "in-force"}
    if part.__name__ == "Provision":
        data |= {"section": "§ 1", "in_force": "true"}
    return data


#: Parts whose fields exclude each other.
_SPECIAL: dict[str, Any] = {
    "Ages": lambda text: {"from": "1", "to": "5"},
    "Hours": lambda text: {"days": ["monday"], "opens": "9:00", "closes": "10:00", "note": text},
    "Recurrence": lambda text: {"as_needed": text, "weekday": "monday", "week": "1", "note": text},
    "Deadline": lambda text: {"amount": "3", "unit": "days", "from": text},
    "Acceptance": lambda text: {
        "id": "x",
        "rule": text,
        "record": text,
        "reason": text,
        "accepted_by": text,
        "until": "2026-01-01",
    },
    "Transition": lambda text: {"when": text, "pathway": "x", "kind": "forward"},
    "SurveyGroup": lambda _: {
        "services": ["x"],
        "asked": "9",
        "answered": "8",
        "answers": [{"question": "effect", "agree": "6", "disagree": "2"}],
    },
    "MeetingNote": lambda _: {
        "date": "2026-01-01",
        "place": "x",
        "came": ["x"],
        "decided": "3",
        "about": ["routine"],
        "done": "1",
    },
}

_BY_CHECK = {
    fields._phone: "22 22 22 22",
    fields._email: "post@kommune.example",
    fields._organisation_number: "974760673",
    fields._web_address: "https://kommune.example/\"onclick='x'",
    fields._identifier: "x",
    fields._strict_bool: "true",
    fields._strict_date: "2026-01-01",
    fields._strict_time: "9:00",
}


def _value(annotation: Any, metadata: tuple[Any, ...], text: str) -> Any:
    for item in metadata:
        if isinstance(item, RefTo):
            return "x.x" if item.kinds[0] == "contacts" else "x"
        if isinstance(item, CitesLaw):
            return "loven § 1"
        check_function = getattr(item, "func", None)
        if check_function in _BY_CHECK:
            return _BY_CHECK[check_function]
        if getattr(item, "pattern", None) and not isinstance(item, Format):
            return "0301"
    return _plain_value(annotation, metadata, text)


def _plain_value(annotation: Any, metadata: tuple[Any, ...], text: str) -> Any:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _value(arguments[0], (*metadata, *arguments[1:]), text)
    if origin is tuple:
        return [_value(arguments[0], (), text)]
    if origin in (typing.Union, types.UnionType):
        return _value(arguments[0], metadata, text)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return filled(annotation, text)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation)).value
    if annotation is int:
        return "5"
    if annotation is str:
        return text
    if annotation is Since:
        return "2019"
    raise TypeError(f"no filling for {annotation}")
