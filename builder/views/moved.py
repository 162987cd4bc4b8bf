"""Old addresses: a page where a record has been, that leads to where it is, or says that it is gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.facts.former import Gone, Moved, former_contacts, gone, moved
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.history import History
from builder.model.kind import OwnPages
from builder.views import routes, urls
from builder.views.page import NO_KEY, Context, Link, Medium, Page, Place
from builder.views.routes import Names
from builder.views.sheets.sheet import Printable

_MOVED = N_("Siden har flyttet")
_GONE = N_("Tatt ut av håndboka:")


@dataclass(frozen=True, slots=True)
class MovedPage(Context):
    """A page that was here. `to` is where it is now; browsers go there at once."""

    template: ClassVar = "moved"

    to: Link


@dataclass(frozen=True, slots=True)
class GonePage(Context):
    """A record that is no longer in the handbook; `listed` is the list of those there are."""

    template: ClassVar = "gone"

    date: dt.date
    why: str | None
    instead: Link | None
    listed: Link


def pages(handbook: Handbook, names: Names, history: History) -> Iterator[tuple[str, Page]]:
    """The path of the list each belongs with, and the page at the old address."""
    for one in moved(handbook):
        if isinstance(one.kind.address, OwnPages):
            page = Page(
                routes.page_of(one.kind, one.former_id),
                _MOVED,
                MovedPage(names.to(one.record)),
                medium=Medium.SITE,
                listed=False,
            )
            yield routes.list_of(one.kind), page
    for found in gone(handbook, history):
        if isinstance(found.kind.address, OwnPages):
            yield routes.list_of(found.kind), _gone(names, found)


def _gone(names: Names, found: Gone) -> Page:
    left = bool(names.handbook.of(found.kind))
    context = GonePage(
        date=found.date,
        why=found.why,
        instead=names.to(found.instead) if found.instead else None,
        listed=Link(found.kind.plural, Place(routes.list_of(found.kind) if left else routes.FRONT)),
    )
    return Page(
        routes.page_of(found.kind, found.former_id),
        found.name or found.said,
        context,
        lead_in=_GONE if found.name else NO_KEY,
        medium=Medium.SITE,
        listed=False,
    )


_CARDS = (urls.contact, urls.contact_3, urls.contact_code)


def files(handbook: Handbook, sheets: Sequence[Printable]) -> dict[str, str]:
    """The old path of each file beside the pages -> the path of the file that says the same now."""
    found: dict[str, str] = {}
    for one in moved(handbook):
        found |= _files_of(one, sheets)
    for before, now in former_contacts(handbook):
        found |= {file(before): file(now) for file in _CARDS}
    return found


def _files_of(one: Moved, sheets: Sequence[Printable]) -> dict[str, str]:
    place = routes.place_of(one.kind, one.record.id)
    prints = [copy.file for sheet in sheets if sheet.of == place for copy in sheet.copies]
    files = [urls.calendar(one.record.id), *prints]
    # What goes with a print of another record, such as the book of a place's kind, is not named after this one.
    return {before: file for file in files if (before := _at(file, one.record.id, one.former_id)) != file}


def _at(file: str, now: str, before: str) -> str:
    """The path of a file, as it was when the record it is about had another id."""
    folder, _, name = file.rpartition("/")
    return f"{folder}/{name.replace(now, before, 1)}"
