"""Elements of HTML: which hold what, and the few things that are done with them."""

from __future__ import annotations

from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

#: What can have blocks in it, and what is one line of text.
HOLDERS = ("div", "section", "article", "aside", "nav", "blockquote", "details", "li", "td", "th", "figure")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LINES = ("p", *HEADINGS, "summary", "caption", "figcaption")
BLOCKS = frozenset({*HOLDERS, *LINES, "ul", "ol", "table", "thead", "tbody", "tr"})


def wrapped(soup: BeautifulSoup, element: Tag, name: str) -> Tag:
    """Puts all that is in an element into a new one in it, which it gives."""
    inner = filled(soup.new_tag(name), [one.extract() for one in list(element.contents)])
    element.append(inner)
    return inner


def filled(element: Tag, content: Iterable[PageElement]) -> Tag:
    """The element with more at its end."""
    element.extend(list(content))
    return element


def is_said(one: PageElement) -> bool:
    """Whether there are words in it."""
    return bool(one.get_text().strip())


def classes(element: Tag) -> list[str]:
    """The classes of an element; none where it has none."""
    return [str(name) for name in element.get_attribute_list("class") if name]
