"""Loaded declarations to a Handbook, with everything that is wrong in one list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from builder.check.acceptance import Accepted, settle
from builder.check.shape import records_of
from builder.load.folder import Loaded
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS, MUNICIPALITY
from builder.model.municipality import Editors, Municipality
from builder.model.vocabulary import WrittenStandard
from builder.problem import Mark, Message, Problem, has_errors, in_order
from builder.rules import RULES, Subject


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a check. The handbook may be built from only when `ok`."""

    slug: str
    handbook: Handbook
    problems: tuple[Problem, ...]
    accepted: tuple[Accepted, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong that must stop a build."""
        return not has_errors(self.problems)


def check(loaded: Loaded, today: dt.date) -> Checked:
    """Shapes every record, then asks every rule; no finding hides another."""
    records, problems = records_of(loaded.declarations)
    municipality, missing = _municipality(loaded.slug, records)
    declared = {
        kind: frozenset(d.id for d in loaded.declarations if d.kind == kind and d.id is not None) for kind in KINDS
    }
    handbook = Handbook(municipality, records, today, declared)
    subject = Subject(handbook, tuple(loaded.trees))
    findings = [
        Problem(mark, rule.ID, message, rule.SEVERITY) for rule in RULES for mark, message in rule.check(subject)
    ]
    trees = {(d.kind, d.id): d.tree for d in loaded.declarations if d.id is not None}
    settled = settle(handbook, [*loaded.problems, *problems, *missing, *findings], trees)
    return Checked(loaded.slug, handbook, in_order(settled.problems), settled.accepted)


def _municipality(slug: str, records: dict[str, dict[str, Record]]) -> tuple[Municipality, list[Problem]]:
    """The municipality's own record, or a stand-in so that the rest can still be checked."""
    for record in records.get(MUNICIPALITY, {}).values():
        if isinstance(record, Municipality):
            if record.id == slug:
                return record, []
            message = Message("id er «{id}», men mappa heter «{slug}»; de skal være like", id=record.id, slug=slug)
            return record, [Problem(record.at("id"), "municipality", message)]
    stand_in = Municipality(
        id=slug,
        name=slug,
        number="0000",
        written_standard=WrittenStandard.BOKMAL,
        title=slug,
        owner=slug,
        editors=Editors(role=slug, email="ukjent@example.example"),
    )
    message = Message("{slug} mangler en lesbar kommunebeskrivelse i municipality.yml", slug=slug)
    return stand_in, [Problem(Mark(f"{slug}/municipality.yml"), "municipality", message)]
