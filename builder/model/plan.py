"""The register of plans and agreements: what binds the services, until when, and where it is found."""

from __future__ import annotations

import datetime as dt
from typing import Self

from pydantic import Field, model_validator

from builder.model.base import Record
from builder.model.fields import Citation, Date, ForumRef, Prose, RoleRef, ServiceRef, Text, WebAddress, reject
from builder.model.vocabulary import Anchoring, PlanKind
from builder.problem import Message


class Plan(Record):
    """A plan or an agreement between services. The document itself is kept elsewhere."""

    title: Text = Field(title="Tittel")
    kind: PlanKind = Field(title="Type")
    owner: RoleRef | None = Field(None, title="Eier", description="Rollen som sørger for at den følges og fornyes.")
    origin: Anchoring | None = Field(None, title="Bakgrunn")
    goal: Prose | None = Field(None, title="Mål")
    services: tuple[ServiceRef, ...] = Field((), title="Tjenester den gjelder")
    forums: tuple[ForumRef, ...] = Field((), title="Møteplasser den gjelder")
    valid_from: Date | None = Field(None, title="Gjelder fra")
    valid_to: Date | None = Field(None, title="Gjelder til og med")
    decided_by: Text | None = Field(None, title="Vedtatt av")
    where: Text | None = Field(None, title="Her finner du den", description="Sak og arkiv, eller hvem som har den.")
    address: WebAddress | None = Field(None, title="Nettadresse")
    legal_basis: tuple[Citation, ...] = Field((), title="Lovgrunnlag")
    note: Prose | None = Field(None, title="Merknad")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise reject(Message("slutter {end}, før den begynner {start}", end=self.valid_to, start=self.valid_from))
        return self

    @property
    def label(self) -> str:
        return self.title

    def ended(self, today: dt.date) -> bool:
        """Whether the last day it applied has passed."""
        return self.valid_to is not None and self.valid_to < today
