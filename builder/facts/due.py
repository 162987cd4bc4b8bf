"""When something is due: the one year, and what lies too long back."""

from __future__ import annotations

import datetime as dt

from dateutil.relativedelta import relativedelta

from builder.model.handbook import Handbook

#: A routine, a service, a meeting or the register of law is to be gone through at least once a year.
MONTHS_BETWEEN_REVIEWS = 12


def oldest_review(today: dt.date) -> dt.date:
    """What was gone through before this day is due again."""
    return today - relativedelta(months=MONTHS_BETWEEN_REVIEWS)


def oldest_contact_check(handbook: Handbook) -> dt.date:
    """Contacts verified before this day are due again, by the interval the municipality has set."""
    return handbook.today - relativedelta(months=handbook.municipality.contact_check_months)
