"""What the tests of views have in common: the pages of the miniature handbook, as data and as HTML."""

from __future__ import annotations

import pytest
from builder.model.handbook import Handbook
from builder.views.page import Page

from tests.support import Document, all_pages


@pytest.fixture(scope="module")
def pages(mini: Handbook) -> dict[str, Page]:
    return {page.path: page for page in all_pages(mini)}


@pytest.fixture(scope="module")
def documents(mini_html: dict[str, str]) -> dict[str, Document]:
    return {path: Document(html) for path, html in mini_html.items()}
