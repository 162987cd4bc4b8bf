"""Makes single mistakes in good files, of the kinds that people make, and knows where each must be reported.

The record classes say what stands where: every value in a file is visited together with the description
of its field, and each maker of mistakes picks the values it knows how to spoil."""

from __future__ import annotations

import random
from collections.abc import Callable

from builder.load.tree import Mapping, Scalar, Sequence
from builder.model.description import Choice, Many, Reference, WholeNumber
from builder.model.formats import (
    CITATION,
    DATE,
    EMAIL,
    IDENTIFIER,
    PHONE,
    PROSE,
    TEXT,
    TIME,
    WEB_ADDRESS,
    Format,
)

from tests.check.places import File, Mistake, Place, places

SHAPE = frozenset({"shape"})
YAML = frozenset({"yaml"})


def _spoiled(place: Place, sort: str, new_line: str | list[str], rules: frozenset[str], **more: object) -> Mistake:
    """The file with one line written anew."""
    lines = list(place.file.lines)
    lines[place.line - 1 : place.line] = [new_line] if isinstance(new_line, str) else new_line
    line = more.pop("line", place.line)
    if rules & {"yaml"}:
        more = {"slack": 2, **more, "gone": place.file.ids}
    return Mistake(sort, place.file.name, "\n".join(lines) + "\n", line, rules, **more)  # type: ignore[arg-type]


def _with_value(place: Place, sort: str, value: str, rules: frozenset[str], **more: object) -> Mistake:
    """The file with another value in a field that stands alone on its line."""
    before = place.file.lines[place.line - 1]
    assert isinstance(place.node, Scalar)
    assert place.node.text
    return _spoiled(place, sort, before[: len(before) - len(place.node.text)] + value, rules, **more)


def _written(*kinds: Format) -> Callable[[Place], bool]:
    return lambda place: place.own_line and place.value in kinds


Maker = tuple[str, Callable[[Place], bool], Callable[[Place], Mistake]]


def _value_maker(
    sort: str, suits: Callable[[Place], bool], value: Callable[[str], str], *rules: str, also: str = ""
) -> Maker:
    def make(place: Place) -> Mistake:
        assert isinstance(place.node, Scalar)
        # An act that cannot be read is missed by those who cite it; other records are still known by their ids.
        # A shared contact that is renamed is missed by the local facts about it.
        gone = place.file.ids if place.file.kind == "laws" else (place.node.text or "",) * (place.field.key == "id")
        return _with_value(
            place, sort, value(place.node.text or ""), frozenset(rules), gone=gone, also=frozenset({also})
        )

    return sort, suits, make


def _removed(place: Place) -> Mistake:
    gone = place.file.ids if place.top else ()
    line = place.mapping.mark.line
    return _spoiled(place, "a required field is gone", [], frozenset({"missing-field"}), line=line, gone=gone)


def _mistyped(place: Place) -> Mistake:
    key = place.field.key
    typo = key[:-2] + key[-1] + key[-2] if key[-1] != key[-2] else key[:-1]
    before = place.file.lines[place.line - 1]
    column = place.indent
    return _spoiled(
        place,
        "a field name is mistyped",
        before[:column] + typo + before[column + len(key) :],
        frozenset({"unknown-field", "missing-field"}),
        gone=place.file.ids,
    )


def _twice(place: Place) -> Mistake:
    before = place.file.lines[place.line - 1]
    again = " " * place.indent + before[place.indent :]
    return _spoiled(place, "a field stands twice", [before, again], YAML, line=place.line + 1, slack=0)


def _pushed_in(place: Place) -> Mistake:
    return _spoiled(place, "indentation is broken", " " + place.file.lines[place.line - 1], YAML)


def _tabbed(place: Place) -> Mistake:
    before = place.file.lines[place.line - 1]
    return _spoiled(place, "a tab for indentation", "\t" + before.lstrip(), YAML)


def _follows_plain_line(place: Place) -> bool:
    """Whether the line above is a plain value of the same mapping, so that more indentation cannot be right."""
    keys = list(place.mapping.fields)
    position = keys.index(place.field.key)
    if not place.own_line or position == 0:
        return False
    above = place.mapping.fields[keys[position - 1]]
    text = place.file.lines[place.line - 2]
    plain = (
        isinstance(above, Scalar) and above.text is not None and text.endswith(f"{keys[position - 1]}: {above.text}")
    )
    return plain and place.mapping.keys[keys[position - 1]].line == place.line - 1


def _no_quotes_below(place: Place) -> bool:
    return (
        place.own_line
        and place.value in (TEXT, PROSE)
        and not any('"' in x for x in place.file.lines[place.line - 1 :])
    )


def _duplicate(place: Place) -> Mistake:
    """The id of the record before, in a file that is a list."""
    records = place.file.records
    earlier = records[next(i for i, r in enumerate(records) if r is place.mapping) - 1]
    assert isinstance(place.node, Scalar)
    gone = (place.node.text or "",)
    return _with_value(place, "an id is used twice", earlier.text("id") or "", frozenset({"duplicate-id"}), gone=gone)


def _is_later_in_list(place: Place) -> bool:
    return place.top and place.field.key == "id" and place.own_line and place.file.records[0] is not place.mapping


def _lost_base(place: Place) -> Mistake:
    number = next(i for i, text in enumerate(place.file.lines, 1) if text.startswith("extends: "))
    lines = list(place.file.lines)
    lines[number - 1] += "-finnes-ikke"
    text = "\n".join(lines) + "\n"
    return Mistake("extends leads nowhere", place.file.name, text, number, frozenset({"extends"}), place.file.ids)


def _several(place: Place) -> Mistake:
    assert isinstance(place.node, Scalar)
    both = f"[{place.node.text}, {place.node.text}]"
    return _with_value(place, "several are responsible", both, frozenset({"one-responsible"}))


def _named(*keys: str) -> Callable[[Place], bool]:
    return lambda place: place.own_line and place.field.key in keys


def _is(*kinds: type) -> Callable[[Place], bool]:
    return lambda place: place.own_line and isinstance(place.value, kinds)


def _flow_list(place: Place) -> bool:
    text = place.file.lines[place.line - 1]
    return (
        isinstance(place.value, Many) and text.lstrip(" -").startswith(f"{place.field.key}: [") and text.endswith("]")
    )


def _not_a_list(place: Place) -> Mistake:
    before = place.file.lines[place.line - 1]
    text = before[: before.index(": [")] + ": bare tekst"
    return _spoiled(place, "text where a list belongs", text, SHAPE, gone=place.file.ids)


def _cited(place: Place) -> Mistake:
    """One citation of a list, each on its own line."""
    assert isinstance(place.node, Sequence)
    number = place.node.items[0].mark.line
    lines = list(place.file.lines)
    kinds = ("tulleloven § 3", "barnevernsloven § 99-99", "barnevernsloven", "barneverntjenesteloven § 4-2")
    new = kinds[number % len(kinds)]
    lines[number - 1] = lines[number - 1][: lines[number - 1].index("- ") + 2] + new
    text = "\n".join(lines) + "\n"
    return Mistake("law that does not apply", place.file.name, text, number, frozenset({"law-citation"}))


def _cites_on_lines(place: Place) -> bool:
    if place.file.kind == "laws" or not isinstance(place.value, Many) or place.value.item is not CITATION:
        return False
    first = place.node.items[0] if isinstance(place.node, Sequence) and place.node.items else None
    if not isinstance(first, Scalar):
        return False
    return place.file.lines[first.mark.line - 1].strip() == f"- {first.text}"


_PROSE = _written(PROSE)
_ANY_TEXT = _written(TEXT, PROSE)

MAKERS: tuple[Maker, ...] = (
    ("a required field is gone", lambda p: p.field.required and p.own_line and not p.local and not (p.first and not (p.top and p.indent == 0)) and p.field.key not in ("id", "name"), _removed),
    ("a field name is mistyped", lambda p: p.own_line and len(p.field.key) > 3, _mistyped),
    ("a field stands twice", lambda p: p.own_line, _twice),
    ("indentation is broken", _follows_plain_line, _pushed_in),
    ("a tab for indentation", lambda p: p.own_line and p.indent > 0 and not p.first, _tabbed),
    ("an id is used twice", _is_later_in_list, _duplicate),
    ("extends leads nowhere", lambda p: p.top and p.local and p.field.key == "id" and len(p.file.records) == 1 and any(t.startswith("extends: ") for t in p.file.lines), _lost_base),
    ("several are responsible", _named("responsible"), _several),
    ("text where a list belongs", _flow_list, _not_a_list),
    ("law that does not apply", _cites_on_lines, _cited),
    _value_maker("a quote is not closed", _no_quotes_below, lambda v: f'"{v}', "yaml"),
    _value_maker("a colon in plain text", _ANY_TEXT, lambda v: f"{v}: ja", "yaml"),
    _value_maker("an anchor", _ANY_TEXT, lambda v: f"&x {v}", "yaml"),
    _value_maker("an invisible character", _ANY_TEXT, lambda v: f"{v}\u200b", "yaml"),
    _value_maker("a list where text belongs", _ANY_TEXT, lambda v: "[a, b]", "shape"),
    _value_maker("a word that is no choice", _is(Choice), lambda v: f"{v}-tull", "shape"),
    _value_maker("a number that is too big", _is(WholeNumber), lambda v: "9999", "shape"),
    _value_maker("a word where a number belongs", _is(WholeNumber), lambda v: "mange", "shape"),
    _value_maker("a broken reference", _is(Reference), lambda v: f"finnes-ikke-{v}", "unknown-reference"),
    _value_maker("a date that is not in the calendar", _written(DATE), lambda v: "2026-02-30", "shape"),
    _value_maker("a date written another way", _written(DATE), lambda v: "31.12.2026", "shape"),
    _value_maker("a time that is not", _written(TIME), lambda v: "25:00", "shape"),
    _value_maker("an impossible phone number", _written(PHONE), lambda v: "12345", "shape"),
    _value_maker("an impossible e-mail address", _written(EMAIL), lambda v: v.replace("@", " at "), "shape"),
    _value_maker("an impossible web address", _written(WEB_ADDRESS), lambda v: v.replace("https", "http"), "shape"),
    _value_maker("an impossible id", lambda p: _written(IDENTIFIER)(p) and p.field.key == "id" and not p.top, lambda v: f"{v} Ny", "shape"),
    _value_maker("an unknown step", _named("step"), lambda v: f"{v}-finnes-ikke", "unknown-step", "step-unreachable"),
    # After «født» it is also somebody's day of birth.
    _value_maker(
        "an identity number", _ANY_TEXT, lambda v: f"{v} 010203 00000", "national-identity-number", also="client-details"
    ),
    _value_maker("a link that leads nowhere", _PROSE, lambda v: f"{v} Se [her](services:finnes-ikke).", "prose-link"),
    _value_maker("a link that is not safe", _PROSE, lambda v: f"{v} Se [her](http://a.no).", "prose-link"),
    _value_maker("HTML in text", _PROSE, lambda v: f"{v} <b>Viktig</b>", "prose-markup"),
    _value_maker("a heading in text", _PROSE, lambda v: f"'## {v.replace(chr(39), '')}'", "prose-markup"),
    _value_maker("an empty field", lambda p: _ANY_TEXT(p) and p.field.required and not p.local, lambda v: '""', "shape"),
)  # fmt: skip


def restated(files: list[File]) -> Callable[[Place], bool]:
    """Whether a local record may say the same anew or add to it, so that a mistake is not seen, or seen there too.

    What is required is missed in the addition, which is the record as it is in the end.
    """
    records = [(file, record) for file in files for record in file.records if "extends" in record.fields]
    extended = {(file.kind, record.text("extends")) for file, record in records}
    local = {file.name for file, _ in records}
    anew = {(file.kind, place.field.key) for file in files if file.name in local for place in places(file)}
    added = [(file.kind, record.fields["add"]) for file, record in records if "add" in record.fields]
    anew |= {(kind, key) for kind, node in added if isinstance(node, Mapping) for key in node.fields}

    def may_be(place: Place) -> bool:
        file = place.file
        if place.local or not any((file.kind, record.text("id")) in extended for record in file.records):
            return False
        return place.field.required or (file.kind, place.field.key) in anew

    return may_be


def made(files: list[File], each: int, seed: int) -> list[Mistake]:
    """Mistakes of every sort, the same for the same seed; where there is little to choose from, fewer of a sort."""
    chance = random.Random(seed)
    said_anew = restated(files)
    everywhere = [
        place
        for file in files
        for place in places(file)
        if (file.kind != "laws" or chance.random() < 0.1) and not said_anew(place)
    ]
    mistakes = []
    for _, suits, make in MAKERS:
        suited = [place for place in everywhere if suits(place)]
        mistakes += [make(place) for place in chance.sample(suited, min(each, len(suited)))]
    return mistakes
