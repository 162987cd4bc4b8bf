"""How the self-check goes from edition to edition: what each line said when the handbook was approved, and says now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.facts.approvals import editions_approved
from builder.model.approved_edition import Figure, HandbookEdition
from builder.model.handbook import Handbook
from builder.rules.registry import expectation
from builder.selfcheck.criteria import SelfCheck
from builder.selfcheck.statement import Criterion, Statement

#: What approving a handbook makes so: that it is better the day after says nothing.
_OF_APPROVAL = frozenset({expectation("text-approved").id, expectation("handbook-approver").id})
#: Of so many editions each line says how it stood.
_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Earlier:
    """How a line stood in an edition that was approved."""

    edition: HandbookEdition
    figure: Figure


@dataclass(frozen=True, slots=True)
class Moved:
    """A line that stands otherwise than in the last edition."""

    criterion: Criterion
    statement: Statement
    now: Figure
    before: Figure

    @property
    def better(self) -> bool:
        return self.now.compared(self.before) > 0


@dataclass(frozen=True, slots=True)
class Since:
    """What is better and worse than in the edition that was approved last, the worse first."""

    edition: HandbookEdition
    moved: tuple[Moved, ...]

    @property
    def better(self) -> int:
        return sum(one.better for one in self.moved)

    @property
    def worse(self) -> int:
        return len(self.moved) - self.better


def figures(found: SelfCheck) -> tuple[Figure, ...]:
    """How each line stands, to be kept with the edition that is approved."""
    return tuple(figure for _, statement, figure in _lines(found) if not _OF_APPROVAL & {*statement.expectations})


def earlier(handbook: Handbook, line: str) -> tuple[Earlier, ...]:
    """How a line stood in the last editions, the newest first."""
    known = ((edition, edition.by_line.get(line)) for edition in reversed(editions_approved(handbook)))
    return tuple(Earlier(edition, figure) for edition, figure in known if figure)[:_SHOWN]


def since_approved(handbook: Handbook, found: SelfCheck) -> Since | None:
    """How it goes since the last edition that kept its figures; None where there is none."""
    last = next((one for one in reversed(editions_approved(handbook)) if one.figures), None)
    if last is None:
        return None
    moved = [
        Moved(criterion, statement, now, before)
        for criterion, statement, now in _lines(found)
        if (before := last.by_line.get(now.line)) and now.compared(before)
    ]
    return Since(last, tuple(sorted(moved, key=lambda one: one.better)))


def _lines(found: SelfCheck) -> Iterator[tuple[Criterion, Statement, Figure]]:
    """Each line once, by the first of what it says."""
    seen = set[str]()
    for criterion in found.criteria:
        for statement in criterion.statements:
            if statement.figure and statement.figure.line not in seen:
                seen.add(statement.figure.line)
                yield criterion, statement, statement.figure
