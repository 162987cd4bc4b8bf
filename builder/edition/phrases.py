"""Data as a reader would say it: hours, deadlines, ages, and what words and meetings are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from builder.edition.meeting_phrases import MeetingPhrases
from builder.facts.ring_now import Answers
from builder.i18n import N_
from builder.model.ages import Ages
from builder.model.deadline import Deadline
from builder.model.handover import Span, Support
from builder.model.municipality import ShortDay
from builder.model.service import Hours
from builder.model.vocabulary import DeadlineUnit, Weekday

_ONE = {
    DeadlineUnit.HOURS: N_("time"),
    DeadlineUnit.DAYS: N_("dag"),
    DeadlineUnit.WORKING_DAYS: N_("arbeidsdag"),
    DeadlineUnit.WEEKS: N_("uke"),
    DeadlineUnit.MONTHS: N_("måned"),
}


def _clock(value: dt.time) -> str:
    """«9», «8:30»."""
    return f"{value.hour}:{value.minute:02}" if value.minute else str(value.hour)


class Phrases(MeetingPhrases):
    """Phrases in one language."""

    def hours(self, value: Hours) -> str:
        """«mandag–fredag 08:00–15:30»."""
        text = f"{self._days(value.days)} {value.opens:%H:%M}–{value.closes:%H:%M}"
        return f"{text} ({value.note})" if value.note else text

    def short_hours(self, value: Hours) -> str:
        """«man–fre 8–15:30»: on a wall, where many stand below each other."""
        text = f"{self._days(value.days, short=True)} {_clock(value.opens)}–{_clock(value.closes)}"
        return f"{text} ({value.note})" if value.note else text

    def short_day(self, value: ShortDay) -> str:
        """«onsdag før påske: stenger 12:00», «julaften: stengt»."""
        day = self.inside(value.day)
        if value.closes is None:
            return self._("{day}: stengt").format(day=day)
        return self._("{day}: stenger {time}").format(day=day, time=f"{value.closes:%H:%M}")

    def answers(self, value: Answers) -> str:
        """When somebody answers: «mandag–fredag 08:00–15:30», or in general: «når kontoret er stengt»."""
        return "; ".join(map(self.hours, value.hours)) or self.inside(value.acute)

    def _days(self, days: Sequence[Weekday], *, short: bool = False) -> str:
        week = list(Weekday)
        places = [week.index(day) for day in days]
        names = [self.short_weekday(place) if short else self._(week[place].label) for place in places]
        run = places == list(range(places[0], places[0] + len(places)))
        return f"{names[0]}–{names[-1]}" if run and len(places) > 2 else self.listed(names)

    def ages(self, value: Ages) -> str:
        """«0–18 år», «fra 16 år», «til og med 5 år»."""
        if value.from_ is None and value.to is None:
            return self._("alle aldre")
        if value.to is None:
            return self._("fra {age} år").format(age=value.from_)
        if value.from_ is None:
            return self._("til og med {age} år").format(age=value.to)
        return self._("{start}–{to} år").format(start=value.from_, to=value.to)

    def deadline(self, value: Deadline) -> str:
        """«straks når barnet er trygt», «innen 7 dager, regnet fra meldingen kom», «senest 6 måneder før …»."""
        if value.at_once or value.amount is None or value.unit is None:
            return self._("straks når {start}").format(start=value.from_) if value.from_ else self._("straks")
        unit = self._unit(value.unit, value.amount)
        if value.before:
            return self._("senest {amount} {unit} før {event}").format(
                amount=value.amount, unit=unit, event=value.before
            )
        text = self._("innen {amount} {unit}").format(amount=value.amount, unit=unit)
        return (
            self._("{deadline}, regnet fra {start}").format(deadline=text, start=value.from_) if value.from_ else text
        )

    def _unit(self, unit: DeadlineUnit, amount: int) -> str:
        return self._(_ONE[unit] if amount == 1 else unit.label)

    def span(self, value: Span) -> str:
        """«3 måneder», «1 uke»."""
        return f"{value.amount} {self._unit(value.unit, value.amount)}"

    def support(self, value: Support) -> str:
        """«1–2 timer i uka i 6 måneder»; empty where neither is known."""
        lasts = self._("i {time}").format(time=self.span(value.lasts)) if value.lasts else ""
        return " ".join(filter(None, (self._hours_a_week(value), lasts)))

    def _hours_a_week(self, value: Support) -> str:
        if value.hours is None:
            return ""
        if value.up_to is not None:
            return self._("{least}–{most} timer i uka").format(least=value.hours, most=value.up_to)
        unit = self._unit(DeadlineUnit.HOURS, value.hours)
        return self._("{hours} {unit} i uka").format(hours=value.hours, unit=unit)
