"""Citations: those that fields mark, told once each, and those that stand in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from builder.facts.record_texts import any_of
from builder.memoize import memoize
from builder.model.handbook import Handbook
from builder.model.law import Act
from builder.model.register import Cited, LawRegister
from builder.model.vocabulary import ActStatus
from builder.problem import Mark

_SECTION = re.compile(r"\s+§§?\s*\d+(?:[-–]\d+)?(?:\s?[a-z]\b(?!\s+(?:er|som|og|i)\b))?")
_SUCCESSIONS = 5


def first_cited(handbook: Handbook, about: Callable[[Cited], str | None]) -> Iterator[tuple[Mark, Cited]]:
    """The first citation of each thing there is something to say about, and its place; None is nothing to say."""
    told: set[str] = set()
    for citation in handbook.citations:
        cited = handbook.law.find(citation.citation)
        name = about(cited) if cited is not None else None
        if cited is not None and name is not None and name not in told:
            told.add(name)
            yield citation.source.at(*citation.path), cited


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
