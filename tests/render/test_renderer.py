"""Pages to text: blocks every engine reads alike, headings in order, and no template that is not used."""

from __future__ import annotations

import re
from itertools import pairwise

from builder.edition.easy import EasyEdition
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.render.paper import PaperRenderer
from builder.render.renderer import Renderer, blocks
from builder.site.links import SiteLinks
from builder.site.markup import valid
from builder.views import record_pages
from builder.views.moved import GonePage, MovedPage
from builder.views.page import Medium
from hypothesis import given
from hypothesis import strategies as st

from tests.support import ROOT, TEMPLATES, Document, all_pages, filled_handbook, site_html, to_html


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
            if block.startswith(("#", "<details ", "<summary ", "</")):
                assert "\n" not in block, page.path
            else:
                assert block.startswith('<div class="hb">\n'), page.path
                assert block.endswith("\n</div>"), page.path


def test_what_folds_begins_and_ends_outside_the_blocks_and_holds_its_heading(mini: Handbook) -> None:
    edition = Edition(mini)
    page = next(page for page in all_pages(mini) if page.path == "situasjoner/bekymret-barn")
    parts = Renderer(edition, SiteLinks()).text(page).split("\n\n")
    first = parts.index('<details class="hb-fold hb-fold--step" open markdown="1">')
    assert parts[first + 1] == '<summary markdown="block">'
    assert re.match(r"### 1\. .* \{: #steg-", parts[first + 2])
    assert parts[first + 3].startswith('<div class="hb">\n<span class="hb-fold__note">')
    assert parts[first + 4] == "</summary>"
    assert sum(part.startswith("<details ") for part in parts) == parts.count("</details>")
    html = to_html("\n\n".join(parts))
    assert re.search(r'<summary>\s*<h3 id="steg-', html)
    notes = parts.count("</summary>") - html.count("</h2>\n</summary>")
    assert len(re.findall(r'</h3>\s*<span class="hb-fold__note">[^<]*</span>\s*</summary>', valid(html))) == notes


def test_where_nothing_can_be_pressed_nothing_folds_and_all_is_there(mini: Handbook) -> None:
    page = next(page for page in all_pages(mini) if page.path == "situasjoner/bekymret-barn")
    folded, open_ = (made(Edition(mini), SiteLinks()).text(page) for made in (Renderer, PaperRenderer))
    assert "hb-fold" not in open_
    steps = [re.findall(r'<h\d (id="steg-.*?)</h\d>', html) for html in (to_html(folded), open_)]
    assert len(steps[0]) == 2
    assert steps[0] == steps[1]
    # What the page has in other places than the book, it has all the same.
    words = [set(re.findall(r"\w+", re.sub("<[^>]+>|{:.*?}", " ", text))) for text in (folded, open_)]
    assert words[1] <= words[0]


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


def test_every_template_is_used(mini: Handbook, all_kinds: Handbook) -> None:
    edition = Edition(all_kinds)
    easy = EasyEdition(mini)
    exits = (edition.chapters(Medium.BOOK), edition.chapters(Medium.SITE, edition.files), easy.chapters())
    without_views = tuple(record_pages.chapters(all_kinds, edition.names, made=()))
    pages = {page.template for book in (*exits, without_views) for chapter in book for page in chapter.pages}
    templates = {path.name.removesuffix(".md.j2") for path in (TEMPLATES / "pages").glob("*.md.j2")}
    # Those at old addresses are in tests/views/test_moved.py: nothing has moved in the miniature handbook.
    assert templates == pages | {MovedPage.template, GonePage.template}
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "builder").rglob("*.py"))
    sources += "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.j2"))
    sheets = {f"{sheet.template}.html.j2" for sheet in (*edition.sheets, *easy.sheets)}
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
