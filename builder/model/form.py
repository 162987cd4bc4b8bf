"""Forms and templates that staff print or fill in."""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Part, Record
from builder.model.fields import Citation, Prose, Text
from builder.model.vocabulary import FieldKind, FormKind


class FormField(Part):
    """One thing to fill in."""

    label: Text = Field(title="Ledetekst")
    kind: FieldKind = Field(FieldKind.LINE, title="Type felt")
    help: Text | None = Field(None, title="Hjelpetekst")
    options: tuple[Text, ...] = Field((), title="Valg", description="For avkryssing: én rute for hvert valg.")
    columns: tuple[Text, ...] = Field((), title="Kolonner", description="For tabell.")
    rows: int = Field(4, title="Rader", ge=1, le=40, description="Linjer i et tekstfelt eller rader i en tabell.")


class FormSection(Part):
    """A part of a form with a heading."""

    title: Text = Field(title="Overskrift")
    text: Prose | None = Field(None, title="Tekst")
    fields: tuple[FormField, ...] = Field((), title="Felter")


class Form(Record):
    """A form or template, for print."""

    title: Text = Field(title="Tittel")
    kind: FormKind = Field(title="Type skjema")
    purpose: Prose = Field(title="Når du bruker skjemaet")
    instructions: tuple[Prose, ...] = Field((), title="Slik fyller du ut")
    sections: tuple[FormSection, ...] = Field((), title="Deler")
    storage: Prose | None = Field(None, title="Oppbevaring")
    owner: Text | None = Field(None, title="Eier")
    legal_basis: tuple[Citation, ...] = Field((), title="Lovgrunnlag")

    @property
    def label(self) -> str:
        return self.title
