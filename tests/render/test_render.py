"""Pages to text: escaping of whatever the data holds, blocks every engine reads alike, and phrases."""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.edition.phrases import Phrases
from builder.i18n import translations
from builder.model.ages import Ages
from builder.model.deadline import Deadline
from builder.model.handbook import Handbook
from builder.model.recurrence import Recurrence
from builder.model.service import Hours
from builder.pdf.book import book_html
from builder.render.renderer import Renderer, blocks
from builder.site.build import build_site
from builder.site.links import SiteLinks
from builder.views import records
from builder.views.page import Audience
from hypothesis import given
from hypothesis import strategies as st

from tests.support import ROOT, TEMPLATES, Document, all_pages, filled_handbook, site_html, to_html

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
    "circle", "desc", "figcaption", "figure", "g", "line", "svg", "text", "title",
}  # fmt: skip
ATTRIBUTES = {
    "action", "aria-hidden", "aria-label", "autocomplete", "checked", "class", "data-area", "data-checklist", "data-count", "data-find",
    "data-item", "data-kind", "data-label", "data-vacant", "datetime", "download", "for", "hidden", "href", "id", "method", "name", "open",
    "aria-labelledby", "cx", "cy", "r", "viewbox", "x", "x1", "x2", "y", "y1", "y2",
    "placeholder", "role", "scope", "tabindex", "title", "type", "value",
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
    html = to_html(blocks(line))
    document = Document(html)
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
    document = Document(to_html(blocks(line)))
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


# Blocks


@given(
    st.lists(st.sampled_from(["", "  ", "<p>a</p>", "  tekst", "# x", "</div>", "<ul>", "\t<li>b</li>"]), max_size=20)
)
def test_blocks_never_hold_a_blank_line(lines: list[str]) -> None:
    for block in blocks("\n".join(lines)).split("\n\n"):
        assert all(line.strip() for line in block.strip().split("\n")) or not block.strip()


def test_html_blocks_of_real_pages_have_no_blank_lines(mini: Handbook) -> None:
    renderer = Renderer(Edition(mini), SiteLinks())
    for page in all_pages(mini):
        for block in renderer.text(page).strip().split("\n\n"):
            if block.startswith("#"):
                assert "\n" not in block, page.path
            else:
                assert block.startswith('<div class="hb">\n'), page.path
                assert block.endswith("\n</div>"), page.path


def test_pages_go_through_python_markdown_unharmed(mini: Handbook) -> None:
    renderer = Renderer(Edition(mini), SiteLinks())
    for page in all_pages(mini):
        text = renderer.text(page)
        document = Document(to_html(text))
        wanted = re.findall(r"^(#+) .* \{: #(.+?) \}$", text, re.MULTILINE)
        headings = [
            (tag, attributes.get("id") or "") for tag, attributes in document.tags if re.fullmatch("h[1-6]", tag)
        ]
        from_markdown = [(f"h{len(level)}", identity) for level, identity in wanted]
        assert [heading for heading in headings if heading in from_markdown] == from_markdown, page.path
        assert "{:" not in document.text
        assert "<div" not in document.text


def test_every_page_has_one_first_heading_and_no_id_twice(mini_html: dict[str, str]) -> None:
    for path, html in mini_html.items():
        document = Document(html)
        assert [tag for tag, _ in document.tags].count("h1") == 1, path
        assert len(document.ids) == len(set(document.ids)), path
        assert "" not in document.ids, path


def test_headings_never_skip_a_level(mini_html: dict[str, str]) -> None:
    for path, html in mini_html.items():
        levels = [int(tag[1]) for tag, _ in Document(html).tags if re.fullmatch("h[1-6]", tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)


BLOCK = {"p", "ul", "ol", "div", "table", "dl"}


def test_a_text_of_two_paragraphs_stands_only_where_blocks_may_stand() -> None:
    """A paragraph inside a <span> or <p> is not HTML; readers and screen readers guess differently."""
    for path, html in site_html(filled_handbook("En.\n\nTo.")).items():
        assert not re.search(r"<(span|small|strong|p|h[1-6])\b[^>]*>\s*<(p|ul|ol)\b", html), path


def test_every_template_is_used(mini: Handbook) -> None:
    edition = Edition(mini)
    exits = (edition.chapters(Audience.BOOK), edition.chapters(Audience.SITE, edition.files))
    without_views = tuple(records.chapters(mini, edition.names, made=()))
    pages = {page.template for book in (*exits, without_views) for chapter in book for page in chapter.pages}
    templates = {path.name.removesuffix(".md.j2") for path in (TEMPLATES / "pages").glob("*.md.j2")}
    assert templates == pages
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "builder").rglob("*.py"))
    sources += "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.j2"))
    sheets = {f"{sheet.template}.html.j2" for sheet in Edition(mini).sheets}
    for path in TEMPLATES.rglob("*.j2"):
        if not path.name.endswith(".md.j2"):
            assert path.name in sources or path.name in sheets, path.name


def test_every_macro_is_used() -> None:
    parts = (TEMPLATES / "pages" / "parts.j2").read_text(encoding="utf-8")
    everything = "\n".join(path.read_text(encoding="utf-8") for path in (TEMPLATES / "pages").glob("*.j2"))
    for name in re.findall(r"{% macro (\w+)\(", parts):
        uses = len(re.findall(rf"\b{name}\b(?: as (\w+))?\(?", everything))
        assert re.search(rf"import [^%]*\b{name}\b", everything) or everything.count(f"{name}(") > 1, (name, uses)


def test_every_macro_that_is_imported_is_called() -> None:
    for path in (TEMPLATES / "pages").glob("*.md.j2"):
        text = path.read_text(encoding="utf-8")
        for clause in re.findall(r"import .*? with context", text):
            for item in clause.removeprefix("import").removesuffix("with context").split(","):
                name = item.split(" as ")[-1].strip()
                assert re.search(rf"\b{name}\(", text.replace(clause, "")), f"{path.name}: {name}"


# Phrases


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return Phrases("nb", translations("nb").gettext)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"every": "1", "unit": "day"}, "hver dag"),
        ({"every": "1", "unit": "week"}, "hver uke"),
        ({"every": "2", "unit": "week"}, "hver 14. dag"),
        ({"every": "3", "unit": "week"}, "hver 3. uke"),
        ({"every": "4", "to": "6", "unit": "week"}, "hver 4.–6. uke"),
        ({"every": "1", "to": "2", "unit": "week"}, "hver 1.–2. uke"),
        ({"every": "1", "unit": "month"}, "hver måned"),
        ({"every": "1", "unit": "quarter"}, "hvert kvartal"),
        ({"every": "1", "unit": "semester"}, "hvert halvår"),
        ({"every": "2", "unit": "year"}, "hvert 2. år"),
        ({"times": "1", "per": "year"}, "én gang i året"),
        ({"times": "2", "per": "semester"}, "2 ganger i halvåret"),
        ({"times": "10", "per": "year"}, "10 ganger i året"),
        ({"dates": ["2026-03-31"]}, "31. mars 2026"),
        ({"dates": ["2026-03-01", "2026-09-01", "2026-12-24"]}, "1. mars 2026, 1. september 2026 og 24. desember 2026"),
        ({"as_needed": "når noen ber om det"}, "ved behov: når noen ber om det"),
        ({"every": "1", "unit": "week", "weekday": "tuesday"}, "hver uke, tirsdag"),
        ({"every": "1", "unit": "month", "weekday": "saturday", "week": "1"}, "hver måned, første lørdag i måneden"),
        ({"every": "1", "unit": "month", "weekday": "monday", "week": "-1"}, "hver måned, siste mandag i måneden"),
        ({"every": "1", "unit": "week", "note": "ikke i ferien"}, "hver uke, ikke i ferien"),
    ],
)
def test_when_a_forum_meets(phrases: Phrases, data: dict[str, object], said: str) -> None:
    assert phrases.recurrence(Recurrence.model_validate(data)) == said


@pytest.mark.parametrize("week", ["0", "5"])
def test_a_week_of_the_month_that_cannot_be_said_is_not_taken(week: str) -> None:
    """A value that would silently be left out of the sentence must be refused, or said."""
    data = {"every": "1", "unit": "month", "weekday": "monday", "week": week}
    try:
        recurrence = Recurrence.model_validate(data)
    except ValueError:
        return
    assert Phrases("nb", str).recurrence(recurrence) != "hver måned, mandag"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"at_once": "true"}, "straks"),
        ({"amount": "1", "unit": "hours"}, "innen 1 time"),
        ({"amount": "24", "unit": "hours"}, "innen 24 timer"),
        ({"amount": "7", "unit": "days"}, "innen 7 dager"),
        ({"amount": "1", "unit": "working-days"}, "innen 1 arbeidsdag"),
        ({"amount": "3", "unit": "working-days"}, "innen 3 arbeidsdager"),
        ({"amount": "1", "unit": "weeks"}, "innen 1 uke"),
        ({"amount": "6", "unit": "months", "before": "den unge fyller 18"}, "senest 6 måneder før den unge fyller 18"),
        ({"amount": "1", "unit": "weeks", "before": "møtet"}, "senest 1 uke før møtet"),
        ({"amount": "3", "unit": "months", "from": "meldingen kom"}, "innen 3 måneder, regnet fra meldingen kom"),
    ],
)
def test_how_soon(phrases: Phrases, data: dict[str, object], said: str) -> None:
    assert phrases.deadline(Deadline.model_validate(data)) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["monday"], "mandag"),
        (["monday", "tuesday"], "mandag og tirsdag"),
        (["monday", "tuesday", "wednesday"], "mandag–onsdag"),
        (["monday", "tuesday", "wednesday", "thursday", "friday"], "mandag–fredag"),
        (["monday", "wednesday", "friday"], "mandag, onsdag og fredag"),
        (["thursday", "friday", "saturday", "sunday"], "torsdag–søndag"),
    ],
)
def test_when_somebody_answers(phrases: Phrases, days: list[str], said: str) -> None:
    hours = Hours.model_validate({"days": days, "opens": "8:00", "closes": "15:30"})
    assert phrases.hours(hours) == f"{said} 08:00–15:30"
    noted = Hours.model_validate({"days": days, "opens": "8:00", "closes": "15:30", "note": "ikke i ferien"})
    assert phrases.hours(noted) == f"{said} 08:00–15:30 (ikke i ferien)"


@pytest.mark.parametrize(
    ("data", "said"),
    [({}, "alle aldre"), ({"from": "16"}, "fra 16 år"), ({"to": "5"}, "til og med 5 år"), ({"from": "0", "to": "18"}, "0–18 år"),
     ({"from": "0"}, "fra 0 år")],
)  # fmt: skip
def test_ages(phrases: Phrases, data: dict[str, str], said: str) -> None:
    assert phrases.ages(Ages.model_validate(data)) == said


@pytest.mark.parametrize(
    ("language", "said"), [("nb", "31. mars 2026"), ("nn", "31. mars 2026"), ("en", "31 March 2026")]
)
def test_dates_are_written_as_the_language_does(language: str, said: str) -> None:
    assert Phrases(language, str).date(dt.date(2026, 3, 31)) == said


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_lists_are_said_as_norwegians_do(phrases: Phrases, words: list[str], said: str) -> None:
    assert phrases.listed(words) == said
