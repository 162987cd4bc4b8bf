"""The meetings of a school year: a wheel drawn at build time, and the same as a list."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase
from typing import ClassVar

from builder.facts.held import Held, every_held
from builder.i18n import N_
from builder.model.collation import alphabetical
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.offer import OFFERS
from builder.model.schedule import JULY, Meeting, end_of_school_year, start_of_school_year
from builder.model.school_break import SchoolBreak
from builder.model.standard_terms import Month as MonthName
from builder.views import routes, urls
from builder.views.page import Context, Link, Page, Place
from builder.views.routes import Names

TITLE = N_("Møteåret")
SIZE = 560
_CENTRE = SIZE / 2
_OUTER, _INNER, _LABELS = 222.0, 92.0, 252.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spoke:
    """Where a month begins in the wheel, and where its name stands."""

    day: dt.date
    start: Point
    end: Point
    label: Point


@dataclass(frozen=True, slots=True)
class Sector:
    """A school break in the wheel, as the path of a drawing."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A meeting in the wheel."""

    at: Point
    letter: str
    past: bool


@dataclass(frozen=True, slots=True)
class Wheel:
    """The drawing: sizes, and where everything stands; `today` is a line."""

    size: float
    centre: float
    outer: float
    inner: float
    months: Sequence[Spoke]
    breaks: Sequence[Sector]
    rings: Sequence[float]
    dots: Sequence[Dot]
    today: tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class KeyRow:
    """The letter a forum has in the wheel."""

    letter: str
    link: Link


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A meeting, and the forum it is of."""

    meeting: Meeting
    link: Link


@dataclass(frozen=True, slots=True)
class Month:
    """The meetings of a month; `first` is the day of the first one."""

    first: dt.date
    meetings: Sequence[HeldRow]


@dataclass(frozen=True, slots=True)
class UndatedRow:
    """A forum without fixed dates."""

    forum: Forum
    link: Link


@dataclass(frozen=True, slots=True)
class SeasonRow:
    """A month of the school year, and what comes back in it."""

    month: MonthName
    offers: Sequence[Link]


@dataclass(frozen=True, slots=True)
class YearPage(Context):
    """The school year; `calendar` is a file."""

    template: ClassVar = "year"

    first: dt.date
    last: dt.date
    breaks: Sequence[SchoolBreak]
    calendar: str
    on_screen: Place
    wheel: Wheel | None
    key: Sequence[KeyRow]
    months: Sequence[Month]
    undated: Sequence[UndatedRow]
    seasons: Sequence[SeasonRow]


def page(handbook: Handbook, names: Names) -> Page:
    """One page: the wheel, the meetings still to come by month, those without dates, and the school breaks."""
    today = handbook.today
    first, last = start_of_school_year(today), end_of_school_year(today)
    held = [(one, _meetings(handbook, one.at)) for one in every_held(handbook)]
    # One ring for each forum, with the meetings of all its places; one row for each meeting.
    rings = ((forum, tuple(found)) for forum, found in _by_forum(held))
    dated = [(forum, meetings) for forum, meetings in rings if meetings]
    undated = list(_undated(held))
    rows = ((meeting, one.at) for one, meetings in held for meeting in meetings if meeting.day >= today)
    coming = sorted(rows, key=lambda row: (row[0].day, row[0].starts or dt.time.min, alphabetical(row[1].name)))
    breaks = [one for one in handbook.municipality.school_breaks if one.to >= first and one.from_ <= last]
    return Page(
        routes.YEAR,
        TITLE,
        YearPage(
            first=first,
            last=last,
            breaks=sorted(breaks, key=lambda one: one.from_),
            calendar=urls.CALENDARS,
            # The drawing leans on the site's styles; the book has the list.
            on_screen=Place(routes.WORKPLACES),
            wheel=_wheel(today, dated, breaks) if dated else None,
            key=[KeyRow(ascii_uppercase[i % 26], names.to(forum)) for i, (forum, _) in enumerate(dated)],
            months=[
                Month(run[0][0].day, [HeldRow(meeting, names.to(forum)) for meeting, forum in run])
                for run in (list(month) for _, month in groupby(coming, key=lambda row: row[0].day.replace(day=1)))
            ],
            undated=[UndatedRow(forum, names.to(forum)) for forum in undated],
            seasons=_seasons(handbook, names),
        ),
    )


def _undated(held: Iterable[tuple[Held, Sequence[Meeting]]]) -> Iterator[Forum]:
    """What has no days: a forum once where none of its places has any, and otherwise those places that have none."""
    for forum, rows in groupby(held, key=lambda row: row[0].forum):
        found = list(rows)
        without = [one.at for one, meetings in found if one.at.recurrence and not meetings]
        if forum.recurrence and len(without) == len(found):
            yield forum
        else:
            yield from without


def _by_forum(held: Iterable[tuple[Held, Sequence[Meeting]]]) -> Iterator[tuple[Forum, Iterator[Meeting]]]:
    """The meetings of each forum, in all the places it is held."""
    for forum, rows in groupby(held, key=lambda row: row[0].forum):
        yield forum, (meeting for _, meetings in rows for meeting in meetings)


def _seasons(handbook: Handbook, names: Names) -> list[SeasonRow]:
    """What is offered or done in each month, from the one the school year begins in."""
    months = list(MonthName)
    rows = (
        SeasonRow(month, [names.to(offer) for offer in handbook.of(OFFERS) if month in offer.months])
        for month in (*months[JULY:], *months[:JULY])
    )
    return [row for row in rows if row.offers]


def _meetings(handbook: Handbook, forum: Forum) -> tuple[Meeting, ...]:
    """The meetings of the school year; none where the data gives no dates."""
    first, last = start_of_school_year(handbook.today), end_of_school_year(handbook.today)
    return tuple(meeting for meeting in handbook.schedule(forum).meetings if first <= meeting.day <= last)


def _wheel(today: dt.date, dated: list[tuple[Forum, tuple[Meeting, ...]]], breaks: list[SchoolBreak]) -> Wheel:
    """Where everything in the drawing stands: one ring for each forum, one sector for each month."""
    gap = (_OUTER - _INNER) / max(len(dated), 1)
    radii = [_OUTER - gap * (number + 0.5) for number in range(len(dated))]
    first = start_of_school_year(today)
    starts = [dt.date(first.year + (first.month + n - 1) // 12, (first.month + n - 1) % 12 + 1, 1) for n in range(12)]
    return Wheel(
        size=SIZE,
        centre=_CENTRE,
        outer=_OUTER,
        inner=_INNER,
        months=[
            Spoke(
                day=start,
                start=_point(first, start, _INNER),
                end=_point(first, start, _OUTER),
                label=_point(first, start + dt.timedelta(days=14), _LABELS),
            )
            for start in starts
        ],
        breaks=[Sector(one.name, _sector(first, one)) for one in breaks],
        rings=[round(radius, 1) for radius in radii],
        dots=[
            Dot(_point(first, one.day, radius), ascii_uppercase[number % 26], one.day < today)
            for number, ((_, meetings), radius) in enumerate(zip(dated, radii, strict=True))
            for one in meetings
            if not one.cancelled
        ],
        today=(_point(first, today, _INNER - 14), _point(first, today, _OUTER + 8)),
    )


def _sector(first: dt.date, closed: SchoolBreak) -> str:
    """The outline of a break, as the path of a drawing: out, along the edge, in, and back."""
    start = max(closed.from_, first)
    end = min(closed.to, end_of_school_year(first)) + dt.timedelta(days=1)
    corners = [
        _point(first, day, radius) for day, radius in ((start, _INNER), (start, _OUTER), (end, _OUTER), (end, _INNER))
    ]
    a, b, c, d = (f"{x} {y}" for x, y in corners)
    return f"M{a} L{b} A{_OUTER} {_OUTER} 0 0 1 {c} L{d} A{_INNER} {_INNER} 0 0 0 {a} Z"


def _point(first: dt.date, day: dt.date, radius: float) -> Point:
    """A day of the year that begins at the top, on a circle around the centre, clockwise."""
    angle = 2 * math.pi * (day - first).days / 365 - math.pi / 2
    return round(_CENTRE + radius * math.cos(angle), 1), round(_CENTRE + radius * math.sin(angle), 1)
