"""Compares two states of a handbook, record by record, and describes the changes in sentences."""

from __future__ import annotations

from builder.changes.difference import Action, Difference
from builder.changes.records import differences

__all__ = ["Action", "Difference", "differences"]
