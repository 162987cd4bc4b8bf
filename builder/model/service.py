"""A service: what it does and does not do, for whom, how to get in, and whom to call."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from builder.model.base import Part, Record, Verified
from builder.model.fields import (
    Citation,
    Date,
    Email,
    Flag,
    Identifier,
    InternalOnly,
    Phone,
    Prose,
    ServiceRef,
    Text,
    Time,
    WebAddress,
    reject,
)
from builder.model.vocabulary import AccessRoute, Category, Government, Venue, Weekday
from builder.problem import Message


class Ages(Part):
    """A range of ages in whole years; either end may be open."""

    from_: int | None = Field(None, alias="from", title="Fra og med år", ge=0, le=120)
    to: int | None = Field(None, title="Til og med år", ge=0, le=120)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ is not None and self.to is not None and self.to < self.from_:
            raise reject(
                Message("slutter på {to} år, før aldersgruppa begynner på {start} år", to=self.to, start=self.from_)
            )
        return self


class Hours(Part):
    """When somebody answers: the same hours on one or more days of the week."""

    days: tuple[Weekday, ...] = Field(title="Dager", min_length=1)
    opens: Time = Field(title="Åpner")
    closes: Time = Field(title="Stenger")
    note: Text | None = Field(None, title="Merknad")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.closes <= self.opens:
            raise reject(
                Message("stenger {closes:%H:%M}, men åpner {opens:%H:%M}", closes=self.closes, opens=self.opens)
            )
        return self


class Deputy(Part):
    """Who answers when the contact is away. A role; the person is replaceable."""

    role: Text = Field(title="Rolle")
    person: Text | None = Field(None, title="Person")
    phone: Phone | None = Field(None, title="Telefon")
    email: Email | None = Field(None, title="E-post")


class Contact(Part):
    """A permanent role in a service, and how to reach whoever holds it now. Never a private number."""

    id: Identifier = Field(title="Id", description="Sammen med tjenesten blir dette rollens navn, som ppt.leder.")
    role: Text = Field(title="Rolle")
    person: Text | None = Field(None, title="Person", description="Kan byttes ut. Utelates når rollen alene er nok.")
    vacant: Flag = Field(False, title="Ubesatt")
    deputy: Deputy | None = Field(None, title="Stedfortreder")
    phone: Phone | None = Field(None, title="Telefon")
    direct_phone: Annotated[Phone | None, InternalOnly()] = Field(
        None, title="Direktenummer", description="Bare for internt bruk."
    )
    email: Email | None = Field(None, title="E-post")
    hours: tuple[Hours, ...] = Field((), title="Treffes")
    area: Text | None = Field(None, title="Dekker", description="Skoler, barnehager eller områder kontakten har.")
    responsibility: Prose | None = Field(None, title="Kontakt meg om")
    languages: tuple[Text, ...] = Field((), title="Språk")
    verified: Verified | None = Field(None, title="Sist kontrollert")


class Access(Part):
    """How one gets help from the service."""

    routes: tuple[AccessRoute, ...] = Field((), title="Måter å komme inn på")
    who_may_refer: tuple[Text, ...] = Field((), title="Hvem kan henvise")
    how: Prose | None = Field(None, title="Slik gjør du")
    otherwise: Prose | None = Field(
        None, title="Kan du ikke henvise", description="Veien dit for dem som ikke kan henvise."
    )


class Service(Record):
    """A service that staff may need to reach, own or shared with other municipalities."""

    name: Text = Field(title="Navn")
    short_name: Text | None = Field(None, title="Kortnavn", description="For eksempel PPT.")
    aliases: tuple[Text, ...] = Field((), title="Andre navn", description="Gamle navn og det folk sier til daglig.")
    category: Category = Field(title="Type tjeneste")
    government: Government = Field(title="Drives av")
    parent: Text | None = Field(None, title="Hører til", description="Enheten tjenesten ligger under.")
    serves: tuple[Identifier, ...] = Field(
        (), title="Gjelder for", description="Bare i common: kommunene tjenesten gjelder. Tomt betyr alle."
    )
    summary: Prose = Field(title="Kort fortalt", description="Én eller to setninger om hva tjenesten er.")
    does: tuple[Prose, ...] = Field((), title="Dette gjør vi")
    does_not: tuple[Prose, ...] = Field((), title="Dette gjør vi ikke")
    target_group: Prose | None = Field(None, title="For hvem")
    ages: Ages | None = Field(None, title="Alder")
    area: Text | None = Field(None, title="Område")
    access: Access | None = Field(None, title="Slik får du hjelp")
    decides: Text | None = Field(None, title="Hvem beslutter", description="Hvem som fatter vedtak.")
    performs: Text | None = Field(None, title="Hvem utfører")
    requires_diagnosis: Text | None = Field(None, title="Diagnose", description="Om det kreves diagnose.")
    voluntary: Prose | None = Field(None, title="Frivillig")
    no_show: Prose | None = Field(None, title="Hvis noen ikke møter")
    while_waiting: Prose | None = Field(None, title="Mens du venter")
    response_time: Prose | None = Field(None, title="Svartid og ventetid")
    opening_hours: tuple[Hours, ...] = Field((), title="Åpningstid")
    phone_hours: tuple[Hours, ...] = Field((), title="Telefontid")
    acute: Prose | None = Field(None, title="Når det haster")
    venues: tuple[Venue, ...] = Field((), title="Hvor vi møter folk")
    address: Text | None = Field(None, title="Besøksadresse")
    legal_basis: tuple[Citation, ...] = Field((), title="Lovgrunnlag")
    good_to_know: tuple[Prose, ...] = Field(
        (),
        title="Greit å vite for samarbeidspartnere",
        description="Tempo, dokumentasjonsplikt og annet partene bør kjenne til.",
    )
    direct_contact: Prose | None = Field(None, title="Direkte kontakt mellom ansatte")
    training_offered: tuple[Prose, ...] = Field((), title="Opplæring vi gir andre")
    works_with: tuple[ServiceRef, ...] = Field((), title="Nære samarbeidspartnere")
    contacts: tuple[Contact, ...] = Field((), title="Kontakter")
    website: WebAddress | None = Field(None, title="Nettsted")
    reviewed: Date | None = Field(None, title="Sist gjennomgått")
    note: Prose | None = Field(None, title="Merknad")

    @property
    def label(self) -> str:
        return self.short_name or self.name
