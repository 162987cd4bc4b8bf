"""What the self-check counts of services beyond the rules: what others need to know before they refer or ring."""

from __future__ import annotations

from builder.facts.parts import services
from builder.facts.ways_in import referred_to, waited_for, with_diagnosis
from builder.model.handbook import Handbook
from builder.model.service import Service
from builder.problem import NOTHING, Mark
from builder.rules.expectation import Finding, Findings, measure

#: The statement says what is lacking; a measure has no place and no sentence of its own.
_NOT = Finding(Mark(""), NOTHING)


@measure("service-decides", of=waited_for)
def decides(service: Service, _handbook: Handbook) -> Findings:
    """It is said who decides that somebody gets help."""
    if not service.decides:
        yield _NOT


@measure("service-diagnosis", of=waited_for)
def diagnosis(service: Service, _handbook: Handbook) -> Findings:
    """It is said whether a diagnosis is needed."""
    if not service.requires_diagnosis:
        yield _NOT


@measure("service-without-diagnosis", of=with_diagnosis)
def without_diagnosis(service: Service, _handbook: Handbook) -> Findings:
    """Where a diagnosis may be needed, it is said what is done meanwhile, or where to go otherwise."""
    if not (service.while_waiting or (service.access and service.access.otherwise)):
        yield _NOT


@measure("service-otherwise", of=referred_to)
def otherwise(service: Service, _handbook: Handbook) -> Findings:
    """It is said what those do who may not refer."""
    if not (service.access and service.access.otherwise):
        yield _NOT


@measure("service-no-show", of=waited_for)
def no_show(service: Service, _handbook: Handbook) -> Findings:
    """It is said what happens when somebody does not come."""
    if not service.no_show:
        yield _NOT


@measure("service-direct-contact", of=services)
def direct_contact(service: Service, _handbook: Handbook) -> Findings:
    """It is said whether staff may ring each other."""
    if not service.direct_contact:
        yield _NOT
