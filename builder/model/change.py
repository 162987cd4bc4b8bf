"""Notes about what has changed in the handbook, for those who read it last year."""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Record
from builder.model.fields import Date, Prose, Text
from builder.model.related import Related


class Change(Record):
    """What changed, when, and where it can be read."""

    date: Date = Field(title="Dato")
    title: Text = Field(title="Tittel")
    text: Prose = Field(title="Hva som er endret")
    touched: Related = Field(default_factory=Related, title="Gjelder")

    @property
    def label(self) -> str:
        return self.title
