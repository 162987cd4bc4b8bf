"""What can be wrong in the data, and where: the one currency of every check."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from builder.shown import one_line, shortened

#: So much of a value is shown in a finding; the line it stands on is shown too.
_LONGEST = 200


class Severity(StrEnum):
    """How a problem weighs: an error stops the build, a warning and an advice do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Mark(NamedTuple):
    """A place in a file. `line` and `column` count from 1, as editors do. Every value has one, so it is a light one."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Message:
    """A sentence for the administrator, translated when it is shown rather than when it is made.

    `template` is the bokmål sentence, which is also its key in the gettext catalogues;
    `values` fill its `{name}` fields. `one` is the sentence where its `{count}` is one (see `one_or_more`).
    """

    __slots__ = ("one", "template", "values")

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        self.one: str | None = None

    @classmethod
    def recalled(cls, template: str, values: dict[str, object], one: str | None = None) -> Message:
        """A sentence that was made before, from what was kept of it."""
        made = cls(template, **values)
        made.one = one
        return made

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The finished sentence; `translate` looks a template up in a catalogue."""
        if not self.template:  # in a catalogue the empty text is the key of its own description
            return ""
        filled = {
            name: value.text(translate) if isinstance(value, Message) else value for name, value in self.values.items()
        }
        return self._translated(translate).format(**filled)

    def _translated(self, translate: Callable[[str], str]) -> str:
        count = self.values.get("count")
        if self.one is None or not isinstance(count, int):
            return translate(self.template)
        return plural(translate, self.one, self.template, count)

    def showing(self, show: Callable[[object], object]) -> Message:
        """The same sentence with each value as `show` gives it."""
        return self.recalled(self.template, {name: show(value) for name, value in self.values.items()}, self.one)

    def __repr__(self) -> str:
        return f"Message({self.text()!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.template, self.values) == (other.template, other.values)

    def __hash__(self) -> int:
        return hash((self.template, tuple(sorted((k, str(v)) for k, v in self.values.items()))))


def one_or_more(one: str, many: str, count: int, **values: object) -> Message:
    """A sentence of one thing or of several; `count` fills `{count}`. Languages may tell more than the two apart."""
    return Message.recalled(many, {"count": count, **values}, one)


def plural(translate: Callable[[str], str], one: str, many: str, count: int) -> str:
    """The sentence for so many, by what `translate` is of: a catalogue knows how its language counts."""
    by_number = getattr(getattr(translate, "__self__", None), "ngettext", None)
    if by_number is None:
        return translate(one if count == 1 else many)
    said = by_number(one, many, count)
    assert isinstance(said, str)
    return said


#: Takes what somebody should know of and nobody has done wrong.
Tell = Callable[[Message], object]


def silently(_: Message) -> None:
    """For those who tell nobody."""


_NO_TEXT = ""
#: For a part of a sentence that is left out.
NOTHING = Message(_NO_TEXT)


class Alike(NamedTuple):
    """What findings that are alike are told as when they are many: a sentence of them all, and the name of this one.

    The sentence may use {count}, {place} and {names}.
    """

    sentence: str
    name: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: where, by which rule, how serious, and what to do about it."""

    mark: Mark
    rule: str
    message: Message = field(compare=True)
    severity: Severity = Severity.ERROR
    alike: Alike | None = field(default=None, compare=False)
    #: What is not there because of this: «services:ppt», «contacts:ppt.leder».
    causes: tuple[str, ...] = field(default=(), compare=False)
    #: What this would not be told of if it were there: one of these.
    follows: tuple[str, ...] = field(default=(), compare=False)
    #: How many findings this stands for: itself, or those that are too many to be told.
    count: int = 1

    def text(self, translate: Callable[[str], str] = str) -> str:
        """What is wrong, in one line, whatever the values it names hold."""
        return one_line(self.message.showing(_in_short).text(translate))

    @property
    def place(self) -> str:
        """`path:line:column`, in one line."""
        return one_line(str(self.mark))

    @property
    def sort_key(self) -> tuple[Mark, str, str]:
        return (self.mark, self.rule, self.message.text())


def _in_short(value: object) -> object:
    """A value as it is shown in a finding; numbers and days are as they are."""
    if isinstance(value, Message):
        return value.showing(_in_short)
    return shortened(value, _LONGEST) if isinstance(value, str) else value


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems once each, by file, line, column and rule: the same in every run."""
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))


def number_of(problems: Iterable[Problem]) -> int:
    """How many there are, with those that are not told one by one."""
    return sum(problem.count for problem in problems)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems must stop a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
