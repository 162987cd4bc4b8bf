"""What our styles say and hide, said with words and signs, or left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bs4 import BeautifulSoup, Tag

from builder.export.elements import HEADINGS, classes, wrapped

#: Elements that only a browser has a use for.
UNSEEN = ("form", "button", "svg", "script", "wbr")
#: Where one text ends and another begins, without a space between.
_APART = ("span", "strong", "small", "a")


def without_unseen(soup: BeautifulSoup) -> None:
    """What only a script uses, or nobody is to see, is gone."""
    for element in soup.find_all(_is_unseen):
        if element.decomposed:
            continue
        if "hb-box" in classes(element):
            element.replace_with("☐")
        else:
            element.decompose()


def _is_unseen(element: Tag) -> bool:
    arrow = element.name == "span" and element.has_attr("aria-hidden")
    return arrow or element.name in UNSEEN or element.has_attr("hidden")


def styled(soup: BeautifulSoup) -> None:
    """What only a style says is said with words or signs."""
    for element in soup.find_all(class_=True):
        for name in element["class"]:
            if say := SAID_BY_STYLE.get(name):
                say(soup, element)


def _label(soup: BeautifulSoup, label: Tag) -> None:
    if not label.find(["strong", "b"]):
        wrapped(soup, label, "strong")


def _several(_soup: BeautifulSoup, parent: Tag) -> None:
    for one in list(parent.find_all(recursive=False))[1:]:
        one.insert_before(" · ")


def _chip(_soup: BeautifulSoup, chip: Tag) -> None:
    if chip.parent is not None and "hb-chips" not in classes(chip.parent):
        chip.insert(0, "(")
        chip.append(")")


def _dial(_soup: BeautifulSoup, dial: Tag) -> None:
    """A number, and whose it is."""
    for whose in dial.find_all("span", recursive=False):
        _after_a_dash(whose)


def apart(soup: BeautifulSoup) -> None:
    """What styles set apart on a line gets a space between, and what is said of something a dash before it."""
    for one in soup.find_all(_APART):
        following = one.next_sibling
        if isinstance(following, Tag) and following.name in _APART:
            one.insert_after(" ")
    for more in soup.find_all(["span", "small"]):
        if more.parent is not None and more.parent.name in (*HEADINGS, "li", "dt"):
            _after_a_dash(more)


def _after_a_dash(more: Tag) -> None:
    before = "".join(one.get_text() for one in reversed(list(more.previous_siblings))).strip()
    after = more.get_text().strip()
    if before and after and after[0] not in "(·–,.:;" and before[-1] not in ":–·(":
        more.insert_before("– ")


#: Our classes whose styles say something -> what says it instead.
SAID_BY_STYLE: Mapping[str, Callable[[BeautifulSoup, Tag], object]] = {
    "hb-label": _label,
    "hb-field__label": _label,
    "hb-question": _label,
    "hb-owns": _label,
    "hb-chips": _several,
    "hb-marks": _several,
    "hb-chip": _chip,
    "hb-ring__dial": _dial,
}
