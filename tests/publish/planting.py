"""A handbook with something hostile in every text field of every kind, and the reading back of it.

What is planted follows from the model: a new field, or a new kind, is covered by itself.
"""

from __future__ import annotations

import functools
import itertools
import re
import typing
from collections.abc import Iterator
from pathlib import Path

from builder.model.base import Part, Record
from builder.model.fields import HoldsMarkdown, Prose, Text
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS
from builder.model.references import marker_of
from pydantic import TypeAdapter, ValidationError

from tests.support import TODAY, filled

PAYLOADS = tuple(
    line
    for line in Path(__file__).with_name("payloads.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith(("# What", "# f", "# c", "## HTML", "## Te", "## Fo", "## Ma", "## Sp", "## Ca", "## Wo"))
)
#: Ways to stand in running text: alone, between paragraphs, in a list, in a link, emphasised, after what is a line's end.
AROUND = (
    "{}", "Før\n\n{}\n\nEtter", "- {}\n- {}", "[{}](https://kommune.example)", "**{}**", "a\u2028{}\u2029{}", "1. a\n\n    {}",
)  # fmt: skip
#: Records of each kind, so that there is a field for every payload. What a handbook has one of, it has one of.
COPIES = 2
_HOLE = "her plantes"
_MARK = re.compile(r"Z([0-9]+)Q")


def taken(kind: typing.Any, text: str) -> bool:
    """Whether a field of a kind takes a text."""
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError:
        return False
    return True


#: What may be planted: all that is let through by the field itself, also where a rule would stop the build.
ON_ONE_LINE = tuple(payload for payload in PAYLOADS if taken(Text, payload))
IN_PROSE = tuple(
    text for n, payload in enumerate(PAYLOADS) if taken(Prose, text := AROUND[n % len(AROUND)].replace("{}", payload))
)


class Planted:
    """A handbook, and which text each number in it stands behind."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.prose: list[str] = []
        self._lines, self._prose = itertools.cycle(ON_ONE_LINE), itertools.cycle(IN_PROSE)
        records: dict[str, dict[str, Record]] = {
            name: {key: self._record(kind.record, key) for key in ("x", *(f"x{n}" for n in range(1, COPIES)))}
            for name, kind in KINDS.items()
        }
        municipality = records["municipality"] = {"x": records["municipality"]["x"]}
        self.handbook = Handbook(typing.cast(typing.Any, municipality["x"]), records, TODAY)

    def _record(self, kind: type[Record], key: str) -> Record:
        record = kind.model_validate({**filled(kind, _HOLE), "id": key})
        return typing.cast(Record, self._planted(record))

    def _planted(self, part: Part) -> Part:
        values = {name: self._in(part, name, getattr(part, name)) for name in type(part).model_fields}
        return part.model_copy(update=values)

    def _in(self, part: Part, name: str, value: object) -> object:
        if isinstance(value, Part):
            return self._planted(value)
        if isinstance(value, tuple):
            return tuple(self._in(part, name, one) for one in value)
        if value != _HOLE:
            return value
        return self._running() if isinstance(marker_of(type(part), name), HoldsMarkdown) else self._line()

    def _running(self) -> str:
        self.prose.append(next(self._prose))
        return self.prose[-1]

    def _line(self) -> str:
        self.texts.append(next(self._lines))
        # The stars are signs like any other: a text that is shown as running text loses them.
        return f"{self.texts[-1]} *Z{len(self.texts) - 1}Q*"

    def changed(self, shown: str) -> Iterator[tuple[str, str]]:
        """Each planted text that is not shown as it was written, with what is shown instead."""
        shown = " ".join(shown.split()).casefold()
        for mark in _MARK.finditer(shown.upper()):
            expected = " ".join(f"{self.texts[int(mark[1])]} *".split()).casefold()
            before = shown[: mark.start()]
            if not before.endswith(expected):
                yield expected, before[-len(expected) - 20 :]


@functools.cache
def planted() -> Planted:
    """The same in every test of a process; nothing in it changes."""
    return Planted()
