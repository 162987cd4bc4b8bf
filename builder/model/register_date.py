"""When the register of law was checked against its sources, and what is still uncertain in it."""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Part, Record, Verified
from builder.model.fields import Text
from builder.model.vocabulary import Risk


class Reservation(Part):
    """Something the register could not settle, and what to do about it."""

    topic: Text = Field(title="Tema")
    risk: Risk = Field(title="Risiko")
    what: Text = Field(title="Hva som er uavklart")
    action: Text = Field(title="Gjør dette")


class RegisterDate(Record):
    """The one place that says the date the register was verified."""

    verified: Verified = Field(title="Kontrollert")
    note: Text | None = Field(None, title="Merknad")
    sources: tuple[Text, ...] = Field((), title="Kilder")
    reservations: tuple[Reservation, ...] = Field((), title="Forbehold")
