"""JSON Schema of a translation of a record: its id, what it is of, and the texts, none of them demanded."""

from __future__ import annotations

from builder.load.translation import TRANSLATES
from builder.model.base import Part, Record
from builder.model.description import Group, Many, OneOrMany, Value, described, group_in
from builder.model.formats import IDENTIFIER, Format

Json = dict[str, object]
#: What an editor may take a text for. Left empty, it is not translated yet.
_TEXT: Json = {"type": ["string", "number", "boolean", "null"]}
_ID: Json = {
    "title": "Id",
    "description": "Den samme som i posten som er oversatt.",
    "type": ["string", "integer", "boolean"],
    "pattern": IDENTIFIER.pattern,
}
_TRANSLATES: Json = {
    "title": "Oversetter",
    "description": "Hvilken tekst oversettelsen er av. Kontrollen sier hva som skal stå her når teksten er endret.",
    "type": "string",
}


def translation_name(part: type[Part]) -> str:
    """What the translation of a mapping is called among the definitions."""
    return f"{part.__name__}-oversatt"


def translation_definitions(record: type[Record]) -> dict[str, Json]:
    """The translation of a record and of every mapping with texts in it."""
    definitions: dict[str, Json] = {}
    waiting: list[type[Part]] = [record]
    while waiting:
        part = waiting.pop(0)
        if translation_name(part) not in definitions:
            definitions[translation_name(part)] = _mapping(part, part is record)
            waiting += [p for f in described(part) if _has_text(f.value) and (p := group_in(f.value))]
    return definitions


def _mapping(part: type[Part], is_record: bool) -> Json:
    properties: Json = {
        field.key: {"title": field.title, "description": field.text or f"{field.title}.", **_value(field.value)}
        for field in described(part)
        if _has_text(field.value)
    }
    if "id" in part.model_fields:
        properties = {"id": _ID, **properties}
    if is_record:
        properties = {TRANSLATES: _TRANSLATES, **properties}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _has_text(value: Value, seen: frozenset[type[Part]] = frozenset()) -> bool:
    if isinstance(value, Many):
        return _has_text(value.item, seen)
    if isinstance(value, OneOrMany):
        return _has_text(value.one, seen)
    if isinstance(value, Group) and value.part not in seen:
        fields = described(value.part)
        return _is_text(value.short) or any(_has_text(field.value, seen | {value.part}) for field in fields)
    return _is_text(value)


def _is_text(value: object) -> bool:
    return isinstance(value, Format) and value.translated


def _value(value: Value) -> Json:
    if isinstance(value, Many):
        return {"type": ["array", "null"], "items": _value(value.item)}
    if isinstance(value, OneOrMany):
        one = _value(value.one)
        return {"anyOf": [one, {"type": "array", "items": one}]}
    if isinstance(value, Group):
        target: Json = {"$ref": f"#/definitions/{translation_name(value.part)}"}
        if value.short:
            return {"if": {"type": "object"}, "then": target, "else": _TEXT}
        return {"anyOf": [target, {"type": "null"}]}
    return _TEXT
