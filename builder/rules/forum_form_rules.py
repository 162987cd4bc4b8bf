"""What is expected of a forum's description: who runs it, how often it meets, and what for."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.demands import Demand, asked_for, is_asked
from builder.facts.held import says
from builder.facts.parts import Within, forums
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning
from builder.rules.findings import lacking

_DEMANDS = {"convener": Demand.CONVENER, "chair": Demand.CHAIR, "minutes_by": Demand.MINUTES}
_ROLES = {
    "convener": N_("«{forum}» sier ikke hvem som kaller inn (convener)"),
    "chair": N_("«{forum}» sier ikke hvem som leder møtet (chair)"),
    "minutes_by": N_("«{forum}» sier ikke hvem som skriver referat (minutes_by)"),
}
_NO_INTERVAL = N_(
    "«{name}» sier ikke hvor ofte møtet holdes; skriv every, times, dates eller as_needed under recurrence"
)
_NO_PURPOSE = N_("«{name}» sier ikke hva møtet brukes til; velg under purposes")
_NOBODY_ANSWERS = N_("«{forum}» har co_conveners, men ingen convener; skriv hvem som svarer for at det blir kalt inn")
_TWICE = N_("«{forum}» har samme rolle i convener og co_conveners; skriv bare de andre i co_conveners")
_HOW = N_("«{forum}» kalles inn av flere; skriv hvem som gjør det når (convening)")
_AFTER = N_("«{forum}» har en frist for å melde saker som ikke er før møtet; bruk before, amount og unit")


def tasks(handbook: Handbook) -> Iterator[Within[Forum, str]]:
    """The tasks of each meeting, by their fields; an informal one needs only somebody to ask."""
    return (
        Within(forum, (field,), field)
        for forum in handbook.forums
        for field, demand in _DEMANDS.items()
        if is_asked(forum, demand)
    )


@warning("forum-roles", of=tasks)
def roles(task: Within[Forum, str], _handbook: Handbook) -> Findings:
    """En møteplass sier hvem som kaller inn, leder og skriver referat.

    Møter uten fast innkaller blir ikke holdt, og uten referat når ikke avtalene dem som skal gjøre noe.
    Oppgavene skal ligge hos roller, ikke hos den som tilfeldigvis husker dem. Et uformelt møte trenger bare en
    å spørre (convener).

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Formalisering av møter og samhandling).

    Riktig::

        forums:
          - id: team
            convener: ppt.leder
            chair: skole.rektor
            minutes_by: ppt.leder

    Feil::

        forums:
          - id: team
            convener: null
            minutes_by: null

    Riktig::

        roles: [{id: sekretaer, name: Sekretær}]
        forums:
          - id: team
            minutes_by: sekretaer

    Feil::

        forums:
          - id: team
            chair: null

    Riktig::

        forums:
          - id: team
            kind: informal
            convener: ppt.leder
            chair: null
            minutes_by: null

    Feil::

        forums:
          - id: team
            kind: informal
            convener: null
    """
    forum = task.record
    if not says(forum, task.value):
        yield Finding(forum.at("id"), Message(_ROLES[task.value], forum=forum.name))


@warning("forum-interval", of=asked_for(Demand.INTERVAL))
def interval(forum: Forum, _handbook: Handbook) -> Findings:
    """En møteplass sier hvor ofte den møtes, eller hva som utløser et møte.

    Møter «når det passer» taper mot alt annet. I en presset hverdag er det vanskelig å prioritere felles
    arenaer når rammene ikke er formalisert. Uformelle møter blir ikke spurt.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Felles arenaer).

    Riktig::

        forums:
          - id: team
            recurrence: {every: 4, unit: week}

    Feil::

        forums:
          - id: team
            recurrence: null

    Riktig::

        forums:
          - id: team
            recurrence: {every: null, to: null, unit: null, as_needed: Når en tjeneste ber om det}

    Feil::

        forums:
          - {id: nytt, name: Nytt møte, kind: case, purpose: Avklare hvem som gjør hva.}

    Riktig::

        forums:
          - id: team
            kind: informal
            recurrence: null

    Feil::

        forums:
          - {id: nytt, name: Nytt møte, kind: standing, purpose: Bli kjent.}
    """
    return lacking(forum, says(forum, "recurrence"), _NO_INTERVAL)


@warning("forum-purpose", of=forums)
def purpose(forum: Forum, _handbook: Handbook) -> Findings:
    """En møteplass sier hva den brukes til: veiledning, enkeltsaker, systemarbeid, beredskap eller tillit.

    Når deltakerne ikke vet om møtet er for saker eller for system, går tida med til å finne det ut, og det
    som trengs, blir ikke tatt opp.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Felles arenaer); Nord universitet, arbeidsnotat 5/2019.

    Riktig::

        forums:
          - id: team
            purposes: [guidance]

    Feil::

        forums:
          - id: team
            purposes: []

    Riktig::

        forums:
          - id: team
            purposes: [trust, system]

    Feil::

        forums:
          - {id: nytt, name: Nytt møte, kind: informal, purpose: Bli kjent.}
    """
    return lacking(forum, forum.purposes, _NO_PURPOSE)


def shared_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums that several call in to."""
    return tuple(forum for forum in handbook.forums if forum.co_conveners)


@warning("forum-convening", of=shared_forums)
def convening(forum: Forum, _handbook: Handbook) -> Findings:
    """Når flere kaller inn til et møte, svarer én for det, og det står hvordan de deler på det.

    Er det to som kaller inn, tror begge lett at den andre har gjort det. Da blir møtet borte. Skriv den som
    svarer for det, under convener, de andre under co_conveners, og hvem som gjør det når, under convening.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer); håndbokas egen sammenheng.

    Riktig::

        forums:
          - id: team
            convener: ppt.leder
            co_conveners: [skole.rektor]
            convening: PPT om høsten, skolen om våren

    Feil::

        forums:
          - id: team
            convener: ppt.leder
            co_conveners: [skole.rektor]

    Riktig::

        forums:
          - id: team
            convener: ppt.leder
            convening: Hver høst og vår

    Feil::

        forums:
          - id: team
            convener: ppt.leder
            co_conveners: [ppt.leder]
            convening: PPT hele året

    Feil::

        forums:
          - id: team
            convener: null
            co_conveners: [skole.rektor]
            convening: Skolen om våren
    """
    place = forum.at("co_conveners")
    if forum.convener is None:
        yield Finding(place, Message(_NOBODY_ANSWERS, forum=forum.name))
    elif forum.convener in forum.co_conveners:
        yield Finding(place, Message(_TWICE, forum=forum.name), Lack.WRONG)
    elif not forum.convening:
        yield Finding(place, Message(_HOW, forum=forum.name))


def sign_up_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums with a deadline for signing up that can be reckoned."""
    return tuple(forum for forum in handbook.forums if forum.sign_up_by is not None)


@error("sign-up-before", of=sign_up_forums)
def sign_up(forum: Forum, _handbook: Handbook) -> Findings:
    """Fristen for å melde saker regnes bakover fra møtet.

    Håndboka viser siste dag for å melde saker til de neste møtene. Er fristen regnet framover, kommer dagen
    etter at møtet er holdt.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        forums:
          - id: team
            sign_up_by: {amount: 5, unit: working-days, before: møtet}

    Feil::

        forums:
          - id: team
            sign_up_by: {amount: 5, unit: working-days, from: møtet}

    Riktig::

        forums:
          - id: team
            sign_up: En uke før, til leder

    Feil::

        forums:
          - id: team
            sign_up_by: {at_once: true}
    """
    if forum.sign_up_by is not None and forum.sign_up_by.before is None:
        yield Finding(forum.at("sign_up_by"), Message(_AFTER, forum=forum.name), Lack.WRONG)


EXPECTATIONS = (roles, interval, purpose, convening, sign_up)
