"""The register of plans and agreements: what binds the services, until when, and where it is found."""

from __future__ import annotations

import datetime as dt
from typing import Self

from pydantic import Field, model_validator

from builder.i18n import N_
from builder.model.fields import Citation, Date, ForumRef, Prose, RoleRef, ServiceRef, Text, WebAddress, reject
from builder.model.kind import UPKEEP, Kind, SharedPage
from builder.model.result_group import ResultGroup
from builder.model.steering import Undertaking
from builder.model.vocabulary import Anchoring, PlanKind
from builder.problem import Message


class Plan(Undertaking):
    """A plan, a project or an agreement between services. The document itself is kept elsewhere."""

    title: Text = Field(title="Tittel", description="Det planen eller avtalen heter.")
    kind: PlanKind = Field(
        title="Type",
        description="En plan kommunen har vedtatt, en avtale mellom tjenester, eller et prosjekt for en tid.",
    )
    owner: RoleRef | None = Field(None, title="Eier", description="Rollen som sørger for at den følges og fornyes.")
    origin: Anchoring | None = Field(
        None, title="Bakgrunn", description="Om den er lovpålagt, vedtatt av ledelsen eller frivillig."
    )
    goal: Prose | None = Field(None, title="Mål", description="Hva den skal føre til, i én eller to setninger.")
    services: tuple[ServiceRef, ...] = Field(
        (), title="Tjenester den gjelder", description="Tjenestene som er bundet av den. Vises på sidene deres."
    )
    forums: tuple[ForumRef, ...] = Field(
        (), title="Møteplasser den gjelder", description="Møteplassene som bygger på den."
    )
    valid_from: Date | None = Field(None, title="Gjelder fra", description="Første dag den gjelder.")
    valid_to: Date | None = Field(
        None, title="Gjelder til og med", description="Siste dag den gjelder. Etter den varsler sjekken."
    )
    decided_by: Text | None = Field(
        None, title="Vedtatt av", description="Hvem som vedtok den, for eksempel kommunestyret."
    )
    where: Text | None = Field(None, title="Her finner du den", description="Sak og arkiv, eller hvem som har den.")
    address: WebAddress | None = Field(
        None, title="Nettadresse", description="Lenke til dokumentet, når det ligger åpent."
    )
    legal_basis: tuple[Citation, ...] = Field(
        (), title="Lovgrunnlag", description="Bestemmelsene den bygger på. Må stå i lovregisteret."
    )
    note: Prose | None = Field(None, title="Merknad", description="Det som ikke passer i noe annet felt.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise reject(Message("slutter {end}, før den begynner {start}", end=self.valid_to, start=self.valid_from))
        return self

    def ended(self, today: dt.date) -> bool:
        """Whether the last day it applied has passed."""
        return self.valid_to is not None and self.valid_to < today


PLANS = Kind(
    name="plans",
    record=Plan,
    label=N_("plan eller avtale"),
    plural=N_("Planer og avtaler"),
    description="En plan eller avtale: eier, mål, hvem den gjelder for, varighet og hvor den ligger.",
    address=SharedPage("planer", frozenset(PlanKind)),
    telling=N_("Planer og avtaler"),
    group=ResultGroup.MORE,
    news=N_("Ny plan eller avtale: {name}"),
    minor_fields=UPKEEP - {"owner"},  # bound by it, so readers follow who answers for it
)
