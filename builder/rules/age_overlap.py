"""Tjenester av samme type og samme område overlapper ikke mer enn ett år i alder.

Når to tjenester begge har de samme årene, venter de gjerne på hverandre. Ett felles år er vanlig i en
overgang; mer enn det bør avklares.

Kilde: NOVA-rapport 18/2011, kapittel 4 (Rolleavklaring); håndbokas egen sammenheng.

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
        ages: {from: 6, to: 15}
      - id: ungdomsskole
        name: Ungdomsskolen
        category: school
        government: municipality
        summary: For ungdom.
        ages: {from: 13, to: 16}
"""

from __future__ import annotations

from itertools import combinations

from builder.facts.ages import Span, by_category
from builder.model.service import Service
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "age-overlap"
SEVERITY = Severity.ADVICE


def check(subject: Subject) -> Findings:
    """Two services of a kind share at most one year. One inside the other, or each for its own area, is a division."""
    for group in by_category(subject.handbook.services).values():
        for younger, older in combinations(group, 2):
            if _overlap(younger, older):
                yield (
                    older.owner.at("ages", "from"),
                    Message(
                        "både {younger} og {older} har dem som er {first}–{last} år; skriv hvem som har ansvaret når",
                        younger=younger.owner.label,
                        older=older.owner.label,
                        first=older.start,
                        last=younger.end,
                    ),
                )


def _overlap(younger: Span[Service], older: Span[Service]) -> bool:
    divided = {younger.owner.area, older.owner.area}
    apart = None not in divided and len(divided) > 1
    return not apart and younger.start < older.start < younger.end < older.end
