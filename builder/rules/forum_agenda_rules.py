"""What is expected of a forum's agenda: its items have the time there is, and the months they name have meetings."""

from __future__ import annotations

import re

from builder.facts.agenda import agenda, allotted
from builder.facts.held import held_of
from builder.facts.parts import forums
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.standard_terms import Month
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, warning

_NOT_THE_TIME = N_("Sakslista til «{name}» fordeler {allotted} minutter, og møtet varer {minutes}")
_NONE_LEFT = N_("Sakslista til «{name}» fordeler alle de {minutes} minuttene, og noen punkter har ingen tid")
_NO_MEETING = N_("Sakslista til «{name}» nevner {month}, og det er ikke alltid møte i {month}")
_MONTHS = {month.label: number for number, month in enumerate(Month, start=1)}
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b")


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


@warning("forum-agenda-months", of=forums)
def months(forum: Forum, handbook: Handbook) -> Findings:
    """Nevner sakslista en måned, er det møte den måneden, overalt der møtet holdes.

    Det gjelder møter med faste datoer. Skriv heller hvilket møte det er: «det første møtet om våren». Da blir det
    riktig også når datoene endres, og der møtet holdes på andre dager.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        forums:
          - id: team
            recurrence: {every: null, to: null, unit: null, weekday: null, dates: [2027-02-02, 2027-04-06]}
            agenda: [Barn som begynner på skolen (februar)]

    Feil::

        forums:
          - id: team
            recurrence: {every: null, to: null, unit: null, weekday: null, dates: [2027-03-02, 2027-04-06]}
            agenda: [Barn som begynner på skolen (februar)]
    """
    named = [found for item in forum.agenda for found in _MONTH.findall(item)]
    dated = [one.at.recurrence.dates for one in held_of(handbook, forum) if one.at.recurrence]
    for month in dict.fromkeys(named):
        if any(dates and _MONTHS[month] not in {date.month for date in dates} for dates in dated):
            yield Finding(forum.at("agenda"), Message(_NO_MEETING, name=forum.name, month=month))


EXPECTATIONS = (minutes, months)
