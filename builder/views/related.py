"""Links between records that tell about others and those they concern, both ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.kind import Kind
from builder.model.kinds import KINDS, TELLING, kind_of
from builder.model.related import Related
from builder.views.page import Link
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class Told:
    """What some records of a kind tell of another record; `heading` is a key in the catalogues."""

    kind: str
    heading: str
    links: tuple[Link, ...]


def links_of(names: Names, related: Related) -> list[Link]:
    """A link to each record that is named."""
    return [names.record(KINDS[kind], record_id) for kind, record_id in related.named()]


def told_in(handbook: Handbook, names: Names, kind: Kind[Any], record_id: str) -> list[Told]:
    """What tells about a record: plans and agreements, cases to practise on, checklists, notes of change."""
    sources = {id(reference.source): reference.source for reference in handbook.naming(kind, record_id)}
    found = (
        Told(telling.name, telling.telling or "", _links(names, telling, [*sources.values()])) for telling in TELLING
    )
    return [told for told in found if told.links]


def _links(names: Names, telling: Kind[Any], sources: list[Record]) -> tuple[Link, ...]:
    return tuple(names.to(source) for source in sources if kind_of(source) is telling)
