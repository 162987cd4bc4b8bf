"""What is expected of a handbook: every group of expectations, listed here and nowhere else.

A module has what is expected of one kind of record, or of one side of it, in its `EXPECTATIONS`. An expectation is a
function below `error`, `warning` or `advice` (see `expectation`), with a docstring in bokmål: what, why, source, and
cases that are right and wrong, which the tests run (see `documentation`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from builder.rules import (
    confidentiality_rules,
    consent_rules,
    contact_address_rules,
    contact_rules,
    disagreement_rules,
    forum_calendar_rules,
    forum_form_rules,
    forum_life_rules,
    forum_member_rules,
    forum_mode_rules,
    forum_network_rules,
    forum_routine_rules,
    handbook_rules,
    law_register_rules,
    law_rules,
    law_text_rules,
    pathway_route_rules,
    pathway_rules,
    pathway_urgent_rules,
    placeholder_rules,
    reference_rules,
    service_age_rules,
    service_reach_rules,
    service_rules,
    service_upkeep_rules,
    step_rules,
    step_sharing_rules,
    text_rules,
    vocabulary_rules,
    wording_rules,
)
from builder.rules.expectation import AnyExpectation, Expectation, Finding, Findings, Scope, itself
from builder.rules.subject import FileRule, HandbookRule, RecordRule, Rule, Subject

_MODULES = ()


#: In the order they are explained.
_GROUPS = (
    text_rules.EXPECTATIONS,
    reference_rules.EXPECTATIONS,
    law_rules.EXPECTATIONS,
    law_register_rules.EXPECTATIONS,
    law_text_rules.EXPECTATIONS,
    contact_rules.EXPECTATIONS,
    contact_address_rules.EXPECTATIONS,
    placeholder_rules.EXPECTATIONS,
    service_rules.EXPECTATIONS,
    service_upkeep_rules.EXPECTATIONS,
    service_age_rules.EXPECTATIONS,
    service_reach_rules.EXPECTATIONS,
    forum_form_rules.EXPECTATIONS,
    forum_routine_rules.EXPECTATIONS,
    forum_mode_rules.EXPECTATIONS,
    forum_member_rules.EXPECTATIONS,
    forum_life_rules.EXPECTATIONS,
    forum_calendar_rules.EXPECTATIONS,
    forum_network_rules.EXPECTATIONS,
    pathway_rules.EXPECTATIONS,
    pathway_urgent_rules.EXPECTATIONS,
    pathway_route_rules.EXPECTATIONS,
    step_rules.EXPECTATIONS,
    step_sharing_rules.EXPECTATIONS,
    confidentiality_rules.EXPECTATIONS,
    consent_rules.EXPECTATIONS,
    handbook_rules.EXPECTATIONS,
    disagreement_rules.EXPECTATIONS,
    vocabulary_rules.EXPECTATIONS,
    wording_rules.EXPECTATIONS,
)


def _adapted(rule: Rule) -> AnyExpectation:
    """A rule written as a module of its own, as an expectation of everything at once."""
    if isinstance(rule, HandbookRule):
        handbook_rule = rule

        def of_handbook(asked: Any, _context: Any) -> Findings:
            return _found(handbook_rule.check(Subject(asked, {})))

        return Expectation(rule.ID, rule.SEVERITY, Scope.HANDBOOK, itself, of_handbook, rule.__doc__ or "")
    if isinstance(rule, RecordRule):
        record_rule = rule

        def of_record(asked: Any, context: Any) -> Findings:
            return _found(record_rule.check_record(asked, context))

        return Expectation(rule.ID, rule.SEVERITY, Scope.RECORD, itself, of_record, rule.__doc__ or "")
    assert isinstance(rule, FileRule)
    file_rule = rule

    def of_file(asked: Any, _context: Any) -> Findings:
        return _found(file_rule.check_file(asked.path, asked.text))

    return Expectation(rule.ID, rule.SEVERITY, Scope.FILE, itself, of_file, rule.__doc__ or "")


def _found(found: Any) -> Iterator[Finding]:
    return (Finding(*one) for one in found)


_ALONE: tuple[AnyExpectation, ...] = tuple(_adapted(cast("Rule", module)) for module in _MODULES)

EXPECTATIONS: tuple[AnyExpectation, ...] = (*(one for group in _GROUPS for one in group), *_ALONE)
