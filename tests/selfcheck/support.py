"""What the tests of the self-check have in common: what a criterion says of the miniature handbook, changed."""

from __future__ import annotations

from builder.model.handbook import Handbook
from builder.selfcheck.criteria import self_check

from tests.rules.test_rules import with_fragment

#: Sentence -> status and ids of the evidence.
Said = dict[str, tuple[str, list[str]]]


def said(handbook: Handbook, name: str) -> Said:
    """What a criterion says."""
    (criterion,) = (found for found in self_check(handbook).criteria if found.id == name)
    return {
        statement.message.text(): (statement.status.value, [evidence.id for evidence in statement.evidence])
        for statement in criterion.statements
    }


def said_with(fragment: str, name: str) -> Said:
    """What a criterion says where a fragment is laid in."""
    return said(with_fragment(fragment).handbook, name)
