"""Findings somebody has looked at and decided to live with, for a while."""

from __future__ import annotations

import datetime as dt
from typing import Self

from pydantic import Field, model_validator

from builder.i18n import N_
from builder.model.audience import Audience
from builder.model.base import Record
from builder.model.fields import Date, Text, Verbatim, reject
from builder.model.kind import Kind, Together
from builder.problem import Message


class Acceptance(Record):
    """That a finding of a rule, in a record or a file, is not to be shown until a date, and why."""

    TITLE = "id"

    rule: Verbatim = Field(title="Regel", description="Id-en som står i hakeparentes etter funnet.")
    record: Verbatim | None = Field(
        None, title="Post", description="Type og id med kolon mellom, som services:ppt. Eller bruk file."
    )
    file: Verbatim | None = Field(None, title="Fil", description="Fra datamappa, som risor/roles.yml.")
    reason: Text = Field(
        title="Begrunnelse", description="Hvorfor kommunen lever med funnet en stund, og hva som skjer innen datoen."
    )
    accepted_by: Text = Field(title="Godtatt av", description="Rolle, ikke personnavn.")
    until: Date = Field(title="Til og med", description="Dagen etter kommer funnet tilbake.")

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        if (self.record is None) == (self.file is None):
            raise reject(Message("skal ha nøyaktig én av record og file"))
        return self

    @property
    def target(self) -> str:
        """What is accepted: `kind:id` or a file."""
        return self.record or self.file or ""

    def holds(self, today: dt.date) -> bool:
        """Whether the acceptance still counts."""
        return self.until >= today


ACCEPTED = Kind(
    name="accepted",
    record=Acceptance,
    label=N_("godtatt funn"),
    plural=N_("Funn som er godtatt"),
    description="Et funn kommunen godtar til en dato, med begrunnelse. Feil kan ikke godtas.",
    address=Together("egenkontroll"),
    order=lambda acceptance: (acceptance.until, acceptance.id),
    linkable=False,
    news=N_("Nytt godtatt funn: {name}"),
    minor=True,
    audience=Audience.INTERNAL,
)
