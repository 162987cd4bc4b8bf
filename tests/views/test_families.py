"""What is said to families: where it is written, and nowhere else; in plain words, and with nothing internal."""

from __future__ import annotations

from pathlib import Path

from builder.edition.edition import Edition
from builder.facts.for_families import to_ring, written
from builder.model.families import said_to_families
from builder.model.handbook import Handbook
from builder.views.page import Chapter

from tests.support import Document, checked, mini_file, site_html, varied

PPT = "lillevik/services/ppt.yml"
PATHWAYS = "lillevik/pathways.yml"
PAGE = "for-familier/hjelp-ppt"


def chapter(handbook: Handbook) -> Chapter | None:
    return next((one for one in Edition(handbook).chapters() if one.title == "For barn, unge og foreldre"), None)


def without_families(tmp_path: Path) -> Handbook:
    text, pathways = mini_file(PPT), mini_file(PATHWAYS)
    silent = "".join(line for line in pathways.splitlines(keepends=True) if "families:" not in line)
    return checked(varied(tmp_path, {PPT: text[: text.index("families:")], PATHWAYS: silent})).handbook


def test_there_is_a_page_for_each_record_that_says_something(mini: Handbook) -> None:
    found = chapter(mini)
    assert found is not None
    written_for = [f"for-familier/situasjon-{name}" for name in ("bekymret-barn", "akutt", "uenighet")]
    assert [page.path for page in found.pages] == ["for-familier/index", *written_for, PAGE]
    assert found.pages[-1].title == "Hva er PPT?"


def test_where_nothing_is_written_nothing_shows(tmp_path: Path) -> None:
    handbook = without_families(tmp_path)
    assert written(handbook) == ()
    assert chapter(handbook) is None
    pages = site_html(handbook)
    assert not any("for-familier" in html or "Gi familien" in html for html in pages.values())
    assert not [sheet for sheet in Edition(handbook).sheets if sheet.template == "family"]


def test_staff_are_led_to_it_and_it_leads_back(mini_html: dict[str, str]) -> None:
    assert "../for-familier/hjelp-ppt.html" in Document(mini_html["tjenester/ppt"]).addresses
    assert "Gi familien denne siden" in mini_html["tjenester/ppt"]
    assert "Gi familien" not in mini_html["tjenester/skole"]
    assert "for-familier/index.html" in Document(mini_html["index"]).addresses
    assert {"index.html", "../tjenester/ppt.html"} <= set(Document(mini_html[PAGE]).addresses)


def test_a_right_names_its_provision_and_the_page_whom_to_ring(mini_html: dict[str, str]) -> None:
    text = Document(mini_html[PAGE]).text
    assert "Dere får være med. barnevernsloven § 13-1" in text
    assert "PPT 00 00 00 00" in text
    assert "Det er gratis." in text


def test_a_family_rings_a_number_that_is_public_and_answered(tmp_path: Path) -> None:
    text = mini_file(PPT).replace(
        "contacts:\n",
        "contacts:\n"
        "  - {id: inne, role: Intern, direct_phone: 41 23 45 67}\n"
        "  - {id: tom, role: Ubesatt, vacant: true, phone: 00 00 00 09}\n",
    )
    handbook = checked(varied(tmp_path, {PPT: text})).handbook
    answers = to_ring(handbook, written(handbook)[-1])
    assert answers is not None
    assert answers.contact.id == "leder"
    page = site_html(handbook)[PAGE].replace("\xa0", " ")
    assert "41 23 45 67" not in page
    assert "00 00 00 09" not in page


def test_a_family_rings_the_deputy_of_who_is_away(tmp_path: Path) -> None:
    away = "  - {id: borte, role: Borte, phone: 00 00 00 09, away_until: 2099-01-01, deputy: {role: Vikar, phone: 00 00 00 08}}\n"
    handbook = checked(varied(tmp_path, {PPT: mini_file(PPT).replace("contacts:\n", f"contacts:\n{away}")})).handbook
    page = Document(site_html(handbook)[PAGE]).text
    assert "PPT 00 00 00 08" in page
    assert "00 00 00 09" not in page


def test_no_other_kind_speaks_to_families(mini: Handbook) -> None:
    assert all(said_to_families(forum) is None for forum in mini.forums)
