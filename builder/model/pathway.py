"""A pathway: from a situation the reader is in, step by step, to feedback and an end."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from builder.model.base import Part, Record
from builder.model.fields import (
    ActorRef,
    Citation,
    Date,
    Flag,
    FormRef,
    ForumRef,
    Identifier,
    PathwayRef,
    Prose,
    RoleRef,
    RuleRef,
    Text,
    reject,
)
from builder.model.service import Ages
from builder.model.vocabulary import DeadlineUnit, TransitionKind
from builder.problem import Message


class Trigger(Part):
    """What sets the pathway going."""

    event: Prose | None = Field(None, title="Hendelse")
    age: int | None = Field(None, title="Alder", ge=0, le=120)
    months_before: int | None = Field(None, title="Måneder før", ge=0, le=60)


class Deadline(Part):
    """How soon. Either `at_once`, or an amount counted from something."""

    at_once: Flag = Field(False, title="Straks")
    amount: int | None = Field(None, title="Antall", ge=1, le=400)
    unit: DeadlineUnit | None = Field(None, title="Enhet")
    from_: Text | None = Field(None, alias="from", title="Regnet fra")
    set_by: Citation | None = Field(
        None, title="Satt av", description="Bestemmelsen som setter fristen. Utelates når den er en lokal rutine."
    )

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.at_once == (self.amount is not None):
            raise reject(Message("skal ha enten at_once: true eller amount med unit"))
        if self.amount is not None and self.unit is None:
            raise reject(Message("har amount, men mangler unit (days, working-days, weeks …)"))
        return self


class Transition(Part):
    """Where the pathway may go from a step: to another step, or over to another pathway."""

    when: Text = Field(title="Hvis")
    step: Identifier | None = Field(None, title="Gå til steg")
    pathway: PathwayRef | None = Field(None, title="Gå til forløp")
    kind: TransitionKind = Field(TransitionKind.FORWARD, title="Retning")

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        if (self.step is None) == (self.pathway is None):
            raise reject(Message("skal ha nøyaktig én av step og pathway"))
        return self


class Step(Part):
    """One thing to do, with exactly one responsible role."""

    id: Identifier = Field(title="Id")
    title: Text = Field(title="Tittel", description="Si hva som skal gjøres, med et verb først.")
    level: int | None = Field(None, title="Nivå", ge=0, le=9)
    text: Prose | None = Field(None, title="Hva som skal gjøres")
    todo: tuple[Prose, ...] = Field((), title="Gjør dette")
    # More than one is let through here so that a rule can say in plain words why it must be one.
    responsible: RoleRef | tuple[RoleRef, ...] | None = Field(None, title="Ansvarlig", description="Nøyaktig én rolle.")
    participants: tuple[ActorRef, ...] = Field((), title="Med på steget")
    deadline: Deadline | None = Field(None, title="Frist")
    legal_basis: tuple[Citation, ...] = Field((), title="Lovgrunnlag")
    forum: ForumRef | None = Field(None, title="Møte som brukes")
    forms: tuple[FormRef, ...] = Field((), title="Skjemaer")
    rules: tuple[RuleRef, ...] = Field((), title="Kan jeg dele?")
    information: Prose | None = Field(None, title="Hvem får vite hva")
    participation: Prose | None = Field(None, title="Barnet og foreldrene")
    say: tuple[Text, ...] = Field((), title="Slik kan du si det")
    while_waiting: Prose | None = Field(None, title="Mens du venter")
    transitions: tuple[Transition, ...] = Field((), title="Hva skjer videre")
    ends: Flag = Field(False, title="Forløpet kan slutte her")


class Pathway(Record):
    """A routine, named as the person standing in the situation would name it."""

    title: Text = Field(title="Tittel", description="Slik du selv ville sagt det: «Jeg er bekymret for et barn».")
    aliases: tuple[Text, ...] = Field((), title="Andre ord", description="Ord folk bruker når de leter etter dette.")
    summary: Prose = Field(title="Kort fortalt")
    order: int = Field(50, title="Rekkefølge", ge=-999, le=999, description="Lavest tall står først på forsiden.")
    urgent: Flag = Field(False, title="Haster")
    trigger: Trigger | None = Field(None, title="Når du bruker dette")
    target_group: Prose | None = Field(None, title="Gjelder")
    ages: Ages | None = Field(None, title="Alder")
    level: int | None = Field(None, title="Begynner på nivå", ge=0, le=9)
    owner: RoleRef | None = Field(None, title="Eier av rutinen")
    acute_exit: PathwayRef | None = Field(None, title="Hvis det haster")
    steps: tuple[Step, ...] = Field(title="Steg", min_length=1)
    participation: Prose | None = Field(None, title="Barnet og foreldrene")
    while_waiting: Prose | None = Field(None, title="Mens du venter")
    feedback: Prose | None = Field(None, title="Tilbakemelding")
    legal_basis: tuple[Citation, ...] = Field((), title="Lovgrunnlag")
    approved: Date | None = Field(None, title="Godkjent")
    next_review: Date | None = Field(None, title="Neste gjennomgang")

    @property
    def label(self) -> str:
        return self.title
