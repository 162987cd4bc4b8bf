"""The records something concerns, by kind: what makes links and back-links of it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from builder.model.base import Part
from builder.model.fields import FormRef, ForumRef, PathwayRef, PlanRef, RuleRef, ServiceRef, TermRef, TrainingRef


class Related(Part):
    """Other records, each under its kind."""

    pathways: tuple[PathwayRef, ...] = Field((), title="Forløp")
    rules: tuple[RuleRef, ...] = Field((), title="Regler")
    forums: tuple[ForumRef, ...] = Field((), title="Møteplasser")
    services: tuple[ServiceRef, ...] = Field((), title="Tjenester")
    forms: tuple[FormRef, ...] = Field((), title="Skjemaer")
    plans: tuple[PlanRef, ...] = Field((), title="Planer og avtaler")
    training: tuple[TrainingRef, ...] = Field((), title="Øvelser")
    glossary: tuple[TermRef, ...] = Field((), title="Ord")

    def named(self) -> Iterator[tuple[str, str]]:
        """Kind and id of each record, in the order of the fields."""
        for kind in type(self).model_fields:
            for record_id in getattr(self, kind):
                yield kind, record_id
