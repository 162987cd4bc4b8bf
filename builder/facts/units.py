"""Units with several teams under one roof: which service is part of which."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.handbook import Handbook
from builder.model.service import SERVICES, Service


def units_of(handbook: Handbook, service: Service) -> Iterator[Service]:
    """The units a service is part of, the nearest first. Ends where a unit is part of itself, which a rule refuses."""
    seen = {service.id}
    unit = handbook.find(SERVICES, service.part_of) if service.part_of else None
    while unit is not None and unit.id not in seen:
        seen.add(unit.id)
        yield unit
        unit = handbook.find(SERVICES, unit.part_of) if unit.part_of else None


def teams_of(handbook: Handbook, service: Service) -> tuple[Service, ...]:
    """The services that are part of a unit, by name."""
    return tuple(one for one in handbook.services if one.part_of == service.id)


def organisation(handbook: Handbook, service: Service) -> str | None:
    """What a service belongs to, by name: its unit, or what is written where the unit is not described."""
    unit = next(units_of(handbook, service), None)
    return unit.name if unit else service.parent


def answers_for(handbook: Handbook, service: Service) -> Service | None:
    """The service whose contacts answer: itself, or the nearest unit with any; None where nobody does."""
    return next((one for one in (service, *units_of(handbook, service)) if one.contacts), None)
