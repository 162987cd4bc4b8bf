"""The register of introductions: when the handbook was introduced at a workplace, by which role, with which exercise.

Each is an event and stays where it is, so that what was done by a day can be told ever after.
"""

from __future__ import annotations

import datetime as dt
from typing import Self

from pydantic import Field, model_validator

from builder.i18n import N_
from builder.model.audience import Audience
from builder.model.base import Record
from builder.model.fields import Date, PlaceRef, Prose, RoleRef, ServiceRef, Text, TrainingRef, reject
from builder.model.kind import Kind, SharedPage
from builder.problem import Message


class Introduction(Record):
    """That somebody showed a workplace what the handbook is for, or has agreed to."""

    title: Text = Field(
        title="Hva", description="Det dere holdt, for eksempel «Planleggingsdag på Bakken skole». Ingen personnavn."
    )
    date: Date | None = Field(
        None, title="Innført", description="Dagen det ble gjort. Utelates når det bare er avtalt (next)."
    )
    by: RoleRef = Field(title="Av", description="Rollen som viste fram håndboka, ikke personnavn.")
    services: tuple[ServiceRef, ...] = Field(
        (),
        title="Tjenester",
        description="Tjenestene som var med. En enhet gjelder teamene i den, og en tjeneste stedene den har.",
    )
    places: tuple[PlaceRef, ...] = Field(
        (), title="Steder", description="Stedene som var med, når det ikke var alle i tjenesten."
    )
    exercises: tuple[TrainingRef, ...] = Field(
        (), title="Øvelser", description="Øvelsene dere gjorde. Den som har slått opp selv, husker hvor det står."
    )
    attended: int | None = Field(
        None, title="Deltakere", ge=1, le=9999, description="Antall ansatte som var med. Ingen navn."
    )
    next: Date | None = Field(
        None,
        title="Neste",
        description="Dagen det er avtalt å gjøre det igjen, eller første gang når date mangler. Uten den regnes neste "
        "etter introduction_months.",
    )
    note: Prose | None = Field(
        None,
        title="Merknad",
        description="Det dere ble enige om, og det som må rettes i håndboka. Ikke skriv om barn og familier.",
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not (self.services or self.places):
            raise reject(Message("skal ha services eller places, ellers er ingen arbeidsplass innført"))
        if self.date is None and self.next is None:
            raise reject(Message("skal ha date når det er gjort, eller next når det er avtalt"))
        if self.date and self.next and self.next < self.date:
            raise reject(Message("neste er {next}, før det ble gjort {date}", next=self.next, date=self.date))
        return self

    @property
    def day(self) -> dt.date:
        """The day it was done, or is to be."""
        day = self.date or self.next
        assert day is not None
        return day


INTRODUCTIONS = Kind(
    name="introductions",
    record=Introduction,
    label=N_("innføring"),
    plural=N_("Innføring av håndboka"),
    description=(
        "At håndboka er innført på arbeidsplasser: når, av hvilken rolle, med hvilken øvelse, og når neste gang. Bare "
        "for ansatte."
    ),
    address=SharedPage("innforing", frozenset({"ikke-enna", "pa-nytt", "innfort", "andre", "alt", "utvikling"})),
    order=lambda introduction: (introduction.day, introduction.id),
    newest_first=True,
    linkable=False,
    news=N_("Ny innføring: {name}"),
    minor=True,
    audience=Audience.INTERNAL,
)
