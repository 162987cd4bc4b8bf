"""A meeting place: why it exists, who comes with what mandate, how decisions travel."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from builder.model.base import Part, Record
from builder.model.fields import (
    ActorRef,
    Citation,
    Date,
    FormRef,
    Prose,
    RoleRef,
    RuleRef,
    Text,
    Time,
    reject,
)
from builder.model.service import Ages
from builder.model.vocabulary import Anchoring, Attendance, DiscussionMode, ForumKind, Mandate, Period, Purpose, Weekday
from builder.problem import Message


class Recurrence(Part):
    """When the forum meets. One of: `every` (with `unit`), `times` (with `per`), `dates`, or `as_needed`."""

    every: int | None = Field(None, title="Hver", ge=1, le=60, description="every: 2 og unit: week betyr hver 14. dag.")
    to: int | None = Field(
        None, title="Til hver", ge=2, le=60, description="every: 4, to: 6, unit: week betyr hver 4.–6. uke."
    )
    unit: Period | None = Field(None, title="Enhet")
    times: int | None = Field(None, title="Antall ganger", ge=1, le=60)
    per: Period | None = Field(None, title="Per")
    dates: tuple[Date, ...] = Field((), title="Faste datoer")
    as_needed: Text | None = Field(None, title="Ved behov", description="Hva som utløser et møte.")
    weekday: Weekday | None = Field(None, title="Ukedag")
    week: int | None = Field(None, title="Uke i måneden", description="1 til 4, eller -1 for siste.")
    not_in: tuple[Annotated[int, Field(ge=1, le=12)], ...] = Field(
        (), title="Ikke i månedene", description="Måneder uten møter, som tall: [6, 7, 12]. Juli er alltid fri."
    )
    note: Text | None = Field(None, title="Merknad")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        ways = [self.every is not None, self.times is not None, bool(self.dates), self.as_needed is not None]
        if sum(ways) != 1:
            raise reject(Message("skal ha nøyaktig én av every, times, dates og as_needed"))
        if self.every is not None and self.unit is None:
            raise reject(Message("har every, men mangler unit (day, week, month …)"))
        if self.times is not None and self.per is None:
            raise reject(Message("har times, men mangler per (month, semester, year …)"))
        if self.to is not None and (self.every is None or self.to <= self.every):
            raise reject(Message("feltet «to» skal være større enn «every»"))
        if self.week is not None and self.week not in (1, 2, 3, 4, -1):
            raise reject(Message("feltet «week» kan bare være 1, 2, 3, 4 eller -1 (siste)"))
        return self


class Member(Part):
    """Somebody who belongs in the forum, by role or by service."""

    actor: ActorRef = Field(title="Hvem", description="En rolle, en kontakt (tjeneste.kontakt) eller en tjeneste.")
    mandate: Mandate | None = Field(None, title="Mandat")
    deputy: Text | None = Field(None, title="Vara")
    attendance: Attendance = Field(Attendance.REQUIRED, title="Oppmøte")
    note: Text | None = Field(None, title="Merknad")


class Decisions(Part):
    """What happens to what is decided."""

    followed_up: Prose | None = Field(None, title="Slik følges det opp")
    reported_up: Prose | None = Field(None, title="Slik når det ledelsen")
    reported_down: Prose | None = Field(None, title="Slik når det de ansatte")


class Standing(Part):
    """Internal control: when the forum was last arranged, followed up and evaluated."""

    arranged: Date | None = Field(None, title="Sist avholdt")
    followed_up: Date | None = Field(None, title="Sist fulgt opp")
    evaluated: Date | None = Field(None, title="Sist evaluert")


class Forum(Record):
    """A meeting, team or network where services work together."""

    name: Text = Field(title="Navn")
    aliases: tuple[Text, ...] = Field((), title="Andre navn")
    kind: ForumKind = Field(title="Type møteplass")
    purpose: Prose = Field(title="Formål")
    purposes: tuple[Purpose, ...] = Field((), title="Hva møtet brukes til")
    level: int | None = Field(None, title="Nivå", ge=0, le=9)
    modes: tuple[DiscussionMode, ...] = Field((), title="Slik snakker vi om saker")
    ages: Ages | None = Field(None, title="Alder")
    target_group: Prose | None = Field(None, title="Gjelder")
    convener: RoleRef | None = Field(None, title="Innkaller")
    chair: RoleRef | None = Field(None, title="Møteleder")
    minutes_by: RoleRef | None = Field(None, title="Skriver referat")
    members: tuple[Member, ...] = Field((), title="Deltakere")
    participation: Prose | None = Field(None, title="Barn, unge og foreldre")
    recurrence: Recurrence | None = Field(None, title="Hvor ofte")
    starts: Time | None = Field(None, title="Begynner")
    minutes: int | None = Field(None, title="Varighet i minutter", ge=5, le=960)
    place: Text | None = Field(None, title="Sted")
    sign_up: Text | None = Field(None, title="Frist for å melde saker")
    preparation: tuple[Prose, ...] = Field((), title="Før møtet")
    agenda: tuple[Prose, ...] = Field((), title="Saksliste")
    forms: tuple[FormRef, ...] = Field((), title="Skjemaer og maler")
    decisions: Decisions | None = Field(None, title="Etter møtet")
    cancelling: Prose | None = Field(None, title="Hvis møtet må avlyses")
    anchoring: Anchoring | None = Field(None, title="Forankring")
    legal_basis: tuple[Citation, ...] = Field((), title="Lovgrunnlag")
    rules: tuple[RuleRef, ...] = Field((), title="Regler for deling av opplysninger")
    agreement: Text | None = Field(None, title="Avtale")
    resources: Text | None = Field(None, title="Ressurser")
    started: Date | None = Field(None, title="Startet")
    funding_until: Date | None = Field(None, title="Finansiert til")
    standing: Standing | None = Field(None, title="Internkontroll")
    next_review: Date | None = Field(None, title="Neste gjennomgang")

    @property
    def label(self) -> str:
        return self.name
