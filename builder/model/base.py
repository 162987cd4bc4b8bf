"""What all records share: they are frozen, closed, and know where they were written."""

from __future__ import annotations

from typing import Annotated, ClassVar, Protocol

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from builder.model.audience import WHO_MAY_READ, Audience
from builder.model.fields import Date, Identifier, InternalOnly, Text
from builder.problem import Mark


class Located(Protocol):
    """Something that knows the place in a file of each value below it."""

    def at(self, *path: str | int) -> Mark:
        """The place of the value at this path, or of the nearest one above it."""


class Part(BaseModel):
    """A mapping inside a record. Unknown fields are errors; nothing can change after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    #: The field that may be written alone, in place of the whole mapping; None where there is none.
    SHORT: ClassVar[str | None] = None
    #: The field that tells it from the others in a list, where it has such a field.
    KEY: ClassVar[str] = "id"


class Record(Part):
    """A thing with an id of its own, declared once in a file."""

    #: The field that is the record's heading.
    TITLE: ClassVar[str] = "title"

    id: Identifier = Field(
        title="Id", description="Kort navn som andre poster viser til, for eksempel ppt. Endres aldri."
    )
    formerly: tuple[Identifier, ...] = Field(
        (),
        title="Het før",
        description="Id-er posten har hatt. Gamle adresser og QR-koder fører da hit.",
    )
    audience: Audience = WHO_MAY_READ

    _source: Located | None = PrivateAttr(default=None)

    def at(self, *path: str | int) -> Mark:
        """Where in the files the value at this path stands. A record made in code has no place."""
        source = self._source  # asked for once: pydantic looks long for what is private
        return source.at(*path) if source else Mark("")

    def placed(self, source: Located) -> None:
        """Remembers where the record was written; called once, by the loader of records."""
        self._source = source

    # A record stands in one place: another that says the same is not it. What is remembered of records is looked up
    # by them a thousand times for each municipality, so this is Python's own.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def label(self) -> str:
        """What a reader calls the record."""
        return str(getattr(self, self.TITLE))


class Verified(Part):
    """That somebody checked, when, and how: a date alone proves nothing."""

    date: Date = Field(title="Dato", description="Da opplysningen sist ble kontrollert.")
    by: Annotated[Text, InternalOnly()] = Field(
        title="Av", description="Hvilken rolle som kontrollerte, ikke personnavn."
    )
    how: Annotated[Text, InternalOnly()] = Field(
        title="Hvordan", description="For eksempel «ringte nummeret» eller «spurte leder»."
    )
