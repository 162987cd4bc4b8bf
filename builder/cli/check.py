"""`handbok check`: every finding, without building. What was found before is not looked for again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from builder.cache.findings import Findings
from builder.cache.inputs import Inputs, store_of
from builder.check.cascades import folded, unfolded
from builder.cli.errors import plain_errors
from builder.cli.formats.excerpt import Excerpts
from builder.cli.formats.names import Format
from builder.cli.formats.text import as_text, summary
from builder.cli.terminal import Terminal
from builder.problem import Problem, Severity, has_errors, in_order

Problems = tuple[Problem, ...]


def findings(folder: Path, slugs: Sequence[str], fresh: bool) -> Problems:
    """Everything that is wrong in the municipalities. Only those that have changed are checked, or all when fresh."""
    with plain_errors():
        store = store_of(folder)
        inputs, remembered = Inputs(folder, str(folder), store), Findings(store)
        digests = {slug: inputs.of(slug) for slug in slugs}
        known = {} if fresh else {slug: remembered.recall(slug, digests[slug]) for slug in slugs}
        changed = [slug for slug in slugs if known.get(slug) is None]
        for slug, problems in check_anew(folder, changed) if changed else ():
            known[slug] = problems
            remembered.learn(slug, digests[slug], problems)
        inputs.save()
        if changed:
            remembered.save()
    return in_order(problem for problems in known.values() for problem in problems or ())


def check_anew(folder: Path, slugs: Iterable[str]) -> Iterator[tuple[str, Problems]]:
    """What is wrong in each municipality."""
    from builder.check.municipalities import check_each

    return ((checked.slug, checked.problems) for checked in check_each(folder, slugs))


def show(problems: Problems, output_format: Format, lines: bool, everything: bool, terminal: Terminal) -> None:
    """Prints the findings; for people with the line of each, and those that follow from another only when asked for."""
    if output_format is Format.TEXT:
        told = folded(problems)
        shown = unfolded(told) if everything else [one.alone for one in told]
        as_text(shown, terminal.out, terminal.translate, Excerpts() if lines else None)
        terminal.out.print(summary(shown, terminal.translate, len(problems) - len(shown)), style="bold")
    else:
        from builder.cli.formats.writers import WRITERS

        print(WRITERS[output_format](problems, terminal.translate))


def failed(problems: Problems, strict: bool) -> bool:
    """Whether the check failed: on errors, and when strict on warnings too. Advice never fails a check."""
    return has_errors(problems) or (strict and any(problem.severity is Severity.WARNING for problem in problems))
