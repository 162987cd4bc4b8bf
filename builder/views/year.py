"""The meetings of a school year: a wheel drawn at build time, and the same as a list."""

from __future__ import annotations

import datetime as dt
import math
from itertools import groupby
from string import ascii_uppercase

from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.recurrence import end_of_school_year, is_held, planned_days, start_of_school_year
from builder.views import files, places
from builder.views.page import Page, Place
from builder.views.places import Names

TITLE = N_("Møteåret")
SIZE = 560
_CENTRE = SIZE / 2
_OUTER, _INNER, _LABELS = 222.0, 92.0, 252.0


def page(handbook: Handbook, names: Names) -> Page:
    """One page: the wheel, the meetings still to come by month, and those without dates."""
    today = handbook.today
    dated = [(forum, days) for forum in handbook.forums if (days := _days(handbook, forum))]
    undated = [forum for forum in handbook.forums if forum.recurrence and not _days(handbook, forum)]
    coming = sorted((day, forum.name, forum) for forum, days in dated for day in days if day >= today)
    return Page(
        places.YEAR,
        TITLE,
        "year",
        {
            "first": start_of_school_year(today),
            "last": end_of_school_year(today),
            "calendar": files.CALENDARS,
            # The drawing leans on the site's styles; the book has the list.
            "on_screen": Place(places.WORKPLACES),
            "wheel": _wheel(today, dated) if dated else None,
            "key": [{"letter": ascii_uppercase[i % 26], "link": names.to(f)} for i, (f, _) in enumerate(dated)],
            "months": [
                {"first": run[0][0], "meetings": [{"day": day, "forum": f, "link": names.to(f)} for day, _, f in run]}
                for run in (list(found) for _, found in groupby(coming, key=lambda row: (row[0].year, row[0].month)))
            ],
            "undated": [{"forum": forum, "link": names.to(forum)} for forum in undated],
        },
    )


def _days(handbook: Handbook, forum: Forum) -> tuple[dt.date, ...]:
    """The planned meetings of the school year; none where the data gives no dates."""
    recurrence = forum.recurrence
    if recurrence is None:
        return ()
    first, last = start_of_school_year(handbook.today), end_of_school_year(handbook.today)
    if recurrence.dates:
        return tuple(sorted(day for day in recurrence.dates if first <= day <= last))
    met = forum.standing.arranged if forum.standing else None
    planned = planned_days(recurrence, handbook.today, first, met)
    return tuple(day for day in planned if day >= first and is_held(recurrence, day))


def _wheel(today: dt.date, dated: list[tuple[Forum, tuple[dt.date, ...]]]) -> dict[str, object]:
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
        "rings": [round(radius, 1) for radius in radii],
        "dots": [
            {"at": _point(first, day, radius), "letter": ascii_uppercase[number % 26], "past": day < today}
            for number, ((_, days), radius) in enumerate(zip(dated, radii, strict=True))
            for day in days
        ],
        "today": (_point(first, today, _INNER - 14), _point(first, today, _OUTER + 8)),
    }


def _point(first: dt.date, day: dt.date, radius: float) -> tuple[float, float]:
    """A day of the year that begins at the top, on a circle around the centre, clockwise."""
    angle = 2 * math.pi * (day - first).days / 365 - math.pi / 2
    return round(_CENTRE + radius * math.cos(angle), 1), round(_CENTRE + radius * math.sin(angle), 1)
