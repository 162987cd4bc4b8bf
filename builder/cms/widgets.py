"""A field of a record as a field of a form: which widget, what it is called, what helps, and what is let through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from builder.model.base import Part
from builder.model.description import (
    Choice,
    Description,
    Group,
    Many,
    OneOrMany,
    Reference,
    Value,
    WholeNumber,
    described,
)
from builder.model.formats import DATE, FLAG, PROSE, Format

Json: TypeAlias = dict[str, object]
#: The ids that may stand in a reference to one of these kinds -> what a reader calls each.
Known: TypeAlias = Callable[[tuple[str, ...]], Mapping[str, str]]

Translate: TypeAlias = Callable[[str], str]
#: The fields that call an item of a list something, the best first.
_CALLED = ("role", "name", "title", "heading", "term", "question", "text", "what")


class Widgets:
    """The fields of forms in one language, where these records are known."""

    def __init__(self, known: Known, translate: Translate, title: Translate, *, over: bool = False) -> None:
        """`title` gives the name of a field in the language, and `translate` a sentence or a word of the interface.

        `over` is for records that lie over shared ones: nothing must be filled in but the ids.
        """
        self._known, self._, self._title, self._over = known, translate, title, over

    def over(self) -> Widgets:
        """The same for records that lie over shared ones."""
        return Widgets(self._known, self._, self._title, over=True)

    def field(self, described_field: Description) -> Json:
        """One field. What may be written as a word alone is not shown, and stays as it stands: a form would lose it."""
        if _short(described_field.value):
            return {"name": described_field.key, "widget": "hidden"}
        must = described_field.key == "id" if self._over else described_field.required
        return {
            "name": described_field.key,
            "label": self._title(described_field.title),
            "required": must,
            **({"hint": self._title(described_field.text)} if described_field.text else {}),
            **self._widget(described_field.value),
        }

    def _widget(self, value: Value) -> Json:
        match value:
            case Many():
                return self._list(value)
            case OneOrMany():
                return self._widget(value.one)
            case Group():
                return {"widget": "object", "collapsed": True, "fields": self._fields(value.part)}
            case Choice() | Reference():
                return self._select(value)
        return _number(value) if isinstance(value, WholeNumber) else self._written(value)

    def _list(self, value: Many) -> Json:
        least: Json = {"min": value.minimum} if value.minimum and not self._over else {}
        match value.item:
            case Group(part):
                shown = {"collapsed": True, "fields": self._fields(part), **_summary(part)}
                return {"widget": "list", **shown, **least}
            case Choice() | Reference() if self._options(value.item):
                return {**self._select(value.item), "multiple": True, **least}
        inner = self._widget(value.item)
        return {"widget": "list", "field": {"name": "value", "label": " ", **inner}, **least}

    def _fields(self, part: type[Part]) -> list[Json]:
        return [self.field(one) for one in described(part)]

    def _select(self, value: Choice | Reference) -> Json:
        """What may be chosen; where nothing is known yet, the id is written."""
        options = self._options(value)
        return {"widget": "select", "options": options} if options else {"widget": "string"}

    def _options(self, value: Choice | Reference) -> list[Json]:
        if isinstance(value, Choice):
            return [{"value": word.value, "label": self._(word.label)} for word in value.words]
        return [{"value": name, "label": f"{label} ({name})"} for name, label in self._known(value.kinds).items()]

    def _written(self, value: Format) -> Json:
        if value is FLAG:
            return {"widget": "boolean", "default": False}
        if value is DATE:
            return {"widget": "datetime", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False}
        if value is PROSE:
            return {"widget": "text"}
        said = self._("Skal være {what}.").format(what=self._(value.words))
        return {"widget": "string", "pattern": [value.pattern, said]}


def _short(value: Value) -> bool:
    return isinstance(value, Many) and isinstance(value.item, Group) and value.item.short is not None


def _summary(part: type[Part]) -> Json:
    """What stands on a folded item of a list: what it is called, and where nothing calls it anything, what is first."""
    keys = [one.key for one in described(part) if not isinstance(one.value, Many | Group)]
    called = next((key for key in _CALLED if key in keys), keys[0] if keys else None)
    return {"summary": f"{{{{fields.{called}}}}}"} if called else {}


def _number(value: WholeNumber) -> Json:
    limits = {"min": value.minimum, "max": value.maximum}
    kept = {name: limit for name, limit in limits.items() if limit is not None}
    return {"widget": "number", "value_type": "int", **kept}
