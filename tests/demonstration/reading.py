"""What it costs to reach an answer on a phone: taps, scrolling and reading, counted as a reader would meet them."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.demonstration.conftest import PHONE

#: How fast somebody in a hurry reads.
WORDS_A_MINUTE = 200
#: The words a reader passes before the end of an element: all that is shown in the article up to there.
_WORDS_UNTIL = """element => {
    const article = element.closest('article') || document.querySelector('article') || document.body;
    const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    let words = 0;
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const after = element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
        if (after && !element.contains(node)) break;
        const shown = node.parentElement.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
        const box = node.parentElement.getBoundingClientRect();
        if (shown && box.width > 2 && box.height > 2) words += (node.data.match(/[\\p{L}\\p{N}]+/gu) || []).length;
    }
    return words;
}"""
_BOTTOM = "element => element.getBoundingClientRect().bottom + scrollY"


def words_until(element: Locator) -> int:
    """The words shown in the article from its beginning to the end of an element."""
    return int(element.evaluate(_WORDS_UNTIL))


def seconds_until(element: Locator) -> float:
    """How long it takes to read to the end of an element."""
    return words_until(element) * 60 / WORDS_A_MINUTE


def screens_past_the_first(element: Locator) -> float:
    """How many screens a reader scrolls before the whole element is in view; 0 where it is there at once."""
    return max(0.0, float(element.evaluate(_BOTTOM)) / PHONE["height"] - 1)


class Reader:
    """Somebody with a phone, who starts on the front page and whose taps and scrolling are counted.

    More than `most_taps` fails the test.
    """

    def __init__(self, page: Page, address: str, slug: str, most_taps: int) -> None:
        self.page = page
        self.most_taps = most_taps
        self.taps = 0
        self.screens = 0.0
        page.goto(f"{address}/{slug}/index.html")

    @property
    def article(self) -> Locator:
        return self.page.locator("article").first

    def tap(self, words: str | re.Pattern[str]) -> None:
        self._tap(self.article.get_by_role("link", name=words).first)

    def tap_first(self, among: str) -> None:
        self._tap(self.article.locator(among).get_by_role("link").first)

    def ask(self, question: str) -> None:
        """Types into the field on the front page, and taps the first hit."""
        self.page.get_by_label("Hva lurer du på?").fill(question)
        self._tap(self.page.locator(".hb-hit > a:first-child").first)
        expect(self.article.locator("h1")).to_be_visible()

    def _tap(self, link: Locator) -> None:
        expect(link).to_be_visible()
        self.taps += 1
        assert self.taps <= self.most_taps, f"{link} is tap number {self.taps}"
        self.screens += screens_past_the_first(link)
        link.click()

    def reads(self, words: str | re.Pattern[str]) -> Locator:
        """The first place where the words are shown."""
        found = self.article.get_by_text(words).filter(visible=True).first
        expect(found).to_be_visible()
        return found

    def sees(self, *words: str | re.Pattern[str]) -> None:
        for found in words:
            self.reads(found)
