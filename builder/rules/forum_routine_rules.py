"""What is expected of a forum's routines: what happens when it must be cancelled, and with what it decides."""

from __future__ import annotations

from builder.facts.demands import Demand, asked_for
from builder.facts.parts import case_forums
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.rules.expectation import Findings, warning
from builder.rules.findings import lacking

_NO_CANCELLING = N_("«{name}» sier ikke hva som skjer når møtet må avlyses (cancelling)")
_NOT_DOWN = N_("«{name}» sier ikke hvordan det som bestemmes, når de ansatte (decisions: reported_down)")

_NOT_FAMILY = N_("«{name}» sier ikke hva barnet og foreldrene får vite etter møtet (decisions: reported_family)")


@warning("forum-cancelling", of=asked_for(Demand.CANCELLING))
def cancelling(forum: Forum, _handbook: Handbook) -> Findings:
    """En fast møteplass sier hva som skjer når møtet må avlyses.

    Avlyste møter var det de ansatte klaget mest på. En regel om hvem som kan avlyse, og hvordan saken tas
    opp likevel, gjør at det skjer sjeldnere.

    Kilde: NOVA-rapport 18/2011, kapittel 5 (Formalisering av møter og samhandling); Høgskolen i Østfold,
    «Sammen og koordinert».

    Riktig::

        forums:
          - id: team
            cancelling: Bare leder kan avlyse, og setter ny dato samme uke.

    Feil::

        forums:
          - id: team
            cancelling: null

    Riktig::

        forums:
          - id: team
            kind: informal
            cancelling: null

    Feil::

        forums:
          - id: team
            kind: case
            cancelling: null
    """
    return lacking(forum, forum.cancelling, _NO_CANCELLING)


@warning("forum-decisions", of=asked_for(Demand.REPORTING))
def decisions(forum: Forum, _handbook: Handbook) -> Findings:
    """En møteplass sier hvordan det som blir bestemt, når de ansatte som skal gjøre det.

    Ansatte forteller at de ikke får vite hva som ble bestemt i møter lederne deres var på. Da blir det heller
    ikke gjort.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Åpenhet og Ledelsens ansvar).

    Riktig::

        forums:
          - id: team
            decisions: {reported_down: Hver leder tar det opp på neste personalmøte.}

    Feil::

        forums:
          - id: team
            decisions: null

    Riktig::

        forums:
          - id: team
            kind: case
            decisions: null

    Feil::

        forums:
          - id: team
            decisions: {reported_down: null, reported_up: Til kommunalsjefen.}
    """
    return lacking(forum, forum.decisions and forum.decisions.reported_down, _NOT_DOWN)


@warning("forum-family-told", of=case_forums)
def family_told(forum: Forum, _handbook: Handbook) -> Findings:
    """Et møte rundt ett barn sier hva barnet og foreldrene får vite etterpå, av hvem og når.

    Ansatte i én tjeneste fortalte den unge det som ble sagt i møtet. De i den andre mente det var en faglig
    drøfting, og ønsket enighet om hva som skulle fortelles videre. Bli enige i møtet, så får familien det samme
    fra alle.

    Kilde: masteroppgave om overgangen fra barnevern til tjenester for voksne, kapittel 4.5 (Opplevelser av
    samarbeidet).

    Riktig::

        forums:
          - id: team
            kind: case
            decisions: {reported_family: Rektor ringer foreldrene samme dag.}

    Feil::

        forums:
          - id: team
            kind: case
            decisions: null

    Riktig::

        forums:
          - id: team
            decisions: {reported_family: null, reported_down: Hver leder tar det opp på neste personalmøte.}

    Feil::

        forums:
          - id: team
            kind: case
            decisions: {reported_family: null, followed_up: Møtelederen ringer etter to uker.}
    """
    return lacking(forum, forum.decisions and forum.decisions.reported_family, _NOT_FAMILY)


EXPECTATIONS = (cancelling, decisions, family_told)
