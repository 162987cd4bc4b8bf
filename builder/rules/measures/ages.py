"""Whom services are for, by age, taken kind by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from builder.model.service import Service
from builder.model.vocabulary import Category

OLDEST = 120


@dataclass(frozen=True, slots=True)
class Span:
    """The ages of a service, whole years, both ends included; open ends are 0 and OLDEST."""

    start: int
    end: int
    service: Service


def spans(services: Iterable[Service]) -> dict[Category, tuple[Span, ...]]:
    """The spans of each kind of service, youngest first. Services that do not say ages are left out."""
    found: dict[Category, list[Span]] = defaultdict(list)
    for service in services:
        if service.ages is not None:
            start = service.ages.from_ or 0
            end = OLDEST if service.ages.to is None else service.ages.to
            found[service.category].append(Span(start, end, service))
    return {category: tuple(sorted(group, key=lambda s: (s.start, s.end))) for category, group in found.items()}


def last(group: Iterable[Span]) -> Span:
    """The span that reaches the highest age."""
    return max(group, key=lambda span: span.end)
