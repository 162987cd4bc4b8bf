"""What the self-check is made of: statements, each with the records that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from builder.facts.encounters import Pair, Partners
from builder.i18n import Key
from builder.model.actor import Actor
from builder.model.approved_edition import Figure
from builder.model.base import Record
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.model.municipality import MUNICIPALITY
from builder.model.pathway import PATHWAYS, Pathway, Step
from builder.model.service import CONTACTS, Contact, Service
from builder.problem import Message

T = TypeVar("T")
R_contra = TypeVar("R_contra", contravariant=True)


class Show(Protocol[R_contra]):
    """Turns what shows something into evidence."""

    def __call__(self, found: Sequence[R_contra], /) -> Iterable[Evidence]: ...


class Status(StrEnum):
    """What is said of the records behind a statement."""

    COVERED = "covered"
    MISSING = "missing"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record that shows something. `step` is the id of a step where the record is a pathway."""

    kind: str
    id: str
    text: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing the data says, with all records it rests on, and the expectations it counts.

    `figure`: how its line stands, where it counts the answers to expectations.
    """

    status: Status
    message: Message
    evidence: tuple[Evidence, ...] = ()
    expectations: tuple[str, ...] = ()
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the eight things the research judges by."""

    id: str
    title: Key
    question: Key
    statements: tuple[Statement, ...]

    def of(self, status: Status) -> tuple[Statement, ...]:
        """The statements of one status."""
        return tuple(statement for statement in self.statements if statement.status is status)


def parted(items: Iterable[T], test: Callable[[T], object]) -> tuple[list[T], list[T]]:
    """The items that pass a test, and those that do not."""
    passed: list[T] = []
    failed: list[T] = []
    for item in items:
        (passed if test(item) else failed).append(item)
    return passed, failed


def told(
    status: Status, message: Message, evidence: Iterable[Evidence], *expectations: str, figure: Figure | None = None
) -> Iterator[Statement]:
    """The statement, where there is anything to show it by."""
    found = tuple(evidence)
    if found:
        yield Statement(status, message, found, expectations, figure)


def counted(
    evidence: Show[T], total: int, *rows: tuple[Status, str, Sequence[T]], **values: object
) -> Iterator[Statement]:
    """A statement for each row that has anything in it; the sentences may use {count}, {total} and `values`."""
    for status, sentence, found in rows:
        yield from told(status, Message(sentence, count=len(found), total=total, **values), evidence(found))


def showing(handbook: Handbook) -> Show[Record]:
    """Shows records of a handbook as evidence."""
    return lambda records: of_records(handbook, records)


def of_records(handbook: Handbook, records: Iterable[Record]) -> list[Evidence]:
    """Records as evidence."""
    return [Evidence(handbook.kind_of(record).name, record.id, record.label) for record in records]


def of_contacts(contacts: Iterable[tuple[Service, Contact]]) -> list[Evidence]:
    """Contacts with their services as evidence."""
    return [Evidence(CONTACTS.name, Actor.of(s.id, c.id), f"{c.role} ({s.label})") for s, c in contacts]


def of_steps(steps: Iterable[tuple[Pathway, Step]]) -> list[Evidence]:
    """Steps with their pathways as evidence."""
    return [Evidence(PATHWAYS.name, p.id, f"{s.title} ({p.title})", s.id) for p, s in steps]


def of_partners(handbook: Handbook, partners: Iterable[Partners]) -> list[Evidence]:
    """Two services that work together as evidence, at the first step they share."""
    return [
        Evidence(PATHWAYS.name, pathway.id, both(handbook, one.pair), pathway.steps[number].id)
        for one in partners
        for pathway, number in one.steps[:1]
    ]


def both(handbook: Handbook, pair: Pair) -> str:
    """Two services by what readers call them."""
    return " – ".join(sorted((handbook.called(service) for service in pair), key=alphabetical))


def of_handbook(handbook: Handbook) -> list[Evidence]:
    """The handbook itself, where it tells about itself."""
    municipality = handbook.municipality
    return [Evidence(MUNICIPALITY.name, municipality.id, municipality.title)]
