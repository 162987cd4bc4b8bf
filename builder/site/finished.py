"""A page's text to HTML without an engine for Markdown, byte for byte as one makes it.

The text is headings, blocks of finished HTML, and lines that fold what is between them (see `builder.render`). An
engine takes all of it apart to put the same together again, and is set up anew for each page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, slugify, strip_tags, unique
from mkdocs.structure.toc import TableOfContents, get_toc

from builder.render.renderer import BLOCK

_HEADING = re.compile(r"(#+) (.*?)(?: \{: (?:#(\S+) )?(?:lang=(\S+) )?\})?")
_FOLD = re.compile(r'<details class="([^"]*)"( open)? markdown="1">')
_OPEN = ' open="open"'
#: How lines that fold are written, and what they become.
_LINES = {'<summary markdown="block">': "<summary>", "</summary>": "</summary>", "</details>": "</details>"}


class NotFinished(ValueError):
    """A part of a text is something else than what templates write."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The HTML of a page, its headings in order as a tree, and their anchors."""

    html: str
    contents: TableOfContents
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading. Its text is HTML, and its id what a template or its words call it."""

    level: int
    text: str
    id: str
    language: str

    @property
    def html(self) -> str:
        language = f' lang="{self.language}"' if self.language else ""
        return f'<h{self.level} id="{self.id}"{language}>{self.text}</h{self.level}>'

    @property
    def token(self) -> Any:
        """As the extension for contents knows it."""
        return {"level": self.level, "id": self.id, "name": strip_tags(self.text)}


def finished(text: str) -> Finished:
    """What a page's text becomes. Raises NotFinished where it is not only headings, blocks and folds."""
    parts = [part.strip("\n") for part in text.split("\n\n")]
    headings = list(_headings(parts))
    named = iter(headings)
    made = [next(named).html if part.startswith("#") else _html(part) for part in parts]
    contents = get_toc(nest_toc_tokens([one.token for one in headings]))
    return Finished(_together(made), contents, frozenset(one.id for one in headings))


def _headings(parts: Sequence[str]) -> Iterator[_Heading]:
    """The headings among the parts of a page. Those without a name get one of their words, which no other has."""
    found = [_HEADING.fullmatch(part) for part in parts if part.startswith("#")]
    taken = {one[3] for one in found if one and one[3]}
    for one in found:
        if one is None:
            raise NotFinished("a heading of several lines")
        marks, text, given, language = one.groups()
        name = given or unique(slugify(html.unescape(strip_tags(text)), "-"), taken)
        yield _Heading(len(marks), text, name, language or "")


def _html(part: str) -> str:
    if part.startswith(BLOCK) or not part:
        return part
    if fold := _FOLD.fullmatch(part):
        return f'<details class="{fold[1]}"{_OPEN if fold[2] else ""}>'
    if part not in _LINES:
        raise NotFinished(part)
    return _LINES[part]


def _together(made: Sequence[str]) -> str:
    """The parts in a row. Engines set a block apart where it is in no fold."""
    depths = accumulate(part.startswith("<details") - part.startswith("</details") for part in made)
    lines = (
        f"{part}\n" if part.startswith(BLOCK) and not depth else part for part, depth in zip(made, depths, strict=True)
    )
    return "\n".join(lines).rstrip("\n")
