"""`handbok diff`: what has changed between two states, record by record."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from builder import clock
from builder.changes import Difference, differences
from builder.changes.revisions import RevisionError, in_file, in_folder, in_git
from builder.changes.state import State
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.formats.names import DiffFormat
from builder.cli.options import chosen
from builder.cli.terminal import Terminal, Translate
from builder.i18n import N_

_MARKDOWN_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~]")


@dataclass(frozen=True, slots=True)
class Compared:
    """One municipality in two states."""

    before: State
    after: State
    differences: tuple[Difference, ...]

    @property
    def name(self) -> str:
        return self.after.handbook.municipality.label


def compared(
    folder: Path, names: Sequence[str] | None, before: str, after: str | None, language: str
) -> list[Compared]:
    """Each municipality compared. Raises WrongUse where a state cannot be read."""
    with plain_errors():
        try:
            return [
                Compared(old, new, differences(old, new, language)) for old, new in _pairs(folder, names, before, after)
            ]
        except RevisionError as error:
            raise WrongUse(error.message) from error


def _pairs(folder: Path, names: Sequence[str] | None, before: str, after: str | None) -> list[tuple[State, State]]:
    """The states to compare. A published one says itself which municipality it is."""
    published = [in_file(Path(one)) for one in (before, after) if one is not None and Path(one).exists()]
    slugs = tuple({state.slug: None for state in published}) or chosen(folder, names)
    return [(_state(folder, before, slug), _state(folder, after, slug)) for slug in slugs]


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
        print(json.dumps([_as_dict(result) for result in results], ensure_ascii=False, indent=2))
        return
    for result in results:
        told = [difference for difference in result.differences if everything or not difference.minor]
        if output_format is DiffFormat.MARKDOWN:
            print("\n".join(_markdown(result.name, told, terminal.translate)))
        else:
            terminal.out.print(result.name, style="bold", markup=False)
            for difference in told:
                terminal.out.print(f"  {difference.text}", markup=False, soft_wrap=True)
            if not told:
                terminal.out.print(f"  {terminal.translate(N_('Ingenting er endret.'))}")


def _warn(result: Compared, terminal: Terminal) -> None:
    """Records that cannot be read count as not there; who compares must know."""
    for state in (result.before, result.after):
        if state.faults:
            terminal.complain(
                N_("{name}: {count} feil i den ene utgaven; det som ikke kan leses, regnes som borte."),
                style="yellow",
                name=result.name,
                count=state.faults,
            )


def _markdown(name: str, told: Sequence[Difference], translate: Translate) -> list[str]:
    lines = [f"- {_MARKDOWN_SPECIAL.sub(lambda found: chr(92) + found.group(), one.text)}" for one in told]
    return [f"## {name}", "", *(lines or [translate(N_("Ingenting er endret."))]), ""]


def _as_dict(result: Compared) -> dict[str, object]:
    return {
        "municipality": result.after.slug,
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
