"""The history of publications: continued, forgotten after two years, and shown on the page and in the feed."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import feedparser
import pytest
from builder.cache.prints import Print
from builder.changes.history import continued
from builder.edition.edition import Edition
from builder.feeds.files import files
from builder.model.handbook import Handbook
from builder.model.history import Edition as Published
from builder.model.history import History, News
from builder.pdf.book import book_html
from builder.pdf.printing import Order
from builder.problem import Message
from builder.publish.options import Options
from builder.publish.plan import Job
from builder.publish.run import run
from jsonschema import Draft202012Validator

from tests.support import MINI, ROOT, SLUG, TODAY, Document, said_by_handbok, site_html


def published(mini: Handbook, change: dict[str, Any] | None = None) -> bytes:
    """The `handbook.json` of an earlier edition, where the team met on another day."""
    data = json.loads(files(Edition(mini))["handbook.json"])
    data["records"]["forums"]["team"] |= {"place": "Biblioteket"} | (change or {})
    return json.dumps(data).encode()


def as_bytes(history: History) -> bytes:
    return history.model_dump_json().encode()


MOVED = News(kind="forums", id="team", text="Det står ikke lenger hvor Tverrfaglig team møtes")


def test_a_publication_is_compared_with_the_one_before(mini: Handbook) -> None:
    first = continued(mini, published(mini), None)
    assert first == History(editions=(Published(date=TODAY, news=(MOVED,)),))
    assert continued(mini, files(Edition(mini))["handbook.json"], as_bytes(first)) == first


def test_two_publications_a_day_are_one_edition_and_two_days_are_two(mini: Handbook) -> None:
    old = News(kind="pages", id="x", text="Før")
    for date, dates in ((TODAY, [TODAY]), (TODAY - dt.timedelta(days=1), [TODAY, TODAY - dt.timedelta(days=1)])):
        before = History(editions=(Published(date=date, news=(old,)),))
        after = continued(mini, published(mini), as_bytes(before))
        assert [edition.date for edition in after.editions] == dates
        assert [news for edition in reversed(after.editions) for news in edition.news] == [old, MOVED]


def test_a_clock_that_was_wrong_once_leaves_the_days_in_order(mini: Handbook) -> None:
    """It stood a month ahead when the handbook was published, and was then put right."""
    ahead = TODAY + dt.timedelta(days=30)
    old = News(kind="pages", id="x", text="Før")
    before = History(editions=(Published(date=ahead, news=(old,)), Published(date=TODAY, news=(old,))))
    after = continued(mini, published(mini), as_bytes(before))
    assert [(edition.date, edition.news) for edition in after.editions] == [(ahead, (old,)), (TODAY, (old, MOVED))]


def test_what_is_two_years_old_is_forgotten(mini: Handbook) -> None:
    before = History(editions=(Published(date=dt.date(2024, 11, 1), news=(MOVED,)),))
    assert len(continued(mini, published(mini), as_bytes(before)).editions) == 1


@pytest.mark.parametrize("broken", [b"", b"[]", b'{"version": "2.0", "records": {}}', b'{"version": "1.0"}', b"\xff"])
def test_an_edition_that_cannot_be_read_is_told_of_and_stops_nothing(mini: Handbook, broken: bytes) -> None:
    told: list[Message] = []
    assert continued(mini, broken, b"{", told.append).editions == ()
    assert [one.text() for one in told] == [
        "endringer.json som var publisert før, er skadet: endringsloggen begynner på nytt",
        "handbook.json som var publisert før, er skadet: endringsloggen får ikke med hva som er endret siden da",
    ]


HISTORY = History(
    editions=(
        Published(
            date=dt.date(2026, 11, 20), news=(MOVED, News(kind="services", id="bort", text="Tatt ut: <b>", gone=True))
        ),
    )
)


def test_the_page_shows_what_was_found_beside_what_was_written(mini: Handbook) -> None:
    page = Document(site_html(mini, HISTORY)["hva-er-nytt"])
    assert "Publisert 20. november 2026" in page.text
    assert "Tatt ut: <b>" in page.text
    assert "Fra redaksjonen" in page.text
    assert "moteplasser/team.html" in page.addresses


def test_the_front_page_and_the_book_tell_of_changes_nobody_has_written_of(mini: Handbook) -> None:
    """Without notes from the editors there is still something new to read."""
    handbook = Handbook(mini.municipality, {}, TODAY)
    assert "hva-er-nytt.html" in Document(site_html(handbook, HISTORY)["index"]).addresses
    assert "hva-er-nytt.html" not in Document(site_html(handbook)["index"]).addresses
    assert "Tatt ut: <b>" in Document(book_html(Edition(handbook, HISTORY))).text


def test_the_feed_is_read_by_another_program(mini: Handbook) -> None:
    municipality = mini.municipality.model_copy(update={"website": "https://handbok.example/l/"})
    changes = {change.id: change for change in mini.changes}
    handbook = Handbook(municipality, {"changes": dict(changes)}, TODAY)
    made = files(Edition(handbook, HISTORY))
    feed = feedparser.parse(made["endringer.atom"])
    assert feed.version == "atom10"
    assert not feed.bozo
    assert feed.feed.title == f"{municipality.title} · Intern utgave – ikke del utenfor kommunen"
    assert feed.feed.updated == "2026-11-20T00:00:00+00:00"
    assert [entry.title for entry in feed.entries] == [
        "Endret 20. november 2026",
        "Teamet møtes oftere",
        "Ny rutine ved uenighet",
    ]
    assert {entry.link for entry in feed.entries} == {"https://handbok.example/l/hva-er-nytt.html"}
    assert len({entry.id for entry in feed.entries}) == 3
    assert "<li>Tatt ut: &lt;b&gt;</li>" in feed.entries[0].content[0].value
    assert files(Edition(handbook, HISTORY)) == made
    assert History.model_validate_json(made["endringer.json"]) == HISTORY
    schema = json.loads(made["endringer.schema.json"])
    assert schema == json.loads((ROOT / "docs/schema/endringer.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert list(validator.iter_errors(json.loads(made["endringer.json"]))) == []
    assert list(validator.iter_errors({"editions": [{"date": "2026-11-20", "news": [{"kind": "forums"}]}]}))


def test_without_anything_new_there_is_no_feed(mini: Handbook) -> None:
    made = files(Edition(Handbook(mini.municipality, {}, TODAY)))
    assert "endringer.atom" not in made
    assert "endringer.json" not in made


def test_a_build_continues_the_edition_it_is_told_of(mini: Handbook, tmp_path: Path) -> None:
    """In an empty folder, as where nothing is kept from build to build."""
    earlier = tmp_path / "hentet" / SLUG
    (earlier / "kalender").mkdir(parents=True)
    (earlier / "handbook.json").write_bytes(published(mini))
    (earlier / "endringer.json").write_bytes(as_bytes(HISTORY))
    calendar = (
        files(Edition(mini))["kalender/alle.ics"]
        .replace(b"SEQUENCE:0", b"SEQUENCE:7")
        .replace(b"SUMMARY:", b"SUMMARY:x")
    )
    (earlier / "kalender/alle.ics").write_bytes(calendar)
    target = tmp_path / "ny"
    common = ("build", "--no-pdf", "--handbook", str(MINI), "--output", str(target))
    result = said_by_handbok(*common, "--previous", str(earlier.parent))
    assert result.returncode == 0, result.stderr
    site = target / SLUG
    page = Document((site / "hva-er-nytt.html").read_text(encoding="utf-8"))
    assert MOVED.text in page.text
    assert "Publisert 20. november 2026" in page.text
    history = History.model_validate_json((site / "endringer.json").read_bytes())
    assert [edition.date for edition in history.editions] == [TODAY, HISTORY.editions[0].date]
    assert b"SEQUENCE:8" in (site / "kalender/alle.ics").read_bytes()
    assert sorted(path.name for path in earlier.rglob("*.*")) == ["alle.ics", "endringer.json", "handbook.json"]


def test_a_build_gives_the_book_the_same_history_as_the_site(
    mini: Handbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[History] = []

    def printed(order: Order, *_: object) -> list[Print]:
        given.append(order.edition.history)
        return []

    monkeypatch.setattr("builder.pdf.printing.print_all", printed)
    (tmp_path / SLUG).mkdir()
    (tmp_path / SLUG / "handbook.json").write_bytes(published(mini))
    run(Job(SLUG, Options(handbook=MINI, output=tmp_path, shown="mini")))
    assert given == [History.model_validate_json((tmp_path / SLUG / "endringer.json").read_bytes())]
    assert [news.text for news in given[0].editions[0].news] == [MOVED.text]
