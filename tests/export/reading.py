"""What a reader of a page sees, on the site and in a site that is built of the exported pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown

#: The elements whose words stand together: a sentence, a fact, a heading.
LEAVES = frozenset(
    {"p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "h5", "summary", "caption", "blockquote"}
)
_BREAKS = LEAVES | {"div", "section", "article", "ul", "ol", "dl", "table", "tr", "thead", "tbody", "details", "br"}
_EMPTY = frozenset({"br", "wbr", "input", "img", "hr", "meta", "link"})
_NOT_READ = frozenset({"form", "button", "svg", "script", "style"})
#: Right after another element these are words of their own.
_SET_APART = frozenset({"span", "small", "strong", "a"})
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc", "fenced_code")


def as_html(text: str) -> str:
    """An exported page as builders of sites make it."""
    return markdown.markdown(_FRONT_MATTER.sub("", text), extensions=EXTENSIONS)


class Read(HTMLParser):
    """The words of a page, in runs that stand together, its links, and the names of its places."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[str] = [""]
        self.links: list[str] = []
        self.names: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._unread: list[bool] = []
        self._after_end = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        hidden = tag in _NOT_READ or "hidden" in given or (tag == "span" and "aria-hidden" in given)
        if tag not in _EMPTY:
            self._unread.append(hidden)
        if tag in _BREAKS:
            self.runs.append("")
        if self._after_end and tag in _SET_APART:
            self.runs[-1] += " "
        if any(self._unread):
            return
        self.tags.append((tag, given))
        if "href" in given:
            self.links.append(given["href"])
        if "id" in given:
            self.names.append(given["id"])

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY and self._unread:
            self._unread.pop()
        self._after_end = True
        if tag in _BREAKS:
            self.runs.append("")

    def handle_data(self, data: str) -> None:
        self._after_end = False
        if not any(self._unread):
            self.runs[-1] += data

    @property
    def sentences(self) -> list[str]:
        """The runs as words with a space between, whatever signs are between them."""
        found = (" ".join(words(run)) for run in self.runs)
        return [run for run in found if run]


def words(text: str) -> list[str]:
    """Words, numbers and section signs, in order."""
    return re.findall(r"§|\w+", text)
