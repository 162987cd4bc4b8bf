"""The only place that knows what day it is.

`SOURCE_DATE_EPOCH` (seconds since 1970, see reproducible-builds.org) fixes the clock, so the same
data gives the same bytes on any day.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from zoneinfo import ZoneInfo

_OSLO = ZoneInfo("Europe/Oslo")
VARIABLE = "SOURCE_DATE_EPOCH"


#: Seconds since 1970, to the year 2286: days before and after those that any date in a handbook is reckoned from.
_SECONDS = re.compile(r"[0-9]{1,10}")


class ClockError(ValueError):
    """The variable that fixes the clock does not hold a whole number of seconds since 1970."""


def now(environment: Mapping[str, str] = os.environ) -> dt.datetime:
    """The moment of this build, in UTC. Raises ClockError when the fixed clock is no number of seconds since 1970."""
    fixed = environment.get(VARIABLE)
    if not fixed:
        return dt.datetime.now(dt.UTC)
    if not _SECONDS.fullmatch(fixed):
        raise ClockError(f"{VARIABLE}={fixed!r}")
    return dt.datetime.fromtimestamp(int(fixed), dt.UTC)


def today(environment: Mapping[str, str] = os.environ) -> dt.date:
    """The day of this build where the readers are: an hour or two after midnight in Oslo, UTC is a day behind."""
    return now(environment).astimezone(_OSLO).date()


@contextmanager
def stopped_at(moment: dt.datetime) -> Iterator[None]:
    """Has the clock stand still, here and in the processes that begin meanwhile: all that is built is of one day."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(int(moment.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before
