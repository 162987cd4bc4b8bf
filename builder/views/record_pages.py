"""Pages for the kinds of record that have no view of their own: a list, and each record with its fields."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.kind import Kind, OwnPages
from builder.model.kinds import KINDS
from builder.model.maintained import Maintained
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Page
from builder.views.related import Told, told_in, users_of
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record, which of its fields are shown, the records that use it, and those that concern it.

    `maintained` is the record again, where somebody stands behind its text.
    """

    record: Record
    link: Link
    fields: Sequence[str]
    used_by: Sequence[Link]
    told_in: Sequence[Told]
    maintained: Maintained | None


@dataclass(frozen=True, slots=True)
class RecordsPage(Context):
    """All records of a kind: a list where each has a page, and otherwise the whole of them."""

    template: ClassVar = "records"

    found: Sequence[RecordRow]
    own_pages: bool


@dataclass(frozen=True, slots=True)
class RecordPage(Context):
    """One record."""

    template: ClassVar = "record"

    row: RecordRow


def chapters(handbook: Handbook, names: Names, made: Collection[str]) -> Iterator[Chapter]:
    """A chapter for each kind with records whose list is none of the pages that are `made`."""
    for kind in KINDS.values():
        if handbook.of(kind) and routes.list_of(kind) not in made:
            yield Chapter(kind.plural, tuple(_pages(handbook, names, kind)))


def _pages(handbook: Handbook, names: Names, kind: Kind[Any]) -> Iterator[Page]:
    """A list with a page for each record, or one page with them all, as the kind's address says."""
    rows = [_row(handbook, names, kind, record) for record in handbook.of(kind)]
    own = isinstance(kind.address, OwnPages)
    yield Page(routes.list_of(kind), kind.plural, RecordsPage(rows, own))
    for record, row in zip(handbook.of(kind), rows, strict=True):
        if own:
            yield Page(routes.page_of(kind, record.id), str(getattr(record, kind.title)), RecordPage(row))


def _row(handbook: Handbook, names: Names, kind: Kind[Any], record: Record) -> RecordRow:
    return RecordRow(
        record=record,
        link=names.to(record),
        fields=kind.shown_fields,
        used_by=users_of(names, handbook.naming(kind, record.id)),
        told_in=told_in(handbook, names, kind, record.id),
        maintained=record if isinstance(record, Maintained) else None,
    )
