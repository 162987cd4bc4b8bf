"""What every exit makes of a handbook: made once, and the same in another process."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from builder.edition import edition as edition_module
from builder.edition.edition import Edition
from builder.edition.localization import localization
from builder.model.handbook import Handbook
from builder.pdf.book import book_html
from builder.pdf.sheets import Printer
from builder.publish.options import Options
from builder.publish.plan import Job
from builder.publish.run import run
from builder.views.page import Medium
from builder.views.routes import Names

from tests.support import MINI, SLUG


def test_the_pages_are_made_once_for_all_exits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Handbook] = []
    chapters = edition_module.chapters

    def counted(handbook: Handbook, *rest: object) -> object:
        made.append(handbook)
        return chapters(handbook, *rest)  # type: ignore[arg-type]

    def printed(order: object, *_: object) -> list[object]:
        edition = order.edition  # type: ignore[attr-defined]
        book_html(edition)
        Printer(edition).html(edition.sheets[0])
        return []

    monkeypatch.setattr(edition_module, "chapters", counted)
    monkeypatch.setattr("builder.pdf.printing.print_all", printed)
    assert run(Job(SLUG, Options(handbook=MINI, output=tmp_path))).published
    assert len(made) == 1


def test_another_process_is_sent_the_same_edition(mini: Handbook) -> None:
    edition = Edition(mini)
    sent = pickle.loads(pickle.dumps(edition))
    assert sent.titles == edition.titles
    assert "_chapters" not in vars(sent), "a process that prints sheets needs only the titles of the pages"
    assert book_html(sent) == book_html(edition)
    assert [Printer(sent).html(sheet) for sheet in sent.sheets] == [
        Printer(edition).html(sheet) for sheet in edition.sheets
    ]


def test_each_exit_has_its_own_pages(mini: Handbook) -> None:
    edition = Edition(mini)
    site, book = (
        {page.path for chapter in edition.chapters(medium) for page in chapter.pages}
        for medium in (Medium.SITE, Medium.BOOK)
    )
    assert site - book
    assert book - site


def test_a_citation_is_looked_up_once(mini: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    names = Names(mini)
    citation = mini.citations[0].citation
    first = names.law(citation)
    monkeypatch.setattr(Names, "_law", lambda *_: pytest.fail("looked up again"))
    assert names.law(citation) is first


@pytest.mark.parametrize(
    ("code", "said"), [("nb", "tirsdag 31. mars 2026"), ("nn", "tysdag 31. mars 2026"), ("en", "Tuesday 31 March 2026")]
)
def test_a_language_says_dates_its_own_way(code: str, said: str, mini: Handbook) -> None:
    assert localization(code).phrases.date(mini.today.replace(2026, 3, 31)) == said
    assert localization(code) is localization(code)
