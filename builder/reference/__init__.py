"""The reference pages in docs/, made from the rules and the records: they cannot fall behind."""

from __future__ import annotations

from collections.abc import Iterator

from builder.reference.fields import fields_page
from builder.reference.rules import rules_page

__all__ = ["reference_files"]


def reference_files() -> Iterator[tuple[str, str]]:
    """File name and text of each page."""
    yield "regler.md", rules_page()
    yield "felter.md", fields_page()
