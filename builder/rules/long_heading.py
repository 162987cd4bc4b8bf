"""Overskrifter er på høyst 70 tegn.

Lange overskrifter brekker på telefonen, i innholdslista og på lommekortet, og de er vanskelige å finne
igjen. Resten av setningen hører hjemme i sammendraget.

Kilde: krav om klart språk (språklova § 9); grensa på 70 tegn er et forslag.

Riktig::

    pathways:
      - id: uenighet
        title: Vi er uenige om ansvaret

Feil::

    pathways:
      - id: uenighet
        title: Vi er uenige om hvem av oss som egentlig skal ha ansvaret for å følge opp barnet videre
"""

from __future__ import annotations

from builder.facts.record_texts import headings
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "long-heading"
SEVERITY = Severity.ADVICE

LONGEST = 70


def check(subject: Subject) -> Findings:
    """No heading is longer than fits on a telephone and in a list."""
    for record, path, heading in headings(subject.handbook):
        if len(heading) > LONGEST:
            yield (
                record.at(*path),
                Message(
                    "overskriften er på {length} tegn; kort den ned til {longest}", length=len(heading), longest=LONGEST
                ),
            )
