"""NAV, politiet og fastlegene er med i minst én møteplass.

De tre er de som oftest mangler rundt bordet, fordi de styres av staten eller er selvstendige. Da får de
heller ikke vite hva de andre gjør.

Kilde: NOVA-rapport 18/2011, kapittel 6 (Formalisering av møter og samhandling); masteroppgave om
tverrfaglig samarbeid i rusbehandling, kapittel 4.2.3.

Riktig::

    services:
      - id: nav
        name: NAV Lillevik
        category: nav
        government: state
        summary: Arbeid og økonomi.
    forums:
      - id: team
        members:
          - {actor: nav, mandate: inform}

Feil::

    services:
      - id: nav
        name: NAV Lillevik
        category: nav
        government: state
        summary: Arbeid og økonomi.
"""

from __future__ import annotations

from builder.facts.membership import categories_in_forums
from builder.i18n import N_
from builder.model.forum import FORUMS
from builder.model.municipality import ROLES
from builder.model.vocabulary import Category
from builder.problem import Severity
from builder.rules.findings import is_whole, without
from builder.rules.subject import Findings, Subject

ID = "partner-left-out"
SEVERITY = Severity.WARNING

_EXPECTED = (Category.NAV, Category.POLICE, Category.GP)
_SENTENCE = N_("{name} er ikke med i noen møteplass; hvor møter de andre tjenestene dem?")


def check(subject: Subject) -> Findings:
    """Each of the three that the handbook knows has a place in a forum."""
    if not is_whole(subject.handbook, FORUMS, ROLES):
        return
    present = categories_in_forums(subject.handbook)
    expected = (service for service in subject.handbook.services if service.category in _EXPECTED)
    yield from without(expected, lambda service: service.category in present, _SENTENCE)
