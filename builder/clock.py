"""The only place that knows what day it is.

`SOURCE_DATE_EPOCH` (seconds since 1970, see reproducible-builds.org) fixes the clock, so the same
data gives the same bytes on any day.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from zoneinfo import ZoneInfo

_OSLO = ZoneInfo("Europe/Oslo")
VARIABLE = "SOURCE_DATE_EPOCH"


#: The years a handbook can have to do with. Days are reckoned from others, and the calendar ends with 9999.
FIRST_YEAR, LAST_YEAR = 1600, 2199


class ClockError(ValueError):
    """The variable that fixes the clock does not hold a whole number of seconds, within those years."""


def now(environment: Mapping[str, str] = os.environ) -> dt.datetime:
    """The moment of this build, in UTC. Raises ClockError when the fixed clock is not a number."""
    fixed = environment.get(VARIABLE)
    if not fixed:
        return dt.datetime.now(dt.UTC)
    try:
        moment = dt.datetime.fromtimestamp(int(fixed), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ClockError(f"{VARIABLE}={fixed!r}") from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ClockError(f"{VARIABLE}={fixed!r}")
    return moment


def today(environment: Mapping[str, str] = os.environ) -> dt.date:
    """The day of this build where the readers are: an hour or two after midnight in Oslo, UTC is a day behind."""
    return now(environment).astimezone(_OSLO).date()
