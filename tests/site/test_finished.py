"""A page is what an engine for Markdown makes of its text, though none is asked."""

from __future__ import annotations

import pytest
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.render.renderer import BLOCK, Renderer
from builder.site.finished import NotFinished, finished
from builder.site.links import SiteLinks
from mkdocs.structure.toc import get_toc

from tests.support import Document, by_markdown, filled_handbook, markdown_engine

BOX = '<div class="hb">\n<p>&amp; <b>A</b></p>\n</div>'
FOLD = '<details class="hb-fold" markdown="1">\n\n<summary markdown="block">\n\n### A {: #a }\n\n</summary>'
OPEN = FOLD.replace('fold" ', 'fold" open ')


def said(html: str, ids: list[str]) -> tuple[object, ...]:
    """The elements and the words: in what folds, Markdown breaks lines where it likes, and names headings of its own."""
    document = Document(html)
    known = [
        (tag, {name: value for name, value in attributes.items() if name != "id" or value in ids})
        for tag, attributes in document.tags
    ]
    return known, "".join(document.text.split())


def texts(handbook: Handbook) -> list[str]:
    edition = Edition(handbook)
    renderer = Renderer(edition, SiteLinks())
    return [renderer.text(page) for chapter in edition.chapters() for page in chapter.pages]


def test_every_page_has_the_elements_and_words_that_markdown_gives(mini: Handbook) -> None:
    for text in texts(mini):
        html = finished(text).html
        ids = Document(html).ids
        assert said(html, ids) == said(by_markdown(text), ids)


@pytest.mark.parametrize("handbook", ["mini", "filled"])
def test_what_stands_around_the_blocks_becomes_the_same_bytes_and_contents(handbook: str, mini: Handbook) -> None:
    for text in texts(mini if handbook == "mini" else filled_handbook("Et <ord> & «A»")):
        numbered = "\n\n".join(
            f'<div class="hb">{number}</div>' if part.startswith(BLOCK) else part
            for number, part in enumerate(text.split("\n\n"))
        )
        made, engine = finished(numbered), markdown_engine()
        assert made.html == engine.convert(numbered)
        assert str(made.contents) == str(get_toc(engine.toc_tokens))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Bare en tittel\n",
        f"# Søk &#38; finn {{: lang=en }}\n\n{BOX}\n",
        f"# A\n\n## A\n\n### B {{: #a_1 lang=nn }}\n\n{BOX}\n\n## A\n",
        f"{FOLD}\n\n{BOX}\n\n</details>\n\n## B {{: #b }}\n",
        f"{BOX}\n\n{OPEN}\n\n{BOX}\n\n{BOX}\n\n</details>\n",
    ],
)
def test_blocks_that_hold_no_markup_of_markdowns_own_become_the_same_bytes(text: str) -> None:
    assert finished(text).html == by_markdown(text)


@pytest.mark.parametrize("text", ["Bare ord\n", "# A\nB\n", "- punkt\n", '<details markdown="1">\n'])
def test_what_no_template_writes_is_told(text: str) -> None:
    with pytest.raises(NotFinished):
        finished(text)
