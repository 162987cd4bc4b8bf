"""What is new, newest first."""

from __future__ import annotations

from builder.model.change import CHANGES
from builder.model.handbook import Handbook
from builder.model.history import History, News
from builder.views import routes, urls
from builder.views.page import Chapter, Link, Page
from builder.views.related import links_of
from builder.views.routes import Names


def chapter(handbook: Handbook, names: Names, history: History) -> Chapter:
    """One page with the notes that editors have written, and what was found changed at each publication."""
    title = CHANGES.plural
    if not handbook.changes and not history.editions:
        return Chapter(title, ())
    context = {
        "changes": [{"change": change, "links": links_of(names, change.touched)} for change in handbook.changes],
        "editions": [
            {"date": edition.date, "news": [_link(names, one) for one in edition.news]} for edition in history.editions
        ],
        "feed": urls.FEED,
    }
    return Chapter(title, (Page(routes.list_of(CHANGES), title, "changes", context),))


def _link(names: Names, news: News) -> Link:
    """The sentence, leading to the record where it still is one."""
    place = None if news.gone else names.resolve(f"{news.kind}:{news.id}")
    return Link(news.text, place)
