"""What can be mended without asking anybody: the same thing, written as it should be."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from builder.edit.local import LocalFiles
from builder.edit.renaming import steps_to
from builder.i18n import N_
from builder.load.declaration import Declaration
from builder.load.tree import Mapping as Fields
from builder.load.tree import Node, Scalar, Sequence
from builder.model import formats
from builder.model.base import Part
from builder.model.description import Group, Many, OneOrMany, Value, described
from builder.model.fields import Phone
from builder.model.formats import Format
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS
from builder.problem import Mark, Message

_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_PHONE: TypeAdapter[str] = TypeAdapter(Phone)
_MOVED = N_("bestemmelsen har flyttet: {old} → {new}")
_NUMBER = N_("telefonnummer: {old} → {new}")
_DAY = N_("dato: {old} → {new}")
_TITLE = N_("nytt navn: {old} → {new}")


@dataclass(frozen=True, slots=True)
class Fix:
    """A value in a file, what is to stand there, and why."""

    mark: Mark
    new: str
    why: Message


def fixes(handbook: Handbook, declarations: list[Declaration]) -> Iterator[Fix]:
    """All that can be mended, in the order of the files of each record."""
    yield from _moved(handbook)
    old_names = {old.casefold(): term.term for term in handbook.terms for old in term.old_names}
    for declaration in declarations:
        yield from _in_part(KINDS[declaration.kind].record, declaration.tree, old_names)


def carry_out(found: list[Fix], files: LocalFiles) -> list[Fix]:
    """Makes those that stand in the municipality's own files, and gives them back. Raises EditError."""
    own = [fix for fix in found if files.has(Path(fix.mark.path))]
    # All places are found before anything is written: what is written moves what stands below it.
    places = [(files.opened(Path(fix.mark.path)), fix) for fix in own]
    for document, steps, new in [(document, steps_to(document, fix.mark), fix.new) for document, fix in places]:
        document.set(steps, new)
    return own


def _moved(handbook: Handbook) -> Iterator[Fix]:
    """Citations of provisions that stand in one other place now, where the register knows of no difference."""
    for one in handbook.citations:
        cited = handbook.law.find(one.citation)
        places = {moved.to for moved in cited.moved} if cited else set()
        # A section that is still there is another provision than the one that moved from its number.
        if cited and cited.provision is None and len(places) == 1 and not any(moved.note for moved in cited.moved):
            new = places.pop()
            if new:
                mark = one.source.at(*one.path)
                yield Fix(mark, new, Message(_MOVED, old=one.citation, new=new))


def _in_part(part: type[Part], fields: Fields, old_names: Mapping[str, str]) -> Iterator[Fix]:
    for field in described(part):
        node = fields.fields.get(field.key)
        if node is not None:
            yield from _in_value(field.value, node, old_names)


def _in_value(value: Value, node: Node, old_names: Mapping[str, str]) -> Iterator[Fix]:
    match value, node:
        case Many(item), Sequence(items=items):
            for one in items:
                yield from _in_value(item, one, old_names)
        case OneOrMany(one), _:
            yield from _in_value(one, node, old_names)
        case Group(part), Fields():
            yield from _in_part(part, node, old_names)
        case Format(), Scalar(text=str(text)):
            yield from _in_text(value, node, text, old_names)


def _in_text(written: Format, node: Scalar, old: str, old_names: Mapping[str, str]) -> Iterator[Fix]:
    ways: dict[Format, tuple[Callable[[str], str | None], str]] = {
        formats.PHONE: (_phone, _NUMBER),
        formats.DATE: (_date, _DAY),
        formats.TEXT: (lambda text: _title(text, old_names), _TITLE),
    }
    if written in ways:
        way, why = ways[written]
        new = way(old)
        if new is not None and new != old:
            yield Fix(node.mark, new, Message(why, old=old, new=new))


def _phone(text: str) -> str | None:
    """The number as we write it; None for what is none."""
    try:
        return _PHONE.validate_python(text)
    except ValidationError:
        return None


def _date(text: str) -> str | None:
    """The day, where it is written as in a letter: «01.02.2026»."""
    found = _DATE.fullmatch(text.strip())
    try:
        return dt.date(int(found[3]), int(found[2]), int(found[1])).isoformat() if found else None
    except ValueError:
        return None


def _title(text: str, old_names: Mapping[str, str]) -> str | None:
    """What a title is called now, where the whole text is the old one."""
    new = old_names.get(text.strip().casefold())
    return new[:1].upper() + new[1:] if new and text[:1].isupper() else new
