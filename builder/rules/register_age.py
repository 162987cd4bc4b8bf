"""Lovregisteret er kontrollert mot kildene det siste året.

Lover endres og får nye paragrafer. En håndbok som bygges lenge etter at registeret ble lest, kan vise til
bestemmelser som ikke gjelder lenger, uten at noen kontroll kan se det.

Kilde: lovregisterets egne forbehold (handbook/common/register.yml).

Riktig::

    register:
      - id: lovregister
        verified: {date: 2026-11-22, by: Redaksjonen, how: Leste kildene på nytt}

Feil::

    register:
      - id: lovregister
        verified: {date: 2025-10-01, by: Redaksjonen, how: Leste kildene}
"""

from __future__ import annotations

from dateutil.relativedelta import relativedelta

from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "register-age"
SEVERITY = Severity.WARNING
MONTHS = 12


def check(subject: Subject) -> Findings:
    """The register of law was verified within the last year."""
    handbook = subject.handbook
    register = handbook.law_checked
    oldest = handbook.today - relativedelta(months=MONTHS)
    if register is not None and register.verified.date < oldest:
        yield (
            register.at("verified", "date"),
            Message(
                "lovregisteret ble sist kontrollert {date}, for mer enn {months} måneder siden; les lovene på nytt "
                "før håndboka bygges",
                date=register.verified.date,
                months=MONTHS,
            ),
        )
