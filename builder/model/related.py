"""The records something concerns, by kind: what makes links and back-links of it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from builder.model.base import Part
from builder.model.fields import FormRef, ForumRef, PathwayRef, PlanRef, RuleRef, ServiceRef, TermRef, TrainingRef


class Related(Part):
    """Other records, each under its kind."""

    pathways: tuple[PathwayRef, ...] = Field((), title="Forløp", description="Id-ene til forløpene.")
    rules: tuple[RuleRef, ...] = Field((), title="Regler", description="Id-ene til reglene om deling.")
    forums: tuple[ForumRef, ...] = Field((), title="Møteplasser", description="Id-ene til møteplassene.")
    services: tuple[ServiceRef, ...] = Field((), title="Tjenester", description="Id-ene til tjenestene.")
    forms: tuple[FormRef, ...] = Field((), title="Skjemaer", description="Id-ene til skjemaene.")
    plans: tuple[PlanRef, ...] = Field((), title="Planer og avtaler", description="Id-ene til planene og avtalene.")
    training: tuple[TrainingRef, ...] = Field((), title="Øvelser", description="Id-ene til øvelsene.")
    glossary: tuple[TermRef, ...] = Field((), title="Ord", description="Id-ene til ordene i ordlista.")

    def named(self) -> Iterator[tuple[str, str]]:
        """Kind and id of each record, in the order of the fields."""
        for kind in type(self).model_fields:
            for record_id in getattr(self, kind):
                yield kind, record_id
