"""What is expected of a forum's agenda: the time its items are given is the time there is."""

from __future__ import annotations

from builder.facts.agenda import agenda, allotted
from builder.facts.parts import forums
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, warning

_NOT_THE_TIME = N_("Sakslista til «{name}» fordeler {allotted} minutter, og møtet varer {minutes}")
_NONE_LEFT = N_("Sakslista til «{name}» fordeler alle de {minutes} minuttene, og noen punkter har ingen tid")


@warning("forum-agenda-minutes", of=forums)
def minutes(forum: Forum, _handbook: Handbook) -> Findings:
    """Minuttene på sakslista er de minuttene møtet varer.

    Tida for et punkt skrives til slutt i punktet: «Nye saker uten navn (20 min)». Møtearket setter den i en egen
    kolonne. Går regnestykket ikke opp, er det den siste saken som ikke blir tatt opp, og det er ofte den om hvem som
    gjør hva.

    Har bare noen av punktene minutter, fordeler møtelederen resten.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        forums:
          - id: team
            minutes: 60
            agenda: [Siden sist (10 min), Nye saker uten navn (40 min), Hvem gjør hva (10 min)]

    Feil::

        forums:
          - id: team
            minutes: 60
            agenda: [Siden sist (10 min), Nye saker uten navn (60 min), Hvem gjør hva (10 min)]

    Riktig::

        forums:
          - id: team
            minutes: 60
            agenda: [Siden sist (10 min), Nye saker uten navn, Hvem gjør hva]

    Feil::

        forums:
          - id: team
            minutes: 60
            agenda: [Siden sist (20 min), Nye saker uten navn (40 min), Hvem gjør hva]

    Feil::

        forums:
          - id: team
            minutes: 60
            agenda: [Siden sist (10 min), Hvem gjør hva (20 min)]
    """
    items = agenda(forum)
    given = allotted(items)
    if not forum.minutes or not given:
        return
    some_without = any(item.minutes is None for item in items)
    if given > forum.minutes or (given < forum.minutes and not some_without):
        said = Message(_NOT_THE_TIME, name=forum.name, allotted=given, minutes=forum.minutes)
        yield Finding(forum.at("agenda"), said)
    elif given == forum.minutes and some_without:
        yield Finding(forum.at("agenda"), Message(_NONE_LEFT, name=forum.name, minutes=forum.minutes))


EXPECTATIONS = (minutes,)
