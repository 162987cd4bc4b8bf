"""What is expected of a handbook: every group of expectations, listed here and nowhere else.

A module has what is expected of one kind of record, or of one side of it, in its `EXPECTATIONS`. An expectation is a
function below `error`, `warning` or `advice` (see `expectation`), with a docstring in bokmål: what, why, source, and
cases that are right and wrong, which the tests run (see `documentation`).
"""

from __future__ import annotations

from types import MappingProxyType

from builder.rules import (
    agreement_rules,
    approval_rules,
    audience_rules,
    client_rules,
    confidentiality_rules,
    consent_rules,
    contact_address_rules,
    contact_check_rules,
    contact_rules,
    disagreement_rules,
    file_rules,
    form_rules,
    former_rules,
    forum_agenda_rules,
    forum_calendar_rules,
    forum_day_rules,
    forum_form_rules,
    forum_life_rules,
    forum_member_rules,
    forum_mode_rules,
    forum_network_rules,
    forum_place_rules,
    forum_routine_rules,
    handbook_rules,
    handover_rules,
    handover_support_rules,
    identity_rules,
    introduction_rules,
    law_own_rules,
    law_register_rules,
    law_rules,
    law_text_rules,
    letter_rules,
    library_rules,
    need_rules,
    pathway_route_rules,
    pathway_rules,
    pathway_urgent_rules,
    place_rules,
    placeholder_rules,
    promise_rules,
    pulse_rules,
    reference_rules,
    ring_now_rules,
    service_age_rules,
    service_reach_rules,
    service_rules,
    service_upkeep_rules,
    sharing_rules,
    steering_rules,
    step_rules,
    step_sharing_rules,
    survey_rules,
    text_rules,
    upkeep_rules,
    vocabulary_rules,
    wording_rules,
)
from builder.rules.expectation import AnyExpectation

#: In the order they are explained.
_GROUPS = (
    text_rules.EXPECTATIONS,
    client_rules.EXPECTATIONS,
    file_rules.EXPECTATIONS,
    letter_rules.EXPECTATIONS,
    reference_rules.EXPECTATIONS,
    former_rules.EXPECTATIONS,
    audience_rules.EXPECTATIONS,
    law_rules.EXPECTATIONS,
    law_own_rules.EXPECTATIONS,
    law_register_rules.EXPECTATIONS,
    law_text_rules.EXPECTATIONS,
    contact_rules.EXPECTATIONS,
    contact_check_rules.EXPECTATIONS,
    contact_address_rules.EXPECTATIONS,
    placeholder_rules.EXPECTATIONS,
    place_rules.EXPECTATIONS,
    ring_now_rules.EXPECTATIONS,
    service_rules.EXPECTATIONS,
    service_upkeep_rules.EXPECTATIONS,
    service_age_rules.EXPECTATIONS,
    service_reach_rules.EXPECTATIONS,
    forum_form_rules.EXPECTATIONS,
    forum_routine_rules.EXPECTATIONS,
    forum_agenda_rules.EXPECTATIONS,
    forum_mode_rules.EXPECTATIONS,
    forum_member_rules.EXPECTATIONS,
    forum_life_rules.EXPECTATIONS,
    forum_calendar_rules.EXPECTATIONS,
    forum_day_rules.EXPECTATIONS,
    forum_network_rules.EXPECTATIONS,
    pulse_rules.EXPECTATIONS,
    forum_place_rules.EXPECTATIONS,
    steering_rules.EXPECTATIONS,
    agreement_rules.EXPECTATIONS,
    promise_rules.EXPECTATIONS,
    pathway_rules.EXPECTATIONS,
    pathway_urgent_rules.EXPECTATIONS,
    pathway_route_rules.EXPECTATIONS,
    step_rules.EXPECTATIONS,
    handover_rules.EXPECTATIONS,
    handover_support_rules.EXPECTATIONS,
    form_rules.EXPECTATIONS,
    step_sharing_rules.EXPECTATIONS,
    confidentiality_rules.EXPECTATIONS,
    sharing_rules.EXPECTATIONS,
    consent_rules.EXPECTATIONS,
    need_rules.EXPECTATIONS,
    upkeep_rules.EXPECTATIONS,
    approval_rules.EXPECTATIONS,
    handbook_rules.EXPECTATIONS,
    introduction_rules.EXPECTATIONS,
    survey_rules.EXPECTATIONS,
    identity_rules.EXPECTATIONS,
    library_rules.EXPECTATIONS,
    disagreement_rules.EXPECTATIONS,
    vocabulary_rules.EXPECTATIONS,
    wording_rules.EXPECTATIONS,
)

EXPECTATIONS: tuple[AnyExpectation, ...] = tuple(one for group in _GROUPS for one in group)

_BY_ID = MappingProxyType({expectation.id: expectation for expectation in EXPECTATIONS})


def expectation(name: str) -> AnyExpectation:
    """The expectation with an id. Raises KeyError where there is none."""
    return _BY_ID[name]


def is_rule(asked: AnyExpectation) -> bool:
    """Whether an expectation is a rule of the check, with documentation; those only the self-check counts are not."""
    return _BY_ID.get(asked.id) is asked
