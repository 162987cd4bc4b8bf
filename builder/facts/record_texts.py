"""The text of records: every string a reader sees, the headings, and what stands before a word."""

from __future__ import annotations

import functools
import re
import typing
from collections.abc import Iterable, Iterator
from enum import Enum

from builder import prose
from builder.facts.parts import Within, steps
from builder.memoize import memoize
from builder.model.base import Part, Record
from builder.model.handbook import Handbook
from builder.model.references import Path, key_of, prose_of

#: Fields that are meant to hold old words and everyday names, identities, or references.
_NOT_TEXT = frozenset(
    {"id", "aliases", "synonyms", "abbreviations", "old_names", "predecessors", "legal_basis", "set_by", "sources",
     "email", "phone", "direct_phone", "website"}
)  # fmt: skip

_OF_OLD_TIMES = re.compile(
    r"\b(tidlegare|tidligere|før|den gang(en)?|gamle?|het|hette|kalt|kalla|opphev\w+|avløs\w+|erstatt\w+)\b", re.I
)
_NEAR = 40
_WORD = re.compile(r"\w+")
_LINK_ADDRESS = re.compile(r"\]\([^()\s]*\)")


#: Words that are only searched for.
_NOT_SHOWN = frozenset({"aliases"})

HeadingIn = Within[Record, str]
#: A text, and where in its record it stands.
TextAt = tuple[Path, str]


@functools.cache
def _text_fields(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """The names and keys of the fields that may hold text."""
    fields = part.model_fields.items()
    return tuple(
        (name, key_of(part, name)) for name, field in fields if name not in _NOT_SHOWN and _holds_text(field.annotation)
    )


def _holds_text(annotation: object) -> bool:
    """Whether a value of this type may be text, or hold some: not so a date, a number or a word from a list."""
    if isinstance(annotation, type):
        return not issubclass(annotation, Enum) and issubclass(annotation, str | Part)
    return any(_holds_text(argument) for argument in typing.get_args(annotation))


def texts(part: Part) -> list[TextAt]:
    """Every text in a record that a reader sees, with its place. Aliases, old names and addresses are left out."""
    return [one for one in shown(part) if _NOT_TEXT.isdisjoint(one[0])]


def shown(part: Part) -> list[TextAt]:
    """All that is written in a record and may be shown, also names, references and addresses, with its place."""
    return _shown_in(part) if isinstance(part, Record) else _texts(part, (), [])


@memoize
def _shown_in(record: Record) -> list[TextAt]:
    return _texts(record, (), [])


def _texts(value: object, path: Path, found: list[TextAt]) -> list[TextAt]:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            found.append((path, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _texts(item, (*path, index), found)
    elif isinstance(value, Part):
        values = value.__dict__
        for name, key in _text_fields(type(value)):
            if values[name]:
                _texts(values[name], (*path, key), found)
    return found


@memoize
def written(record: Record) -> tuple[tuple[Path, str], ...]:
    """Every text in a record, link addresses blanked out."""
    return tuple((path, _LINK_ADDRESS.sub(_blank, text) if "](" in text else text) for path, text in texts(record))


@memoize
def lowered(record: Record) -> str:
    """All the texts of a record joined in lower case: a quick search in it lets most rules skip the record."""
    return "\n".join(text for _, text in written(record)).casefold()


@memoize
def vocabulary(record: Record) -> frozenset[str]:
    """Every word in the texts of a record, in small letters."""
    return frozenset(_WORD.findall(lowered(record)))


def telling(names: Iterable[str]) -> frozenset[str]:
    """The longest word of each name: a text that has none of them has none of the names."""
    return frozenset(max(_WORD.findall(name.casefold()), key=len) for name in names)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


@memoize
def headings(handbook: Handbook) -> tuple[HeadingIn, ...]:
    """Every heading: of records, and of the steps of pathways."""
    return tuple(_headings(handbook))


def _headings(handbook: Handbook) -> Iterator[HeadingIn]:
    for kind, record in handbook.everything():
        if kind.speaks and kind.title != "id":
            yield Within(record, (kind.title,), str(getattr(record, kind.title)))
    for step in steps(handbook):
        yield Within(step.record, (*step.path, "title"), step.value.title)


def is_about_the_past(text: str, start: int) -> bool:
    """Whether the words just before a place in a text say that what follows is old."""
    return _OF_OLD_TIMES.search(text[max(0, start - _NEAR) : start]) is not None


def contains_any(text: str, stems: Iterable[str]) -> bool:
    """Whether a text in small letters holds any of the stems: many times faster than asking a pattern."""
    return any(stem in text for stem in stems)


@functools.lru_cache(maxsize=8)
def any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the names as whole words, the longest first, whatever the letters' case."""
    return re.compile(
        r"\b(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + r")\b", re.I
    )


@memoize
def linked(handbook: Handbook) -> frozenset[str]:
    """Every address that running text links to, such as «forms:samtykke»."""
    return frozenset(link for record in handbook.speaking() for _, link in links_of(record))


@memoize
def links_of(record: Record) -> tuple[tuple[Path, str], ...]:
    """The address of every link in the running text of a record, with the place of the text."""
    return tuple((path, address) for path, text in prose_of(record) for address in prose.links(text))
