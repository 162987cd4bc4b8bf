"""JSON Schema of each kind of file, for editors: completion, help and red lines while one writes.

Draft 7, which the YAML extension of VS Code supports best; `enumDescriptions`, `markdownDescription`
and `patternErrorMessage` are what it shows beyond the standard. The builder reads every value as text
and the editor does not, so a field of text may also hold what an editor takes for a number.
A schema never refuses what the builder lets through; what takes looking elsewhere, the builder finds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from builder.load.addition import ADD
from builder.load.listing import SUFFIXES
from builder.load.local import REPLACES
from builder.load.merge import EXTENDS
from builder.load.translation import TRANSLATED, TRANSLATES
from builder.model.base import Part, Record
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
from builder.model.formats import IDENTIFIER, PROSE, Format
from builder.model.kinds import KINDS
from builder.model.value_words import explained
from builder.schema.exported import (
    COMPARISON_FILE,
    FILE,
    HISTORY_FILE,
    comparison_schema,
    exported_schema,
    history_schema,
)
from builder.schema.translated import translation_definitions, translation_name

DRAFT = "http://json-schema.org/draft-07/schema#"
Json = dict[str, object]


def file_name(kind: str) -> str:
    """The file with the schema of a kind."""
    return f"{kind}.schema.json"


def schema_files(published_at: str = "") -> Iterator[tuple[str, str]]:
    """File name and text of every schema: of each kind of file, and of the handbook and history that are published.

    `published_at` is the address of the folder they are published in, where they are: then each says its own (`$id`).
    """
    for name, content in _schemas():
        identity: Json = {"$id": f"{published_at.rstrip('/')}/{name}"} if published_at else {}
        yield name, _text({"$schema": content["$schema"], **identity, **content})


def _schemas() -> Iterator[tuple[str, Json]]:
    for kind in KINDS:
        yield file_name(kind), schema(kind)
    yield FILE, exported_schema()
    yield HISTORY_FILE, history_schema()
    yield COMPARISON_FILE, comparison_schema()


def editor_settings(settings: str, schemas: str) -> str:
    """The settings of VS Code with the schema of each kind of file, in the folder `schemas`; the rest as it was."""
    found = {f"./{schemas}/{file_name(kind)}": [*_files(kind)] for kind in KINDS}
    return _text({**json.loads(settings), "yaml.schemas": found})


def _files(kind: str) -> Iterator[str]:
    """The files that may hold records of a kind."""
    for within in ("", *(f".{language}" for language in TRANSLATED), "/**/*"):
        yield from (f"handbook/*/{kind}{within}{suffix}" for suffix in SUFFIXES)


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def schema(kind: str) -> Json:
    """The schema of a file that holds one record of a kind, or a list of them. An empty file is let through."""
    described_kind = KINDS[kind]
    record = described_kind.record
    return {
        "$schema": DRAFT,
        "title": described_kind.label,
        "description": described_kind.description,
        # «if» rather than «anyOf»: then the editor tells what is wrong with what was meant.
        "if": {"type": "array"},
        "then": {"items": _ref("post")},
        "else": _ref("post"),
        "definitions": {"post": _post(record), **_definitions(record), **translation_definitions(record)},
    }


def _post(record: type[Record]) -> Json:
    """A record of one's own, a local addition to a shared one, or the texts of one in another language."""
    own: Json = {
        "if": {"type": "object", "required": [EXTENDS]},
        "then": _ref(_name(record, local=True)),
        "else": {"anyOf": [_ref(_name(record, local=False)), {"type": "null"}]},
    }
    return {
        "if": {"type": "object", "required": [TRANSLATES]},
        "then": _ref(translation_name(record)),
        "else": own,
    }


def _definitions(record: type[Record]) -> dict[str, Json]:
    """Every mapping in a record, whole and as a local addition, where each is used."""
    definitions: dict[str, Json] = {}
    waiting: list[tuple[type[Part], bool]] = [(record, False), (record, True)]
    while waiting:
        part, local = waiting.pop(0)
        if _name(part, local) not in definitions:
            definitions[_name(part, local)] = _mapping(part, local)
            waiting += [(p, _laid_over(f.value, local)) for f in described(part) if (p := group_in(f.value))]
    return definitions


def _name(part: type[Part], local: bool) -> str:
    return part.__name__ + "-lokal" * local


def _laid_over(value: Value, local: bool) -> bool:
    """Whether a mapping is laid over a shared one. Items of a list are only where they have an id to be found by."""
    part = group_in(value)
    return local and part is not None and (isinstance(value, Group) or "id" in part.model_fields)


def _mapping(part: type[Part], local: bool) -> Json:
    """A mapping. A local one needs only the id that says what it is laid over."""
    required = [field.key for field in described(part) if field.required and (not local or field.key == "id")]
    properties = {field.key: _property(field, local) for field in described(part)}
    if local and issubclass(part, Record):
        properties = {EXTENDS: _EXTENDS, ADD: _additions(part), **properties}
        required = [*required, EXTENDS]
    elif issubclass(part, Record):
        properties = {REPLACES: _REPLACES, **properties}
    needed: Json = {"required": required} if required else {}
    return {"type": "object", "properties": properties, "additionalProperties": False, **needed}


def _additions(part: type[Part]) -> Json:
    """The lists of a shared record that may get more items, each where it stands in the record."""
    lists = {field.key: _property(field, local=True) for field in described(part) if _holds_lists(field.value)}
    return {**_ADD, "type": "object", "properties": lists, "additionalProperties": False}


def _holds_lists(value: Value) -> bool:
    if isinstance(value, Group):
        return any(_holds_lists(field.value) for field in described(value.part))
    return isinstance(value, Many)


def _property(field: Description, local: bool) -> Json:
    text = explained(field)
    plain = text.replace("`", "").replace("**", "")
    marked: Json = {"markdownDescription": text} if text != plain else {}
    return {"title": field.title, "description": plain, **marked, **_value(field.value, field.empty, local)}


def _value(value: Value, empty: bool, local: bool) -> Json:
    if isinstance(value, Many):
        return _list(value, empty, local)
    if isinstance(value, OneOrMany):
        # A list of several is let through only to the rule that says why there must be one.
        one = _value(value.one, empty, local)
        return {"anyOf": [one, {"type": "array", "items": _value(value.one, False, local), "maxItems": 1}]}
    if isinstance(value, Group):
        return _group(value, empty, local)
    if isinstance(value, Choice):
        return _choice(value, empty)
    if isinstance(value, WholeNumber):
        return _whole_number(value, empty)
    return _written(value.written if isinstance(value, Reference) else value, empty)


def _group(value: Group, empty: bool, local: bool) -> Json:
    target = _ref(_name(value.part, local))
    if value.short:
        return {"if": {"type": "object"}, "then": target, "else": _value(value.short, empty, local)}
    return {"anyOf": [target, {"type": "null"}]} if empty else {"allOf": [target]}


def _list(value: Many, empty: bool, local: bool) -> Json:
    least: Json = {"minItems": value.minimum} if value.minimum and not local else {}
    return {"type": _types(["array"], empty), "items": _value(value.item, False, _laid_over(value, local)), **least}


def _choice(value: Choice, empty: bool) -> Json:
    return {
        "type": _types(["string"], empty),
        "enum": [word.value for word in value.words] + [None] * empty,
        "enumDescriptions": [word.label for word in value.words] + [""] * empty,
    }


def _whole_number(value: WholeNumber, empty: bool) -> Json:
    limits = {"minimum": value.minimum, "maximum": value.maximum}
    kept = {name: limit for name, limit in limits.items() if limit is not None}
    return {"type": _types(["integer", "string"], empty), "pattern": r"^ *[+-]?\d+(\.0+)? *$", **kept}


def _written(value: Format, empty: bool) -> Json:
    types = ["string"]
    limits: Json = {}
    if value.numbers is not None:
        types.append("integer" if value.whole else "number")
        limits = {
            name: limit for name, limit in zip(("minimum", "maximum"), value.numbers, strict=True) if limit is not None
        }
    if value.truths:
        types.append("boolean")
    fault = "Feltet er tomt." if value.pattern == PROSE.pattern else f"Skal være {value.words}."
    if value.longest is not None:
        limits["maxLength"] = value.longest
    examples: Json = {"examples": list(value.examples)} if value.examples else {}
    return {"type": _types(types, empty), "pattern": value.pattern, "patternErrorMessage": fault, **limits, **examples}


def _types(types: list[str], empty: bool) -> str | list[str]:
    all_types = [*types, "null"] if empty else types
    return all_types if len(all_types) > 1 else all_types[0]


def _ref(name: str) -> Json:
    return {"$ref": f"#/definitions/{name}"}


_EXTENDS: Json = {
    "title": "Bygger på",
    "description": "Id-en til den felles posten som får lokale opplysninger. Skriv bare det som er annerledes.",
    **_written(IDENTIFIER, empty=False),
}

_REPLACES: Json = {
    "title": "Erstatter",
    "description": "Id-en til den felles posten som denne står i stedet for, med alt som står i den.",
    **_written(IDENTIFIER, empty=False),
}

_ADD: Json = {
    "title": "Legg til",
    "description": "Lister i den felles posten som får flere punkter. De nye kommer sist, og de felles blir stående.",
}
