"""Notes about what has changed in the handbook, for those who read it last year."""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Record
from builder.model.fields import Date, Prose, Text
from builder.model.related import Related


class Change(Record):
    """What changed, when, and where it can be read."""

    date: Date = Field(title="Dato", description="Dagen endringen gjelder fra.")
    title: Text = Field(
        title="Tittel", description="Hva som er nytt, i få ord, for eksempel «Ny innkaller til tverrfaglig møte»."
    )
    text: Prose = Field(title="Hva som er endret", description="Hva som er annerledes, og hva leseren skal gjøre nå.")
    touched: Related = Field(
        default_factory=Related,
        title="Gjelder",
        description="Postene som er endret. Da står endringen også på sidene deres.",
    )

    @property
    def label(self) -> str:
        return self.title
