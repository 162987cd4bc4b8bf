"""What staff say, as it may be told: counted here once, for every page, print and file that tells of it.

Answers of fewer than five are never told. Nor can they be reckoned from what is: beside a total, at least two groups
are left out when any is, with five answers or more between them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from builder.facts.approvals import editions_approved
from builder.memoize import memoize
from builder.model.handbook import Handbook
from builder.model.staff_question import StaffQuestion
from builder.model.survey import SURVEYS, StaffSurvey, SurveyAnswers, SurveyGroup

#: The fewest whose answers are told.
SMALLEST = 5
#: So long a survey says how it is.
YEARS = 2


@dataclass(frozen=True, slots=True)
class Tally:
    """How many agree, wholly or partly, and how many do not know, of the answers to one question or several.

    `n` are the people: where several questions are counted together, those of the one fewest answered.
    """

    agree: int
    unknown: int
    answers: int
    n: int

    @property
    def percent(self) -> int:
        """The share that agrees, in whole per cent. Who does not know, does not agree."""
        return _percent(self.agree, self.answers)

    @property
    def percent_unknown(self) -> int:
        """The share that does not know, in whole per cent."""
        return _percent(self.unknown, self.answers)


@dataclass(frozen=True, slots=True)
class Said:
    """What was answered to a question: by all, and by each group that is told of. None is what may not be told."""

    question: StaffQuestion
    everybody: Tally | None
    groups: tuple[Tally | None, ...]


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """What may be told of a survey. `hidden` are the groups that are counted among all, and not by themselves.

    `edition` is the edition of the handbook that was approved when it closed; empty where none was.
    """

    survey: StaffSurvey
    edition: str
    groups: tuple[SurveyGroup, ...]
    hidden: tuple[SurveyGroup, ...]
    said: tuple[Said, ...]
    old: bool

    @property
    def asked(self) -> int:
        """How many were asked, in all groups."""
        return sum(group.asked for group in self.survey.groups)

    @property
    def answered(self) -> int:
        """How many answered, in all groups."""
        return sum(group.answered for group in self.survey.groups)

    @property
    def told(self) -> bool:
        """Whether there are enough answers to tell of any."""
        return any(one.everybody for one in self.said)

    def of(self, criterion: str) -> tuple[Said, ...]:
        """What is said on the questions of a criterion that were asked."""
        return tuple(one for one in self.said if one.question.criterion == criterion)

    def together(self, criterion: str) -> Tally | None:
        """The questions of a criterion as one, answered by all."""
        return _together(one.everybody for one in self.of(criterion))

    def by_group(self, criterion: str) -> tuple[tuple[SurveyGroup, Tally | None], ...]:
        """The questions of a criterion as one, answered by each group that is told of."""
        found = self.of(criterion)
        return tuple((group, _together(one.groups[n] for one in found)) for n, group in enumerate(self.groups))

    def asked_of(self, criterion: str) -> frozenset[StaffQuestion]:
        """The questions of a criterion whose answers may be told."""
        return frozenset(one.question for one in self.of(criterion) if one.everybody)


def _percent(part: int, whole: int) -> int:
    return (200 * part + whole) // (2 * whole)


def closed(handbook: Handbook) -> tuple[StaffSurvey, ...]:
    """The surveys whose last day has passed, newest first."""
    return tuple(survey for survey in handbook.of(SURVEYS) if survey.closed <= handbook.today)


def is_old(handbook: Handbook, survey: StaffSurvey) -> bool:
    """Whether a survey closed so long ago that it no longer says how it is."""
    return survey.closed < handbook.today - relativedelta(years=YEARS)


@memoize
def results(handbook: Handbook) -> tuple[SurveyResult, ...]:
    """What may be told of each survey, newest first."""
    return tuple(_result(handbook, survey) for survey in closed(handbook))


def latest(handbook: Handbook) -> SurveyResult | None:
    """What may be told of the last survey; None where nobody has been asked."""
    return next(iter(results(handbook)), None)


def before(handbook: Handbook, criterion: str) -> tuple[SurveyResult, Tally] | None:
    """What was said last time on a criterion, where the same questions can be compared; otherwise None."""
    now, *earlier = results(handbook)[:2] or (None,)
    if now is None or not earlier or now.asked_of(criterion) != earlier[0].asked_of(criterion):
        return None
    tally = earlier[0].together(criterion)
    return (earlier[0], tally) if tally else None


def is_small(group: SurveyGroup) -> bool:
    """Whether so few answered that it shows what each of them said."""
    return group.answered < SMALLEST


def _result(handbook: Handbook, survey: StaffSurvey) -> SurveyResult:
    hidden = _hidden(survey.groups)
    groups = tuple(group for group in survey.groups if not _among(hidden, group))
    told = (_said(question, groups, hidden) for question in StaffQuestion)
    return SurveyResult(
        survey=survey,
        edition=_edition_on(handbook, survey.closed),
        groups=groups,
        hidden=hidden,
        said=tuple(one for one in told if _was_asked(survey, one.question)),
        old=is_old(handbook, survey),
    )


def _hidden(groups: Iterable[SurveyGroup]) -> tuple[SurveyGroup, ...]:
    """The small groups, and the smallest of the others until what they leave in the total tells of none of them."""
    by_size = sorted(groups, key=lambda group: group.answered)
    hidden = [group for group in by_size if is_small(group)]
    for group in by_size[len(hidden) :]:
        left = [one.answered for one in hidden if one.answered]
        if not left or (len(left) > 1 and sum(left) >= SMALLEST):
            break
        hidden.append(group)
    return tuple(hidden)


def _among(hidden: Iterable[SurveyGroup], group: SurveyGroup) -> bool:
    return any(one is group for one in hidden)


def _said(question: StaffQuestion, groups: tuple[SurveyGroup, ...], hidden: tuple[SurveyGroup, ...]) -> Said:
    shown = [group.answers_to(question) for group in groups]
    rest = [group.answers_to(question) for group in hidden]
    everybody = _tally((*shown, *rest))
    apart = all(_is_tellable(one.count) for one in shown) and _is_tellable(sum(one.count for one in rest))
    return Said(question, everybody, tuple(_tally((one,)) if apart else None for one in shown))


def _is_tellable(count: int) -> bool:
    """Whether so many answers, or none at all, show nobody's."""
    return count == 0 or count >= SMALLEST


def _tally(answers: Iterable[SurveyAnswers]) -> Tally | None:
    """The answers to one question, where there are enough of them."""
    found = tuple(answers)
    count = _sum(found, lambda one: one.count)
    if count < SMALLEST:
        return None
    return Tally(_sum(found, lambda one: one.agreeing), _sum(found, lambda one: one.unknown), count, count)


def _sum(answers: Iterable[SurveyAnswers], number: Callable[[SurveyAnswers], int]) -> int:
    return sum(map(number, answers))


def _together(tallies: Iterable[Tally | None]) -> Tally | None:
    """Several questions as one: only what may be told of each is counted, so that it tells no more."""
    found = [one for one in tallies if one]
    if not found:
        return None
    return Tally(
        sum(one.agree for one in found),
        sum(one.unknown for one in found),
        sum(one.answers for one in found),
        min(one.n for one in found),
    )


def _was_asked(survey: StaffSurvey, question: StaffQuestion) -> bool:
    return any(group.answers_to(question).count for group in survey.groups)


def _edition_on(handbook: Handbook, day: dt.date) -> str:
    """The edition that was approved last, on a day or before it."""
    held = [one.version for one in editions_approved(handbook) if one.date and one.date <= day]
    return held[-1] if held else ""
