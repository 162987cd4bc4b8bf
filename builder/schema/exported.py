"""JSON Schema of what is published as data.

`handbook.json`: the same records as the files, as data with types. The public edition lacks what is internal.

Draft 2020-12. Unlike the schemas for editors they describe what the builder writes, so they are exact.
`endringer.json` and `sammenligning.json`: from their own classes.
"""

from __future__ import annotations

from typing import Any

from builder.model.base import Part
from builder.model.compared import Comparison
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
    group_in,
)
from builder.model.formats import DATE, FLAG, TIME, Format
from builder.model.history import History
from builder.model.kind import Kind
from builder.model.kinds import KINDS
from builder.model.municipality import MUNICIPALITY
from builder.model.references import is_internal, key_of

FILE = "handbook.schema.json"
HISTORY_FILE = "endringer.schema.json"
COMPARISON_FILE = "sammenligning.schema.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
#: Grows in the first number when a reader of the old form would go wrong, in the second when something is added.
VERSION = "1.0"
Json = dict[str, object]


def exported_schema() -> Json:
    """The schema of one municipality's `handbook.json`."""
    definitions: dict[str, Json] = {}
    for kind in _exported():
        _define(kind.record, definitions)
    return {
        "$schema": DRAFT,
        "title": "Håndbok",
        "description": "En kommunes praksishåndbok som data. Den åpne utgaven har ikke det som er internt.",
        "type": "object",
        "properties": {
            "$schema": {"type": "string", "description": "Dette skjemaet, ved siden av fila."},
            "version": {"const": VERSION, "description": "Utgaven av formatet."},
            "date": {"type": "string", "format": "date", "description": "Dagen håndboka ble bygd."},
            "records": _records(),
        },
        "required": ["$schema", "version", "date", "records"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def history_schema() -> Json:
    """The schema of one municipality's `endringer.json`."""
    told: Json = {"title": "Endringer", "description": "Det byggingen fant endret fra utgave til utgave."}
    return {"$schema": DRAFT, **History.model_json_schema(mode="serialization"), **told}


def comparison_schema() -> Json:
    """The schema of one municipality's `sammenligning.json`."""
    told: Json = {"title": "Sammenligning", "description": "Det en kommune lar andre holde opp mot sitt eget."}
    return {"$schema": DRAFT, **Comparison.model_json_schema(mode="serialization"), **told}


def _exported() -> list[Kind[Any]]:
    return [kind for kind in KINDS.values() if kind.exported]


def _records() -> Json:
    kinds = {
        kind.name: {
            "title": kind.label,
            "description": kind.description,
            "type": "object",
            "propertyNames": {"pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"},
            "additionalProperties": _ref(kind.record),
        }
        for kind in _exported()
    }
    return {
        "description": "Alle poster, etter type og id.",
        "type": "object",
        "properties": kinds,
        "required": [MUNICIPALITY.name],
        "additionalProperties": False,
    }


def _define(part: type[Part], definitions: dict[str, Json]) -> None:
    """Adds the definition of a part, and of the parts within it."""
    if part.__name__ in definitions:
        return
    fields = described(part)
    internal = {key_of(part, name) for name in part.model_fields if is_internal(part, name)}
    definitions[part.__name__] = {
        "type": "object",
        "properties": {field.key: _property(field) for field in fields},
        "required": [field.key for field in fields if field.required and field.key not in internal],
        "additionalProperties": False,
    }
    for field in fields:
        inner = group_in(field.value)
        if inner:
            _define(inner, definitions)


def _property(field: Description) -> Json:
    told = {"description": field.text} if field.text else {}
    return {"title": field.title, **told, **_value(field.value)}


def _value(value: Value) -> Json:
    if isinstance(value, Many):
        return {"type": "array", "items": _value(value.item)}
    if isinstance(value, OneOrMany):
        one = _value(value.one)
        return {"anyOf": [one, {"type": "array", "items": one}]}
    if isinstance(value, Group):
        return _ref(value.part)
    if isinstance(value, Choice):
        return {"enum": [word.value for word in value.words]}
    if isinstance(value, WholeNumber):
        limits = {"minimum": value.minimum, "maximum": value.maximum}
        return {"type": "integer", **{name: limit for name, limit in limits.items() if limit is not None}}
    return _scalar(value)


def _scalar(value: Format | Reference) -> Json:
    if value is FLAG:
        return {"type": "boolean"}
    if value is DATE:
        return {"type": "string", "format": "date"}
    if value is TIME:
        return {"type": "string", "pattern": r"^\d\d:\d\d$"}
    written = value.written if isinstance(value, Reference) else value
    return {"type": "string", "pattern": written.pattern}


def _ref(part: type[Part]) -> Json:
    return {"$ref": f"#/$defs/{part.__name__}"}
