"""When something is due: the one year, and what lies too long back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from dateutil.relativedelta import relativedelta

from builder.model.handbook import Handbook
from builder.model.service import Contact

#: A routine, a service, a meeting or the register of law is to be gone through at least once a year.
MONTHS_BETWEEN_REVIEWS = 12


def oldest_review(today: dt.date) -> dt.date:
    """What was gone through before this day is due again."""
    return today - relativedelta(months=MONTHS_BETWEEN_REVIEWS)


def contact_due(handbook: Handbook, contact: Contact) -> dt.date | None:
    """The day a contact is due to be verified again, by the interval of the municipality; None where it never was."""
    if contact.verified is None:
        return None
    return contact.verified.date + relativedelta(months=handbook.municipality.contact_check_months)


def checks_ahead(handbook: Handbook, contacts: Iterable[Contact]) -> Iterator[dt.date]:
    """When contacts that are verified now must be so again. Those that already must, are marked where they stand."""
    days = (contact_due(handbook, contact) for contact in contacts)
    return (day for day in days if day and day >= handbook.today)
