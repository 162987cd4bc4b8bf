"""Checklists for somebody new, by kind of workplace."""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Part, Record
from builder.model.fields import Prose, RoleRef, Text
from builder.model.related import Related
from builder.model.vocabulary import Category, StartTime


class StartItem(Part):
    """One thing to do or read."""

    text: Prose = Field(title="Punkt")
    when: StartTime = Field(title="Når")
    see: Related = Field(default_factory=Related, title="Se")


class Onboarding(Record):
    """What somebody new at a kind of workplace goes through, and with whom."""

    title: Text = Field(title="Tittel")
    order: int = Field(50, title="Rekkefølge", ge=-999, le=999, description="Lavest tall står først.")
    categories: tuple[Category, ...] = Field(title="Arbeidssted", min_length=1)
    text: Prose | None = Field(None, title="Innledning")
    owner: RoleRef | None = Field(None, title="Ansvarlig", description="Rollen som går gjennom lista med den nye.")
    items: tuple[StartItem, ...] = Field(title="Punkter", min_length=1)

    @property
    def label(self) -> str:
        return self.title
