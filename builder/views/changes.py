"""What is new, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.model.change import CHANGES, Change
from builder.model.handbook import Handbook
from builder.model.history import History, News
from builder.views import routes, urls
from builder.views.page import Chapter, Context, Link, Page
from builder.views.related import links_of
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A note that editors have written, with the records it is about."""

    change: Change
    links: Sequence[Link]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """What one publication changed."""

    date: dt.date
    news: Sequence[Link]


@dataclass(frozen=True, slots=True)
class ChangesPage(Context):
    """What is new; `feed` is a file."""

    template: ClassVar = "changes"

    changes: Sequence[ChangeRow]
    editions: Sequence[EditionRow]
    feed: str


def chapter(handbook: Handbook, names: Names, history: History) -> Chapter:
    """One page with the notes that editors have written, and what was found changed at each publication."""
    title = CHANGES.plural
    if not handbook.changes and not history.editions:
        return Chapter(title, ())
    context = ChangesPage(
        changes=[ChangeRow(change, links_of(names, change.touched)) for change in handbook.changes],
        editions=[EditionRow(one.date, [_link(names, news) for news in one.news]) for one in history.editions],
        feed=urls.FEED,
    )
    return Chapter(title, (Page(routes.list_of(CHANGES), title, context),))


def _link(names: Names, news: News) -> Link:
    """The sentence, leading to the record where it still is one."""
    place = None if news.gone else names.resolve(f"{news.kind}:{news.id}")
    return Link(news.text, place)
