"""`handbok check`: every finding, without building. What was found before is not looked for again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from builder.cache.checks import Checks
from builder.check.cascades import folded, unfolded
from builder.check.work import Work
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.formats.excerpt import Excerpts
from builder.cli.formats.names import Format
from builder.cli.formats.text import as_text, summary
from builder.cli.not_kept import tell_not_kept
from builder.cli.terminal import Terminal
from builder.gc import without_garbage_collection
from builder.load.folder import RULE, strangers
from builder.problem import Mark, Problem, Severity, has_errors, in_order, number_of, one_or_more

if TYPE_CHECKING:
    from builder.changes.since import Lines

Problems = tuple[Problem, ...]


def findings(folder: Path, slugs: Sequence[str], fresh: bool, terminal: Terminal) -> Problems:
    """Everything that is wrong in the municipalities. Only those that have changed are checked, or all when fresh."""
    with plain_errors(), without_garbage_collection():
        checks = Checks(folder, slugs)
        known = {} if fresh else checks.recall()
        if changed := [slug for slug in slugs if slug not in known]:
            work = Work(None if fresh else checks.recall_work())
            found = dict(check_anew(folder, changed, work))
            checks.learn(found, work.grown)
            known |= found
    if checks.failure:
        tell_not_kept(checks.failure, terminal)
    return in_order(problem for slug in slugs for problem in known[slug])


def strangers_in(folder: Path) -> Problems:
    """What is wrong with whatever lies among the municipalities and is none of them."""
    with plain_errors():
        found = [Problem(Mark(path), RULE, message, severity) for path, message, severity in strangers(folder)]
    if not found:
        return ()
    from builder.check.masking import without_traces

    return tuple(map(without_traces, found))


def check_anew(folder: Path, slugs: Iterable[str], work: Work) -> Iterator[tuple[str, Problems]]:
    """What is wrong in each municipality."""
    from builder.check.municipalities import check_each

    return ((checked.slug, checked.problems) for checked in check_each(folder, slugs, work))


def of_municipality(problems: Problems, folder: Path) -> Problems:
    """As `for_municipality`, without telling."""
    from builder.load.library_version import is_followed
    from builder.load.shared import is_shared

    with plain_errors():
        if not is_followed(folder):
            return problems
    return tuple(one for one in problems if one.severity is Severity.ERROR or not is_shared(one.mark.path))


def for_municipality(problems: Problems, folder: Path, terminal: Terminal) -> Problems:
    """Without what only those who keep the shared library can act on; how much is left out is told.

    An error is always told: it stops the build. What a municipality's own records cause in shared text stands in them.
    """
    kept = of_municipality(problems, folder)
    if left := number_of(problems) - number_of(kept):
        told = one_or_more(
            "{count} råd eller advarsel gjelder det felles biblioteket, og er ikke deres å rette; se det med "
            "--library.",
            "{count} råd og advarsler gjelder det felles biblioteket, og er ikke deres å rette; se dem med --library.",
            left,
        )
        terminal.complain_of(told, style="dim")
    return kept


def of_change(problems: Problems, folder: Path, revision: str, terminal: Terminal) -> Problems:
    """The errors, and what else is found on lines changed since a revision; how much is left out is told.

    An error may come of a change anywhere: what was taken away may be named in another file. Raises WrongUse.
    """
    from builder.changes.git import RevisionError
    from builder.changes.since import changed_lines

    with plain_errors():
        try:
            changed = {f"{folder.as_posix()}/{name}": lines for name, lines in changed_lines(folder, revision).items()}
        except RevisionError as error:
            raise WrongUse(error.message) from error
    kept = tuple(one for one in problems if one.severity is Severity.ERROR or _is_changed(one, changed))
    if left := number_of(problems) - number_of(kept):
        terminal.complain(
            one_or_more(
                "{count} annet funn er på en linje som ikke er endret.",
                "{count} andre funn er på linjer som ikke er endret.",
                left,
            ).text(terminal.translate),
            style="dim",
        )
    return kept


def _is_changed(problem: Problem, changed: Lines) -> bool:
    """What stands for several may be on any line of its file."""
    lines = changed.get(problem.mark.path, frozenset())
    return lines is None or problem.mark.line in lines or (problem.count > 1 and bool(lines))


def show(problems: Problems, output_format: Format, lines: bool, everything: bool, terminal: Terminal) -> None:
    """Prints the findings; for people with the line of each, and those that follow from another only when asked for."""
    if output_format is Format.TEXT:
        told = folded(problems)
        shown = unfolded(told) if everything else [one.alone for one in told]
        as_text(shown, terminal.out, terminal.translate, Excerpts() if lines else None)
        terminal.out.print(summary(shown, terminal.translate, number_of(problems) - number_of(shown)), style="bold")
    else:
        from builder.cli.formats.writers import WRITERS

        written = WRITERS[output_format](problems, terminal.translate)
        terminal.give(written, commands=output_format is Format.GITHUB)


def failed(problems: Problems, strict: bool) -> bool:
    """Whether the check failed: on errors, and when strict on warnings too. Advice never fails a check."""
    return has_errors(problems) or (strict and any(problem.severity is Severity.WARNING for problem in problems))
