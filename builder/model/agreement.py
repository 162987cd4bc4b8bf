"""Agreements between two services: what each gives the other, and what each needs, confirmed by both.

A need is answered by what the other side gives, which names it. That nobody has promised something is therefore never
written: it follows. Confirmations stand beside the two sides and not in them, and several of one service may stand
there: they are no part of what is approved, and the older ones show how it was before.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.i18n import N_
from builder.model.base import Part
from builder.model.deadline import Deadline
from builder.model.fields import (
    Date,
    ForumRef,
    Identifier,
    InternalOnly,
    Name,
    PlanRef,
    Prose,
    RoleRef,
    ServiceRef,
    Text,
)
from builder.model.kind import Kind, OwnPages
from builder.model.maintained import Maintained
from builder.model.recurrence import Recurrence
from builder.model.result_group import ResultGroup


class Promise(Part):
    """Something one service does for the other."""

    what: Prose = Field(title="Det vi gjør", description="Én ting den andre kan regne med, med et verb først.")
    within: Deadline | None = Field(
        None, title="Innen", description="Fristen, for eksempel {amount: 5, unit: working-days, from: dere ringer}."
    )
    recurrence: Recurrence | None = Field(
        None, title="Hvor ofte", description="Når det er noe som kommer igjen: {every: 1, unit: month}."
    )
    by: RoleRef | None = Field(None, title="Hvem gjør det", description="Rollen eller kontakten som sørger for det.")
    answers: tuple[Identifier, ...] = Field(
        (), title="Svarer på", description="Id-ene til behovene hos den andre tjenesten som dette svarer på."
    )


class Need(Part):
    """Something one service needs of the other."""

    id: Identifier = Field(
        title="Id", description="Kort navn på behovet. Den andre tjenesten viser til det under answers."
    )
    what: Prose = Field(title="Det vi trenger", description="Én ting vi trenger fra den andre for å gjøre jobben vår.")


class AgreementSide(Part):
    """One of the two services."""

    service: ServiceRef = Field(title="Tjeneste", description="Id-en til tjenesten.")
    gives: tuple[Promise, ...] = Field((), title="Gir", description="Det tjenesten lover den andre.")
    needs: tuple[Need, ...] = Field(
        (), title="Trenger", description="Det tjenesten trenger fra den andre, også det ingen har lovet ennå."
    )


class Confirmation(Part):
    """That a service stands by the agreement as it is."""

    service: ServiceRef = Field(title="Tjeneste", description="Id-en til tjenesten som bekreftet.")
    date: Date = Field(title="Dato", description="Dagen tjenesten bekreftet avtalen.")
    by: Annotated[Text, InternalOnly()] = Field(
        title="Av", description="Rollen som bekreftet på vegne av tjenesten, ikke personnavn."
    )


class Agreement(Maintained):
    """What two services can expect of each other."""

    title: Text = Field(title="Tittel", description="De to tjenestene, for eksempel «PPT og barnevernet».")
    aliases: tuple[Name, ...] = Field((), title="Også kalt", description="Andre navn på avtalen.")
    goal: Prose | None = Field(
        None, title="Felles mål", description="Hva de to tjenestene skal få til sammen, i én eller to setninger."
    )
    one: AgreementSide = Field(title="Den ene parten", description="Den ene tjenesten: hva den gir og trenger.")
    other: AgreementSide = Field(title="Den andre parten", description="Den andre tjenesten: hva den gir og trenger.")
    forums: tuple[ForumRef, ...] = Field(
        (), title="Her snakker vi om avtalen", description="Møteplassene der de to ser om avtalen blir holdt."
    )
    plan: PlanRef | None = Field(
        None, title="Avtalen i arkivet", description="Posten i registeret over planer og avtaler, når den står der."
    )
    note: Prose | None = Field(
        None, title="Merknad", description="Det som ikke passer i noe annet felt, for eksempel hvor innholdet er fra."
    )
    confirmed: tuple[Confirmation, ...] = Field(
        (),
        title="Bekreftet",
        description="Når hver tjeneste sa at avtalen stemmer. Skriv en ny linje hvert år, og la de gamle stå.",
    )


AGREEMENTS = Kind(
    name="agreements",
    record=Agreement,
    label=N_("samarbeidsavtale"),
    plural=N_("Samarbeidsavtaler"),
    description="Det to tjenester kan vente av hverandre: hva hver gir og trenger, og når begge bekreftet det.",
    address=OwnPages("samarbeidsavtaler"),
    telling=N_("Samarbeidsavtaler"),
    group=ResultGroup.MORE,
    news=N_("Ny samarbeidsavtale: {name}"),
)
