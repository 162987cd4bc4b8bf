"""Records that were taken out, so that those who have the old address are told where to go."""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.base import Record
from builder.model.fields import Date, Prose, RecordName, Text
from builder.model.kind import Kind, Together


class Removed(Record):
    """A record that is no longer in the handbook."""

    TITLE = "name"

    name: Text = Field(title="Navn", description="Det posten het.")
    was: RecordName = Field(title="Post", description="Type og id med kolon mellom, som services:fritidsklubben.")
    date: Date = Field(title="Tatt ut", description="Dagen den ble tatt ut.")
    why: Prose | None = Field(None, title="Hvorfor", description="Hva som skjedde, og hva leseren skal gjøre nå.")
    instead: RecordName | None = Field(
        None, title="Gå til", description="Posten leseren skal til i stedet, som services:kultur-fritid."
    )

    @property
    def kind(self) -> str:
        """The name of the kind it was of."""
        return self.was.partition(":")[0]

    @property
    def former_id(self) -> str:
        """The id it had."""
        return self.was.partition(":")[2]


REMOVED = Kind(
    name="removed",
    record=Removed,
    label=N_("post som er tatt ut"),
    plural=N_("Tatt ut av håndboka"),
    description="En post som er tatt ut. Den gamle adressen sier det, og viser hvor leseren skal gå.",
    address=Together("hva-er-nytt"),
    order=lambda removed: (removed.date, removed.id),
    newest_first=True,
    linkable=False,
    told=False,
)
