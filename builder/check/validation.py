"""Validates each declaration against the class of its record, and reports in plain words what does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from builder.check.languages import in_its_language
from builder.i18n import N_
from builder.load.declaration import Declaration
from builder.load.tree import Source, child, plain
from builder.memoize import memoize
from builder.model.base import Part, Record
from builder.model.description import Choice, Description, Many, OneOrMany, Value, described, group_in
from builder.model.fields import EMPTY, SEVERAL
from builder.model.kinds import KINDS
from builder.model.references import Path
from builder.problem import NOTHING, Message, Problem
from builder.suggest import most_like, nearest, nearest_by_label

RULE = "shape"
MISSING_RULE = "missing-field"
UNKNOWN_RULE = "unknown-field"

_MISSING = N_("{title} ({field}) mangler")
_UNKNOWN = N_("«{field}» er ikke et felt her{hint}")
_MEANT = N_("; mente du «{suggestion}»?")
_MEANT_TITLED = N_("; mente du «{suggestion}» ({title})?")
_NO_CHOICE = N_("kan ikke være «{value}»; mente du «{suggestion}»?")
_CHOICES = N_("kan ikke være «{value}»; bruk en av {expected}")
_MANY_CHOICES = N_(
    "kan ikke være «{value}»; det nærmeste er {nearest}. Alle {count} står i oversikten over felter (felter.md)"
)
_LIST = N_("skal være en liste: hvert punkt på sin egen linje, med «- » foran")
_LIST_SIGN = N_(
    "skal være en liste: hvert punkt på sin egen linje, med bindestrek og mellomrom («- ») foran, ikke «{sign}»"
)
#: More words than these are not all named; the nearest are.
_FEW_CHOICES = 8
_NAMED = 3


def records_of(declarations: Iterable[Declaration]) -> tuple[dict[str, dict[str, Record]], list[Problem]]:
    """Kind -> id -> record for all that have the right shape, and the problems of the rest."""
    records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    problems: list[Problem] = []
    for declaration in declarations:
        record, found = shaped(declaration)
        problems.extend(found)
        if record is not None:
            records[declaration.kind].setdefault(record.id, record)
    return records, problems


@memoize
def shaped(declaration: Declaration) -> tuple[Record | None, list[Problem]]:
    """The record that a declaration is of, when it has the right shape, and what is wrong."""
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
        return _missing(record_class, source, path, str(error["loc"][-1]))
    if error["type"] == "extra_forbidden":
        return _unknown(record_class, source, path)
    fault = _fault(error, _value_at(record_class, path))
    return Problem(source.at(*path), RULE, Message("«{field}» {fault}", field=_field(path), fault=fault))


def _missing(record_class: type[Record], source: Source, path: Path, key: str) -> Problem:
    title = next((field.title for field in _fields_at(record_class, path) if field.key == key), key)
    message = Message(_MISSING, title=Message(title), field=key)
    return Problem(source.at(*path), MISSING_RULE, message, follows=(_place_of(source, path, key),))


def _place_of(source: Source, path: Path, key: str) -> str:
    """A field of one record, for what is missing there to follow from what is mistyped."""
    return f"{source.root.mark} {'.'.join(map(str, (*path, key)))}"


def _unknown(record_class: type[Record], source: Source, path: Path) -> Problem:
    titles = {field.key: field.title for field in _fields_at(record_class, path[:-1])}
    labels = {key: (title,) for key, title in titles.items()}
    # By its key or by what it is called: «telefon» is «phone».
    meant = nearest_by_label(str(path[-1]), labels)
    message = Message(_UNKNOWN, field=path[-1], hint=_meant(str(path[-1]), meant, titles))
    causes = (_place_of(source, path[:-1], meant),) if meant else ()
    return Problem(source.key_at(*path), UNKNOWN_RULE, message, causes=causes)


def _meant(written: str, meant: str | None, titles: dict[str, str]) -> Message:
    if meant is None:
        return NOTHING
    if nearest(written, titles):
        return Message(_MEANT, suggestion=meant)
    return Message(_MEANT_TITLED, suggestion=meant, title=Message(titles[meant]))


def _field(path: Path) -> str:
    """The last name in a path: what the administrator calls the place."""
    return next((step for step in reversed(path) if isinstance(step, str)), "posten")


def _fields_at(record_class: type[Part], path: Path) -> tuple[Description, ...]:
    """The fields that may stand in the mapping at a path."""
    current: type[Part] = record_class
    for step in path:
        if isinstance(step, str):
            inner = next((group_in(field.value) for field in described(current) if field.key == step), None)
            if inner is None:
                return ()
            current = inner
    return described(current)


def _value_at(record_class: type[Part], path: Path) -> Value | None:
    """What may stand at a path, outside the lists around it."""
    names = [index for index, step in enumerate(path) if isinstance(step, str)]
    if not names:
        return None
    fields = _fields_at(record_class, path[: names[-1]])
    value = next((field.value for field in fields if field.key == path[names[-1]]), None)
    while isinstance(value, Many | OneOrMany):
        value = value.item if isinstance(value, Many) else value.one
    return value


def _choice(error: ErrorDetails, value: Value | None) -> Message:
    """Names the nearest choice where there is one; where there is not, all of them, or the nearest of many."""
    written = error["input"]
    if not isinstance(written, str):
        return EMPTY if written is None else SEVERAL
    labels = {word.value: (word.label,) for word in value.words} if isinstance(value, Choice) else {}
    suggestion = nearest_by_label(written, labels)
    if suggestion:
        return Message(_NO_CHOICE, value=written, suggestion=suggestion)
    if len(labels) <= _FEW_CHOICES:
        return Message(_CHOICES, value=written, expected=", ".join(labels))
    near = ", ".join(most_like(written, labels, _NAMED))
    return Message(_MANY_CHOICES, value=written, nearest=near, count=len(labels))


def _list(error: ErrorDetails) -> Message:
    """Signs that are put before the points of a list, and make none."""
    written = error["input"]
    sign = written.strip()[:1] if isinstance(written, str) else ""
    return Message(_LIST_SIGN, sign=sign) if sign and sign in "•·–—*-" else Message(_LIST)


#: pydantic's error type -> what to tell the administrator.
_FAULTS: dict[str, Callable[[ErrorDetails], Message]] = {
    "handbok": lambda e: e["ctx"]["message"],
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
    "tuple_type": _list,
    "too_short": lambda _: Message("må ha minst ett punkt"),
    "model_type": lambda _: Message("skal ha felter under seg, ikke bare tekst"),
}


def _fault(error: ErrorDetails, value: Value | None) -> Message:
    if error["type"] == "enum":
        return _choice(error, value)
    explain = _FAULTS.get(error["type"])
    return explain(error) if explain else Message("er ikke riktig ({detail})", detail=error["msg"])
