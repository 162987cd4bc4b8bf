"""`handbok diff`: what has changed between two states, record by record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder import clock
from builder.changes import Difference, differences
from builder.changes.git import NotThereYet, RevisionError
from builder.changes.reading import ForReaders, for_readers
from builder.changes.revisions import in_file, in_folder, in_git
from builder.changes.state import State
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.formats.json_text import json_text
from builder.cli.formats.names import DiffFormat
from builder.cli.formats.summary import new_handbook, summary
from builder.cli.options import chosen
from builder.cli.terminal import Terminal, Translate
from builder.i18n import N_
from builder.problem import one_or_more


@dataclass(frozen=True, slots=True)
class Compared:
    """One municipality in two states; `before` is None where there was none."""

    before: State | None
    after: State
    differences: tuple[Difference, ...] = ()

    @property
    def name(self) -> str:
        return self.after.handbook.municipality.label

    def for_readers(self) -> ForReaders | None:
        """The pages and prints that change; None where one of the states cannot be made into pages."""
        if self.before and self.before.whole and self.after.whole:
            return for_readers(self.before.handbook, self.after.handbook)
        return None


def compared(
    folder: Path, names: Sequence[str] | None, before: str, after: str | None, language: str
) -> list[Compared]:
    """Each municipality compared. Raises WrongUse where a state cannot be read."""
    with plain_errors():
        try:
            return [_compared(old, new, language) for old, new in _pairs(folder, names, before, after)]
        except RevisionError as error:
            raise WrongUse(error.message) from error


def _compared(before: State | None, after: State, language: str) -> Compared:
    return Compared(before, after, differences(before, after, language) if before else ())


def _pairs(
    folder: Path, names: Sequence[str] | None, before: str, after: str | None
) -> list[tuple[State | None, State]]:
    """The states to compare. A published one says itself which municipality it is."""
    published = [in_file(Path(one)) for one in (before, after) if one is not None and Path(one).exists()]
    slugs = tuple({state.slug: None for state in published}) or chosen(folder, names)
    return [(_earlier(folder, before, slug), _state(folder, after, slug)) for slug in slugs]


def _earlier(folder: Path, which: str, slug: str) -> State | None:
    """The state before, or None where the handbook is newer than that."""
    try:
        return _state(folder, which, slug)
    except NotThereYet:
        return None


def _state(folder: Path, which: str | None, slug: str) -> State:
    today = clock.today()
    if which is None:
        return in_folder(folder, slug, today)
    return in_file(Path(which)) if Path(which).exists() else in_git(folder, which, slug, today)


def show(results: Sequence[Compared], output_format: DiffFormat, everything: bool, terminal: Terminal) -> None:
    """Prints what has changed; what only editors follow is left out of text unless it is asked for."""
    for result in results:
        _warn(result, terminal)
    if output_format is DiffFormat.JSON:
        terminal.give(json_text([_as_dict(result) for result in results]))
        return
    for result in results:
        told = [difference for difference in result.differences if everything or not difference.minor]
        if output_format is DiffFormat.MARKDOWN:
            terminal.give("\n".join(_markdown(result, told, terminal.translate)) + "\n")
        else:
            _text(result, told, terminal)


def _text(result: Compared, told: Sequence[Difference], terminal: Terminal) -> None:
    terminal.say("{name}", style="bold", name=result.name)
    nothing = N_("Ingenting er endret.") if result.before else N_("Hele håndboka er ny.")
    for line in [difference.text for difference in told] or [terminal.translate(nothing)]:
        terminal.say("  {line}", line=line)


def _warn(result: Compared, terminal: Terminal) -> None:
    """Records that cannot be read count as not there; who compares must know."""
    for state in (result.before, result.after):
        if state and state.faults:
            told = one_or_more(
                "{name}: {count} feil i den ene utgaven; det som ikke kan leses, regnes som borte.",
                "{name}: {count} feil i den ene utgaven; det som ikke kan leses, regnes som borte.",
                state.faults,
                name=result.name,
            )
            terminal.complain_of(told)


def _markdown(result: Compared, told: Sequence[Difference], translate: Translate) -> Iterable[str]:
    if result.before is None:
        return new_handbook(result.name, translate)
    return summary(result.name, told, result.for_readers(), translate)


def _as_dict(result: Compared) -> dict[str, object]:
    return {
        "municipality": result.after.slug,
        "new": result.before is None,
        "changes": [
            {
                "record": f"{one.kind}:{one.id}",
                "action": one.action.value,
                "field": one.field,
                "text": one.text,
                "minor": one.minor,
            }
            for one in result.differences
        ],
    }
