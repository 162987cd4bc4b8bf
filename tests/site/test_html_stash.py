"""Finished HTML is put aside while a page is Markdown, and nobody can see that it was."""

from __future__ import annotations

import markdown
import pytest
from builder.edition.edition import Edition
from builder.render.renderer import MARKDOWN, Renderer
from builder.site.html_stash import put_back, set_aside
from builder.site.links import SiteLinks

from tests.support import MINI, Document, checked

EXTENSIONS = [*MARKDOWN, "toc"]


def said(html: str, ids: list[str]) -> tuple[object, ...]:
    """The elements and the words: in what folds, Markdown breaks lines where it likes, and names headings of its own."""
    document = Document(html)
    known = [
        (tag, {name: value for name, value in attributes.items() if name != "id" or value in ids})
        for tag, attributes in document.tags
    ]
    return known, "".join(document.text.split())


def test_every_page_is_the_same_as_when_nothing_is_put_aside() -> None:
    edition = Edition(checked(MINI).handbook)
    renderer = Renderer(edition, SiteLinks())
    total = 0
    for page in (page for chapter in edition.chapters() for page in chapter.pages):
        text = renderer.text(page)
        left, blocks = set_aside(text)
        total += len(blocks)
        aside = put_back(markdown.markdown(left, extensions=EXTENSIONS), blocks)
        ids = Document(aside).ids
        assert said(aside, ids) == said(markdown.markdown(text, extensions=EXTENSIONS), ids)
        assert not any(block in left for block in blocks)
    assert total > 30


@pytest.mark.parametrize("text", ["", "# Bare en tittel\n", '# A {#a}\n\n<div class="hb">\n<p>&amp;</p>\n</div>\n'])
def test_texts_with_and_without_blocks(text: str) -> None:
    left, blocks = set_aside(text)
    assert put_back(left, blocks).rstrip("\n") == text.rstrip("\n")
    assert len(blocks) == text.count("<div")
