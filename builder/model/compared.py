"""What a municipality lets others hold against their own: situations, meetings and levels, by the words all have.

A municipality that is compared publishes it beside its pages, in its own language. What one calls a thing does not
matter: the common words for situations, meetings and levels (`standard_terms`) say what stands beside what.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import ConfigDict, Field

from builder.model.base import Part
from builder.model.standard_terms import ForumType, LevelMeaning, Situation
from builder.model.vocabulary import WrittenStandard


class ComparedPathway(Part):
    """What a municipality does in a situation."""

    model_config = ConfigDict(title="Forløp", json_schema_extra={"description": "Det som gjøres i en situasjon."})

    situation: Situation = Field(title="Situasjon", description="Det felles ordet, som alle har likt.")
    title: str = Field(title="Tittel", description="Det forløpet heter i kommunen.")
    page: str = Field(title="Side", description="Stien til siden, fra mappa fila ligger i.")
    begins: str = Field("", title="Begynner", description="Den som har ansvaret for det første steget.")
    steps: int = Field(title="Steg", description="Antall steg.")
    with_deadline: int = Field(title="Steg med frist", description="Antall steg som sier hvor raskt.")
    handovers: int = Field(title="Overganger", description="Antall steg der noen går over til andre.")
    agreed: int = Field(
        title="Avtalte overganger",
        description="Av dem: de som sier hvem som tar over, hvor lenge begge er med, og hvem som kan avgjøre.",
    )
    forums: tuple[str, ...] = Field((), title="Møter", description="Møtene stegene skjer i, ved navn.")


class ComparedForum(Part):
    """A meeting that a municipality has."""

    model_config = ConfigDict(title="Møteplass", json_schema_extra={"description": "Et møte kommunen har."})

    type: ForumType = Field(title="Møtetype", description="Det felles ordet, som alle har likt.")
    name: str = Field(title="Navn", description="Det møtet heter i kommunen.")
    page: str = Field(title="Side", description="Stien til siden, fra mappa fila ligger i.")
    how_often: str = Field("", title="Hvor ofte", description="I ord, på håndbokas språk.")
    minutes: int | None = Field(None, title="Minutter", description="Hvor lenge møtet varer.")
    convener: str = Field("", title="Innkaller", description="Rollen som kaller inn.")
    members: int = Field(title="Faste deltakere", description="Antall som alltid skal være med.")
    deciders: int = Field(title="Kan avgjøre", description="Av dem: de som kan avgjøre for tjenesten sin.")
    deputies: int = Field(title="Har vara", description="Av dem: de som har noen som kommer i stedet.")
    services: int = Field(title="Tjenester", description="Antall tjenester som er med, alltid eller ved behov.")
    modes: tuple[str, ...] = Field((), title="Slik snakkes det om saker", description="I ord, på håndbokas språk.")


class ComparedLevel(Part):
    """A level in a municipality's own model of how cooperation is stepped up."""

    model_config = ConfigDict(title="Nivå", json_schema_extra={"description": "Et nivå i kommunens egen modell."})

    means: LevelMeaning = Field(title="Betyr", description="Det felles ordet, som alle har likt.")
    number: int = Field(title="Nivå", description="Tallet i kommunens modell.")
    name: str = Field(title="Navn", description="Det nivået heter i kommunen.")
    page: str = Field(title="Side", description="Stien til siden, fra mappa fila ligger i.")
    description: str = Field("", title="Hva nivået betyr", description="Kommunens egne ord, på håndbokas språk.")


class Comparison(Part):
    """One municipality's side of the comparison."""

    version: Literal["1.0"] = Field("1.0", title="Utgave av formatet")
    date: dt.date = Field(title="Dato", description="Dagen håndboka ble bygd.")
    name: str = Field(title="Kommune", description="Kommunens navn.")
    number: str = Field(title="Kommunenummer", description="Fire siffer.")
    language: WrittenStandard = Field(title="Målform", description="Språket navnene og ordene er på.")
    demonstration: bool = Field(title="Demonstrasjon", description="Om innholdet ikke er kommunens eget.")
    pathways: tuple[ComparedPathway, ...] = Field((), title="Forløp", description="De som har et felles ord.")
    forums: tuple[ComparedForum, ...] = Field((), title="Møteplasser", description="De som har et felles ord.")
    levels: tuple[ComparedLevel, ...] = Field((), title="Nivåer", description="De som har et felles ord.")
