"""Det står når lovregisteret ble kontrollert mot kildene, og det er det siste året.

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

from builder.facts.due import MONTHS_BETWEEN_REVIEWS, oldest_review
from builder.i18n import N_
from builder.model.register_date import REGISTER
from builder.problem import Message, Severity
from builder.rules.findings import is_whole
from builder.rules.subject import Findings, Subject

ID = "register-age"
SEVERITY = Severity.WARNING

_MISSING = N_("det står ikke når lovregisteret ble kontrollert; skriv det i common/register.yml, med verified")


def check(subject: Subject) -> Findings:
    """The register of law was verified within the last year. Who cites no law needs no register."""
    handbook = subject.handbook
    register = handbook.law_checked
    if register is None and handbook.citations and is_whole(handbook, REGISTER):
        yield handbook.municipality.at("id"), Message(_MISSING)
    oldest = oldest_review(handbook.today)
    if register is not None and register.verified.date < oldest:
        yield (
            register.at("verified", "date"),
            Message(
                "lovregisteret ble sist kontrollert {date}, for mer enn {months} måneder siden; les lovene på nytt "
                "før håndboka bygges",
                date=register.verified.date,
                months=MONTHS_BETWEEN_REVIEWS,
            ),
        )
