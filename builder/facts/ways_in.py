"""How one comes in to services: those one waits for, those others refer to, and those with a condition."""

from __future__ import annotations

from builder.model.handbook import Handbook
from builder.model.service import Service
from builder.model.vocabulary import AccessRoute

#: The ways in that nobody comes through the same day.
_SLOW = frozenset({AccessRoute.REFERRAL, AccessRoute.APPLICATION, AccessRoute.DECISION})


def waited_for(handbook: Handbook) -> tuple[Service, ...]:
    """The services that nobody comes to the same day."""
    return tuple(service for service in handbook.services if not _SLOW.isdisjoint(_routes(service)))


def referred_to(handbook: Handbook) -> tuple[Service, ...]:
    """The services that somebody must refer to."""
    return tuple(service for service in handbook.services if AccessRoute.REFERRAL in _routes(service))


def with_diagnosis(handbook: Handbook) -> tuple[Service, ...]:
    """The services that may ask for a diagnosis: they are asked whether they do, and do not begin with no."""
    said = ((service, service.requires_diagnosis) for service in handbook.services)
    return tuple(service for service, answer in said if answer and not answer.casefold().startswith("nei"))


def _routes(service: Service) -> tuple[AccessRoute, ...]:
    return service.access.routes if service.access else ()
