"""The rules a handbook is checked by: one module each, listed here and nowhere else.

A rule module has a docstring in bokmål (what, why, source, an example that is right and one that is
wrong, which the tests run), an `ID`, a `SEVERITY` and a `check` that yields places and messages.
"""

from __future__ import annotations

from typing import cast

from builder.rules import (
    case_forum_consent,
    contact_deputy,
    contact_verified,
    law_citation,
    national_identity_number,
    one_responsible,
    prose_link,
    prose_markup,
    register_age,
    unknown_reference,
    unknown_step,
)
from builder.rules.subject import Rule, Subject

__all__ = ["RULES", "Rule", "Subject"]

_MODULES = (
    national_identity_number,
    unknown_reference,
    unknown_step,
    prose_link,
    prose_markup,
    law_citation,
    one_responsible,
    case_forum_consent,
    contact_deputy,
    contact_verified,
    register_age,
)

#: Each module has the shape of a Rule; mypy cannot see that of modules in a tuple.
RULES: tuple[Rule, ...] = cast("tuple[Rule, ...]", _MODULES)
