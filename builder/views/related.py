"""Links between records that tell about others and those they concern, both ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from builder.i18n import Key
from builder.model.base import Record
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook, Reference
from builder.model.kind import Kind
from builder.model.kinds import KINDS, TELLING, kind_of
from builder.model.related import Related
from builder.views.page import Link
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class Told:
    """What the records of one kind tell of another record."""

    heading: Key
    links: tuple[Link, ...]


def links_of(names: Names, related: Related) -> list[Link]:
    """A link to each record that is named."""
    return [names.record(KINDS[kind], record_id) for kind, record_id in related.named()]


def told_in(handbook: Handbook, names: Names, kind: Kind[Any], record_id: str) -> list[Told]:
    """The records that concern a record: plans and agreements, cases to practise on, checklists, notes of change."""
    sources = {id(reference.source): reference.source for reference in handbook.naming(kind, record_id)}
    found = (
        Told(telling.telling, _links(names, telling, [*sources.values()])) for telling in TELLING if telling.telling
    )
    return [told for told in found if told.links]


def users_of(names: Names, references: Iterable[Reference]) -> list[Link]:
    """Links to the records that use this one, once each, in order of name. Telling about it is not using it."""
    sources = {id(reference.source): reference.source for reference in references}
    using = (source for source in sources.values() if not kind_of(source).telling)
    return sorted((names.to(source) for source in using), key=lambda link: alphabetical(link.text))


def _links(names: Names, telling: Kind[Any], sources: list[Record]) -> tuple[Link, ...]:
    return tuple(names.to(source) for source in sources if kind_of(source) is telling)
