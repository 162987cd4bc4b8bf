"""The reference pages in docs/, made from the rules and the records: they cannot fall behind."""

from __future__ import annotations

from collections.abc import Iterator

from builder.reference.field_reference import fields_page
from builder.reference.rule_reference import rules_page


def reference_files() -> Iterator[tuple[str, str]]:
    """File name and text of each page."""
    yield "regler.md", rules_page()
    yield "felter.md", fields_page()
