"""Citations that stand in running text, where no field marks them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model.law import Act
from builder.model.register import LawRegister
from builder.model.vocabulary import ActStatus
from builder.rules.measures.words import any_of
from builder.thrift import once

_SECTION = re.compile(r"\s+§§?\s*\d+(?:[-–]\d+)?(?:\s?[a-z]\b(?!\s+(?:er|som|og|i)\b))?")
_SUCCESSIONS = 5


@once
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
