"""Rules about confidentiality and sharing, in plain words, from whom to whom."""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Part, Record
from builder.model.fields import Citation, Flag, FormRef, Prose, ServiceRef, Text
from builder.model.vocabulary import Category, ConsentNeed, RuleKind


class Parties(Part):
    """Who sends or receives: whole kinds of service, single services, or others in words."""

    everyone: Flag = Field(False, title="Alle")
    categories: tuple[Category, ...] = Field((), title="Typer tjenester")
    services: tuple[ServiceRef, ...] = Field((), title="Tjenester")
    others: tuple[Text, ...] = Field((), title="Andre", description="For eksempel foreldre.")


class Consent(Part):
    """Whether consent is needed, from whom, and how it is given and withdrawn."""

    need: ConsentNeed = Field(title="Behov")
    from_whom: Prose | None = Field(
        None, title="Fra hvem", description="Også når begge foreldre må, eller barnet selv."
    )
    form: FormRef | None = Field(None, title="Skjema")
    how: Prose | None = Field(None, title="Slik innhenter du samtykke")
    withdrawal: Prose | None = Field(None, title="Slik trekkes samtykket")


class ConfidentialityRule(Record):
    """What may, must or must not be shared, on which legal basis, and how to do it."""

    title: Text = Field(title="Tittel")
    kind: RuleKind = Field(title="Type regel")
    summary: Prose = Field(title="Kort sagt", description="Regelen i én eller to setninger.")
    sender: Parties = Field(title="Fra")
    receiver: Parties = Field(title="Til")
    situation: Prose | None = Field(None, title="Situasjon")
    may_share: Prose | None = Field(None, title="Dette kan deles")
    conditions: tuple[Prose, ...] = Field((), title="Vilkår")
    decided_by: Text | None = Field(None, title="Hvem vurderer")
    consent: Consent | None = Field(None, title="Samtykke")
    legal_basis: tuple[Citation, ...] = Field((), title="Lovgrunnlag")
    practice: tuple[Prose, ...] = Field((), title="Slik gjør du")
    can_say: tuple[Text, ...] = Field((), title="Du kan si")
    cannot_say: tuple[Text, ...] = Field((), title="Du kan ikke si")
    records: Prose | None = Field(None, title="Dette skal du skrive ned")

    @property
    def label(self) -> str:
        return self.title
