"""`handbok check`: every finding, without building."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from builder import clock
from builder.check import Checked, check
from builder.cli.formats import Format
from builder.cli.formats.excerpt import Excerpts
from builder.cli.formats.text import as_text, summary
from builder.cli.formats.writers import WRITERS
from builder.cli.options import chosen, plain_errors
from builder.cli.screen import out
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.problem import Problem, Severity, has_errors, in_order
from builder.thrift import without_garbage_collection

Translate = Callable[[str], str]


def results(folder: Path, names: Sequence[str] | None) -> Iterator[Checked]:
    """The municipalities asked for, each checked. Let go of one before the next, and memory stays the same."""
    slugs = chosen(folder, names)
    source = Folder(folder, KINDS)
    with plain_errors(), without_garbage_collection():
        today = clock.today()
        for slug in slugs:
            yield check(source.load(slug), today)


def checked(folder: Path, names: Sequence[str] | None) -> tuple[Problem, ...]:
    """Everything that is wrong in the municipalities asked for."""
    return in_order(problem for result in results(folder, names) for problem in result.problems)


def show(problems: tuple[Problem, ...], output_format: Format, lines: bool, translate: Translate) -> None:
    """Prints the findings; with the line of each in text for people, unless it is not wanted."""
    if output_format is Format.TEXT:
        as_text(problems, out, translate, Excerpts() if lines else None)
        out.print(summary(problems, translate), style="bold")
    else:
        print(WRITERS[output_format](problems, translate))


def failed(problems: tuple[Problem, ...], strict: bool) -> bool:
    """Whether the check failed: on errors, and when strict on warnings too. Advice never fails a check."""
    return has_errors(problems) or (strict and any(problem.severity is Severity.WARNING for problem in problems))
