"""What is in another language than the page says so, on pages and prints, and breaks nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.model.foreign import Foreign
from builder.model.handbook import Handbook
from builder.render.languages import in_line, marking, with_elements
from builder.render.renderer import Renderer
from builder.render.sheet_text import SheetText
from builder.site.links import SiteLinks
from builder.site.markup import in_languages
from markupsafe import escape

from tests.language_measure import texts
from tests.load.test_translation import OF_FORM, translated, with_digest
from tests.support import MINI, checked, site_html, varied


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """A handbook in nynorsk over shared records in bokmål."""
    return translated(tmp_path_factory.mktemp("nn"), {}).handbook


def written(*values: object, language: str = "nn") -> str:
    return with_elements("".join(escape(marking(language)(value)) for value in values))


def test_only_another_language_than_the_page_s_is_marked() -> None:
    text = Foreign("Skole & <hjem>", "nb")
    assert written("A ", text, " b") == 'A <span lang="nb">Skole &amp; &lt;hjem&gt;</span> b'
    assert written(text, language="nb") == "Skole &amp; &lt;hjem&gt;"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a title="', '">x</a>'),
        ("<title>", "</title>"),
        ("<option value=''>", "</option>"),
        ("<textarea>", "</textarea>"),
    ],
)
def test_where_no_element_can_be_there_is_none(before: str, after: str) -> None:
    marked = marking("nn")(Foreign("Skole", "nb"))
    assert with_elements(f"{before}{marked}{after}{marked}") == (f'{before}Skole{after}<span lang="nb">Skole</span>')


def test_running_text_says_it_for_each_block() -> None:
    assert in_line("<p>A</p>\n<ul><li>b</li></ul>", "nb") == '<p lang="nb">A</p>\n<ul lang="nb"><li>b</li></ul>'
    assert in_line("a <em>b</em>", "nb") == '<span lang="nb">a <em>b</em></span>'


def test_each_shared_text_says_that_it_is_in_bokmal(handbook: Handbook) -> None:
    shared = {
        " ".join(text.split())
        for rule in handbook.rules
        for text in (rule.title, rule.answer, *rule.can_say, *rule.practice, rule.legal_review and rule.legal_review.by)
        if text
    }
    found = [text for html in site_html(handbook).values() for text in texts(f'<main lang="nn">{html}</main>')]
    assert {text.text for text in found if text.text in shared} >= {rule.title for rule in handbook.rules}
    assert [text for text in found if text.text in shared and text.said != "nb"] == []
    assert {text.said for text in found if text.text == handbook.municipality.title} <= {"nn"}


def test_a_page_in_one_language_says_nothing() -> None:
    assert not any("lang=" in html for html in site_html(checked(MINI).handbook).values())


def test_no_sign_is_left_on_a_page_or_print(handbook: Handbook) -> None:
    edition = Edition(handbook)
    sheets = SheetText(edition, lambda _: SiteLinks())
    made = [*site_html(handbook).values(), *(sheets.body(sheet) for sheet in edition.sheets)]
    assert not any(sign in html for html in made for sign in "\x02\x03\x04")
    assert any('lang="nb"' in sheets.body(sheet) for sheet in edition.sheets)


def test_a_form_in_english_is_a_print_in_english_beside_the_other(tmp_path: Path) -> None:
    english = with_digest(OF_FORM, "forms", "samtykke").replace("Namn", "Name")
    edition = Edition(checked(varied(tmp_path, {"common/forms.en.yml": english})).handbook)
    own, other = (sheet for sheet in edition.sheets if sheet.of.page == "skjemaer/samtykke")
    assert [copy.file for copy in (*own.copies, *other.copies)] == [
        "utskrift/skjema-samtykke.pdf",
        "utskrift/skjema-samtykke-en.pdf",
    ]
    sheets = SheetText(edition, lambda _: SiteLinks())
    body = sheets.body(other)
    assert "How to fill it in" in body
    assert '<span lang="nb">Jeg samtykker</span>' in body
    assert "Slik fyller du ut" in sheets.body(own)
    pages = edition.chapters(written=edition.files)
    renderer = Renderer(edition, SiteLinks(edition.files))
    (html,) = (renderer.text(page) for chapter in pages for page in chapter.pages if page.path == "skjemaer/samtykke")
    assert 'hreflang="en">Skjema på engelsk' in " ".join(html.split())


def test_titles_in_the_navigation_and_the_contents_say_it() -> None:
    html = (
        '<span class="md-ellipsis">\n  Med samtykke\n</span><span class="md-ellipsis">Anna</span>'
        '<h2 id="x" lang="nb">Del to<a class="headerlink">¶</a></h2><span class="md-ellipsis">Del to</span>'
    )
    marked = in_languages(html, {"Med samtykke": "nb"})
    assert '<span class="md-ellipsis" lang="nb">\n  Med samtykke\n</span>' in marked
    assert '<span class="md-ellipsis" lang="nb">Del to</span>' in marked
    assert '<span class="md-ellipsis">Anna</span>' in marked
    assert in_languages('<span class="md-ellipsis">Anna</span>', {}) == '<span class="md-ellipsis">Anna</span>'


def test_the_measure_tells_languages_by_their_small_words() -> None:
    found = list(texts('<p lang="nn">Du skal ikkje seie noko. <span lang="nb">Jeg vet ikke.</span></p><b>Ja</b>'))
    assert [(text.said, text.looks) for text in found] == [("nn", "nn"), ("nb", "nb"), ("", None)]
