"""When a forum meets, and what becomes of a meeting, as a reader would say it."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date, format_timedelta, get_month_names

from builder.edition.words import Words, lowered
from builder.i18n import N_
from builder.model.closed_days import DayOff
from builder.model.deadline import LastDay
from builder.model.forum import Forum
from builder.model.recurrence import MeetingException, Recurrence
from builder.model.schedule import Meeting
from builder.model.vocabulary import Period
from builder.prose import clause

_EACH = {
    Period.DAY: N_("hver dag"),
    Period.WEEK: N_("hver uke"),
    Period.MONTH: N_("hver måned"),
    Period.QUARTER: N_("hvert kvartal"),
    Period.SEMESTER: N_("hvert halvår"),
    Period.YEAR: N_("hvert år"),
}
_EVERY = {
    Period.DAY: N_("hver {number} dag"),
    Period.WEEK: N_("hver {number} uke"),
    Period.MONTH: N_("hver {number} måned"),
    Period.QUARTER: N_("hvert {number} kvartal"),
    Period.SEMESTER: N_("hvert {number} halvår"),
    Period.YEAR: N_("hvert {number} år"),
}
_PER = {
    Period.DAY: N_("om dagen"),
    Period.WEEK: N_("i uka"),
    Period.MONTH: N_("i måneden"),
    Period.QUARTER: N_("i kvartalet"),
    Period.SEMESTER: N_("i halvåret"),
    Period.YEAR: N_("i året"),
}
_WEEK_OF_MONTH = {
    1: N_("første {weekday} i måneden"),
    2: N_("andre {weekday} i måneden"),
    3: N_("tredje {weekday} i måneden"),
    4: N_("fjerde {weekday} i måneden"),
    -1: N_("siste {weekday} i måneden"),
}


class MeetingPhrases(Words):
    """Phrases about meetings in one language."""

    def recurrence(self, value: Recurrence) -> str:
        """«hver 14. dag», «hver 4.–6. uke», «2 ganger i halvåret», «ved behov: …»."""
        text = self._interval(value)
        when = self._weekday(value)
        school = self._("ikke i skolens ferier") if value.school_year else ""
        off = self.label(value.on_holiday) if value.on_holiday else ""
        note = clause(value.note or "")
        return ", ".join(part for part in (text, when, self._not_in(value), school, off, note) if part)

    def time_span(self, value: Forum) -> str:
        """When in the day a forum meets: «klokka 09:00–14:00», «klokka 09:00», «1 time og 30 minutter»."""
        if value.starts is None:
            return self._duration(value.minutes) if value.minutes else ""
        begins = dt.datetime.combine(dt.date.min, value.starts)
        ends = f"–{begins + dt.timedelta(minutes=value.minutes):%H:%M}" if value.minutes else ""
        return f"{self._('klokka')} {begins:%H:%M}{ends}"

    def _duration(self, minutes: int) -> str:
        hours, rest = dt.timedelta(hours=minutes // 60), dt.timedelta(minutes=minutes % 60)
        parts = [format_timedelta(hours, granularity="hour", threshold=99, locale=self.locale)] if hours else []
        if rest:
            parts.append(format_timedelta(rest, granularity="minute", threshold=99, locale=self.locale))
        return self.listed(parts)

    def exception(self, value: MeetingException) -> str:
        """«Møtet tirsdag 5. januar 2027 er flyttet til tirsdag 12. januar 2027, Kulturhuset: planleggingsdag»."""
        if value.cancelled:
            text = self._("Møtet {date} er avlyst").format(date=self.date(value.date))
        else:
            text = self._("Møtet {date} er flyttet til {what}").format(
                date=self.date(value.date), what=self._instead(value, value.moved_to)
            )
        return f"{text}: {value.why}" if value.why else text

    def _instead(self, value: MeetingException, day: dt.date | None) -> str:
        """The day, time and place that are other than planned."""
        time = f"{self._('klokka')} {value.starts:%H:%M}" if value.starts else ""
        return ", ".join(part for part in (self.date(day) if day else "", time, value.place) if part)

    def change(self, value: Meeting) -> str:
        """What has become of a meeting, and why: «Møtet torsdag 6. mai 2027 faller ut: Kristi himmelfartsdag, …»."""
        if value.exception:
            said = self.exception(value.exception)
            return said if value.exception.why or not value.off else f"{said}: {self.off(value.off)}"
        assert value.off is not None, "only a meeting that is changed is told of"
        planned, why = self.date(value.planned), self.off(value.off)
        if value.falls_out:
            return self._("Møtet {date} faller ut: {why}").format(date=planned, why=why)
        return self._("Møtet {date} er flyttet til {what}: {why}").format(
            date=planned, what=self.date(value.day), why=why
        )

    def short_change(self, value: Meeting) -> str:
        """The same where the day stands before it: «faller ut: juleferie», «flyttet fra torsdag 6. mai 2027: …»."""
        exception, off = value.exception, value.off
        why = (exception.why if exception else None) or (self.off(off) if off else "")
        instead = self._instead(exception, None) if exception else ""
        if value.cancelled:
            said = self._("faller ut") if value.falls_out else self._("avlyst")
        elif value.day != value.planned:
            said = self._("flyttet fra {date}").format(date=self.date(value.planned))
            said = ", ".join(part for part in (said, instead) if part)
        else:
            said = self._("flyttet til {what}").format(what=instead)
        return f"{said}: {why}" if why else said

    def off(self, value: DayOff) -> str:
        """Why nobody works on a day: «Kristi himmelfartsdag, offentlig høytidsdag», «juleferie», «søndag»."""
        if value.holidays:
            return self._("{name}, offentlig høytidsdag").format(
                name=self.listed(list(map(self.shown, value.holidays)))
            )
        return lowered(value.school_break) or format_date(value.day, format="EEEE", locale=self.locale)

    def last_day(self, value: LastDay) -> str:
        """«senest fredag 4. desember 2026», and where it is a day off, that it is, and the last working day before."""
        if value.off is None:
            return self._("senest {date}").format(date=self.date(value.falls))
        off = value.off
        why = f" ({self.off(off)})" if off.holidays or off.school_break else ""
        return self._("fristen er {date}{why}; siste arbeidsdag før er {before}").format(
            date=self.date(value.falls), why=why, before=self.date(value.working_day)
        )

    def _not_in(self, value: Recurrence) -> str:
        """«ikke i juni, juli og desember»."""
        if not value.not_in:
            return ""
        months = get_month_names(locale=self.locale)
        return self._("ikke i {months}").format(months=self.listed([months[month] for month in value.not_in]))

    def _interval(self, value: Recurrence) -> str:
        if value.as_needed:
            return self._("ved behov: {reason}").format(reason=clause(value.as_needed))
        if value.dates:
            return self.listed([self.date(date) for date in value.dates])
        if value.times and value.per:
            if value.times == 1 and not value.to:
                return self._("én gang {period}").format(period=self._(_PER[value.per]))
            times = f"{value.times}–{value.to}" if value.to else value.times
            return self._("{times} ganger {period}").format(times=times, period=self._(_PER[value.per]))
        return self._every(value)

    def _every(self, value: Recurrence) -> str:
        every, unit = value.every or 1, value.unit or Period.WEEK
        if every == 1 and not value.to:
            return self._(_EACH[unit])
        if every == 2 and unit is Period.WEEK and not value.to:
            return self._("hver 14. dag")
        number = f"{every}.–{value.to}." if value.to else f"{every}."
        return self._(_EVERY[unit]).format(number=number)

    def _weekday(self, value: Recurrence) -> str:
        if value.weekday is None:
            return ""
        weekday = self._(value.weekday.label)
        pattern = _WEEK_OF_MONTH.get(value.week or 0)
        return self._(pattern).format(weekday=weekday) if pattern else weekday
