"""En forkortelse i en overskrift er forklart i ordlista eller er navnet på en tjeneste.

Nyansatte, foreldre og folk fra andre tjenester kjenner ikke forkortelsene. Overskriften er det første de
ser.

Kilde: krav om klart språk (språklova § 9); NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

Riktig::

    pathways:
      - id: uenighet
        title: Vi er uenige med PPT

Feil::

    pathways:
      - id: uenighet
        title: Vi er uenige med BVT
"""

from __future__ import annotations

import re

from builder.facts.record_texts import headings
from builder.model.glossary import GLOSSARY
from builder.model.handbook import Handbook
from builder.model.service import SERVICES
from builder.problem import Message, Severity
from builder.rules.findings import is_whole
from builder.rules.subject import Findings, Subject

ID = "title-abbreviation"
SEVERITY = Severity.WARNING

#: Two to five capitals that stand alone, or before a hyphen and a compound («PPT-kontakt»).
_ABBREVIATION = re.compile(r"\b[A-ZÆØÅ]{2,5}\b(?=\W|$)")


def check(subject: Subject) -> Findings:
    """Each abbreviation in a heading is known."""
    handbook = subject.handbook
    if not is_whole(handbook, GLOSSARY, SERVICES):
        return
    known = _known(handbook)
    for record, path, heading in headings(handbook):
        for abbreviation in dict.fromkeys(_ABBREVIATION.findall(heading)):
            if abbreviation not in known and heading != heading.upper():
                yield (
                    record.at(*path),
                    Message(
                        "«{abbreviation}» i «{heading}» er ikke forklart i ordlista",
                        abbreviation=abbreviation,
                        heading=heading,
                    ),
                )


def _known(handbook: Handbook) -> set[str]:
    """Every abbreviation among the words of the glossary and the names of services."""
    words = [word for term in handbook.terms for word in (term.term, *term.synonyms, *term.abbreviations)]
    names = [name for s in handbook.services for name in (s.short_name or "", s.name, *s.aliases)]
    return {found for text in (*words, *names) for found in _ABBREVIATION.findall(text)}
