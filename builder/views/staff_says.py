"""What the handbook says beside what staff say, by criterion: for leaders, and never so that anybody can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.facts.staff_says import Said, SurveyResult, Tally, latest, results
from builder.facts.upkeep import is_demonstration
from builder.model.collation import alphabetical
from builder.model.handbook import Handbook
from builder.model.survey import SurveyGroup
from builder.problem import Message
from builder.selfcheck.criteria import SelfCheck
from builder.selfcheck.staff import NOT_YET, staff_say
from builder.selfcheck.statement import Criterion


@dataclass(frozen=True, slots=True)
class GroupSays:
    """What one group says of a criterion; None where it may not be told."""

    name: str
    tally: Tally | None


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A criterion, what staff say of it, by question and by group, and what they said at earlier times."""

    criterion: Criterion
    said: Message
    questions: Sequence[Said]
    groups: Sequence[GroupSays]
    earlier: Sequence[Tally | None]


@dataclass(frozen=True, slots=True)
class StaffSays:
    """The last survey, the earlier ones, the groups that are not shown, and a row for each criterion.

    In a demonstration they are examples.
    """

    last: SurveyResult | None
    earlier: Sequence[SurveyResult]
    hidden: Sequence[str]
    rows: Sequence[StaffRow]
    example: bool
    not_yet: Message = NOT_YET


def staff_says(handbook: Handbook, found: SelfCheck) -> StaffSays:
    """All of it; rows without numbers where nobody has been asked."""
    last = latest(handbook)
    earlier = results(handbook)[1:]
    return StaffSays(
        last=last,
        earlier=earlier,
        hidden=[_name(handbook, group) for group in last.hidden] if last else (),
        rows=[_row(handbook, criterion, last, earlier) for criterion in found.criteria],
        example=is_demonstration(handbook),
    )


def _row(
    handbook: Handbook, criterion: Criterion, last: SurveyResult | None, earlier: Sequence[SurveyResult]
) -> StaffRow:
    return StaffRow(
        criterion=criterion,
        said=staff_say(handbook, criterion.id),
        questions=last.of(criterion.id) if last else (),
        groups=_groups(handbook, last, criterion.id) if last else (),
        earlier=[one.together(criterion.id) for one in earlier],
    )


def _groups(handbook: Handbook, result: SurveyResult, criterion: str) -> list[GroupSays]:
    return [GroupSays(_name(handbook, group), tally) for group, tally in result.by_group(criterion)]


def _name(handbook: Handbook, group: SurveyGroup) -> str:
    """A group by its services."""
    return ", ".join(sorted((handbook.called(service) for service in group.services), key=alphabetical))
