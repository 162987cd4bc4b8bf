"""What staff say of a criterion, in words, and whether they have been asked at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.facts.staff_says import SurveyResult, before, closed, latest
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.registry import expectation
from builder.selfcheck.lines import Line, all_of
from builder.selfcheck.statement import Statement, Status, of_handbook, told

NOT_YET = Message(N_("Ikke spurt ennå"))
_NOT_OF_THIS = Message(N_("Ikke spurt om dette"))
_TOO_FEW = Message(N_("For få svar til å vises"))
_AGREE = N_("{percent} % er enige (n = {n})")
_AGREE_AND_BEFORE = N_("{percent} % er enige (n = {n}), mot {before} % {date}")


def _date(handbook: Handbook) -> Mapping[str, object]:
    return {"date": closed(handbook)[0].closed}


_ASKED = (
    Line(
        (expectation("survey-age"),),
        covered=N_("De ansatte ble sist spurt om samarbeidet {date}"),
        stale=N_("De ansatte ble sist spurt om samarbeidet {date}, for mer enn to år siden"),
        values=_date,
    ),
)


def staff_asked(handbook: Handbook) -> Iterator[Statement]:
    """When staff were last asked, or that they never were."""
    if closed(handbook):
        yield from all_of(handbook, _ASKED)
    else:
        message = Message("De ansatte er ikke spurt om samarbeidet ennå")
        yield from told(Status.MISSING, message, of_handbook(handbook))


def staff_say(handbook: Handbook, criterion: str) -> Message:
    """What staff said of a criterion the last time, and how many agreed the time before."""
    result = latest(handbook)
    if result is None:
        return NOT_YET
    return _said(handbook, result, criterion)


def _said(handbook: Handbook, result: SurveyResult, criterion: str) -> Message:
    now, earlier = result.together(criterion), before(handbook, criterion)
    if now is None:
        return _TOO_FEW if result.of(criterion) else _NOT_OF_THIS
    if earlier is None:
        return Message(_AGREE, percent=now.percent, n=now.n)
    then, tally = earlier
    return Message(_AGREE_AND_BEFORE, percent=now.percent, n=now.n, before=tally.percent, date=then.survey.closed)
