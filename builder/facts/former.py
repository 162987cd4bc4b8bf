"""Where records have been: ids they had before, and what is no longer there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from builder.model.actor import Actor
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.history import History
from builder.model.kind import Kind
from builder.model.kinds import KINDS
from builder.model.removed import REMOVED
from builder.model.service import CONTACTS


@dataclass(frozen=True, slots=True)
class Moved:
    """A record that had another id."""

    kind: Kind[Any]
    former_id: str
    record: Record


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that was taken out: its name, or what was said when it went; when, why, and what is there instead."""

    kind: Kind[Any]
    former_id: str
    name: str
    said: str
    date: dt.date
    why: str | None = None
    instead: Record | None = None


def moved(handbook: Handbook) -> Iterator[Moved]:
    """Every id a record has had that nothing has now; where two claim one, which a rule refuses, the first gets it."""
    seen: set[tuple[str, str]] = set()
    for kind, record in handbook.everything():
        for former_id in record.formerly:
            if (kind.name, former_id) not in seen and handbook.find(kind, former_id) is None:
                seen.add((kind.name, former_id))
                yield Moved(kind, former_id, record)


def gone(handbook: Handbook, history: History) -> Iterator[Gone]:
    """What was taken out: what the handbook says of itself, and then what earlier publications had.

    What is there again, or has another id now, is not gone.
    """
    seen = {(one.kind.name, one.former_id) for one in moved(handbook)}
    for found in (*_said(handbook), *_noticed(history)):
        key = (found.kind.name, found.former_id)
        if key not in seen and handbook.find(found.kind, found.former_id) is None:
            seen.add(key)
            yield found


def _said(handbook: Handbook) -> Iterator[Gone]:
    for one in handbook.of(REMOVED):
        if one.kind in KINDS:
            instead = handbook.find_named(one.instead) if one.instead else None
            yield Gone(KINDS[one.kind], one.former_id, one.name, "", one.date, one.why, instead)


def _noticed(history: History) -> Iterator[Gone]:
    for edition in history.editions:
        for news in edition.news:
            if news.gone and not news.pruned and news.kind in KINDS:
                yield Gone(KINDS[news.kind], news.id, "", news.text, edition.date)


def former_contacts(handbook: Handbook) -> Iterator[tuple[Actor, Actor]]:
    """Every name a contact has had, as `service.contact`, and the one it has: either of the two may be another."""
    known = handbook.ids(CONTACTS)
    for service, contact in handbook.contacts:
        now = Actor.of(service.id, contact.id)
        for service_id in (service.id, *service.formerly):
            for contact_id in (contact.id, *contact.formerly):
                before = Actor.of(service_id, contact_id)
                if before not in known:
                    yield before, now
