"""A place where children are, by name: a kindergarten, a school, a health clinic. Its people are found by it.

Who serves a place is written once, where the contacts are: see `builder.facts.serving`.
"""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.base import Record
from builder.model.fields import (
    DistrictRef,
    Email,
    Flag,
    Name,
    Phone,
    Prose,
    RoleRef,
    ServiceRef,
    Text,
    Verbatim,
    WebAddress,
)
from builder.model.kind import Kind, OwnPages
from builder.model.result_group import ResultGroup
from builder.model.standard_terms import PlaceType


class NamedPlace(Record):
    """A kindergarten, a school or another place that services come to, municipal or private."""

    TITLE = "name"

    name: Text = Field(title="Navn", description="Det stedet heter, for eksempel «Solbakken barnehage».")
    aliases: tuple[Name, ...] = Field(
        (), title="Også kalt", description="Kortnavn og gamle navn. Søket finner stedet på dem også."
    )
    type: PlaceType = Field(
        title="Type sted", description="Det felles ordet for stedet. Kontakter kan dekke alle steder av en type."
    )
    private: Flag = Field(False, title="Privat", description="true når kommunen ikke driver stedet.")
    district: DistrictRef | None = Field(
        None, title="Område", description="Området stedet ligger i, slik det står under districts i municipality.yml."
    )
    service: ServiceRef = Field(
        title="Tjeneste", description="Tjenesten stedet hører til, for eksempel barnehage. Private steder også."
    )
    leader: RoleRef | None = Field(
        None, title="Leder", description="Kontakten som leder stedet, for eksempel barnehage.styrer."
    )
    phone: Phone | None = Field(None, title="Telefon", description="Stedets eget nummer. Aldri et privat nummer.")
    email: Email | None = Field(None, title="E-post", description="Stedets egen adresse. Helst en flere leser.")
    address: Verbatim | None = Field(None, title="Besøksadresse", description="Gate og sted.")
    website: WebAddress | None = Field(None, title="Nettsted", description="Stedets egen side.")
    note: Prose | None = Field(
        None, title="Greit å vite", description="Det andre bør vite før de ringer eller kommer, for eksempel inngang."
    )
    sources: tuple[Text, ...] = Field((), title="Kilder", description="Hvor navnet og opplysningene er hentet fra.")


PLACES = Kind(
    name="places",
    record=NamedPlace,
    label=N_("sted"),
    plural=N_("Steder"),
    description=(
        "En barnehage, en skole, en helsestasjon eller et annet sted ved navn, kommunalt eller privat: hvem som leder "
        "det, hvem som har det som sitt, og møtene der."
    ),
    address=OwnPages("steder"),
    group=ResultGroup.CONTACT,
    news=N_("Nytt sted: {name}"),
)
