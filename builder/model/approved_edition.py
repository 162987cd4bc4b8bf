"""The editions of a handbook: a draft, what is approved, and what was before, with who and when."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from builder.i18n import N_
from builder.model.audience import Audience
from builder.model.base import Part, Record
from builder.model.fields import Date, InternalOnly, Text, reject
from builder.model.kind import Kind, Together
from builder.model.vocabulary import Labelled
from builder.problem import Message


class EditionStatus(Labelled):
    """What has become of an edition."""

    DRAFT = "draft", N_("Utkast")
    APPROVED = "approved", N_("Godkjent")
    SUPERSEDED = "superseded", N_("Avløst")


class Figure(Part):
    """How a line of the self-check stood: of so many, how many were as they should be."""

    KEY = "line"

    line: Text = Field(title="Linje", description="Det linja i egenkontrollen måler, for eksempel handover-agreed.")
    held: int = Field(title="I orden", ge=0, description="Hvor mange som var som de skal.")
    total: int = Field(title="Av", ge=1, description="Hvor mange det ble spurt om.")

    def compared(self, earlier: Figure) -> int:
        """Above 0 where a larger share is as it should be than earlier, below 0 where a smaller one is."""
        return self.held * earlier.total - earlier.held * self.total


class HandbookEdition(Record):
    """The handbook as somebody stood behind it. Written by `handbok approve`, newest first."""

    TITLE = "version"

    version: Text = Field(title="Utgave", description="Nummeret leserne viser til, for eksempel 2026.2.")
    status: EditionStatus = Field(
        title="Status", description="Om den er et utkast, er godkjent, eller er avløst av en nyere."
    )
    by: Text | None = Field(
        None, title="Godkjent av", description="Rollen som godkjente, ikke personnavn. Trengs når den er godkjent."
    )
    date: Date | None = Field(None, title="Godkjent", description="Dagen den ble godkjent.")
    superseded: Date | None = Field(None, title="Avløst", description="Dagen en nyere ble godkjent.")
    texts: tuple[Text, ...] = Field(
        (),
        title="Tekster",
        description="Fingeravtrykk av hver tekst slik den ble godkjent. Skrives av handbok approve; rett dem ikke for "
        "hånd. En tekst med et annet fingeravtrykk er endret etterpå.",
    )

    figures: Annotated[tuple[Figure, ...], InternalOnly()] = Field(
        (),
        title="Egenkontrollen da",
        description="Hvordan hver linje i egenkontrollen sto da den ble godkjent. Skrives av handbok approve, så "
        "lederne ser hva som er blitt bedre og dårligere siden.",
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.status is not EditionStatus.DRAFT and (self.by is None or self.date is None):
            raise reject(Message("skal ha by og date, for den er ikke et utkast"))
        return self

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The digest of each text, by kind and id: `services:ppt`."""
        return dict(text.rsplit(" ", 1) for text in self.texts if " " in text)

    @cached_property
    def by_line(self) -> Mapping[str, Figure]:
        """How each line of the self-check stood, by what it measures."""
        return {figure.line: figure for figure in self.figures}

    @property
    def tag(self) -> str:
        """What it is called in git."""
        return f"v{self.version}"


EDITIONS = Kind(
    name="editions",
    record=HandbookEdition,
    label=N_("utgave"),
    plural=N_("Utgaver"),
    description="En utgave av håndboka: utkast, godkjent eller avløst, med hvem og når. Skrives av handbok approve.",
    address=Together("om/index", "utgaver"),
    fields=("status", "by", "date", "superseded"),
    sorted=False,
    linkable=False,
    speaks=False,
    minor=True,
    told=False,
    audience=Audience.PUBLIC,
)
