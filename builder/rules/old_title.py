"""Teksten bruker titlene og navnene som gjelder nå.

Gamle titler gjør at håndboka ser gammel ut, og at nyansatte leter etter stillinger som ikke finnes. I
aliases, synonyms og old_names hører de hjemme: der finner søket dem.

Kilde: barnevernsloven, helsepersonelloven og kommuneloven slik de lyder nå; håndbokas egen ordliste.

Riktig::

    services:
      - id: ppt
        note: Spør helsesykepleieren (tidligere helsesøster).

Feil::

    services:
      - id: ppt
        note: Spør helsesøsteren.
"""

from __future__ import annotations

import re

from builder.facts.record_texts import contains_any, is_about_the_past, lowered, written
from builder.model.base import Record
from builder.model.register import LawRegister
from builder.problem import Message, Severity
from builder.rules.subject import Findings

ID = "old-title"
SEVERITY = Severity.ADVICE

#: What the old name begins with, in small letters -> what it is called now. Both written standards.
_TODAY = {
    "helsesøster": "helsesykepleier",
    "helsesyster": "helsesykepleier",
    "rådmann": "kommunedirektør",
    "rådmenn": "kommunedirektør",
    "fylkesmann": "statsforvalter",
    "fylkesmenn": "statsforvalter",
    "barneverntjenest": "barnevernstjeneste",
    "barnevernteneste": "barnevernstjeneste",
    "barnevernvakt": "barnevernsvakt",
    "fylkesnemnd": "barneverns- og helsenemnda",
    "sosialkontor": "NAV",
    "trygdekontor": "NAV",
    "arbeidskontor": "NAV",
    "aetat": "NAV",
    "foreldremyndighet": "foreldreansvar",
    "foreldremynde": "foreldreansvar",
    "hjelpeverge": "verge",
}
#: Names of acts («barneverntjenesteloven») have a rule of their own.
_OLD = re.compile(rf"\b({'|'.join(_TODAY)})(?!\w*lov)\w*", re.IGNORECASE)


def check_record(record: Record, _law: LawRegister) -> Findings:
    """No text uses an old name, unless it says that it is old."""
    if not contains_any(lowered(record), _TODAY):
        return
    for path, text in written(record):
        for found in _OLD.finditer(text):
            if not is_about_the_past(text, found.start()):
                yield (
                    record.at(*path),
                    Message("«{old}» heter nå {new}", old=found.group(), new=_TODAY[found[1].casefold()]),
                )
