"""What is expected of the forums taken together: that services meet, not too much, and nobody is left out."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts import overlaps
from builder.facts.encounters import Encounter, Partners, encounter_of, partners
from builder.facts.meetings import Load, loads
from builder.facts.parts import Within
from builder.model.forum import FORUMS, Forum
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES
from builder.model.pathway import Pathway
from builder.model.service import SERVICES, Service
from builder.model.vocabulary import Category
from builder.problem import Message, one_or_more
from builder.rules.expectation import Finding, Findings, advice, warning
from builder.rules.findings import is_whole

Forums = Within[Forum, tuple[Forum, Forum]]

#: Two working days of seven and a half hours.
HOURS = 15
#: Once may be chance; a pair that meets in this many pathways works together.
PATHWAYS = 2
_HOW = {encounter: encounter.label for encounter in Encounter}
_EXPECTED = frozenset({Category.NAV, Category.POLICE, Category.GP})


def purposeful_pairs(handbook: Handbook) -> Iterator[Forums]:
    """Every two standing forums with the same purposes, told at the second."""
    for first, second in overlaps.same_purpose(handbook):
        yield Within(second, ("members",), (first, second))


@warning("forum-overlap", of=purposeful_pairs)
def overlap(forums: Forums, handbook: Handbook) -> Findings:
    """To møteplasser med de samme deltakerne og det samme formålet bør bli til én.

    Nye møter legges gjerne oppå de gamle. De samme menneskene sitter da i to møter om det samme, og begge
    blir avlyst etter tur. Hører de sammen, skriver du det: den ene er part_of den andre, eller begge er part_of det
    samme.

    Kilde: Nord universitet, arbeidsnotat 5/2019; NOVA-rapport 18/2011, kapittel 10 (Felles arenaer).

    Riktig::

        forums:
          - id: team
            purposes: [guidance]

    Feil::

        forums:
          - id: team
            purposes: [guidance]
            members:
              - {actor: ppt.leder, mandate: decide, deputy: Nestleder}
              - {actor: skole, mandate: recommend}
          - id: ressursteam
            name: Ressursteam
            kind: standing
            purpose: Drøfte bekymring tidlig.
            purposes: [guidance]
            members:
              - {actor: ppt.leder, mandate: decide, deputy: Nestleder}
              - {actor: skole.rektor, mandate: recommend}

    Riktig::

        forums:
          - id: team
            purposes: [guidance]
          - id: ressursteam
            name: Ressursteam
            kind: standing
            purpose: Avklare enkeltsaker.
            purposes: [cases]
            members: [{actor: ppt.leder, mandate: decide}, {actor: skole, mandate: recommend}]

    Riktig::

        forums:
          - id: team
            purposes: [guidance]
            members: [{actor: ppt.leder, mandate: decide}, {actor: skole, mandate: recommend}]
          - id: ressursteam
            name: Ressursteam
            kind: standing
            purpose: Forberede teamet.
            part_of: team
            purposes: [guidance]
            members: [{actor: ppt.leder, mandate: decide}, {actor: skole, mandate: recommend}]

    Feil::

        forums:
          - id: team
            purposes: [guidance, cases]
            members: [{actor: ppt.leder, mandate: decide}, {actor: skole, mandate: recommend}]
          - id: ressursteam
            name: Ressursteam
            kind: standing
            purpose: Drøfte bekymring tidlig.
            purposes: [cases, guidance]
            members: [{actor: ppt, mandate: decide}, {actor: skole.rektor, mandate: recommend}]
    """
    first, second = forums.value
    if overlaps.overlap(handbook, first, second):
        message = Message(
            "«{second}» har de samme tjenestene og det samme formålet som «{first}»; kan de slås sammen?",
            first=first.name,
            second=second.name,
        )
        yield Finding(forums.at(), message)


def persons_load(handbook: Handbook) -> Iterator[Within[Forum, Load]]:
    """The load of each contact and role, told at the meeting that takes the most; a service sends whom it will."""
    for load in loads(handbook):
        if handbook.find(SERVICES, load.actor) is None:
            yield Within(load.heaviest, ("minutes",), load)


@warning("meeting-load", of=persons_load)
def meeting_load(load: Within[Forum, Load], handbook: Handbook) -> Findings:
    """Ingen rolle har mer enn femten timer faste møter i måneden.

    To arbeidsdager i måneden i faste møter er mye for en som også skal møte barn og familier. Blir det for
    mye, blir møtene avlyst. Regn ut fra hvor ofte møtene holdes og hvor lenge de varer.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Bemanning og kapasitet); grensa på femten timer er et forslag.

    Riktig::

        forums:
          - id: team
            minutes: 60
            recurrence: {every: 2, to: 3, unit: week}

    Feil::

        forums:
          - id: team
            minutes: 480
            recurrence: {every: 1, to: 2, unit: week}

    Riktig::

        forums:
          - id: team
            minutes: 120
            recurrence: {every: 1, to: 2, unit: week}

    Feil::

        forums:
          - id: team
            minutes: 360
            recurrence: {every: 1, to: 2, unit: week}
    """
    if load.value.hours > HOURS:
        message = Message(
            "{role} har {hours} timer faste møter i måneden; mest tid tar «{forum}»",
            role=_name(handbook, load.value.actor),
            hours=round(load.value.hours),
            forum=load.record.name,
        )
        yield Finding(load.at(), message)


def _name(handbook: Handbook, actor: str) -> str:
    found = handbook.contact(actor)
    if found:
        return f"{found[1].role} ({found[0].label})"
    role = handbook.find(ROLES, actor)
    return role.label if role else actor


def often_left_out(handbook: Handbook) -> tuple[Service, ...]:
    """The services of the kinds that are most often missing from the table, where all forums could be read."""
    if not is_whole(handbook, FORUMS, ROLES):
        return ()
    return tuple(service for service in handbook.services if service.category in _EXPECTED)


@warning("partner-left-out", of=often_left_out)
def left_out(service: Service, handbook: Handbook) -> Findings:
    """NAV, politiet og fastlegene har en fast møteplass med de andre tjenestene.

    De tre er de som oftest mangler rundt bordet, fordi de styres av staten eller er selvstendige. Da får de
    heller ikke vite hva de andre gjør. Møter rundt ett barn, sjeldne samlinger og møter bare om system er ikke
    nok: der møtes ikke de som møter familiene.

    Kilde: NOVA-rapport 18/2011, kapittel 6 (Formalisering av møter og samhandling); masteroppgave om
    tverrfaglig samarbeid i rusbehandling, kapittel 4.2.3.

    Riktig::

        services:
          - id: nav
            name: NAV Lillevik
            category: nav
            government: state
            summary: Arbeid og økonomi.
        forums:
          - id: team
            members:
              - {actor: nav, mandate: inform}

    Feil::

        services:
          - id: nav
            name: NAV Lillevik
            category: nav
            government: state
            summary: Arbeid og økonomi.

    Riktig::

        services:
          - {id: lensmann, name: Politiet, category: police, government: state, summary: Forebygger og hjelper.}
        forums:
          - id: team
            members: [{actor: lensmann, mandate: inform, attendance: by-need}]

    Feil::

        services:
          - {id: lensmann, name: Politiet, category: police, government: state, summary: Forebygger og hjelper.}
        forums:
          - id: team
            recurrence: {every: 1, to: 2, unit: year}
            members: [{actor: lensmann, mandate: inform}]
    """
    how = encounter_of(handbook)[service.id]
    if how is not Encounter.REGULARLY:
        message = Message(
            "{name} og de andre tjenestene møtes {how}; hvor møtes de som møter familiene?",
            name=service.label,
            how=Message(_HOW[how]),
        )
        yield Finding(service.at("id"), message)


def working_partners(handbook: Handbook) -> Iterator[Within[Pathway, Partners]]:
    """Every two services that are together in several pathways, told at the last of the first steps in each."""
    if not is_whole(handbook, FORUMS, ROLES, SERVICES):
        return
    for found in partners(handbook):
        if found.pathways >= PATHWAYS:
            firsts = {pathway.id: (pathway, number) for pathway, number in reversed(found.steps)}
            last = next(reversed(found.steps))[0].id
            pathway, number = firsts[last]
            yield Within(pathway, ("steps", number, "participants"), found)


@advice("pathway-without-forum", of=working_partners)
def partners_meet(pair: Within[Pathway, Partners], handbook: Handbook) -> Findings:
    """Tjenester som er sammen i flere forløp, har en fast møteplass der begge er med.

    Tjenester som stadig har ansvaret for steg etter hverandre, bør ha et sted der de snakker om hvordan det
    går. Uten et slikt sted hviler alt på hvem som kjenner hvem. Møter rundt ett barn, sjeldne samlinger og møter
    bare om system er ikke nok; kommuneledelsen møter de andre der lederne møtes.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Felles arenaer og Personlige relasjoner).

    Riktig::

        forums:
          - id: team
            members:
              - {actor: ppt.leder, mandate: decide, deputy: Nestleder}
              - {actor: skole, mandate: recommend}

    Feil::

        forums:
          - id: team
            convener: ppt.leder
            chair: ppt.leder
            minutes_by: ppt.leder
            members:
              - {actor: ppt.leder, mandate: decide, deputy: Nestleder}
        pathways:
          - id: akutt
            steps: [{id: ring, participants: [ppt, skole]}]
          - id: uenighet
            steps: [{id: mote, participants: [skole]}]

    Riktig::

        forums:
          - id: team
            recurrence: {every: 2, to: 3, unit: month}
            members: [{actor: ppt.leder, mandate: decide}, {actor: skole, mandate: recommend}]
        pathways:
          - id: akutt
            steps: [{id: ring, participants: [ppt, skole]}]
          - id: uenighet
            steps: [{id: mote, participants: [skole]}]

    Feil::

        forums:
          - id: team
            recurrence: {every: 1, to: 2, unit: year}
            members: [{actor: ppt.leder, mandate: decide}, {actor: skole, mandate: recommend}]
        pathways:
          - id: akutt
            steps: [{id: ring, participants: [ppt, skole]}]
          - id: uenighet
            steps: [{id: mote, participants: [skole]}]
    """
    if not pair.value.meet:
        first, second = (
            service.label if (service := handbook.find(SERVICES, name)) else name for name in pair.value.pair
        )
        message = one_or_more(
            "{first} og {second} er sammen i {count} forløp, men møtes {how}",
            "{first} og {second} er sammen i {count} forløp, men møtes {how}",
            pair.value.pathways,
            first=first,
            second=second,
            how=Message(_HOW[pair.value.encounter]),
        )
        yield Finding(pair.at(), message)


EXPECTATIONS = (overlap, meeting_load, left_out, partners_meet)
