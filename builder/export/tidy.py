"""A block of our pages as HTML that means the same without our styles and scripts.

What only a script uses goes; what a style says (a label, a chip, what is folded) is said with elements instead; and
what Markdown has no words for becomes what it has: a list of facts is a list with what each is called in bold.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import groupby

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from builder.export.elements import BLOCKS, HEADINGS, HOLDERS, LINES, filled, is_said, wrapped
from builder.export.styles import SAID_BY_STYLE, UNSEEN, apart, styled, without_unseen

#: Where there is no room for what can be opened, nor for blocks with a name.
_NARROW = ("li", "td", "th", "blockquote")


def tidied(html: str, named: Collection[str]) -> BeautifulSoup:
    """The block. `named` are the ids that something links to: the others are dropped."""
    soup = BeautifulSoup(html, "html.parser")
    for step, signs in _STEPS.items():
        if any(sign in html for sign in signs):
            step(soup)
    _name(soup, named)
    return soup


def _links(soup: BeautifulSoup) -> None:
    """A link that is a whole card leads from its title; what it says of it comes after."""
    for link in soup.find_all("a"):
        title = link.find("strong", recursive=False)
        rest = list(title.next_siblings) if title else []
        if title and any(is_said(one) for one in rest) and title.find_previous_sibling() is None:
            link.insert_after(*[one.extract() for one in rest])


def _languages(soup: BeautifulSoup) -> None:
    """What is in another language says so around its words, where Markdown can say it."""
    for element in soup.find_all(lang=True):
        language = element["lang"]
        lines = [element] if element.name in (*LINES, "span", "a", "strong", "li", "dt") else []
        for line in lines or element.find_all([*LINES, "li", "dt", "dd"]):
            if line.name != "span":
                wrapped(soup, line, "span")["lang"] = language
        if element.name != "span":
            del element["lang"]


def _facts(soup: BeautifulSoup) -> None:
    """A list of facts, each called something, is a list with that in bold."""
    for facts in soup.find_all("dl"):
        items = [_item(soup, group) for group in _groups(facts)]
        facts.replace_with(filled(soup.new_tag("ul"), items))


def _groups(facts: Tag) -> Iterator[list[Tag]]:
    """What is called something with that, each in a box or not."""
    parts = [part for part in facts.find_all(["dt", "dd"]) if part.find_parent("dl") is facts]
    group: list[Tag] = []
    for part in parts:
        if part.name == "dt" and any(one.name == "dd" for one in group):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _item(soup: BeautifulSoup, group: list[Tag]) -> Tag:
    item, box = soup.new_tag("li"), group[0].parent
    named = [one["id"] for one in (*([box] if box is not None and box.name == "div" else []), *group) if one.get("id")]
    if named:
        item["id"] = named[0]
    for part in group:
        if part.name == "dt":
            item.extend([_called(soup, part, more=part is not group[-1]), NavigableString(" ")])
        else:
            item.extend(list(part.contents))
    _joined(item)
    return item


def _called(soup: BeautifulSoup, term: Tag, more: bool) -> Tag:
    for bold in term.find_all(["strong", "b"]):
        bold.unwrap()
    said = term.get_text().strip()
    name = filled(soup.new_tag("strong"), [one.extract() for one in list(term.contents)])
    if more and said[-1:] not in ":?!.":
        name.append(":")
    return name


def _joined(item: Tag) -> None:
    """What a fact is called stands in the first paragraph of what is said of it."""
    first = item.find("p", recursive=False)
    before = list(first.previous_siblings) if isinstance(first, Tag) else []
    if isinstance(first, Tag) and not any(isinstance(one, Tag) and one.name in BLOCKS for one in before):
        for one in before:  # the nearest is first
            first.insert(0, one.extract())


def _folds(soup: BeautifulSoup) -> None:
    """What folds is open where it has a heading, and where there is no room for it."""
    for fold in soup.find_all("details"):
        summary = fold.find("summary", recursive=False)
        if not isinstance(summary, Tag):
            continue
        if fold.find_parent(_NARROW):
            summary.name = "p"
            wrapped(soup, summary, "strong")
            fold.unwrap()
        elif summary.find(HEADINGS):
            summary.unwrap()
            fold.unwrap()


def _tables(soup: BeautifulSoup) -> None:
    """What a table is called stands above it, its rows are called something in bold, and each is one line."""
    for caption in soup.find_all("caption"):
        _above(soup, caption)
    for cell in soup.find_all(["td", "th"]):
        if cell.name == "th" and cell.find_parent("tbody") and is_said(cell) and not cell.find("strong"):
            wrapped(soup, cell, "strong")
        _in_one_line(soup, cell)


def _above(soup: BeautifulSoup, caption: Tag) -> None:
    table = caption.find_parent("table")
    if table is None:
        return
    label = table.find_previous_sibling()
    if label is not None and label.get_text().strip() == caption.get_text().strip():
        caption.decompose()  # it is for those who cannot see the label above
        return
    caption.name = "p"
    wrapped(soup, caption, "strong")
    table.insert_before(caption.extract())


def _in_one_line(soup: BeautifulSoup, cell: Tag) -> None:
    """The blocks in a cell, one after the other with a line break between: a row of a table is one line."""
    blocks = [one for one in cell.find_all([*LINES, "li", "div"]) if not one.find([*LINES, "li", "div"])]
    for block in blocks:
        if is_said(block):
            block.insert_before(soup.new_tag("br"))
    for block in cell.find_all([*BLOCKS]):
        block.unwrap()
    for mark in cell.find_all("br"):
        before = [one for one in mark.previous_siblings if is_said(one) or getattr(one, "name", "") == "br"]
        if not before or getattr(before[0], "name", "") == "br":
            mark.decompose()


def _lines(soup: BeautifulSoup) -> None:
    """Loose words among blocks are paragraphs."""
    for holder in [soup, *soup.find_all(HOLDERS)]:
        if holder.name in ("td", "th") or (holder.name == "li" and _is_a_line(holder)):
            continue
        for is_block, run in [(key, list(run)) for key, run in groupby(holder.contents, _is_block)]:
            if not is_block and any(is_said(one) for one in run):
                run[0].insert_before(line := soup.new_tag("p"))
                filled(line, [one.extract() for one in run])


def _is_block(one: PageElement) -> bool:
    return isinstance(one, Tag) and one.name in BLOCKS


def _is_a_line(item: Tag) -> bool:
    """Whether an item of a list is one line, perhaps with lists below it."""
    kinds = [one.name if isinstance(one, Tag) and _is_block(one) else "" for one in item.contents if is_said(one)]
    return kinds[:1] == [""] and "" not in kinds[kinds.count("") :] and set(kinds) <= {"", "ul", "ol"}


def _name(soup: BeautifulSoup, named: Collection[str]) -> None:
    """Names stay with headings; elsewhere those that are linked to stand before the words they are of."""
    for element in soup.find_all(id=True):
        name = str(element["id"])
        if element.name in (*HEADINGS, "summary"):
            continue
        del element["id"]
        first = element.find([*LINES, "li"])
        if isinstance(first, Tag) and first.name in HEADINGS and not first.get("id") and _opens(element, first):
            first["id"] = name
        elif name in named:
            line = first if isinstance(first, Tag) and _opens(element, first) else element
            line.insert(0, soup.new_tag("a", id=name))


def _opens(element: Tag, first: Tag) -> bool:
    """Whether nothing is said in the element before its first line."""
    for one in element.descendants:
        if one is first:
            return True
        if isinstance(one, NavigableString) and is_said(one):
            return False
    return False


#: What is done in turn -> what is in the text of a block where there is something to do.
_STEPS: Mapping[Callable[[BeautifulSoup], None], tuple[str, ...]] = {
    without_unseen: (" hidden", "aria-hidden", *(f"<{name}" for name in UNSEEN)),
    styled: tuple(SAID_BY_STYLE),
    _links: ("<strong",),
    apart: ("<span", "<small"),
    _languages: (" lang=",),
    _facts: ("<dl",),
    _folds: ("<details",),
    _tables: ("<table",),
    _lines: ("",),
}
