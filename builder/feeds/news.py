"""What is new, for programs: an Atom feed (RFC 4287), and the history the next edition continues."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from feedgenerator import Atom1Feed
from markupsafe import escape

from builder.edition.edition import Edition
from builder.edition.localization import Localization
from builder.feeds.data import as_json
from builder.feeds.identity import identity
from builder.model.change import CHANGES
from builder.model.handbook import Handbook
from builder.model.history import Edition as PublishedEdition
from builder.prose import plain
from builder.schema.exported import history_schema
from builder.views import urls
from builder.views.routes import list_of


@dataclass(frozen=True, slots=True)
class _Entry:
    date: dt.date
    name: str
    title: str
    html: str


def news(edition: Edition) -> dict[str, bytes]:
    """Path -> the feed, and the history. Empty when there are no changes."""
    made: dict[str, bytes] = {}
    handbook, history = edition.handbook, edition.history
    entries = [*_written(handbook), *(_found(edition.language, published) for published in history.editions)]
    if entries:
        entries.sort(key=lambda entry: (entry.date, entry.name), reverse=True)
        made[urls.FEED] = _feed(handbook, edition.named(handbook.municipality.title), entries)
    if history.editions:
        made[urls.HISTORY] = as_json(history.model_dump(mode="json"))
        made[urls.HISTORY_SCHEMA] = as_json(history_schema())
    return made


def _written(handbook: Handbook) -> list[_Entry]:
    """The notes that editors have written."""
    return [
        _Entry(c.date, f"{CHANGES.name}/{c.id}", c.title, f"<p>{escape(plain(c.text))}</p>") for c in handbook.changes
    ]


def _found(language: Localization, published: PublishedEdition) -> _Entry:
    """What was found changed when the handbook was published."""
    _ = language.translate
    title = _("Endret {date}").format(date=language.phrases.bare_date(published.date))
    items = "".join(f"<li>{escape(one.text)}</li>" for one in published.news)
    return _Entry(published.date, f"editions/{published.date.isoformat()}", title, f"<ul>{items}</ul>")


def _feed(handbook: Handbook, title: str, entries: list[_Entry]) -> bytes:
    municipality = handbook.municipality
    page = urls.page_file(list_of(CHANGES), str(municipality.written_standard))
    link = urls.address(municipality.website, page) or page
    feed = Atom1Feed(
        title=title,
        link=link,
        description=None,
        language=str(municipality.written_standard),
        author_name=municipality.owner,
        feed_url=urls.address(municipality.website, urls.FEED),
        feed_guid=identity(handbook.municipality.id, "feed").urn,
    )
    for entry in entries:
        moment = dt.datetime.combine(entry.date, dt.time(), dt.UTC)
        feed.add_item(
            title=entry.title,
            link=link,
            description=None,
            content=entry.html,
            unique_id=identity(handbook.municipality.id, entry.name).urn,
            pubdate=moment,
            updateddate=moment,
        )
    text: str = feed.writeString("utf-8")
    return text.encode()
