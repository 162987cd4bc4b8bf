"""The change log that writes itself: each publication is compared with the one before it.

What was published before is an explicit input, its `handbook.json` and its history, so the same data built
over the same publication give the same history. Without one there is nothing to compare with.
"""

from __future__ import annotations

import datetime as dt
import logging

from pydantic import ValidationError

from builder.changes.difference import Action, Difference
from builder.changes.records import differences
from builder.changes.state import DataError, State, published_state
from builder.model.handbook import Handbook
from builder.model.history import Edition, History, News

log = logging.getLogger(__name__)
KEPT = dt.timedelta(days=2 * 365)


def pruned(history: History) -> History:
    """The history where nothing that is gone keeps a page that says so."""
    return History(
        editions=tuple(
            Edition(date=one.date, news=tuple(news.model_copy(update={"pruned": news.gone}) for news in one.news))
            for one in history.editions
        )
    )


def continued(handbook: Handbook, published: bytes | None, history: bytes | None) -> History:
    """The history with what is changed since the published `handbook.json`. What cannot be read is told of."""
    before = published_history(history)
    news = tuple(_news(d) for d in _since(handbook, published) if not d.minor)
    if not news:
        return before
    today, *earlier = before.editions or (Edition(date=dt.date.min, news=()),)
    if today.date == handbook.today:
        edition, rest = Edition(date=today.date, news=(*today.news, *news)), tuple(earlier)
    else:
        edition, rest = Edition(date=handbook.today, news=news), before.editions
    return History(editions=(edition, *(e for e in rest if handbook.today - e.date <= KEPT)))


def _since(handbook: Handbook, published: bytes | None) -> tuple[Difference, ...]:
    if published is None:
        return ()
    try:
        before = published_state(published)
    except DataError as error:
        log.warning("the published data cannot be read, and are not compared with: %s", error)
        return ()
    return differences(before, State(handbook), str(handbook.municipality.written_standard))


def _news(difference: Difference) -> News:
    return News(kind=difference.kind, id=difference.id, text=difference.text, gone=difference.action is Action.GONE)


def published_history(text: bytes | None) -> History:
    """The history that was published; empty where there is none, or where it cannot be read, which is told of."""
    if text is None:
        return History()
    try:
        return History.model_validate_json(text)
    except ValidationError as error:
        log.warning("the published history cannot be read, and begins anew: %s", error)
        return History()
