"""Finds citations of law: those in marked fields, without duplicates, and those in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from builder.facts.parts import Within
from builder.facts.record_texts import any_of
from builder.memoize import memoize
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.law import Act
from builder.model.register import Cited, LawRegister
from builder.model.vocabulary import ActStatus

_SECTION = re.compile(r"\s+§§?\s*\d+(?:[-–]\d+)?(?:\s?[a-z]\b(?!\s+(?:er|som|og|i)\b))?")
_SUCCESSIONS = 5

CitedIn = Within[Record, Cited]


def cited_provisions(handbook: Handbook) -> tuple[CitedIn, ...]:
    """Each section of an act in the register that a field cites, where it is first cited."""
    return _first_cited(handbook, lambda cited: cited.id)


def cited_acts(handbook: Handbook) -> tuple[CitedIn, ...]:
    """Each act in the register that a field cites, where it is first cited."""
    return _first_cited(handbook, lambda cited: cited.act.id)


def _first_cited(handbook: Handbook, name: Callable[[Cited], str]) -> tuple[CitedIn, ...]:
    found: dict[str, CitedIn] = {}
    for citation in handbook.citations:
        cited = handbook.law.find(citation.citation)
        if cited is not None and name(cited) not in found:
            found[name(cited)] = Within(citation.source, citation.path, cited)
    return tuple(found.values())


@memoize
def act_names(register: LawRegister) -> re.Pattern[str]:
    """A pattern for every name an act goes by, right or wrong."""
    names = tuple(
        name.partition(" (")[0]
        for act in register.acts
        for name in (act.name, act.name_nn or act.name, *act.aliases, *act.misnomers)
    )
    return any_of(names) if names else re.compile(r"(?!)")


def citations_in(names: re.Pattern[str], text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and words of each citation of a named act with a section, such as «barnevernsloven § 13-2»."""
    if "§" not in text:
        return
    for name in names.finditer(text):
        section = _SECTION.match(text, name.end())
        if section:
            yield name.start(), section.end(), text[name.start() : section.end()]


def today_of(register: LawRegister, act: Act) -> Act | None:
    """The act that applies now: itself when in force, or what followed it; None when nothing did."""
    found: Act | None = act
    for _ in range(_SUCCESSIONS):
        if found is None or found.status is not ActStatus.REPEALED:
            break
        found = register.successor(found)
    return found if found is not None and found.status is not ActStatus.REPEALED else None
