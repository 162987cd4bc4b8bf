"""Whether meetings hold better than before: since the newest edition, beside the time before it.

Notes have days, so what was noted before an edition is known from them; nothing has to be kept of how it was then.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from builder.facts.approvals import editions_approved
from builder.facts.pulse import Pulse, every_series, pulse
from builder.model.handbook import Handbook
from builder.model.schedule import start_of_school_year

_YEAR = relativedelta(years=1)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Trend:
    """The meetings since a day, and those of the time before it. `edition` was approved on that day, where one was."""

    since: dt.date
    edition: str
    now: Pulse
    before: Pulse

    @property
    def worse(self) -> bool:
        """Whether a larger share is cancelled now."""
        return self.now.cancelled * self.before.noted > self.before.cancelled * self.now.noted


def trend(handbook: Handbook) -> Trend | None:
    """How it goes; None where there are too few meetings on either side to say."""
    edition, since, earlier = _borders(handbook)
    every = every_series(handbook)
    now = pulse(handbook, every, since - _DAY, handbook.today)
    before = pulse(handbook, every, earlier - _DAY, since - _DAY)
    return Trend(since, edition, now, before) if now.measurable and before.measurable else None


def _borders(handbook: Handbook) -> tuple[str, dt.date, dt.date]:
    """The newest edition, the day it was approved, and the day the one before was; else two school years."""
    dated = [(one.date, one.version) for one in editions_approved(handbook) if one.date]
    if not dated:
        since = start_of_school_year(handbook.today)
        return "", since, since - _YEAR
    since, version = dated[-1]
    return version, since, dated[-2][0] if len(dated) > 1 else since - _YEAR
