"""The change log that writes itself: each publication is compared with the one before it.

What was published before is an explicit input, its `handbook.json` and its history, so the same data built
over the same publication give the same history. Without one there is nothing to compare with.
"""

from __future__ import annotations

import datetime as dt

from pydantic import ValidationError

from builder.changes.difference import Action, Difference
from builder.changes.records import differences
from builder.changes.state import DataError, State, published_state
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.history import Edition, History, News
from builder.problem import Message, Tell, silently

_NOT_COMPARED = N_(
    "handbook.json som var publisert før, er skadet: endringsloggen får ikke med hva som er endret siden da"
)
_BEGINS_ANEW = N_("endringer.json som var publisert før, er skadet: endringsloggen begynner på nytt")
KEPT = dt.timedelta(days=2 * 365)


def pruned(history: History) -> History:
    """The history where nothing that is gone keeps a page that says so."""
    return History(
        editions=tuple(
            Edition(date=one.date, news=tuple(news.model_copy(update={"pruned": news.gone}) for news in one.news))
            for one in history.editions
        )
    )


def continued(handbook: Handbook, published: bytes | None, history: bytes | None, tell: Tell = silently) -> History:
    """The history with what is changed since the published `handbook.json`. What cannot be read is told of."""
    before = published_history(history, tell)
    news = tuple(_news(d) for d in _since(handbook, published, tell) if not d.minor)
    if not news:
        return before
    # By day, for a clock that was wrong once may have published in what is the future now.
    by_day = {edition.date: edition.news for edition in before.editions if handbook.today - edition.date <= KEPT}
    by_day[handbook.today] = (*by_day.get(handbook.today, ()), *news)
    return History(editions=tuple(Edition(date=day, news=by_day[day]) for day in sorted(by_day, reverse=True)))


def _since(handbook: Handbook, published: bytes | None, tell: Tell) -> tuple[Difference, ...]:
    if published is None:
        return ()
    try:
        before = published_state(published)
    except DataError:
        tell(Message(_NOT_COMPARED))
        return ()
    return differences(before, State(handbook), str(handbook.municipality.written_standard))


def _news(difference: Difference) -> News:
    return News(kind=difference.kind, id=difference.id, text=difference.text, gone=difference.action is Action.GONE)


def published_history(text: bytes | None, tell: Tell = silently) -> History:
    """The history that was published; empty where there is none, or where it cannot be read, which is told of."""
    if text is None:
        return History()
    try:
        return History.model_validate_json(text)
    except ValidationError:
        tell(Message(_BEGINS_ANEW))
        return History()
