"""What the tests of facts have in common: the miniature handbook with a fragment laid in."""

from __future__ import annotations

from builder.model.handbook import Handbook

from tests.rules.test_rules import told, with_fragment


def handbook(fragment: str = "services: []") -> Handbook:
    return with_fragment(fragment).handbook


def of_rule(rule: str, fragment: str) -> list[str]:
    return [message for found, message in told(fragment) if found == rule]
