"""Running text from the data: a small Markdown subset, made into clean HTML.

Paragraphs, lists (see `builder.prose_lists`), bold, italics and links are all there is. Everything else
is shown as the plain characters it is; what is left is cleaned by nh3 against an allow-list.
"""

from __future__ import annotations

import functools
import html
import itertools
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import markdown
import nh3
from markdown.inlinepatterns import LINK_RE, DelimiterProcessor, LinkInlineProcessor

from builder.prose_lists import no_lists, only_lists

OUTSIDE_SCHEMES = frozenset({"https", "mailto", "tel"})
_TAGS = {"p", "strong", "em", "ul", "ol", "li", "a"}
_NOT_OURS = {
    "preprocessors": ("html_block",),
    "blocks": ("code", "hashheader", "setextheader", "hr", "quote", "reference"),
    "inline": (
        "backtick", "reference", "image_link", "image_reference", "short_reference", "short_image_ref",
        "autolink", "automail", "html", "entity",
    ),
}  # fmt: skip

#: Makes the address of a record («services:ppt») into an address the reader can follow, or None.
Resolve = Callable[[str], str | None]


class _Link(LinkInlineProcessor):
    """A link without a title: one that is written is part of the address, and told as one that leads nowhere."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 - the library's name
        href, title, index, handled = super().getLink(data, index)
        return href if title is None else f'{href} "{title}"', None, index, handled


@functools.cache
def _engine() -> markdown.Markdown:
    engine = markdown.Markdown(extensions=["sane_lists"], output_format="html")
    for name in _NOT_OURS["preprocessors"]:
        engine.preprocessors.deregister(name)
    for name in _NOT_OURS["blocks"]:
        engine.parser.blockprocessors.deregister(name)
    for name in _NOT_OURS["inline"]:
        engine.inlinePatterns.deregister(name)
    engine.inlinePatterns.register(_Link(LINK_RE, engine), "link", 160)
    # Only stars emphasise, and none within a word: «20*30 og 40*50» would read «2030 og 4050».
    engine.inlinePatterns.register(DelimiterProcessor("*", "strong,em", engine, smart=True), "em_strong", 60)
    # The name of a shared folder begins with two of them, and keeps both.
    engine.ESCAPED_CHARS.remove("\\")
    return engine


#: Lists inside lists, on one line or by indentation, deeper than anybody reads (and than the parser bears).
_DEEP_LIST = re.compile(
    r"^[^\S\n]*(?:(?:[-*+]|[0-9]+\.)[^\S\n]+){7}|^(?: {28}|\t{7})[^\S\n]*(?:[-*+]|[0-9]+\.)\s", re.MULTILINE
)


def is_too_deep(text: str) -> bool:
    """Whether the text has lists more than six levels deep. Such a text is shown as it is written."""
    return _DEEP_LIST.search(text) is not None


_NUMBER = re.compile(r"\d+\.")
#: One line in which nothing has a meaning of its own: most texts are such, and need no converting.
_PLAIN_LINE = re.compile(r"[^\W\d_](?:[\w.,;:?/()«»–§%=$@'\"-]| (?! ))*(?<! )")


@functools.lru_cache(maxsize=20_000)
def _converted(text: str) -> str:
    if _PLAIN_LINE.fullmatch(text):
        return f"<p>{text}</p>"
    if is_too_deep(text):
        return f"<p>{html.escape(text)}</p>"
    return _by_engine(text)


#: Brackets deeper than this within each other are no links.
_DEEPEST_BRACKETS = 10
_LONGEST_ADDRESS = 2000
_BRACKET = re.compile(r"\\.|[][]", re.DOTALL)
#: What the engine marks its own places by, and takes out of a text itself, when lists have been counted.
_ENGINES_OWN = re.compile(r"[\x02\x03]")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


def _without_waste(text: str) -> str:
    """The text with a backslash before the brackets that are no link, and one blank line where there are many.

    It means the same. The engine looks from each bracket to the end of the text, and at each blank line back.
    """
    text = _BLANK_LINES.sub("\n\n", text)
    opened: list[int] = []
    wasted: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened and (len(opened) > _DEEPEST_BRACKETS or not _has_address(text, found.end())):
            wasted += (opened.pop(), found.start())
        elif found[0] == "]" and opened:
            opened.pop()
    return _escaped(text, sorted(wasted + opened))


def _has_address(text: str, place: int) -> bool:
    return text.startswith("(", place) and text.find(")", place, place + _LONGEST_ADDRESS) > 0


def _escaped(text: str, places: list[int]) -> str:
    parts = [text[start:end] for start, end in itertools.pairwise([0, *places, len(text)])]
    return "\\".join(parts)


def _by_engine(text: str) -> str:
    text = _without_waste(_ENGINES_OWN.sub("", text))
    text = text.replace("&", "&amp;")  # what looks like a code for a letter («&#49;») is no letter
    made = _engine().reset().convert(only_lists(text))
    if "<ol>" not in made:
        return made
    # Lists within lists may be indented in ways that are counted otherwise than they are written.
    as_written = _engine().reset().convert(no_lists(text))
    return made if _NUMBER.findall(_numbered(made)) == _NUMBER.findall(_numbered(as_written)) else as_written


def to_html(text: str, resolve: Resolve, kinds: frozenset[str]) -> str:
    """The text as HTML blocks. Links to records of the `kinds` go where `resolve` says; what it raises is raised."""
    if _PLAIN_LINE.fullmatch(text):  # there is nothing in it to clean
        return _converted(text)
    raised: list[Exception] = []

    def address(_tag: str, _attribute: str, value: str) -> str | None:
        scheme, colon, _ = value.partition(":")
        if scheme not in kinds:
            return value if colon and scheme.casefold() in OUTSIDE_SCHEMES else None
        try:
            return resolve(value)
        except Exception as error:  # nh3 would only print it, and the link would lead nowhere
            raised.append(error)
            return None

    cleaned = nh3.clean(
        _converted(text),
        tags=_TAGS,
        attributes={"a": {"href"}, "*": set()},  # unless told, nh3 keeps `title` and `lang` on everything
        url_schemes=set(OUTSIDE_SCHEMES | kinds),
        attribute_filter=address,
        link_rel=None,
    )
    if raised:
        raise raised[0]
    return cleaned.strip()


def to_inline(text: str, resolve: Resolve, kinds: frozenset[str]) -> str:
    """As `to_html`, without the paragraph around a text that is only one."""
    made = to_html(text, resolve, kinds)
    if made.startswith("<p>") and made.endswith("</p>") and made.count("<p>") == 1:
        return made.removeprefix("<p>").removesuffix("</p>")
    return made


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.extend(value or "" for name, value in attrs if tag == "a" and name == "href")


#: A link where nothing else has a meaning: what it becomes is certain without converting the text.
_SIMPLE_LINK = re.compile(r"\[[^][\n]*\]\(([^][()<>\s]*)\)")
_NOT_SIMPLE = re.compile(r"[\\<>&`\"']")


def links(text: str) -> list[str]:
    """The addresses of the links in a text, in order."""
    written = text.count("](")
    if not written:
        return []
    simple = _SIMPLE_LINK.findall(text)
    if len(simple) == written and not _NOT_SIMPLE.search(text) and not is_too_deep(text):
        return simple
    parser = _Addresses()
    parser.feed(_converted(text))
    return parser.found


@functools.lru_cache(maxsize=20_000)  # the same texts are on pages, in the search and in feeds
def plain(text: str) -> str:
    """The text without any markup, on one line. The items of a numbered list keep their numbers."""
    return " ".join(html.unescape(nh3.clean(_numbered(_converted(text)), tags=set())).split())


def sentence_end(text: str) -> str:
    """What a text lacks to be a sentence: a full stop, or nothing where it ends as one."""
    return "" if text.endswith((".", "!", "?", "…", ".»", "!»", "?»")) else "."


def clause(text: str) -> str:
    """A text as a part of a longer sentence: without the full stop it may end in."""
    return text if text.endswith("..") else text.removesuffix(".")


_LIST_TAG = re.compile(r"<(/?[ou]l|li)>")


def _numbered(made: str) -> str:
    """The HTML with what a browser would show between its words: numbers before items, and paragraphs apart."""
    made = made.replace("<p>", " <p>")
    if "<ol>" not in made:
        return made
    counted: list[Iterator[str]] = []

    def written(tag: re.Match[str]) -> str:
        if tag[1] in ("ol", "ul"):
            counted.append((f"{n}. " for n in itertools.count(1)) if tag[1] == "ol" else itertools.repeat(""))
        elif tag[1] == "li":
            return tag[0] + next(counted[-1])
        else:
            counted.pop()
        return tag[0]

    return _LIST_TAG.sub(written, made)
