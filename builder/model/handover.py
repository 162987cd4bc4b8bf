"""A handover: how much support there is before and after, how long both are there, who confirms and who may decide.

Who hands over, who takes over and who is told stand on the step itself (`responsible`, `handover_to`, `notifies`).
"""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from builder.model.base import Part
from builder.model.deadline import Deadline
from builder.model.fields import ActorRef, Flag, Prose, Text, reject
from builder.model.vocabulary import DeadlineUnit
from builder.problem import Message

HOURS_IN_A_WEEK = 7 * 24


class Span(Part):
    """How long something lasts."""

    amount: int = Field(title="Antall", ge=1, le=400, description="Hvor mange av enheten, for eksempel 3.")
    unit: DeadlineUnit = Field(title="Enhet", description="Det varigheten telles i. To år er 24 months.")


class Support(Part):
    """How much somebody is there for the person: hours a week, as a number or from one to another."""

    by: ActorRef | None = Field(
        None,
        title="Hvem",
        description=(
            "Tjenesten eller rollen som gir støtten. Utelates når det er den ansvarlige (before) eller den som tar "
            "over (after)."
        ),
    )
    hours: int | None = Field(
        None,
        title="Timer i uka",
        ge=0,
        le=HOURS_IN_A_WEEK,
        description=(
            "Det vanlige. Varierer det, er dette det laveste, og up_to det høyeste. Utelates når dere ikke vet det."
        ),
    )
    up_to: int | None = Field(
        None, title="Opp til", ge=0, le=HOURS_IN_A_WEEK, description="Det høyeste: hours: 1 og up_to: 2 er 1–2 timer."
    )
    about: Text | None = Field(
        None, title="Gjelder", description="Hvem tallet er for, når det er ulikt: «den som bor på institusjon»."
    )
    lasts: Span | None = Field(None, title="Varer", description="Hvor lenge støtten varer, med amount og unit.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.up_to is not None and (self.hours is None or self.up_to < self.hours):
            raise reject(
                Message("har up_to {most}; skriv et lavere tall under hours, eller bare hours", most=self.up_to)
            )
        return self

    @property
    def most(self) -> int | None:
        """The most hours a week one may count on; None where nobody has said how many."""
        return self.hours if self.up_to is None else self.up_to


class Received(Part):
    """That the one who takes over says so, to whoever lets go."""

    by: ActorRef | None = Field(
        None, title="Bekreftes av", description="Utelates når det er den som tar over (handover_to)."
    )
    deadline: Deadline = Field(title="Innen", description="Hvor raskt det bekreftes. Før det har ingen sluppet.")


class Handover(Part):
    """What is agreed on when a step gives the person to somebody else."""

    before: Support | None = Field(
        None, title="Støtten før", description="Hvor mye støtte personen har til overgangen, og fra hvem."
    )
    after: Support | None = Field(
        None, title="Støtten etter", description="Hvor mye støtte personen får etterpå, og fra hvem."
    )
    example: Flag = Field(
        False, title="Tallene er eksempel", description="true når ingen har sagt at timene gjelder hos dere."
    )
    overlap: Span | None = Field(
        None, title="Begge er med i", description="Hvor lenge både den gamle og den nye har personen."
    )
    confirmation: Received | None = Field(
        None, title="Bekreftelse", description="Hvem som bekrefter at personen er tatt imot, og innen når."
    )
    deciders: tuple[ActorRef, ...] = Field(
        (),
        title="Kan avgjøre",
        description=(
            "De som kan si ja til at personen blir tatt imot, og til hvor mye. Utelates når steget har et møte der en "
            "fast deltaker fra dem som tar over, kan beslutte."
        ),
    )
    reason: Prose | None = Field(
        None,
        title="Hvorfor støtten blir mindre",
        description="Det som gjør at færre timer er nok, eller er det som er.",
    )
