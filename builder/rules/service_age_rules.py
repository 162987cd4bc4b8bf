"""What is expected of the ages of services of a kind: that they leave nobody out, and that two do not share many."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from builder.facts.ages import Span, by_category, leaves_a_gap, successions
from builder.facts.parts import Within
from builder.model.handbook import Handbook
from builder.model.service import Service
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, advice, warning

Two = tuple[Span[Service], Span[Service]]
#: Told where the older of the two says its ages.
Succession = Within[Service, Two]


def successors(handbook: Handbook) -> Iterator[Succession]:
    """Each service that takes over at an age, with the one of its kind that had them longest before it."""
    for group in by_category(handbook.services).values():
        for before, after in successions(group):
            yield Within(after.owner, ("ages",), (before, after))


@warning("age-gap", of=successors)
def age_gap(successor: Succession, _handbook: Handbook) -> Findings:
    """Mellom tjenester av samme type er det ikke et hull i alderen.

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

    Riktig::

        services:
          - id: skole
            ages: {from: 6, to: 12}
          - {id: b, name: B, category: school, government: municipality, summary: S, ages: {from: 13}}

    Riktig::

        services:
          - id: skole
            ages: {to: 14}
          - {id: b, name: B, category: school, government: municipality, summary: S, ages: {from: 6, to: 10}}
          - {id: c, name: C, category: school, government: municipality, summary: S, ages: {from: 15, to: 16}}

    Riktig::

        services:
          - id: skole
            ages: {from: 6, to: 12}
          - {id: b, name: B, category: bup, government: health-trust, summary: S, ages: {from: 15, to: 17}}

    Feil::

        services:
          - id: skole
            ages: {from: 6, to: 12}
          - {id: b, name: B, category: school, government: municipality, summary: S, ages: {from: 14, to: 16}}
    """
    before, after = successor.value
    if leaves_a_gap(before, after):
        message = Message(
            "ingen har dem på {first}–{last} år: {before} slutter ved {end}, {after} begynner ved {start}",
            first=before.end + 1,
            last=after.start - 1,
            before=before.owner.label,
            end=before.end,
            after=after.owner.label,
            start=after.start,
        )
        yield Finding(successor.at("from"), message)


def alike(handbook: Handbook) -> Iterator[Succession]:
    """Two and two services of a kind, but those that each have an area of their own."""
    for group in by_category(handbook.services).values():
        for younger, older in combinations(group, 2):
            areas = {younger.owner.area, older.owner.area}
            if None in areas or len(areas) == 1:
                yield Within(older.owner, ("ages",), (younger, older))


@advice("age-overlap", of=alike)
def age_overlap(two: Succession, _handbook: Handbook) -> Findings:
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

    Riktig::

        services:
          - id: skole
            ages: {from: 6, to: 15}
            area: Y
          - {id: b, name: B, category: school, government: municipality, summary: S, ages: {from: 13, to: 16}, area: X}

    Riktig::

        services:
          - id: skole
            ages: {from: 6, to: 16}
          - {id: b, name: B, category: school, government: municipality, summary: S, ages: {from: 8, to: 10}}

    Feil::

        services:
          - id: skole
            ages: {from: 6, to: 14}
          - {id: b, name: B, category: school, government: municipality, summary: S, ages: {from: 13, to: 16}, area: X}
    """
    younger, older = two.value
    if younger.start < older.start < younger.end < older.end:  # one inside the other is a division
        message = Message(
            "både {younger} og {older} har dem som er {first}–{last} år; skriv hvem som har ansvaret når",
            younger=younger.owner.label,
            older=older.owner.label,
            first=older.start,
            last=younger.end,
        )
        yield Finding(two.at("from"), message, Lack.WRONG)


EXPECTATIONS = (age_gap, age_overlap)
