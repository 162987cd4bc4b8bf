"""The municipality whose handbook it is, and the numbers to ring when it is urgent."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.model import written
from builder.model.base import Part, Record
from builder.model.fields import (
    Date,
    Email,
    Identifier,
    OrganisationNumber,
    PathwayRef,
    Phone,
    Prose,
    RoleRef,
    Text,
    WebAddress,
)
from builder.model.vocabulary import WrittenStandard

MunicipalityNumber = Field(
    title="Kommunenummer", pattern=r"^\d{4}$", description="Fire siffer, også når det begynner med 0."
)


class FormerNumber(Part):
    """An earlier identity of the municipality (merger, split or renumbering)."""

    number: Annotated[str, written.MUNICIPALITY_NUMBER] = MunicipalityNumber
    name: Text = Field(title="Navn den gang")
    until: Date | None = Field(None, title="Brukt til og med")


class Level(Part):
    """A level in the municipality's own model of how cooperation is stepped up."""

    number: int = Field(title="Nivå", ge=0, le=9)
    name: Text = Field(title="Navn")
    description: Prose | None = Field(None, title="Hva nivået betyr")


class Editors(Part):
    """Whom readers tell when something is wrong."""

    role: Text = Field(title="Rolle")
    email: Email = Field(title="E-post")
    phone: Phone | None = Field(None, title="Telefon")


class District(Part):
    """A part of the municipality that services are divided by."""

    id: Identifier = Field(title="Id")
    name: Text = Field(title="Navn")


class Municipality(Record):
    """One municipality and the handbook it stands behind. Lives in `municipality.yml`."""

    name: Text = Field(title="Kommune", description="Kommunens navn uten «kommune».")
    number: Annotated[str, written.MUNICIPALITY_NUMBER] = MunicipalityNumber
    organisation_number: OrganisationNumber | None = Field(None, title="Organisasjonsnummer")
    written_standard: WrittenStandard = Field(title="Målform")
    county: Text | None = Field(None, title="Fylke")
    title: Text = Field(title="Håndbokens tittel")
    motto: Text | None = Field(None, title="Motto")
    introduction: Prose | None = Field(None, title="Innledning", description="Hva håndboka er, og hvem den er for.")
    owner: Text = Field(title="Eier", description="Rollen som eier håndboka.")
    approver: Text | None = Field(None, title="Godkjent av", description="Rollen som godkjenner.")
    approved: Date | None = Field(None, title="Godkjent dato")
    next_review: Date | None = Field(None, title="Neste gjennomgang")
    version: Text = Field("1", title="Utgave")
    editors: Editors = Field(title="Redaksjon")
    contact_check_months: int = Field(
        6, title="Kontroll av kontakter", ge=1, le=36, description="Antall måneder en kontakt regnes som kontrollert."
    )
    demonstration: Prose | None = Field(
        None,
        title="Demonstrasjon",
        description="Settes når innholdet ikke er kommunens eget. Vises på hver side og utskrift.",
    )
    levels: tuple[Level, ...] = Field((), title="Nivåer")
    districts: tuple[District, ...] = Field((), title="Områder")
    partners: tuple[Text, ...] = Field((), title="Samarbeidskommuner")
    predecessors: tuple[FormerNumber, ...] = Field((), title="Tidligere kommunenummer")
    disagreement: PathwayRef | None = Field(
        None, title="Uenighet", description="Forløpet som sier hvem som avgjør når tjenestene er uenige."
    )
    website: WebAddress | None = Field(
        None,
        title="Nettadresse",
        description="Adressen håndboka er publisert på, for eksempel https://handbok.kommune.no/. "
        "Utskrifter, QR-koder og kalendere viser til den.",
    )
    sources: tuple[Text, ...] = Field((), title="Kilder", description="Hva beskrivelsen bygger på.")

    @property
    def label(self) -> str:
        return self.name


class EmergencyNumber(Record):
    """A number for when it is urgent, shown first on the front page and on every print."""

    name: Text = Field(title="Navn")
    phone: Phone = Field(title="Telefon")
    when: Text = Field(title="Når", description="Når du skal ringe dette nummeret.")
    order: int = Field(50, title="Rekkefølge", ge=-999, le=999, description="Lavest tall står først.")

    @property
    def label(self) -> str:
        return self.name


class Role(Record):
    """A function many services have, such as «den som er bekymret» or «barnekoordinator»."""

    name: Text = Field(title="Navn", description="Som det står i en setning om ansvar.")
    description: Prose | None = Field(
        None, title="Hvem det er", description="Hvordan du finner ut hvem det er hos deg."
    )
    held_by: tuple[RoleRef, ...] = Field((), title="Ligger hos", description="Kontakter som har rollen.")

    @property
    def label(self) -> str:
        return self.name
