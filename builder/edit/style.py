"""The style of data files: fields in the order of the model, lines of a width, and each comment with what it is about.

A value is written anew only where it has lines that are too wide, or a short list that is not in brackets; one with a
comment within is left as it stands. That the text still means the same is for `document` to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from builder.edit import places, writing
from builder.edit.values import Plain
from builder.load.tree import plain
from builder.load.yaml_text import parse

#: What the parser counts as the end of a line, and we do not.
_OTHER_BREAKS = re.compile("[\r\x85\u2028\u2029]")


def styled(text: str, order: Sequence[str]) -> str:
    """The text of a file in the style, its records with their fields in `order`; what is not named stays put."""
    lines = [line.rstrip(" \t") for line in text.replace("\r\n", "\n").rstrip().split("\n")]
    whole = "\n".join(lines) + "\n"
    if _OTHER_BREAKS.search(whole):
        return whole
    top = places.root(whole).value
    records = top.value if isinstance(top, yaml.SequenceNode) else [top]
    if places.in_brackets(top) or not all(_in_lines(record) for record in records):
        return whole
    starts = [record.value[0][0].start_mark.line for record in records]
    written = lines[: starts[0]]
    for record, begin, end in zip(records, starts, [*starts[1:], len(lines)], strict=True):
        written += _record(record, lines[begin:end], order, is_item=top is not record)
    return "\n".join(written) + "\n"


def _in_lines(record: yaml.Node) -> bool:
    return isinstance(record, yaml.MappingNode) and not places.in_brackets(record) and bool(record.value)


def _record(record: yaml.MappingNode, lines: list[str], order: Sequence[str], is_item: bool) -> list[str]:
    """The lines of a record; the first field of one in a list stands after its dash, and stays there."""
    names = [key.value for key, _ in record.value]
    first = record.value[0][0].start_mark
    starts = [key.start_mark.line - first.line for key, _ in record.value]
    begins = [0, *(_with_comments(lines, start, first.column) for start in starts[1:])]
    tail = _with_comments(lines, len(lines), first.column)
    fields = [
        lines[begin:start] + _field(lines[start:end], name, first.column)
        for name, begin, start, end in zip(names, begins, starts, [*begins[1:], tail], strict=True)
    ]
    kept = 1 if is_item else 0
    ranks = list(_ranks(names, order))
    numbers = [*range(kept), *sorted(range(kept, len(names)), key=ranks.__getitem__)]
    return [line for number in numbers for line in fields[number]] + lines[tail:]


def _ranks(names: Sequence[str], order: Sequence[str]) -> Iterator[int]:
    """The place of each field; one that is not in the order follows the one it stands after."""
    rank = -1
    for name in names:
        rank = order.index(name) if name in order else rank
        yield rank


def _with_comments(lines: Sequence[str], start: int, column: int) -> int:
    """Where the comments right above a line begin; those further in belong to what is above them."""
    while start > 0 and _is_apart(lines[start - 1], column):
        start -= 1
    return start


def _is_apart(line: str, column: int) -> bool:
    bare = line.lstrip(" ")
    return not bare or (bare.startswith("#") and len(line) - len(bare) <= column)


def _field(lines: list[str], name: str, column: int) -> list[str]:
    wide = any(len(line) > writing.WIDTH for line in lines)
    listed = len(lines) > 1 and lines[1].lstrip(" ").startswith("- ")
    if any("#" in line for line in lines) or not (wide or listed):
        return lines
    value = _read([lines[0][column:], *lines[1:]], name)
    if value is None:
        return lines
    new = f"{lines[0][:column]}{writing.on_line(name)}:{writing.after_key(value, name, column)}".split("\n")
    return new if wide or len(new) == 1 else lines


def _read(lines: list[str], name: str) -> Plain:
    """The value of a field by itself, as our own reader has it; None where it cannot be read so."""
    margin = min((len(one) - len(one.lstrip(" ")) for one in lines[1:] if one), default=0)
    inner = [lines[0], *("  " + one[margin:] for one in lines[1:])]
    tree, problems = parse("", ("\n".join(inner) + "\n").encode())
    read = plain(tree) if tree is not None and not problems else None
    return read.get(name) if isinstance(read, dict) else None
