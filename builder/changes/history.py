"""The change log that writes itself: each publication is compared with the one before it.

What was published before is an explicit input, its `handbook.json` and its history, so the same data built
over the same publication give the same history. Without one there is nothing to compare with.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from pydantic import ValidationError

from builder.changes.difference import Action, Difference
from builder.changes.records import differences
from builder.changes.state import DataError, State, published_state
from builder.facts.audience import internal_names
from builder.facts.record_texts import any_of
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.history import Edition, History, News
from builder.model.service import contact_name
from builder.problem import Message, Tell, silently

_NOT_COMPARED = N_(
    "handbook.json som var publisert før, er skadet: endringsloggen får ikke med hva som er endret siden da"
)
_BEGINS_ANEW = N_("endringer.json som var publisert før, er skadet: endringsloggen begynner på nytt")
#: What comes of comparing with records where a part is missing or something else than it should be.
_DAMAGED = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
#: Characters that XML cannot hold, and so the feed cannot.
_IN_NO_FEED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
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


def told_to_all(history: History, handbook: Handbook) -> History:
    """The history without what tells of what is internal now, also where it was everybody's once.

    `handbook` is the whole one: its internal records are not gone, but nobody's business.
    """
    names = internal_names(handbook)
    words = any_of(tuple(sorted(_labels(handbook, names)))) if names else None

    def tells(news: News) -> bool:
        return (news.kind, news.id) in names or bool(words and words.search(news.text))

    kept = ((one.date, tuple(news for news in one.news if not tells(news))) for one in history.editions)
    return History(editions=tuple(Edition(date=date, news=news) for date, news in kept if news))


def _labels(handbook: Handbook, names: frozenset[tuple[str, str]]) -> Iterator[str]:
    for kind, id_ in names:
        record = handbook.find_named(f"{kind}:{id_}")
        if record is not None:
            yield record.label
        elif found := handbook.contact(id_):
            yield contact_name(*found)


def _since(handbook: Handbook, published: bytes | None, tell: Tell) -> tuple[Difference, ...]:
    if published is None:
        return ()
    try:
        before = published_state(published)
    except DataError:
        tell(Message(_NOT_COMPARED))
        return ()
    try:
        return _compared(before, handbook)
    except _DAMAGED:
        if not any(before.unread.values()):  # all could be read, so the fault is ours
            raise
        tell(Message(_NOT_COMPARED))
        return ()


def _compared(before: State, handbook: Handbook) -> tuple[Difference, ...]:
    if handbook.is_public:  # what was published before may have held more
        before = before.told_to_all()
    return differences(before, State(handbook), str(handbook.municipality.written_standard))


def _news(difference: Difference) -> News:
    return News(kind=difference.kind, id=difference.id, text=difference.text, gone=difference.action is Action.GONE)


def published_history(text: bytes | None, tell: Tell = silently) -> History:
    """The history that was published; empty where there is none, or where it cannot be read, which is told of."""
    if text is None:
        return History()
    try:
        history = History.model_validate_json(text)
    except ValidationError:
        history = None
    if history is None or any(_IN_NO_FEED.search(news.text) for one in history.editions for news in one.news):
        tell(Message(_BEGINS_ANEW))
        return History()
    return history
