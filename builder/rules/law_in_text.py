"""Lovhenvisninger i løpende tekst gjelder bestemmelser som er i kraft.

En opphevet paragraf er like feil midt i en setning som i feltet for lovgrunnlag, men der er det lettere å
overse den.

Kilde: lovregisteret i common/laws, bygd på Lovdatas åpne data.

Riktig::

    services:
      - id: ppt
        note: Se barnevernsloven § 13-2.

Feil::

    services:
      - id: ppt
        note: Se barneverntjenesteloven § 6-4.
"""

from __future__ import annotations

from builder.facts.citing import act_names, citations_in
from builder.facts.record_texts import is_about_the_past, written
from builder.model.base import Record
from builder.model.register import LawRegister
from builder.problem import Severity
from builder.rules.law_citation import fault
from builder.rules.subject import Findings

ID = "law-in-text"
SEVERITY = Severity.WARNING


def check_record(record: Record, law: LawRegister) -> Findings:
    """Each citation in a text resolves to a provision in force, unless the text says that it is old."""
    for path, text in written(record):
        for start, _, citation in citations_in(act_names(law), text):
            message = fault(law, citation, law.find(citation))
            if message is not None and not is_about_the_past(text, start):
                yield record.at(*path), message
