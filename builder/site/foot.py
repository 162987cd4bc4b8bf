"""What the foot of each page says of where its facts are from, and how long they hold on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from builder.edition.edition import Edition
from builder.problem import Message
from builder.views.page import Page
from builder.views.paper import page_until
from builder.views.provenance import Provenance, approved, provenance
from builder.views.sheets.sheet import valid_until
from builder.views.urls import page as page_address


@dataclass(frozen=True, slots=True)
class Foot:
    """`record` and `file` are where the facts lie, `until` the day they are to be checked, `address` the page's own."""

    record: str
    file: str
    verified: tuple[str, ...]
    until: str
    address: str


class Feet:
    """The feet of all pages of an edition."""

    def __init__(self, edition: Edition) -> None:
        handbook = edition.handbook
        self._language = edition.language
        self._website = handbook.municipality.website
        self._provenance: Mapping[str, Provenance] = provenance(handbook)
        self._approved: tuple[Message, ...] = approved(handbook)
        self._until: Mapping[str, dt.date | None] = page_until(handbook)
        self._until_else = valid_until(handbook)

    def of(self, page: Page) -> Foot:
        """The foot of one page."""
        found = self._provenance.get(page.path)
        until = self._until.get(page.path, self._until_else)
        phrases = self._language.phrases
        return Foot(
            record=found.record if found else "",
            file=found.file if found else "",
            verified=tuple(phrases.said(message) for message in (found.verified if found else ()) or self._approved),
            until=phrases.bare_date(until) if until else "",
            address=page_address(self._website, page.path, self._language.code) or "",
        )
