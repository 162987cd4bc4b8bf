"""What the self-check counts of services beyond the rules: what others need to know before they refer or ring."""

from __future__ import annotations

from builder.facts.parts import services
from builder.facts.ways_in import referred_to, waited_for, with_diagnosis
from builder.model.handbook import Handbook
from builder.model.service import Service
from builder.rules.expectation import Findings, measure
from builder.selfcheck.lacks import unless


@measure("service-decides", of=waited_for)
def decides(service: Service, _handbook: Handbook) -> Findings:
    """It is said who decides that somebody gets help."""
    return unless(service.decides)


@measure("service-diagnosis", of=waited_for)
def diagnosis(service: Service, _handbook: Handbook) -> Findings:
    """It is said whether a diagnosis is needed."""
    return unless(service.requires_diagnosis)


@measure("service-without-diagnosis", of=with_diagnosis)
def without_diagnosis(service: Service, _handbook: Handbook) -> Findings:
    """Where a diagnosis may be needed, it is said what is done meanwhile, or where to go otherwise."""
    return unless(service.while_waiting or (service.access and service.access.otherwise))


@measure("service-otherwise", of=referred_to)
def otherwise(service: Service, _handbook: Handbook) -> Findings:
    """It is said what those do who may not refer."""
    return unless(service.access and service.access.otherwise)


@measure("service-no-show", of=waited_for)
def no_show(service: Service, _handbook: Handbook) -> Findings:
    """It is said what happens when somebody does not come."""
    return unless(service.no_show)


@measure("service-direct-contact", of=services)
def direct_contact(service: Service, _handbook: Handbook) -> Findings:
    """It is said whether staff may ring each other."""
    return unless(service.direct_contact)
