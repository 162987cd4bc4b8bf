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

from builder.problem import Message, Severity
from builder.rules.measures.words import everything_written, is_about_the_past
from builder.rules.subject import Findings, Subject

ID = "old-title"
SEVERITY = Severity.ADVICE

#: Stem of the old name, with the endings it takes -> what it is called now. Both written standards.
_TODAY = {
    r"helses[øy]ster\w*": "helsesykepleier",
    r"rådm[ae]nn\w*": "kommunedirektør",
    r"fylkesm[ae]nn\w*": "statsforvalter",
    r"barnevern(?:tjenest|teneste)\w*": "barnevernstjeneste",
    r"barnevernvakt\w*": "barnevernsvakt",
    r"fylkesnemnd\w*": "barneverns- og helsenemnda",
    r"sosialkontor\w*": "NAV",
    r"trygdekontor\w*": "NAV",
    r"arbeidskontor\w*": "NAV",
    r"aetat": "NAV",
    r"foreldremyndighet\w*|foreldremynde\w*": "foreldreansvar",
    r"hjelpeverge\w*": "verge",
}
_OLD = re.compile(r"\b(?:" + "|".join(f"({stem})" for stem in _TODAY) + r")\b", re.IGNORECASE)
_NOW = tuple(_TODAY.values())


def check(subject: Subject) -> Findings:
    """No text uses an old name, unless it says that it is old."""
    for record, path, text in everything_written(subject.handbook):
        for found in _OLD.finditer(text):
            if not is_about_the_past(text, found.start()):
                yield (
                    record.at(*path),
                    Message("«{old}» heter nå {new}", old=found.group(), new=_NOW[(found.lastindex or 1) - 1]),
                )
