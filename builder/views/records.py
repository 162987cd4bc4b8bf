"""Pages for the kinds of record that have no view of their own: a list, and each record with its fields."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.kind import Kind, OwnPages
from builder.model.kinds import KINDS
from builder.views import routes
from builder.views.page import Chapter, Page
from builder.views.related import told_in, users_of
from builder.views.routes import Names


def chapters(handbook: Handbook, names: Names, made: Collection[str]) -> Iterator[Chapter]:
    """A chapter for each kind with records whose list is none of the pages that are `made`."""
    for kind in KINDS.values():
        if handbook.of(kind) and routes.list_of(kind) not in made:
            yield Chapter(kind.plural, tuple(_pages(handbook, names, kind)))


def _pages(handbook: Handbook, names: Names, kind: Kind[Any]) -> Iterator[Page]:
    """A list with a page for each record, or one page with them all, as the kind's address says."""
    rows = [_row(handbook, names, kind, record) for record in handbook.of(kind)]
    own = isinstance(kind.address, OwnPages)
    yield Page(routes.list_of(kind), kind.plural, "records", {"found": rows, "own_pages": own})
    for record, row in zip(handbook.of(kind), rows, strict=True):
        if own:
            yield Page(routes.page_of(kind, record.id), str(getattr(record, kind.title)), "record", row)


def _row(handbook: Handbook, names: Names, kind: Kind[Any], record: Record) -> dict[str, object]:
    return {
        "record": record,
        "link": names.to(record),
        "fields": kind.shown_fields,
        "used_by": users_of(names, handbook.naming(kind, record.id)),
        "told_in": told_in(handbook, names, kind, record.id),
    }
