"""What a template is given is what it uses: each declared name and row is read, and nothing that is not declared."""

from __future__ import annotations

import dataclasses
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builder.edition import easy
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.model.municipality import Municipality
from builder.pdf import sheets as printing
from builder.render.sheet_text import SheetText
from builder.site.links import SiteLinks
from builder.views.page import Context, Link, Page, Place, Print
from builder.views.sheets.sheet import Sheet
from jinja2 import meta

from tests.support import TEMPLATES
from tests.template_types import Reader, Reading, parsed, plain, types_of

#: The edition in easy language is loaded when it is asked for; its contexts are to be known here.
LOADED_WHEN_ASKED_FOR = (easy,)
#: What the renderer gives every template beside its context.
GIVEN = {"page": Page, "title": str}
#: What the site gives a page that is a whole document, and is shown at any address.
GIVEN_DOCUMENTS = dict.fromkeys(("language", "policy", "style", "script", "sheet", "root", "probe"), str)
#: What the printer gives every sheet as well.
GIVEN_SHEETS = {"page": Sheet, "sheet": Sheet, "title": str, "kind": str, "look": str}
#: Classes that are more than rows of a template: other code reads what a template does not.
NOT_ONLY_FOR_TEMPLATES = {Link, Page, Place, Print, Sheet}


def contexts() -> list[type[Context]]:
    """Every context that is declared in the views."""
    known = [cls for cls in Context.__subclasses__() if cls.__module__.startswith("builder.")]
    # A dataclass with slots is made anew; the class it was made from is none.
    found = {cls.__name__: cls for cls in known if vars(sys.modules[cls.__module__]).get(cls.__name__) is cls}
    return [found[name] for name in sorted(found)]


def is_sheet(context: type[Context]) -> bool:
    return context.__module__.startswith("builder.views.sheets")


def on_paper(context: type[Context]) -> list[Path]:
    """The templates of its own that a page has in the book, and where it stands alone."""
    found = [TEMPLATES / folder / f"{context.template}.md.j2" for folder in ("book", "alone")]
    return [path for path in found if path.exists() and not is_sheet(context)]


def named_in(context: type[Context]) -> set[str]:
    """What the templates of a context name that they do not make themselves."""
    folder, name = template_of(context)
    return {one for path in (folder / name, *on_paper(context)) for one in meta.find_undeclared_variables(parsed(path))}


def template_of(context: type[Context]) -> tuple[Path, str]:
    """The folder and the file name of a context's template."""
    document = f"{context.template}.html.j2"
    folder = TEMPLATES / ("print" if is_sheet(context) else "pages")
    if not is_sheet(context) and not list(folder.glob(f"{context.template}.*.j2")):
        folder = TEMPLATES / "book"  # a page that is nowhere but on paper
    return (folder, document if (folder / document).exists() else f"{context.template}.md.j2")


def given(context: type[Context]) -> dict[str, Any]:
    """The types of all a template may name, apart from functions."""
    pages = {**GIVEN, **(GIVEN_DOCUMENTS if template_of(context)[1].endswith(".html.j2") else {})}
    return {**(GIVEN_SHEETS if is_sheet(context) else pages), "municipality": Municipality, **types_of(context)}


def read(context: type[Context], reading: Reading) -> None:
    folder, name = template_of(context)
    scope = {name: plain(found) for name, found in given(context).items()}
    for first in ((), *((path.parent,) for path in on_paper(context))):
        Reader((*first, folder, TEMPLATES / "pages", TEMPLATES / "shared"), reading).read(
            name, {**scope, "#context": scope}
        )


@pytest.fixture(scope="module")
def reading() -> Reading:
    """What all templates together read."""
    made = Reading()
    for context in contexts():
        read(context, made)
    return made


@pytest.fixture(scope="module")
def functions(mini: Handbook) -> set[str]:
    """What an environment knows whatever the page or print."""
    return set(SheetText(Edition(mini), lambda _: SiteLinks()).own.environment.globals)


def rows(cls: type, seen: set[type]) -> Iterator[type]:
    """The dataclasses of the views that a context is made of, itself among them."""
    seen.add(cls)
    yield cls
    for found in typing.get_type_hints(cls).values():
        for one in within(found):
            if one not in seen and one.__module__.startswith("builder.views") and dataclasses.is_dataclass(one):
                yield from rows(one, seen)


def within(found: Any) -> Iterator[type]:
    """The classes a type is put together from."""
    if isinstance(found, type) and not typing.get_args(found):
        yield found
    for one in typing.get_args(found):
        yield from within(one)


def test_every_template_of_a_page_or_print_has_a_context() -> None:
    declared = {folder / name for folder, name in map(template_of, contexts())}
    declared |= {path for context in contexts() for path in on_paper(context)}
    made = {path for pattern in ("pages/*.*.j2", "book/*.md.j2", "print/*.html.j2") for path in TEMPLATES.glob(pattern)}
    assert made - declared == {TEMPLATES / "print" / name for name in ("layout.html.j2", "notes.html.j2")}


@pytest.mark.parametrize("context", contexts(), ids=lambda context: context.__name__)
def test_a_template_names_nothing_that_its_context_does_not_declare(
    context: type[Context], functions: set[str]
) -> None:
    assert sorted(named_in(context) - set(given(context)) - functions) == []


@pytest.mark.parametrize("context", contexts(), ids=lambda context: context.__name__)
def test_a_context_declares_nothing_that_its_template_does_not_name(context: type[Context]) -> None:
    declared = {declared.name for declared in dataclasses.fields(context)}  # type: ignore[arg-type]
    assert sorted(declared - named_in(context)) == []


def test_no_template_reads_what_a_row_or_a_record_does_not_have(reading: Reading) -> None:
    assert reading.wrong == []
    assert len(reading.used) > 250


def test_no_row_declares_what_no_template_reads(reading: Reading) -> None:
    seen: set[type] = set()
    made = {row for context in contexts() for row in rows(context, seen)} - set(contexts()) - NOT_ONLY_FOR_TEMPLATES
    unread = [
        f"{row.__name__}.{declared.name}"
        for row in made
        for declared in dataclasses.fields(row)
        if (row, declared.name) not in reading.used
    ]
    assert sorted(unread) == []


@dataclasses.dataclass
class _Row:
    link: Link


@dataclasses.dataclass
class _Sample(Context):
    template = "sample"

    rows: list[_Row]


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("{% for row in rows %}{{ row.link.text }}{% endfor %}", []),
        ("{% for row in rows %}{{ row.name }}{% endfor %}", ["_Row has no name"]),
        ("{% for row in rows %}{% set found = row.link %}{{ found.words }}{% endfor %}", ["Link has no words"]),
        (
            "{% macro one(row) %}{{ row.name }}{% endmacro %}{% for row in rows %}{{ one(row) }}{% endfor %}",
            ["_Row has no name"],
        ),
        ('{{ rows|map(attribute="name")|list }}', ["_Row has no name"]),
        ("{% if rows[0].name %}x{% endif %}", ["_Row has no name"]),
    ],
)
def test_what_is_not_there_is_found(tmp_path: Path, source: str, wrong: list[str]) -> None:
    (tmp_path / "sample.md.j2").write_text(source, encoding="utf-8")
    found = Reading()
    scope = {"rows": types_of(_Sample)["rows"]}
    Reader((tmp_path,), found).read("sample.md.j2", {**scope, "#context": scope})
    assert [one.split(": ", 1)[1] for one in found.wrong] == wrong


def test_the_printer_gives_a_sheet_what_is_said_here(mini: Handbook) -> None:
    edition = Edition(mini)
    sheet = edition.sheets[0]
    known = printing.Printer(edition)._texts.known(sheet)
    assert set(known) == {*sheet.context.names(), *GIVEN_SHEETS}
