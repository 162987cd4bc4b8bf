"""What is expected of services together: that others take over from each, and that private ones are not left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.facts.ages import OLDEST, by_category
from builder.facts.parts import Within, of_category
from builder.facts.record_texts import texts
from builder.model.handbook import Handbook
from builder.model.pathway import PATHWAYS
from builder.model.service import SERVICES, Service
from builder.model.vocabulary import Category, Government
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, advice, warning
from builder.rules.findings import is_whole

#: The kinds of service that follow a child over time, so that somebody has to take over.
FOLLOWING = frozenset(
    {Category.KINDERGARTEN, Category.SCHOOL, Category.CHILD_WELFARE, Category.BUP, Category.MENTAL_HEALTH,
     Category.HABILITATION}
)  # fmt: skip
#: Measures may go on until 25, but it is at 18 that the young person decides, and others take over.
_COMES_OF_AGE = {Category.CHILD_WELFARE: 18}
#: An end at 17 and one at 18 both mean the birthday between them.
_SLACK = 1

_WORDS = re.compile(r"privat|friskol", re.IGNORECASE)
_PRIVATE = {
    Category.KINDERGARTEN: Message(
        "ingen barnehage her er privat, og teksten nevner ingen; skriv hvem som er kontakt for dem"
    ),
    Category.SCHOOL: Message("ingen skole her er privat, og teksten nevner ingen; skriv hvem som er kontakt for dem"),
}


def ending_services(handbook: Handbook) -> Iterator[Within[Service, int]]:
    """The last service of each kind that follows children, with the age it ends at, where others must take over."""
    if not is_whole(handbook, PATHWAYS):
        return
    for category, group in by_category(handbook.services).items():
        ending = max(group, key=lambda span: span.end)
        age = min(ending.end, _COMES_OF_AGE.get(category, OLDEST))
        if category in FOLLOWING and age < OLDEST:
            yield Within(ending.owner, ("ages", "to"), age)


@warning("transition-pathway", of=ending_services)
def transition(ending: Within[Service, int], handbook: Handbook) -> Findings:
    """En tjeneste som slutter ved en alder, har et forløp for overgangen.

    Overgangene er der hjelpen oftest faller bort: fra barnehage til skole, fra BUP og barnevern til tjenester
    for voksne. Forløpet bør ha alderen som utløser (trigger), så det begynner i tide.

    Kilde: masteroppgave om overgangen fra barnevern til tjenester for voksne, kapittel 5.2 (Prosedyrer og
    rutiner for overganger); barnevernsloven § 3-6.

    Riktig::

        services:
          - id: bup
            name: BUP
            category: bup
            government: health-trust
            summary: Psykisk helsehjelp for barn.
            ages: {from: 0, to: 17}
        pathways:
          - id: bekymret-barn
            trigger: {age: 18, months_before: 12}

    Feil::

        services:
          - id: bup
            name: BUP
            category: bup
            government: health-trust
            summary: Psykisk helsehjelp for barn.
            ages: {from: 0, to: 17}

    Riktig::

        services:
          - {id: b, name: B, category: mental-health, government: municipality, summary: S, ages: {from: 0}}

    Riktig::

        services:
          - {id: b, name: B, category: child-welfare, government: municipality, summary: S, ages: {from: 0, to: 25}}
        pathways:
          - id: bekymret-barn
            trigger: {age: 17}

    Riktig::

        services:
          - {id: b, name: B, category: child-health, government: municipality, summary: S, ages: {from: 0, to: 20}}

    Feil::

        services:
          - {id: b, name: B, category: bup, government: health-trust, summary: S, ages: {from: 0, to: 17}}
        pathways:
          - id: bekymret-barn
            trigger: {age: 15}

    Feil::

        services:
          - {id: b, name: B, category: child-welfare, government: municipality, summary: S, ages: {from: 0, to: 25}}
        pathways:
          - id: bekymret-barn
            trigger: {age: 25}
    """
    triggers = (p.trigger.age for p in handbook.pathways if p.trigger and p.trigger.age is not None)
    if not any(abs(trigger - ending.value) <= _SLACK for trigger in triggers):
        message = Message(
            "{service} gir fra seg ansvaret ved {age} år, men ingen forløp begynner da (trigger: age)",
            service=ending.record.label,
            age=ending.value,
        )
        yield Finding(ending.at(), message)


#: The services of a kind, told at the first of them.
Listed = Within[Service, tuple[Service, ...]]


def with_private_ones(handbook: Handbook) -> Iterator[Listed]:
    """The kindergartens, and the schools: some of those are private in most municipalities."""
    if not is_whole(handbook, SERVICES):
        return
    for category in _PRIVATE:
        of_kind = of_category(handbook, category)
        if of_kind:
            yield Within(of_kind[0], ("id",), of_kind)


@advice("private-left-out", of=with_private_ones)
def private(listed: Listed, _handbook: Handbook) -> Findings:
    """Håndboka sier hvem som er kontakt for private barnehager og skoler.

    Barna i private barnehager og skoler har krav på den samme hjelpen, men de ansatte der blir ofte glemt i
    møter, kurs og kontaktlister. Har kommunen ingen slike, kan det stå.

    Kilde: barnehageloven § 2 b (Samarbeid og samordning); håndbokas egen sammenheng.

    Riktig::

        services:
          - id: skole
            summary: Skolen for alle barn i Lillevik. Kommunen har ingen private skoler.

    Feil::

        services:
          - id: barnehage
            name: Barnehagene
            category: kindergarten
            government: municipality
            summary: De fem barnehagene våre.

    Riktig::

        services:
          - {id: b, name: B, category: kindergarten, government: municipality, summary: S}
          - {id: c, name: C, category: kindergarten, government: private, summary: S}

    Riktig::

        services:
          - id: skole
            good_to_know: [Friskolene har egne kontakter.]

    Feil::

        services:
          - id: skole
            good_to_know: [Barnehagene er private; skolene er det ikke.]
            category: kindergarten
          - {id: b, name: B, category: school, government: municipality, summary: S}
    """
    if not any(map(_mentions_private, listed.value)):
        yield Finding(listed.at(), _PRIVATE[listed.record.category])


def _mentions_private(service: Service) -> bool:
    return service.government is Government.PRIVATE or any(_WORDS.search(text) for _, text in texts(service))


EXPECTATIONS = (transition, private)
