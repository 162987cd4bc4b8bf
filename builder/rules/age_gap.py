"""Tjenester av samme type etterlater ikke et hull i alder.

Når én tjeneste slutter ved 13 år og den neste begynner ved 16, finnes det unge som ingen har ansvaret
for. Gråsonene oppdages ofte først når noen står i dem.

Kilde: masteroppgave om overgangen fra barnevern til tjenester for voksne, kapittel 2.3 (Sårbare
overganger).

Riktig::

    services:
      - id: skole
        ages: {from: 6, to: 13}
      - id: ungdomsskole
        name: Ungdomsskolen
        category: school
        government: municipality
        summary: For ungdom.
        ages: {from: 13, to: 16}

Feil::

    services:
      - id: skole
        ages: {from: 6, to: 12}
      - id: ungdomsskole
        name: Ungdomsskolen
        category: school
        government: municipality
        summary: For ungdom.
        ages: {from: 15, to: 16}
"""

from __future__ import annotations

from builder.facts.ages import by_category, gaps
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "age-gap"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """Services of one kind together cover every age from the youngest to the oldest."""
    for group in by_category(subject.handbook.services).values():
        for before, after in gaps(group):
            yield (
                after.owner.at("ages", "from"),
                Message(
                    "ingen har dem på {first}–{last} år: {before} slutter ved {end}, {after} begynner ved {start}",
                    first=before.end + 1,
                    last=after.start - 1,
                    before=before.owner.label,
                    end=before.end,
                    after=after.owner.label,
                    start=after.start,
                ),
            )
