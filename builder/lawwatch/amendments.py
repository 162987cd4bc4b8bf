"""What the notes below a section say of when it was changed, and when it will be.

Lovdata ends a section with its history: «Endret ved lov 19 juni 2009 nr. 93 (i kraft 1 jan 2011 iflg. res. …). Endres
ved lov 20 juni 2025 nr. 100 (i kraft 1 aug 2026 …)». What is done is in the past tense, what is adopted in the present.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

#: A note is a few sentences; what is longer is no note, and the end of it says what was done last.
_LONGEST = 20_000
_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
_DATE = rf"(\d{{1,2}})\.? ({'|'.join(_MONTHS)})[a-zæøå]*\.? (\d{{4}})"
#: The date of an amendment, and what stands in brackets after it, in which there may be brackets.
_AMENDMENT = re.compile(rf"{_DATE} nr\. ?\d+\s*+(?:\(((?:[^()]++|\([^()]*+\))*+)\))?", re.IGNORECASE)
_FROM = re.compile(rf"(?:ikr\.?|i kraft|i kraft fra) {_DATE}", re.IGNORECASE)
_TO_COME = r"endres|endrast|oppheves|opphevast|tilføyes|føyes til|føyast til|flyttes|flyttast"
_DONE = r"endret|endra|opphevet|oppheva|tilføyd|tilføyet|føyd til|flyttet|flytta"
#: «Endres ved lov»; the same words stand in what a note says of transitions too.
_TENSE = re.compile(rf"\b(?:(?:{_TO_COME})|(?P<done>{_DONE})) (?:ved|med)\b", re.IGNORECASE)
_UNDECIDED = re.compile(r"kongen|departementet|fastset", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change in a section: adopted on a day, and in force from one, which may be undecided."""

    adopted: dt.date
    in_force: dt.date | None
    done: bool

    @property
    def seen_from(self) -> dt.date | None:
        """The first day on which the text could be read as it is with this change."""
        return max(self.adopted, self.in_force) if self.in_force else None


def amendments(note: str) -> Iterator[Amendment]:
    """Each change the note of a section tells of, in its order."""
    text = note[-_LONGEST:]
    tenses = [(found.start(), found["done"] is not None) for found in _TENSE.finditer(text)]
    for found in _AMENDMENT.finditer(text):
        adopted = _date(*found.group(1, 2, 3))
        if adopted is not None:
            done = next((done for start, done in reversed(tenses) if start < found.start()), True)
            yield Amendment(adopted, _in_force(adopted, found[4]), done)


def _in_force(adopted: dt.date, how: str | None) -> dt.date | None:
    """From when a change applies: from the day it was adopted, where nothing else is said."""
    found = _FROM.search(how or "")
    if found:
        return _date(*found.groups())
    return None if how and _UNDECIDED.search(how) else adopted


def _date(day: str, month: str, year: str) -> dt.date | None:
    try:
        return dt.date(int(year), _MONTHS.index(month.casefold()) + 1, int(day))
    except ValueError:  # no such day
        return None
