"""Validates each declaration against the class of its record, and reports in plain words what does not fit."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from builder.check.languages import in_its_language
from builder.load.declaration import Declaration
from builder.load.tree import Source, child, plain
from builder.memoize import memoize
from builder.model.base import Part, Record
from builder.model.fields import EMPTY, SEVERAL
from builder.model.kinds import KINDS
from builder.model.references import Path, key_of
from builder.problem import Message, Problem
from builder.suggest import did_you_mean, nearest

RULE = "shape"
MISSING_RULE = "missing-field"
UNKNOWN_RULE = "unknown-field"


def records_of(declarations: Iterable[Declaration]) -> tuple[dict[str, dict[str, Record]], list[Problem]]:
    """Kind -> id -> record for all that have the right shape, and the problems of the rest."""
    records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    problems: list[Problem] = []
    for declaration in declarations:
        record, found = _shaped(declaration)
        problems.extend(found)
        if record is not None:
            records[declaration.kind].setdefault(record.id, record)
    return records, problems


@memoize
def _shaped(declaration: Declaration) -> tuple[Record | None, list[Problem]]:
    source = Source(declaration.tree)
    record_class = KINDS[declaration.kind].record
    try:
        record = record_class.model_validate(plain(declaration.tree))
    except ValidationError as error:
        return None, _problems(record_class, source, _told(error.errors(include_url=False)))
    record = in_its_language(record, declaration.tree)
    record.placed(source)
    return record, []


def _told(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without «too short» of lists that only seem so because their items are wrong."""
    wrong = [error["loc"] for error in errors]
    return [
        error
        for error in errors
        if error["type"] != "too_short" or not any(_within(loc, error["loc"]) for loc in wrong)
    ]


def _within(loc: tuple[str | int, ...], outer: tuple[str | int, ...]) -> bool:
    return len(loc) > len(outer) and loc[: len(outer)] == outer


def _problems(record_class: type[Record], source: Source, errors: list[ErrorDetails]) -> list[Problem]:
    """One problem for each place: where a field may be of two kinds, pydantic reports each attempt."""
    by_place: dict[Path, Problem] = {}
    for error in errors:
        written = _written_path(source, error["loc"])
        place = error["loc"] if error["type"] == "missing" else written
        by_place.setdefault(place, _problem(record_class, source, written, error))
    return list(by_place.values())


def _written_path(source: Source, loc: tuple[str | int, ...]) -> Path:
    """The part of pydantic's location that stands in the file (it also names branches of unions)."""
    node, path = source.root, []
    for step in loc:
        found = child(node, step)
        if found is not None:
            node = found
            path.append(step)
    return tuple(path)


def _problem(record_class: type[Record], source: Source, path: Path, error: ErrorDetails) -> Problem:
    if error["type"] == "missing":
        return Problem(source.at(*path), MISSING_RULE, Message("«{field}» mangler", field=error["loc"][-1]))
    if error["type"] == "extra_forbidden":
        hint = did_you_mean(str(path[-1]), _field_names(record_class, path[:-1]))
        message = Message("«{field}» er ikke et felt her{hint}", field=path[-1], hint=hint)
        return Problem(source.key_at(*path), UNKNOWN_RULE, message)
    return Problem(source.at(*path), RULE, Message("«{field}» {fault}", field=_field(path), fault=_fault(error)))


def _field(path: Path) -> str:
    """The last name in a path: what the administrator calls the place."""
    return next((step for step in reversed(path) if isinstance(step, str)), "posten")


def _field_names(record_class: type[Part], path: Path) -> list[str]:
    """The keys allowed in the mapping at a path."""
    current: type[Part] = record_class
    for step in path:
        if isinstance(step, str):
            by_key = {key_of(current, name): field for name, field in current.model_fields.items()}
            inner = _part_in(by_key[step].annotation) if step in by_key else None
            if inner is None:
                return []
            current = inner
    return [key_of(current, name) for name in current.model_fields]


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for part in map(_part_in, typing.get_args(annotation)) if part), None)


def _choice(error: ErrorDetails) -> Message:
    """Names the nearest choice where there is one, and all of them where there is not."""
    if not isinstance(error["input"], str):
        return EMPTY if error["input"] is None else SEVERAL
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
    suggestion = nearest(str(error["input"]), [word.strip() for word in expected.split(",")])
    if suggestion:
        return Message("kan ikke være «{value}»; mente du «{suggestion}»?", value=error["input"], suggestion=suggestion)
    return Message("kan ikke være «{value}»; bruk en av {expected}", value=error["input"], expected=expected)


#: pydantic's error type -> what to tell the administrator.
_FAULTS: dict[str, Callable[[ErrorDetails], Message]] = {
    "handbok": lambda e: e["ctx"]["message"],
    "enum": _choice,
    "string_type": lambda e: EMPTY if e["input"] is None else SEVERAL,
    "string_too_short": lambda _: EMPTY,
    "string_pattern_mismatch": lambda e: Message(
        "kan ikke være «{value}»; det skal være fire siffer", value=e["input"]
    ),
    "int_type": lambda e: EMPTY if e["input"] is None else SEVERAL,
    "int_parsing": lambda e: Message("skal være et helt tall, ikke «{value}»", value=e["input"]),
    "int_from_float": lambda e: Message("skal være et helt tall, ikke «{value}»", value=e["input"]),
    "greater_than_equal": lambda e: Message("skal være minst {limit}", limit=e["ctx"]["ge"]),
    "less_than_equal": lambda e: Message("skal være høyst {limit}", limit=e["ctx"]["le"]),
    "tuple_type": lambda _: Message("skal være en liste: hvert punkt på sin egen linje, med «- » foran"),
    "too_short": lambda _: Message("må ha minst ett punkt"),
    "model_type": lambda _: Message("skal ha felter under seg, ikke bare tekst"),
}


def _fault(error: ErrorDetails) -> Message:
    explain = _FAULTS.get(error["type"])
    return explain(error) if explain else Message("er ikke riktig ({detail})", detail=error["msg"])
