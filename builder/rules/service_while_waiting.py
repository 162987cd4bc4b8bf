"""En tjeneste med henvisning, søknad eller vedtak sier hva som skal skje i ventetiden.

Ventetiden er der saker glipper: den som henviste tror at andre har tatt over, og barnet er alene med
det. Tjenesten bør si hva de andre skal fortsette med.

Kilde: NOVA-rapport 18/2011, kapittel 10 (Åpenhet); masteroppgave om tverrfaglig samarbeid i
rusbehandling, kapittel 4.2.2 (Gråsoner).

Riktig::

    services:
      - id: ppt
        access: {routes: [referral]}
        while_waiting: Skolen fortsetter med tiltakene.

Feil::

    services:
      - id: ppt
        access: {routes: [referral]}
        while_waiting: null
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.service import Service
from builder.model.vocabulary import AccessRoute
from builder.problem import Severity
from builder.rules.findings import without
from builder.rules.subject import Findings, Subject

ID = "service-while-waiting"
SEVERITY = Severity.WARNING

_SENTENCE = N_(
    "{name} tar imot etter henvisning, søknad eller vedtak, men sier ikke hva andre gjør imens (while_waiting)"
)
#: The ways in that nobody comes through the same day.
_SLOW = frozenset({AccessRoute.REFERRAL, AccessRoute.APPLICATION, AccessRoute.DECISION})


def check(subject: Subject) -> Findings:
    """A service one has to wait for says what to do in the meantime."""
    return without(filter(_is_waited_for, subject.handbook.services), lambda service: service.while_waiting, _SENTENCE)


def _is_waited_for(service: Service) -> bool:
    return service.access is not None and not _SLOW.isdisjoint(service.access.routes)
