"""The text of one act in a collection: its front matter, and its sections with their headings and notes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from builder.lawwatch.amendments import Amendment, amendments
from builder.load.tree import Mapping
from builder.load.yaml_text import parse

_FENCE = "---"
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_NUMBER = r"\d+(?:\s?[A-Z](?=-))?(?:[-–]\d+)?(?:\s?[a-z](?![\wæøå]))?"
_SECTION = re.compile(rf"§\s*({_NUMBER})\s*\.?\s*(.*)")
_ARTICLE = re.compile(r"(?:artikkel|article|art)\.?\s+(\d+(?:\s?[a-z](?![\wæøå]))?)\s*\.?\s*(.*)", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_REPEALED = re.compile(r"\(?\b(?:opphevet|oppheva|ophævet)\b\)?\.?", re.IGNORECASE)
_SIGNS = " .()"
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
#: The same in the front matter of either collection.
_TITLE, _CHANGED, _IN_FORCE = (
    ("title", "tittel"),
    ("last_change_in_force", "sist-endret-ikrafttredelse"),
    ("date_in_force", "ikrafttredelse"),
)


@dataclass(slots=True)
class Section:
    """A section or an article as it stands: its number as a citation has it, «§ 13-2» or «artikkel 6»."""

    number: str
    heading: str
    has_text: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def amendments(self) -> list[Amendment]:
        """The changes its notes tell of."""
        return [one for note in self.notes for one in amendments(note)]

    @property
    def repealed(self) -> bool:
        """Whether it says so where its heading would stand, or has nothing but a note that ends so."""
        if _REPEALED.match(self.heading):
            return True
        return not self.has_text and any(_REPEALED.search(note) for note in self.notes[-1:])


@dataclass(frozen=True, slots=True)
class LawText:
    """An act in a collection."""

    title: str
    changed: dt.date | None
    in_force: dt.date | None
    removed: bool
    sections: dict[str, list[Section]]
    to_come: frozenset[dt.date]
    """The days on which something that is only adopted in it will apply."""

    def found(self, number: str, heading: str | None = None) -> Section | None:
        """The section of a number. Annexes begin anew: then it is the one with this heading, or else the first."""
        there = self.sections.get(key(number), [])
        return next((one for one in there if heading and same(one.heading, heading)), next(iter(there), None))

    def is_before(self, day: dt.date) -> bool:
        """Whether the text is older than a day: something is only adopted in it that applied by then."""
        return any((self.changed is None or self.changed < to_come) and to_come <= day for to_come in self.to_come)

    def headed(self, heading: str) -> list[Section]:
        """The sections with a heading."""
        return [one for some in self.sections.values() for one in some if same(one.heading, heading)]


def law_text(content: str) -> LawText:
    """An act from its Markdown. What is not there is empty; nothing is too odd to be read."""
    front, body = _apart(content)
    sections = list(_sections(body))
    return LawText(
        _first(front, _TITLE),
        max(dates(_first(front, _CHANGED)), default=None),
        min(dates(_first(front, _IN_FORCE)), default=None),
        _first(front, ("status",)) == "removed",
        _by_number(sections),
        frozenset(one.in_force for section in sections for one in section.amendments if one.in_force and not one.done),
    )


def key(number: str) -> str:
    """The number of a section, however it is spaced: «§ 3-6 a» and «§ 3-6a» are one."""
    return "".join(number.replace("–", "-").split()).casefold()


def same(one: str, other: str) -> bool:
    """Whether two headings or titles say the same: signs at the end and what marks a footnote say nothing."""
    return _plain(one) == _plain(other)


def dates(text: str) -> list[dt.date]:
    """Each date written as 2026-06-18."""
    found = []
    for written in _ISO_DATE.findall(text):
        try:
            found.append(dt.date.fromisoformat(written))
        except ValueError:
            continue
    return found


def _plain(heading: str) -> str:
    text = " ".join(_LINK.sub(r"\1", heading).replace("*", "").split()).casefold()
    text = text.translate(str.maketrans("[]–", "()-"))
    return re.sub(r"(?<=[^\W\d])\d{1,2}$", "", text.strip(_SIGNS)).strip(_SIGNS)


def _apart(content: str) -> tuple[Mapping | None, str]:
    """The front matter, where there is some that can be read, and the text below."""
    lines = content.lstrip("\ufeff").split("\n")
    if lines[0].strip() != _FENCE:
        return None, content
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.strip() == _FENCE), None)
    if end is None:
        return None, content
    tree, _ = parse("", "\n".join(lines[1:end]).encode("utf-8", "replace"))
    return tree if isinstance(tree, Mapping) else None, "\n".join(lines[end + 1 :])


def _first(front: Mapping | None, names: tuple[str, ...]) -> str:
    return next((text for name in names if front and (text := front.text(name))), "")


def _sections(body: str) -> Iterator[Section]:
    """The sections in order. A heading below one is part of it; what stands below a chapter is not."""
    section, level = None, 0
    for line in map(str.strip, body.split("\n")):
        heading = _HEADING.fullmatch(line)
        if heading:
            begun = _section(heading[2])
            if begun or len(heading[1]) <= level:
                section, level = begun, len(heading[1])
            if begun:
                yield begun
        elif section and line:
            _add(section, line)


def _section(heading: str) -> Section | None:
    """The section a heading begins; None for a chapter."""
    text = heading.strip()
    if found := _SECTION.match(text):
        return Section(f"§ {found[1]}", found[2].strip())
    if found := _ARTICLE.match(text):
        return Section(f"artikkel {found[1]}", found[2].strip())
    return None


def _add(section: Section, line: str) -> None:
    """A line of a section: its text, or a note of its history, which one collection quotes and the other sets apart."""
    is_note = line.startswith(">") or (line.startswith("*") and line.endswith("*") and not line.startswith("**"))
    if is_note:
        section.notes.append(_LINK.sub(r"\1", line).replace("*", "").lstrip("> "))
    else:
        section.has_text = True


def _by_number(sections: Iterable[Section]) -> dict[str, list[Section]]:
    found: dict[str, list[Section]] = {}
    for section in sections:
        found.setdefault(key(section.number), []).append(section)
    return found
