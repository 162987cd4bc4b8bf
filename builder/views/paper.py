"""Until when a page printed from the browser can be trusted: reckoned as for the sheets made to be printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from builder.facts.due import checks_ahead
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.kind import OwnPages
from builder.model.maintained import Maintained
from builder.model.service import Service
from builder.views import routes
from builder.views.sheets.sheet import valid_until


def page_until(handbook: Handbook) -> Mapping[str, dt.date | None]:
    """The path of each page that shows one record, or all contacts -> the first day something there is due."""
    records = {
        routes.page_of(kind, record.id): valid_until(handbook, *_dues(handbook, record))
        for kind, record in handbook.everything()
        if isinstance(kind.address, OwnPages)
    }
    contacts = (contact for service in handbook.services for contact in service.contacts)
    return records | {routes.CONTACT_LIST: valid_until(handbook, *checks_ahead(handbook, contacts))}


def _dues(handbook: Handbook, record: Record) -> Iterator[dt.date | None]:
    if isinstance(record, Maintained):
        yield record.next_review
    if isinstance(record, Service):
        yield from checks_ahead(handbook, record.contacts)
