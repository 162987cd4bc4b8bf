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

from builder.problem import Severity
from builder.rules.law_citation import fault
from builder.rules.measures.citing import act_names, citations_in
from builder.rules.measures.words import everything_written, is_about_the_past
from builder.rules.subject import Findings, Subject

ID = "law-in-text"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """Each citation in a text resolves to a provision in force, unless the text says that it is old."""
    register = subject.handbook.law
    names = act_names(register)
    for record, path, text in everything_written(subject.handbook):
        for start, _, citation in citations_in(names, text):
            message = fault(register, citation, register.find(citation))
            if message is not None and not is_about_the_past(text, start):
                yield record.at(*path), message
