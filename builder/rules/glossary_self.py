"""Et ord i ordlista viser ikke til seg selv.

«Se også» skal føre leseren videre. En lenke til siden en allerede er på, gjør at en mister tråden.

Kilde: håndbokas egen sammenheng.

Riktig::

    glossary:
      - {id: ppt, see: [helsesykepleier]}

Feil::

    glossary:
      - {id: ppt, see: [ppt]}
"""

from __future__ import annotations

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "glossary-self"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """No term says to see itself."""
    for term in subject.handbook.terms:
        for index, other in enumerate(term.see):
            if other == term.id:
                yield term.at("see", index), Message("«{term}» viser til seg selv", term=term.term)
