"""When a meeting recurs, as data, and what is different for a single one. The dates are in `schedule`."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from builder.model.base import Part
from builder.model.fields import Date, Flag, Text, Time, reject
from builder.model.vocabulary import OnDayOff, Period, Weekday
from builder.problem import Message


class MeetingException(Part):
    """One meeting that is cancelled, or held at another time or place than planned."""

    KEY = "date"

    date: Date = Field(title="Dato", description="Dagen møtet etter planen skulle vært.")
    moved_to: Date | None = Field(None, title="Flyttet til", description="Dagen møtet holdes i stedet.")
    starts: Time | None = Field(None, title="Begynner", description="Når klokkeslettet er et annet enn ellers.")
    place: Text | None = Field(None, title="Sted", description="Når stedet er et annet enn ellers.")
    cancelled: Flag = Field(False, title="Avlyst", description="true når møtet ikke holdes.")
    why: Text | None = Field(None, title="Hvorfor", description="Står på siden og i kalenderen. Ikke noe om personer.")

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        moved = any((self.moved_to, self.starts is not None, self.place))
        if self.cancelled and moved:
            raise reject(Message("kan ikke være både avlyst (cancelled) og flyttet (moved_to, starts, place)"))
        if not (self.cancelled or moved):
            raise reject(Message("sier ikke hva som er annerledes: skriv moved_to, starts, place eller cancelled"))
        return self


class Recurrence(Part):
    """When the forum meets. One of: `every` (with `unit`), `times` (with `per`), `dates`, or `as_needed`."""

    every: int | None = Field(None, title="Hver", ge=1, le=60, description="every: 2 og unit: week betyr hver 14. dag.")
    to: int | None = Field(
        None,
        title="Til",
        ge=2,
        le=60,
        description="every: 4, to: 6, unit: week er hver 4.–6. uke. times: 2, to: 3, per: year er 2–3 ganger i året.",
    )
    unit: Period | None = Field(None, title="Enhet", description="Det every telles i: uke, måned, halvår og så videre.")
    times: int | None = Field(
        None, title="Antall ganger", ge=1, le=60, description="times: 2 og per: semester betyr to ganger i halvåret."
    )
    per: Period | None = Field(None, title="Per", description="Tiden times gjelder for. Brukes bare sammen med times.")
    dates: tuple[Date, ...] = Field(
        (),
        title="Faste datoer",
        description="Når møtedagene er bestemt på forhånd. Brukes i stedet for every og times.",
    )
    as_needed: Text | None = Field(
        None,
        title="Ved behov",
        description="Hva som utløser et møte, for eksempel «når en tjeneste er uenig i en henvisning».",
    )
    weekday: Weekday | None = Field(
        None, title="Ukedag", description="Dagen møtet holdes. Med den kan håndboka vise datoen for neste møte."
    )
    week: int | None = Field(
        None,
        title="Uke i måneden",
        description="1 til 4, eller -1 for siste. week: 3 og weekday: tuesday betyr tredje tirsdag i måneden.",
    )
    not_in: tuple[Annotated[int, Field(ge=1, le=12)], ...] = Field(
        (), title="Ikke i månedene", description="Måneder uten møter, som tall: [6, 7, 12]. Juli er alltid fri."
    )
    school_year: Flag = Field(
        False,
        title="Følger skoleåret",
        description="true når det ikke er møter i skolens ferier, slik de står i municipality.yml.",
    )
    on_holiday: OnDayOff | None = Field(
        None,
        title="Når dagen er fri",
        description=(
            "Hva som skjer når møtet treffer en helligdag, eller en skoleferie når det følger skoleåret: skip når det "
            "faller ut, previous, next eller week-later når det flyttes. Står det ikke her, faller det ut."
        ),
    )
    exceptions: tuple[MeetingException, ...] = Field(
        (), title="Unntak", description="Enkeltmøter som er flyttet eller avlyst. Regelen over gjelder fortsatt."
    )
    note: Text | None = Field(
        None, title="Merknad", description="Det reglene over ikke sier, for eksempel «oftere ved store endringer»."
    )

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        ways = [self.every is not None, self.times is not None, bool(self.dates), self.as_needed is not None]
        if sum(ways) != 1:
            raise reject(Message("skal ha nøyaktig én av every, times, dates og as_needed"))
        if self.every is not None and self.unit is None:
            raise reject(Message("har every, men mangler unit (day, week, month …)"))
        if self.times is not None and self.per is None:
            raise reject(Message("har times, men mangler per (month, semester, year …)"))
        least = self.every if self.every is not None else self.times
        if self.to is not None and (least is None or self.to <= least):
            raise reject(Message("feltet «to» skal være større enn «every» eller «times»"))
        if self.week is not None and self.week not in (1, 2, 3, 4, -1):
            raise reject(Message("feltet «week» kan bare være 1, 2, 3, 4 eller -1 (siste)"))
        return self

    @model_validator(mode="after")
    def _one_exception_a_day(self) -> Self:
        days = [exception.date for exception in self.exceptions]
        twice = next((day for number, day in enumerate(days) if day in days[:number]), None)
        if twice:
            raise reject(Message("har to unntak for møtet {date}; la ett stå igjen", date=twice.isoformat()))
        return self
