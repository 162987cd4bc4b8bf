"""Whatever the data holds is shown as it is: it changes no page's structure and comes alive nowhere."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.pdf.book import book_html
from builder.render.renderer import Renderer, blocks
from builder.site.build import build_site
from builder.site.links import SiteLinks
from hypothesis import given
from hypothesis import strategies as st

from tests.support import ROOT, Document, all_pages, by_markdown, filled_handbook, site_html, to_html

HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% raw %}x{% endraw %}",
    "x](javascript:alert(1))",
    "[x](javascript:alert(1))",
    "# x",
    "## x {: #y onclick=alert(1) }",
    "*",
    "**fet** og `kode`",
    "_x_ __y__",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</dl></div></section></table><h1>x</h1>",
    "<!-- ",
    "]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;b&#62;",
    "a\n# x",
    "a\n\n    innrykk\n\n# [x](javascript:alert(1)) {: onclick=alert(1) }",
    "a\u2028# x",
    "a\x0b# x",
    "a\n</div>\n\n# x",
    "| a | b |",
    "---",
    "\\",
    "http://a.no <a@b.no>",
    "![x](y)",
    "{: .klasse }",
    "1. x",
    "- x",
    "$x$ ~x~ ^x^ ==x==",
    "[TOC]",
    "--8<-- '/etc/passwd'",
    "æøå 👪",
]  # fmt: skip

#: What running text may add; in all other fields a value adds nothing at all.
MARKUP = {"strong", "em", "ul", "ol", "li", "p", "a"}
#: Tags the templates themselves use; anything else came out of the data.
HARMLESS = {
    "a", "article", "aside", "blockquote", "br", "button", "caption", "dd", "details", "div", "dl", "dt", "em", "form", "h1", "h2", "h3", "h4",
    "input", "label", "li", "nav", "ol", "option", "p", "section", "select", "small", "span", "strong", "summary", "table", "time", "tbody",
    "td", "th", "thead", "tr", "ul", "wbr",
    "circle", "desc", "figcaption", "figure", "g", "line", "rect", "svg", "text", "title",
}  # fmt: skip
ATTRIBUTES = {
    "action", "aria-hidden", "aria-label", "autocomplete", "checked", "class", "data-area", "data-checklist", "data-begun", "data-close", "data-done", "data-next", "data-title", "data-told", "data-count", "data-find",
    "data-answers", "data-calendar", "data-hours", "data-of", "data-open", "data-file", "data-item", "data-key", "data-place", "data-chosen", "data-other", "data-kind", "data-label", "data-vacant", "datetime", "download", "for", "hidden", "href", "id", "method", "name", "open",
    "aria-labelledby", "data-hb-again", "cx", "cy", "r", "preserveaspectratio", "viewbox", "x", "x1", "x2", "y", "y1", "y2",
    "placeholder", "role", "scope", "tabindex", "title", "type", "value", "width", "height",
}  # fmt: skip


@functools.cache
def filled_site(text: str) -> dict[str, Document]:
    """The pages of a handbook where every field holds the same text."""
    return {path: Document(html) for path, html in site_html(filled_handbook(text)).items()}


@functools.cache
def filled_book(text: str) -> Document:
    return Document(book_html(Edition(filled_handbook(text))))


def without_markup(document: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(tag, attributes) for tag, attributes in document.structure if tag not in MARKUP]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_in_any_field_changes_the_structure_of_a_page(text: str) -> None:
    calm = filled_site("tekst")
    for path, document in filled_site(text).items():
        assert without_markup(document) == without_markup(calm[path]), path


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_in_any_field_comes_alive(text: str) -> None:
    for path, document in filled_site(text).items():
        for tag, attributes in document.tags:
            assert tag in HARMLESS, path
            assert set(attributes) <= ATTRIBUTES, path
            assert not re.match(r"\s*(javascript|data|vbscript):", attributes.get("href", ""), re.IGNORECASE), path


@pytest.mark.parametrize("text", ["ZZZ<b>&", "ZZZ&lt;b&gt;", "ZZZ {{ 7 }}", "ZZZ\"'", "ZZZ # |~$"])
def test_a_reader_sees_the_text_as_it_was_written(text: str) -> None:
    if "&lt;" in text:
        text = text.replace("&lt;", "&").replace("&gt;", ";")
    told = 0
    for path, document in filled_site(text).items():
        told += "ZZZ" in document.text
        assert document.text.count("ZZZ") == document.text.count(text), path
    assert told > 10


@pytest.mark.parametrize("text", HOSTILE)
def test_a_heading_says_what_the_title_says_and_has_one_level(text: str) -> None:
    handbook = filled_handbook("tekst")
    page = all_pages(handbook)[0]
    template = '{{ heading(2, text, "her") }}'
    renderer = Renderer(Edition(handbook), SiteLinks())
    line = renderer.environment.from_string(template).render(text=text, page=page)
    for made in (to_html, by_markdown):
        document = Document(made(blocks(line)))
        assert document.structure == [("h2", ("id",))]
        assert document.tags[0][1]["id"] == "her"
        assert document.text == " ".join(text.split())


@given(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z")), min_size=1, max_size=40).filter(
        str.strip
    )
)
def test_any_title_is_a_heading_with_just_that_text(text: str) -> None:
    handbook = filled_handbook("tekst")
    renderer = Renderer(Edition(handbook), SiteLinks())
    line = renderer.environment.from_string('{{ heading(1, text, "her") }}').render(
        text=text, page=all_pages(handbook)[0]
    )
    for made in (to_html, by_markdown):
        document = Document(made(blocks(line)))
        assert [tag for tag, _ in document.tags] == ["h1"]
        assert document.text == " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_comes_alive_in_the_book(text: str) -> None:
    document = filled_book(text)
    assert without_markup(document) == without_markup(filled_book("tekst"))
    assert not any(
        re.match(r"\s*(javascript|data|file|http):", address, re.IGNORECASE) for address in document.addresses
    )


EVIL = "ZZZ\"'></title></script></style><evil-x onclick=evil()>&<!--"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole site, theme included, of a handbook with a hostile text in every field."""
    folder = tmp_path_factory.mktemp("hostile") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795305600")
        build_site(Edition(filled_handbook(EVIL)), ROOT / "mkdocs.yml", folder, book="handbok-x.pdf")
    return folder


def test_nothing_comes_alive_in_the_theme_around_the_pages(hostile_site: Path) -> None:
    pages = sorted(hostile_site.rglob("*.html"))
    assert len(pages) > 10
    for path in pages:
        document = Document(path.read_text(encoding="utf-8"))
        evil = [tag for tag, attributes in document.tags if tag == "evil-x" or "onclick" in attributes]
        assert evil == [], path.relative_to(hostile_site)


def test_nothing_comes_alive_in_what_search_shows(hostile_site: Path) -> None:
    scripts = list(hostile_site.rglob("assets/search/index.js"))
    assert scripts
    for path in scripts:
        text = path.read_text(encoding="utf-8")
        assert "</" not in text
        json.loads(text.removeprefix("handbokSearch.index(").removesuffix(");\n"))
