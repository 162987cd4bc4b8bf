"""The meetings of a school year: a wheel drawn at build time, and the same as a list."""

from __future__ import annotations

import datetime as dt
import math
from itertools import groupby
from string import ascii_uppercase

from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.schedule import Meeting, end_of_school_year, start_of_school_year
from builder.model.school_break import SchoolBreak
from builder.views import routes, urls
from builder.views.page import Page, Place
from builder.views.routes import Names

TITLE = N_("Møteåret")
SIZE = 560
_CENTRE = SIZE / 2
_OUTER, _INNER, _LABELS = 222.0, 92.0, 252.0


def page(handbook: Handbook, names: Names) -> Page:
    """One page: the wheel, the meetings still to come by month, those without dates, and the school breaks."""
    today = handbook.today
    first, last = start_of_school_year(today), end_of_school_year(today)
    dated = [(forum, found) for forum in handbook.forums if (found := _meetings(handbook, forum))]
    undated = [forum for forum in handbook.forums if forum.recurrence and not _meetings(handbook, forum)]
    rows = ((meeting, forum) for forum, meetings in dated for meeting in meetings if meeting.day >= today)
    coming = sorted(rows, key=lambda row: (row[0].day, row[1].name))
    breaks = [one for one in handbook.municipality.school_breaks if one.to >= first and one.from_ <= last]
    return Page(
        routes.YEAR,
        TITLE,
        "year",
        {
            "first": first,
            "last": last,
            "breaks": sorted(breaks, key=lambda one: one.from_),
            "calendar": urls.CALENDARS,
            # The drawing leans on the site's styles; the book has the list.
            "on_screen": Place(routes.WORKPLACES),
            "wheel": _wheel(today, dated, breaks) if dated else None,
            "key": [{"letter": ascii_uppercase[i % 26], "link": names.to(f)} for i, (f, _) in enumerate(dated)],
            "months": [
                {"first": run[0][0].day, "meetings": [{"meeting": one, "link": names.to(forum)} for one, forum in run]}
                for run in (list(month) for _, month in groupby(coming, key=lambda row: row[0].day.replace(day=1)))
            ],
            "undated": [{"forum": forum, "link": names.to(forum)} for forum in undated],
        },
    )


def _meetings(handbook: Handbook, forum: Forum) -> tuple[Meeting, ...]:
    """The meetings of the school year; none where the data gives no dates."""
    first, last = start_of_school_year(handbook.today), end_of_school_year(handbook.today)
    return tuple(meeting for meeting in handbook.schedule(forum).meetings if first <= meeting.day <= last)


def _wheel(
    today: dt.date, dated: list[tuple[Forum, tuple[Meeting, ...]]], breaks: list[SchoolBreak]
) -> dict[str, object]:
    """Where everything in the drawing stands: one ring for each forum, one sector for each month."""
    gap = (_OUTER - _INNER) / max(len(dated), 1)
    radii = [_OUTER - gap * (number + 0.5) for number in range(len(dated))]
    first = start_of_school_year(today)
    starts = [dt.date(first.year + (first.month + n - 1) // 12, (first.month + n - 1) % 12 + 1, 1) for n in range(12)]
    return {
        "size": SIZE,
        "centre": _CENTRE,
        "outer": _OUTER,
        "inner": _INNER,
        "months": [
            {
                "day": start,
                "from": _point(first, start, _INNER),
                "to": _point(first, start, _OUTER),
                "label": _point(first, start + dt.timedelta(days=14), _LABELS),
            }
            for start in starts
        ],
        "breaks": [{"name": one.name, "path": _sector(first, one)} for one in breaks],
        "rings": [round(radius, 1) for radius in radii],
        "dots": [
            {"at": _point(first, one.day, radius), "letter": ascii_uppercase[number % 26], "past": one.day < today}
            for number, ((_, meetings), radius) in enumerate(zip(dated, radii, strict=True))
            for one in meetings
            if not one.cancelled
        ],
        "today": (_point(first, today, _INNER - 14), _point(first, today, _OUTER + 8)),
    }


def _sector(first: dt.date, closed: SchoolBreak) -> str:
    """The outline of a break, as the path of a drawing: out, along the edge, in, and back."""
    start = max(closed.from_, first)
    end = min(closed.to, end_of_school_year(first)) + dt.timedelta(days=1)
    corners = [
        _point(first, day, radius) for day, radius in ((start, _INNER), (start, _OUTER), (end, _OUTER), (end, _INNER))
    ]
    a, b, c, d = (f"{x} {y}" for x, y in corners)
    return f"M{a} L{b} A{_OUTER} {_OUTER} 0 0 1 {c} L{d} A{_INNER} {_INNER} 0 0 0 {a} Z"


def _point(first: dt.date, day: dt.date, radius: float) -> tuple[float, float]:
    """A day of the year that begins at the top, on a circle around the centre, clockwise."""
    angle = 2 * math.pi * (day - first).days / 365 - math.pi / 2
    return round(_CENTRE + radius * math.cos(angle), 1), round(_CENTRE + radius * math.sin(angle), 1)
