"""The municipality whose handbook it is, and the numbers to ring when it is urgent."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.i18n import N_
from builder.model import formats
from builder.model.audience import Audience
from builder.model.base import Part, Record
from builder.model.fields import (
    Date,
    Email,
    Flag,
    Identifier,
    InternalOnly,
    Name,
    OrganisationNumber,
    PathwayRef,
    Phone,
    Prose,
    RoleRef,
    Text,
    Time,
    WebAddress,
)
from builder.model.kind import Kind, PartKind, SharedPage, Together
from builder.model.result_group import ResultGroup
from builder.model.school_break import SchoolBreak
from builder.model.standard_terms import LevelMeaning
from builder.model.vocabulary import Eve, WrittenStandard

MunicipalityNumber = Field(
    title="Kommunenummer", pattern=r"^\d{4}$", description="Fire siffer, også når det begynner med 0."
)


class OtherHandbook(Part):
    """Another municipality's handbook, where there is one: beside this one, or at an address of its own."""

    slug: Identifier | None = Field(
        None, title="Håndboka ved siden av", description="Mappa til håndboka, når den publiseres sammen med denne."
    )
    website: WebAddress | None = Field(None, title="Håndbokas adresse", description="Når den publiseres et annet sted.")


class FormerNumber(OtherHandbook):
    """An earlier identity of the municipality (merger, split or renumbering)."""

    number: Annotated[str, formats.MUNICIPALITY_NUMBER] = MunicipalityNumber
    name: Text = Field(title="Navn den gang", description="Det kommunen het da.")
    until: Date | None = Field(
        None, title="Brukt til og med", description="Siste dag nummeret gjaldt, for eksempel 2023-12-31."
    )


class LaterNumber(OtherHandbook):
    """A later identity of the municipality: what it became part of, or was divided into."""

    number: Annotated[str, formats.MUNICIPALITY_NUMBER] = MunicipalityNumber
    name: Text = Field(title="Navn", description="Det den nye kommunen heter.")
    from_: Date | None = Field(
        None, alias="from", title="Fra og med", description="Første dag, for eksempel 2024-01-01."
    )


class Level(Part):
    """A level in the municipality's own model of how cooperation is stepped up."""

    number: int = Field(
        title="Nivå", ge=0, le=9, description="Tallet andre poster viser til, for eksempel 0 for første undring."
    )
    name: Text = Field(title="Navn", description="Det nivået heter i kommunens modell.")
    description: Prose | None = Field(
        None, title="Hva nivået betyr", description="Når dere er på dette nivået, og hva som kjennetegner det."
    )
    means: LevelMeaning | None = Field(
        None,
        title="Betyr",
        description="Det felles ordet for nivået, uansett hva det heter hos dere. Da kan kommuner sammenlignes.",
    )


class Editors(Part):
    """Whom readers tell when something is wrong."""

    role: Text = Field(
        title="Rolle", description="Rollen som retter håndboka, for eksempel koordinator for tverrfaglig samarbeid."
    )
    email: Email = Field(title="E-post", description="Dit leserne melder feil. Helst en adresse flere leser.")
    phone: Phone | None = Field(None, title="Telefon", description="Jobbnummer, når leserne også kan ringe.")


class GreyZone(Part):
    """A kind of case that no service sees as its own, and who decides who begins."""

    what: Text = Field(title="Hva det gjelder", description="Saken som blir skjøvet fra tjeneste til tjeneste.")
    owner: RoleRef = Field(title="Hvem som eier den", description="Rollen som bestemmer hvem som begynner.")
    how: Prose | None = Field(None, title="Slik gjør du")


class District(Part):
    """A part of the municipality that services are divided by."""

    id: Identifier = Field(title="Id", description="Kort navn, for eksempel sor. Endres aldri.")
    name: Text = Field(title="Navn", description="Det området heter, for eksempel Bydel sør.")


class ShortDay(Part):
    """A day before a holiday, and when offices close on it."""

    day: Eve = Field(title="Dag", description="Dagen før høytiden, for eksempel christmas-eve.")
    closes: Time | None = Field(
        None, title="Stenger", description="Klokkeslettet kontorene stenger. Utelates når de er stengt hele dagen."
    )


class Municipality(Record):
    """One municipality and the handbook it stands behind. Lives in `municipality.yml`."""

    TITLE = "name"

    name: Text = Field(title="Kommune", description="Kommunens navn uten «kommune».")
    number: Annotated[str, formats.MUNICIPALITY_NUMBER] = MunicipalityNumber
    organisation_number: OrganisationNumber | None = Field(
        None,
        title="Organisasjonsnummer",
        description="Ni siffer, slik det står i Enhetsregisteret. Utelates til noen har slått det opp.",
    )
    written_standard: WrittenStandard = Field(
        title="Målform", description="Språket håndboka er skrevet på. Menyer, datoer og ledetekster følger det."
    )
    county: Text | None = Field(None, title="Fylke", description="Fylket kommunen ligger i.")
    title: Text = Field(
        title="Håndbokens tittel", description="Det håndboka heter. Står øverst på hver side og på forsiden av boka."
    )
    motto: Text | None = Field(None, title="Motto", description="Et kort slagord under tittelen.")
    introduction: Prose | None = Field(None, title="Innledning", description="Hva håndboka er, og hvem den er for.")
    owner: Text = Field(title="Eier", description="Rollen som eier håndboka.")
    approver: Text | None = Field(None, title="Godkjent av", description="Rollen som godkjenner.")
    approved: Date | None = Field(
        None, title="Godkjent", description="Dagen håndboka ble godkjent. Står på hver utskrift."
    )
    next_review: Date | None = Field(
        None,
        title="Neste gjennomgang",
        description="Dagen hele håndboka skal være gått gjennom på nytt. Etter den varsler sjekken.",
    )
    version: Text = Field(
        "1",
        title="Utgave",
        description="Nummeret på utgaven, som leserne kan vise til. Øk det når håndboka blir godkjent på nytt.",
    )
    editors: Editors = Field(title="Redaksjon", description="Hvem leserne melder feil til. Står på hver side.")
    contact_check_months: int = Field(
        6, title="Kontakter kontrolleres", ge=1, le=36, description="Antall måneder en kontakt regnes som kontrollert."
    )
    introduction_months: int = Field(
        12,
        title="Håndboka innføres på nytt",
        ge=1,
        le=36,
        description="Antall måneder en arbeidsplass regnes som innført, etter datoene i introductions.yml.",
    )
    demonstration: Prose | None = Field(
        None,
        title="Demonstrasjon",
        description="Settes når innholdet ikke er kommunens eget. Vises på hver side og utskrift.",
    )
    levels: tuple[Level, ...] = Field(
        (), title="Nivåer", description="Trinnene i kommunens modell for samarbeid. Møter og steg viser til tallet."
    )
    districts: tuple[District, ...] = Field(
        (), title="Områder", description="Bydeler eller soner tjenestene er delt etter."
    )
    school_breaks: tuple[SchoolBreak, ...] = Field(
        (),
        title="Skolens ferier",
        description="Feriene i skoleruta. Møter som følger skoleåret (school_year), holdes ikke da.",
    )
    short_days: tuple[ShortDay, ...] = Field(
        (),
        title="Dager med kortere åpningstid",
        description="Onsdag før påske, julaften og nyttårsaften. Da vet «Ring nå» om mottaket i barnevernet svarer. På "
        "dager som ikke står her, sier den ikke hvem som svarer, bare åpningstidene.",
    )
    draft: Prose | None = Field(
        None,
        title="Ikke tatt i bruk",
        description="Settes mens dere fyller ut håndboka og numrene ikke er kontrollert. Vises på hver side og "
        "utskrift. Ta det bort når håndboka tas i bruk; da må numrene for akutte saker være skrevet og kontrollert.",
    )
    partners: tuple[Text, ...] = Field(
        (), title="Samarbeidskommuner", description="Kommuner dere har felles tjenester med, ved navn."
    )
    predecessors: tuple[FormerNumber, ...] = Field(
        (),
        title="Tidligere kommunenummer",
        description="Kommunens tidligere navn og nummer, etter sammenslåing, deling eller nytt fylke.",
    )
    successors: tuple[LaterNumber, ...] = Field(
        (),
        title="Senere kommunenummer",
        description="Det kommunen er blitt til, når den er slått sammen eller delt. Håndboka viser da videre.",
    )
    disagreement: PathwayRef | None = Field(
        None, title="Ved uenighet", description="Forløpet som sier hvem som avgjør når tjenestene er uenige."
    )
    grey_zones: tuple[GreyZone, ...] = Field(
        (), title="Gråsoner", description="Saker flere kan mene er de andres, og hvem som eier dem."
    )
    website: WebAddress | None = Field(
        None,
        title="Nettadresse",
        description="Adressen håndboka er publisert på, for eksempel https://handbok.kommune.no/. "
        "Utskrifter, QR-koder og kalendere viser til den.",
    )
    internal_website: Annotated[WebAddress | None, InternalOnly()] = Field(
        None,
        title="Nettadresse for ansatte",
        description="Adressen den interne utgaven er publisert på, bak innlogging. Utskriftene og kalenderne i den "
        "viser dit. Uten den viser de ingen adresse.",
    )
    library: Annotated[Text | None, InternalOnly()] = Field(
        None,
        title="Felles bibliotek",
        description="Versjonen av de felles postene dere har gått gjennom, for eksempel 2026.11. Sjekken sier fra når "
        "en nyere er i bruk.",
    )
    without: Annotated[tuple[Text, ...], InternalOnly()] = Field(
        (),
        title="Utelatt fra det felles biblioteket",
        description="Felles poster som ikke gjelder hos dere, for eksempel services:krisesenter. De er ikke med i "
        "håndboka, og felles tekster viser ikke til dem.",
    )
    edited_at: Annotated[WebAddress | None, InternalOnly()] = Field(
        None,
        title="Redigeres på",
        description="Adressen der datamappa kan redigeres, for eksempel "
        "https://github.com/kommune/handbok/edit/main/handbook. Kontrollrunden lenker til filene der.",
    )
    compared: Flag = Field(
        False,
        title="Sammenlignes med andre",
        description=(
            "true når forløp, møter og nivåer kan stå ved siden av andre kommuners, på en side over håndbøkene. Det "
            "gjelder dem som har et felles ord (situation, type og means), og det blir åpne data."
        ),
    )
    sources: tuple[Text, ...] = Field((), title="Kilder", description="Hva beskrivelsen bygger på.")


class EmergencyNumber(Record):
    """A number for when it is urgent, shown first on the front page and on every print; or one for what can wait."""

    TITLE = "name"

    name: Text = Field(title="Navn", description="Hvem som svarer, for eksempel «Legevakt».")
    short_name: Text | None = Field(
        None, title="Kortnavn", description="Ett ord eller to, når navnet er langt. Står på knappen du ringer med."
    )
    aliases: tuple[Name, ...] = Field(
        (), title="Også kalt", description="Det folk sier, som «brannvesenet». Vises ikke, men søket finner det."
    )
    phone: Phone = Field(title="Telefon", description="Nummeret, for eksempel 116 117.")
    when: Text = Field(title="Når", description="Når du skal ringe dette nummeret.")
    urgent: Flag = Field(
        True,
        title="Haster",
        description="false når nummeret er for det som kan vente. Da står det i kontaktlista, og ikke der det haster.",
    )
    order: int = Field(50, title="Rekkefølge", ge=-999, le=999, description="Lavest tall står først.")

    @property
    def label(self) -> str:
        return self.short_name or self.name


class Role(Record):
    """A function many services have, such as «den som er bekymret» or «barnekoordinator»."""

    TITLE = "name"

    name: Text = Field(title="Navn", description="Som det står i en setning om ansvar.")
    description: Prose | None = Field(
        None, title="Hvem det er", description="Hvordan du finner ut hvem det er hos deg."
    )
    municipality: Text | None = Field(
        None, title="Kommune", description="Når rollen er i en annen kommune, for eksempel en nabo som er med i møtet."
    )
    held_by: tuple[RoleRef, ...] = Field((), title="Ligger hos", description="Kontakter som har rollen.")

    @property
    def label(self) -> str:
        return f"{self.name} ({self.municipality})" if self.municipality else self.name


MUNICIPALITY = Kind(
    name="municipality",
    record=Municipality,
    label=N_("kommune"),
    plural=N_("Om håndboka"),
    description="Kommunen håndboka gjelder: eier, godkjenning, redaksjon og nivåer. Én post, i municipality.yml.",
    address=Together("om/index"),
    linkable=False,
    audience=Audience.PUBLIC,
)
#: Named by their ids alone: there is one municipality.
DISTRICTS = PartKind(name="districts", label=N_("område"), whole=MUNICIPALITY)
EMERGENCY = Kind(
    name="emergency",
    record=EmergencyNumber,
    label=N_("nødnummer"),
    plural=N_("Når det haster"),
    description="Numre å ringe når det haster. Står først på forsiden og på alle utskrifter.",
    address=Together("index", "haster"),
    linkable=False,
    group=ResultGroup.CONTACT,
    news=N_("Nytt nødnummer: {name}"),
    audience=Audience.PUBLIC,
)
ROLES = Kind(
    name="roles",
    record=Role,
    label=N_("rolle"),
    plural=N_("Hvem gjør hva"),
    description="En funksjon mange tjenester har, som «den som er bekymret» eller «barnekoordinator».",
    address=SharedPage("hvem-gjor-hva", frozenset({"kontakter", "matrise", "roller", "uenighet"})),
    group=ResultGroup.ROLE,
    news=N_("Ny rolle: {name}"),
)
