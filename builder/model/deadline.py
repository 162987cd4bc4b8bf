"""Deadlines as data: how soon after something, or how long before it, and the date that makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from dateutil.relativedelta import relativedelta
from pydantic import Field, model_validator

from builder.model.base import Part
from builder.model.closed_days import DayOff, day_off, is_working_day, working_day_beside
from builder.model.fields import Citation, Flag, Text, reject
from builder.model.school_break import SchoolBreak
from builder.model.vocabulary import DeadlineUnit
from builder.problem import Message

_DAY = dt.timedelta(days=1)


class Deadline(Part):
    """How soon. Either `at_once`, or an amount counted from something or back from something."""

    at_once: Flag = Field(
        False, title="Straks", description="true når det skal gjøres med én gang. Da utelates resten av feltene."
    )
    amount: int | None = Field(None, title="Antall", ge=1, le=400, description="Hvor mange av enheten, for eksempel 3.")
    unit: DeadlineUnit | None = Field(
        None,
        title="Enhet",
        description="Hva det telles i. Arbeidsdager er mandag til fredag, uten helligdager; dager er alle dager.",
    )
    from_: Text | None = Field(
        None,
        alias="from",
        title="Regnet fra",
        description="Det fristen begynner å løpe fra, for eksempel «den dagen meldingen kom».",
    )
    before: Text | None = Field(
        None,
        title="Før",
        description=(
            "Når fristen telles bakover: det som kommer etterpå, for eksempel «den unge fyller 18 år». "
            "Med amount: 6 og unit: months blir det «senest 6 måneder før den unge fyller 18 år»."
        ),
    )
    set_by: Citation | None = Field(
        None, title="Satt av", description="Bestemmelsen som setter fristen. Utelates når den er en lokal rutine."
    )

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.at_once == (self.amount is not None):
            raise reject(Message("skal ha enten at_once: true eller amount med unit"))
        if self.amount is not None and self.unit is None:
            raise reject(Message("har amount, men mangler unit (days, working-days, weeks …)"))
        if self.before is not None and self.from_ is not None:
            raise reject(Message("skal ha bare én av from (regnet fra) og before (regnet bakover fra)"))
        if self.before is not None and self.at_once:
            raise reject(Message("kan ikke ha before sammen med at_once; skriv amount og unit"))
        return self


def due(deadline: Deadline, day: dt.date) -> dt.date | None:
    """The last day to do it, when what the deadline is counted from, or back from, falls on `day`.

    The day itself is not counted. Days, weeks and months are not moved when they end on a closed day: nothing here says
    that they should be, and `last_day` tells what to do then. Hours make no date, so they have none.
    """
    if deadline.at_once:
        return day
    if deadline.amount is None or deadline.unit in (None, DeadlineUnit.HOURS):
        return None
    amount = -deadline.amount if deadline.before is not None else deadline.amount
    if deadline.unit is DeadlineUnit.WORKING_DAYS:
        return working_days(day, amount)
    names = {DeadlineUnit.DAYS: "days", DeadlineUnit.WEEKS: "weeks", DeadlineUnit.MONTHS: "months"}
    return day + relativedelta(**{names[deadline.unit]: amount})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class LastDay:
    """The day a deadline falls on; where nobody works then, why, and the last working day before it.

    The deadline itself is never moved: what the law says of days off is the law's to say, and who is done on the last
    working day before is in time whatever it says.
    """

    falls: dt.date
    off: DayOff | None
    working_day: dt.date


def last_day(deadline: Deadline, day: dt.date, breaks: Sequence[SchoolBreak] = ()) -> LastDay | None:
    """When a deadline that is counted from a day, or back from it, is out. `breaks` are those nobody works in."""
    falls = due(deadline, day)
    if falls is None:
        return None
    off = day_off(falls, breaks)
    return LastDay(falls, off, working_day_beside(falls, breaks) if off else falls)


def working_days(day: dt.date, amount: int) -> dt.date:
    """The day that is so many working days after another; before it where the amount is negative."""
    step = _DAY if amount > 0 else -_DAY
    left = abs(amount)
    while left:
        day += step
        left -= is_working_day(day)
    return day
