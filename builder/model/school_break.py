"""The weeks a school is closed, as the municipality has decided them."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from builder.model.base import Part
from builder.model.fields import Date, Text


class SchoolBreak(Part):
    """One break, first and last day included. Municipalities differ, and decide a year or two ahead."""

    name: Text = Field(title="Navn", description="Det ferien heter, for eksempel høstferie.")
    from_: Date = Field(alias="from", title="Fra og med", description="Første dag skolen er stengt.")
    to: Date = Field(title="Til og med", description="Siste dag skolen er stengt.")

    def has(self, day: dt.date) -> bool:
        """Whether a day is in the break."""
        return self.from_ <= day <= self.to
