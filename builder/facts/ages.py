"""Ranges of age laid beside each other: whom services are for, and who consents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from builder.model.ages import Ages
from builder.model.service import Service
from builder.model.vocabulary import Category

OLDEST = 120
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Span(Generic[T]):
    """The ages of something, whole years, both ends included; open ends are 0 and OLDEST."""

    start: int
    end: int
    owner: T


def span(ages: Ages, owner: T) -> Span[T]:
    """A range of ages with the ends closed."""
    return Span(ages.from_ or 0, OLDEST if ages.to is None else ages.to, owner)


def youngest_first(group: Iterable[Span[T]]) -> tuple[Span[T], ...]:
    """The spans in the order of their years."""
    return tuple(sorted(group, key=lambda one: (one.start, one.end)))


def by_category(services: Iterable[Service]) -> dict[Category, tuple[Span[Service], ...]]:
    """The spans of each kind of service, youngest first. Services that do not say ages are left out."""
    found: dict[Category, list[Span[Service]]] = defaultdict(list)
    for service in services:
        if service.ages is not None:
            found[service.category].append(span(service.ages, service))
    return {category: youngest_first(group) for category, group in found.items()}


def successions(group: Sequence[Span[T]]) -> Iterator[tuple[Span[T], Span[T]]]:
    """Each span but the youngest, after the one that reaches furthest of those before it. Youngest first."""
    for number, after in enumerate(group[1:], start=1):
        yield max(group[:number], key=lambda one: one.end), after


def leaves_a_gap(before: Span[T], after: Span[T]) -> bool:
    """Whether there are years between two spans that neither has."""
    return after.start > before.end + 1
