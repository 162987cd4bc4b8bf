"""Whom to ring now, as the browser is given it: by the clock and the days off it works out who answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from builder.edition.phrases import Phrases
from builder.facts.ring_now import Answers, DayOff, RingNow
from builder.model.fields import dialled
from builder.model.municipality import EmergencyNumber
from builder.model.service import Hours
from builder.model.vocabulary import Weekday

#: Days of the week as the browser counts them, from Monday as 1; and minutes after midnight.
Opening = list[tuple[int, int, int]]
Row = dict[str, object]

_WEEK = list(Weekday)


def ring_data(ring: RingNow, phrases: Phrases) -> dict[str, object]:
    """The table in the order it is shown, and the days off: `RingData` in `templates/types/ring.d.ts`."""
    rows = (
        *(_number(number) for number in ring.danger),
        *(_contact(answers, phrases) for answers in ring.contacts),
        *(_number(number) for number in ring.numbers),
    )
    return {"calendar": calendar(ring), "rows": list(rows)}


def calendar(ring: RingNow) -> dict[str, object]:
    """The days when offices close early, by the minute they do: 0 all day, None where nobody has said."""
    return {
        "until": ring.until.isoformat(),
        "closed": {day.date.isoformat(): _closes(day) for day in sorted(ring.days_off, key=lambda day: day.date)},
    }


def opening(answers: Answers) -> Opening:
    """When somebody answers, day by day: [1, 480, 930] is Monday from 8:00 to 15:30."""
    return sorted(one for hours in answers.hours for one in _opening(hours))


def _opening(hours: Hours) -> Iterator[tuple[int, int, int]]:
    for day in hours.days:
        yield _WEEK.index(day) + 1, _minute(hours.opens), _minute(hours.closes)


def _closes(day: DayOff) -> int | None:
    if not day.known:
        return None
    return _minute(day.closes) if day.closes else 0


def _minute(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def _number(number: EmergencyNumber) -> Row:
    return {"name": number.label, **_phone(number.phone), "said": "", "when": number.when}


def _contact(answers: Answers, phrases: Phrases) -> Row:
    return {
        "name": answers.name,
        **_phone(answers.phone),
        "said": phrases.answers(answers),
        "answers": str(answers.acute),
        "of": str(answers.takes_turns),
        "hours": opening(answers),
    }


def _phone(phone: str | None) -> Row:
    """A number, and where it is called; nothing to call where it only holds a place or is still to be written."""
    return {"phone": phone or "", "tel": dialled(phone)}
