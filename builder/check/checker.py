"""Loaded declarations to a Handbook, with everything that is wrong in one list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from builder.check.runner import findings
from builder.check.suppressions import Accepted, suppress
from builder.check.validation import records_of
from builder.load.folder import Loaded
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS, MUNICIPALITY
from builder.model.municipality import Editors, Municipality
from builder.model.vocabulary import WrittenStandard
from builder.problem import Mark, Message, Problem, has_errors, in_order

MUNICIPALITY_RULE = "municipality"


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
    municipality, missing = _municipality(loaded, records)
    unread_lists = frozenset(kind for kind, name in loaded.unread if name is None)
    handbook = Handbook(municipality, records, today, _declared(loaded), unread_lists)
    trees = {(d.kind, d.id): d.tree for d in loaded.declarations if d.id is not None}
    found = findings(handbook, loaded.texts)
    suppressed = suppress(handbook, [*loaded.problems, *problems, *missing, *found], trees)
    return Checked(loaded.slug, handbook, in_order(suppressed.problems), suppressed.accepted)


def _declared(loaded: Loaded) -> dict[str, frozenset[str]]:
    """Kind -> ids that are written, also in files that cannot be read: those are named after their record."""
    declared: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for declaration in loaded.declarations:
        if declaration.id is not None:
            declared[declaration.kind].add(declaration.id)
    for kind, name in loaded.unread:
        if name is not None:
            declared[kind].add(name)
    return {kind: frozenset(ids) for kind, ids in declared.items()}


def _municipality(loaded: Loaded, records: dict[str, dict[str, Record]]) -> tuple[Municipality, list[Problem]]:
    """The municipality's own record, or a stand-in so that the rest can still be checked."""
    slug = loaded.slug
    for record in records.get(MUNICIPALITY, {}).values():
        if isinstance(record, Municipality):
            if record.id == slug:
                return record, []
            message = Message("id er «{id}», men mappa heter «{slug}»; de skal være like", id=record.id, slug=slug)
            return record, [Problem(record.at("id"), MUNICIPALITY_RULE, message)]
    stand_in = Municipality(
        id=slug,
        name=slug,
        number="0000",
        written_standard=WrittenStandard.BOKMAL,
        title=slug,
        owner=slug,
        editors=Editors(role=slug, email="ukjent@example.example"),
    )
    written = any(d.kind == MUNICIPALITY for d in loaded.declarations) or (MUNICIPALITY, None) in loaded.unread
    if written:  # what is wrong with it is already told
        return stand_in, []
    message = Message("{slug} mangler en lesbar kommunebeskrivelse i municipality.yml", slug=slug)
    return stand_in, [Problem(Mark(f"{loaded.folder}/municipality.yml"), MUNICIPALITY_RULE, message)]
