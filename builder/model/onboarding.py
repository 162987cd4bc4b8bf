"""Checklists for somebody new, by kind of workplace."""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.base import Part
from builder.model.fields import Prose, RoleRef, Text
from builder.model.kind import UPKEEP, Kind, OwnPages
from builder.model.maintained import Maintained
from builder.model.related import Related
from builder.model.result_group import ResultGroup
from builder.model.vocabulary import Category, StartTime


class StartItem(Part):
    """One thing to do or read."""

    text: Prose = Field(title="Punkt", description="Hva den nye skal gjøre eller lese, med et verb først.")
    when: StartTime = Field(title="Når", description="Når det bør være gjort.")
    see: Related = Field(default_factory=Related, title="Se", description="Postene punktet handler om. De blir lenker.")


class Onboarding(Maintained):
    """What somebody new at a kind of workplace goes through, and with whom."""

    title: Text = Field(title="Tittel", description="For eksempel «Ny i barnehagen».")
    order: int = Field(50, title="Rekkefølge", ge=-999, le=999, description="Lavest tall står først.")
    categories: tuple[Category, ...] = Field(
        title="Arbeidssted", min_length=1, description="Typene tjenester lista er for."
    )
    text: Prose | None = Field(None, title="Innledning", description="Et par setninger til den nye, før punktene.")
    owner: RoleRef | None = Field(
        None,
        title="Går gjennom lista med deg",
        description="Rollen som går gjennom lista med den nye, og holder den ved like.",
    )
    items: tuple[StartItem, ...] = Field(
        title="Punkter", min_length=1, description="Det den nye skal gjennom, i rekkefølge."
    )


ONBOARDING = Kind(
    name="onboarding",
    record=Onboarding,
    label=N_("sjekkliste for nyansatte"),
    plural=N_("Ny her?"),
    description="En sjekkliste for nyansatte på en type arbeidsplass.",
    address=OwnPages("ny-her"),
    telling=N_("For nyansatte"),
    group=ResultGroup.PRACTICE,
    news=N_("Ny sjekkliste: {name}"),
    minor_fields=UPKEEP - {"owner"},  # the person somebody new is to find
)
