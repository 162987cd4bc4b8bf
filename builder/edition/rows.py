"""Rows of facts: a record's fields in the order a page names them, with title and form of value as the model declares.

A page says which fields; what each is called and how its value is said follow from its type and marks.
The HTML of a row is in `templates/shared/facts.j2`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any

from markupsafe import Markup

from builder.edition.localization import Localization
from builder.i18n import FIELDS, translations
from builder.model import formats
from builder.model.ages import Ages
from builder.model.base import Part
from builder.model.deadline import Deadline
from builder.model.description import Choice, Description, Group, Many, OneOrMany, Reference, Value, field_of
from builder.model.forum import Mode
from builder.model.kinds import KINDS
from builder.model.municipality import DISTRICTS, ROLES, District, ShortDay
from builder.model.parts import parts
from builder.model.recurrence import MeetingException, Recurrence
from builder.model.service import CONTACTS, SERVICES, Hours
from builder.prose import plain
from builder.views.page import Link
from builder.views.routes import Names

LINE = Markup("<br>")
#: What is for those who write, in a part that is shown as a whole.
_SAYS_NOTHING = frozenset({"id", "audience"})
#: Those somebody may turn to.
_ACTORS = frozenset({ROLES.name, CONTACTS.name, SERVICES.name})


class Form(StrEnum):
    """What a template must know of a value to write it."""

    TEXT = "text"
    PROSE = "prose"
    LINK = "link"
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    GROUP = "group"


_FORMS = {
    formats.PROSE: Form.PROSE,
    formats.PHONE: Form.PHONE,
    formats.EMAIL: Form.EMAIL,
    formats.WEB_ADDRESS: Form.WEB,
    formats.CITATION: Form.LINK,
}


@dataclass(frozen=True, slots=True)
class Row:
    """A title with its value, or its values with what stands between them. A group is the rows of its own fields."""

    title: str
    form: Form
    items: tuple[object, ...]
    between: str = ", "

    @property
    def text(self) -> str:
        """The row on one line, without links and marks: «Innkaller: Rektor»."""
        return f"{self.title}: {(', ' if self.between == LINE else self.between).join(map(_words, self.items))}"


def _words(item: object) -> str:
    if isinstance(item, tuple):
        return " · ".join(row.text for row in item)
    return item.text if isinstance(item, Link) else plain(str(item))


class Rows:
    """The rows of one handbook's records, in its language."""

    def __init__(self, language: Localization, names: Names) -> None:
        phrases = language.phrases
        self._names = names
        self._phrases = phrases
        self._translate = language.translate
        self._title = translations(language.code, FIELDS).gettext
        self._by_format: Mapping[object, Callable[[Any], object]] = {
            formats.DATE: phrases.date,
            formats.SINCE: phrases.since,
            formats.TIME: "{:%H:%M}".format,
            formats.CITATION: names.law,
            formats.FLAG: lambda _: self._translate("ja"),
        }
        self._by_group: Mapping[type[Part], Callable[[Any], object]] = {
            Ages: phrases.ages,
            Deadline: phrases.deadline,
            Hours: phrases.hours,
            ShortDay: phrases.short_day,
            MeetingException: phrases.exception,
            Recurrence: phrases.recurrence,
            Mode: phrases.label,
            District: attrgetter("name"),
        }

    def rows(self, part: Part, *paths: str) -> Iterator[Row]:
        """A row for each field that says something, in the order they are named."""
        for path in paths:
            value = _value_at(part, path)
            if value is not None and value is not False and value != ():
                row = self._row(field_of(type(part), path), value)
                if any(item != () for item in row.items):
                    yield row

    def named(self, part: Part | str, path: str) -> str:
        """What a field is called, of a record or a part, or of one of a class by its name."""
        return self._title(field_of(parts()[part] if isinstance(part, str) else type(part), path).title)

    def _row(self, field: Description, value: object) -> Row:
        one = _one(field.value)
        items = tuple(self._said(one, item) for item in (value if isinstance(value, tuple) else (value,)))
        if one in (formats.TEXT, formats.VERBATIM) and len(items) > 1:
            items = (self._phrases.listed([str(item) for item in items]),)
        return Row(self._title(field.title), self._form(one), items, _between(one))

    def _said(self, value: Value, item: Any) -> object:
        match value:
            case Reference():
                return self._link(value, item)
            case Choice():
                return self._phrases.label(item)
            case Group(part) if part in self._by_group:
                return self._by_group[part](item)
            case Group(part):
                return tuple(self.rows(item, *(name for name in part.model_fields if name not in _SAYS_NOTHING)))
        said = self._by_format.get(value)
        return said(item) if said else item

    def _form(self, value: Value) -> Form:
        match value:
            case Reference():
                return Form.LINK
            case Group(part) if part not in self._by_group:
                return Form.GROUP
        return _FORMS.get(value, Form.TEXT)  # type: ignore[arg-type]

    def _link(self, reference: Reference, named: str) -> Link:
        if _ACTORS.issuperset(reference.kinds):
            return self._names.actor(named)
        if DISTRICTS.name in reference.kinds:
            return self._names.district(named)
        return self._names.among([KINDS[kind] for kind in reference.kinds], named)


def _value_at(part: Part, path: str) -> object:
    value: Any = part
    for name in path.split("."):
        value = getattr(value, name)
        if value is None:
            return None
    return value


def _one(value: Value) -> Value:
    """What each of the values is, where there may be several."""
    return value.item if isinstance(value, Many) else value.one if isinstance(value, OneOrMany) else value


def _between(value: Value) -> str:
    if isinstance(value, Reference):
        return ", " if ROLES.name in value.kinds else " · "
    if isinstance(value, Choice) or value == formats.CITATION:
        return " · "
    return LINE if isinstance(value, Group) or value == formats.PROSE else ", "
