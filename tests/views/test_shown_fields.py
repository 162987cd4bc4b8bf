"""Where each field is shown: a page or a print reads it, or the table beside this says why none does."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import yaml
from builder.edition.edition import Edition
from builder.model.base import Part
from builder.model.handbook import Handbook
from builder.model.parts import parts
from builder.pdf.book import book_html
from builder.pdf.sheets import Printer
from builder.render.renderer import Renderer
from builder.site.links import SiteLinks

from tests.support import ROOT, TEMPLATES, filled_handbook

TABLE: Mapping[str, Mapping[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("shown_fields.yml").read_text(encoding="utf-8")
)
VIEWS = ROOT / "builder" / "views"
#: What reads on behalf of a template or a view: the way from there to the field passes through these.
IN_BETWEEN = (*(str(ROOT / "builder" / name) for name in ("edition", "model", "render")), "/jinja2/")
#: Groups whose fields are said together, as one sentence.
SAID_TOGETHER = {"MeetingException", "Recurrence", "Related", "SchoolBreak"}

#: What a record is and was called in addresses and by other records, who may read it, and what decides the order.
NO_TEXT = {"id", "formerly", "order", "audience"}

Readers = Mapping[str, frozenset[str]]


def stack() -> Iterator[str]:
    """The files of the calls that led here, the nearest first."""
    frame = sys._getframe(1)
    while frame.f_back:
        yield frame.f_code.co_filename
        frame = frame.f_back


def reader() -> str:
    """The page or print that is reading a field just now, or the view: its name, or nothing for other code."""
    files = [file for file in stack() if file != __file__ and not any(part in file for part in IN_BETWEEN)]
    if files and Path(files[0]).is_relative_to(VIEWS):
        return f"views/{Path(files[0]).relative_to(VIEWS).as_posix()}"
    templates = list(takewhile(lambda file: Path(file).is_relative_to(TEMPLATES), files))
    return Path(templates[-1]).relative_to(TEMPLATES).as_posix() if templates else ""


def everything_made(handbook: Handbook) -> None:
    """Every page, the book and every print."""
    edition = Edition(handbook)
    renderer = Renderer(edition, SiteLinks(edition.files))
    for chapter in edition.chapters(written=edition.files):
        for page in chapter.pages:
            renderer.text(page)
    book_html(edition)
    printer = Printer(edition)
    for sheet in edition.sheets:
        printer.html(sheet)


@pytest.fixture(scope="module")
def readers(mini: Handbook) -> Readers:
    """«Service.area» -> the templates and views that read it, in a handbook where each field is filled in, in one that
    is no demonstration, and in one where records belong together."""
    found: dict[str, set[str]] = defaultdict(set)

    def noting(part: Part, name: str) -> Any:
        if name in type(part).model_fields and (by := reader()):
            found[f"{type(part).__name__}.{name}"].add(by)
        return object.__getattribute__(part, name)

    with pytest.MonkeyPatch.context() as patched:
        handbooks = (filled_handbook("ord"), filled_handbook("ord", demonstration=False), mini)
        patched.setattr(Part, "__getattribute__", noting)
        for handbook in handbooks:
            everything_made(handbook)
    return {field: frozenset(by) for field, by in found.items()}


def fields() -> list[str]:
    return [
        f"{name}.{field}"
        for name, part in parts().items()
        if name not in SAID_TOGETHER
        for field in part.model_fields
        if field not in NO_TEXT
    ]


def listed(group: str) -> list[str]:
    return [field for reasons in TABLE[group].values() for field in reasons]


def from_templates(by: frozenset[str]) -> set[str]:
    return {name for name in by if not name.startswith("views/")}


def test_every_field_is_read_by_a_page_or_a_print_or_it_is_said_why_not(readers: Readers) -> None:
    """Whoever adds a field names it in the template of its page, or says here why it is shown nowhere."""
    known = {*listed("through_views"), *listed("not_shown")}
    unread = {field for field in fields() if not from_templates(readers.get(field, frozenset()))}
    assert sorted(unread - known) == []


def test_the_table_says_nothing_that_is_not_so(readers: Readers) -> None:
    through, hidden = listed("through_views"), listed("not_shown")
    assert sorted({*through, *hidden} - set(fields())) == []
    assert len({*through, *hidden}) == len([*through, *hidden])
    shown = {field: from_templates(readers.get(field, frozenset())) for field in (*through, *hidden)}
    assert {field: by for field, by in shown.items() if by} == {}
    assert [field for field in through if not readers.get(field)] == []


def test_what_is_read_is_known_to_be_read(readers: Readers) -> None:
    assert {"pages/service.md.j2"} <= readers["Service.area"]
    assert {"pages/forum.md.j2", "print/meeting.html.j2"} <= readers["Forum.place"]
    assert {"print/contacts.html.j2", "pages/service.md.j2"} <= readers["Access.how"]
    assert readers["Forum.convener"] >= {"views/forums.py", "views/sheets/meetings.py"}
    assert {"pages/service.md.j2", "print/contacts.html.j2"} <= readers["Contact.direct_phone"]
