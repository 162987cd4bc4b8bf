"""Findings that many rules make alike."""

from __future__ import annotations

from typing import Any

from builder.facts.upkeep import is_demonstration
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.kind import Kind
from builder.model.municipality import MUNICIPALITY, Municipality
from builder.problem import Alike, Message
from builder.rules.expectation import Finding, Findings


def lacking(record: Record, value: object, sentence: str, at: str = "id") -> Findings:
    """A finding, at a field of a record, where a value is empty; the sentence may use {name}."""
    if not value:
        yield Finding(record.at(at), Message(sentence, name=record.label))


def one_of_many(record: Record, sentence: str, of_many: str) -> Finding:
    """A finding at a record, and what is said instead where many records lack the same."""
    return Finding(record.at("id"), Message(sentence, name=record.label), alike=Alike(of_many, record.label))


def described(handbook: Handbook) -> Municipality | None:
    """The municipality's own record, or None where it could not be read and something else stands in for it."""
    municipality = handbook.municipality
    return municipality if handbook.find(MUNICIPALITY, municipality.id) is municipality else None


def described_alone(handbook: Handbook) -> tuple[Municipality, ...]:
    """For `of`: the municipality's own record as the only one of its kind; none where it could not be read."""
    municipality = described(handbook)
    return () if municipality is None else (municipality,)


def is_whole(handbook: Handbook, *kinds: Kind[Any]) -> bool:
    """Whether every record of these kinds could be read, so that what is missing is not just unread."""
    if not handbook.unread.isdisjoint(kind.name for kind in kinds):
        return False
    return all(handbook.find(kind, name) is not None for kind in kinds for name in handbook.ids(kind))


def may_hold_placeholders(handbook: Handbook) -> bool:
    """Whether the handbook says that its content is not real. One that cannot be read is given the doubt."""
    return described(handbook) is None or is_demonstration(handbook)
