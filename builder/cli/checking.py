"""`handbok check`: every finding, without building. What was found before is not looked for again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from builder.cache.findings import Findings
from builder.cache.inputs import Inputs, store_of
from builder.cli.formats.excerpt import Excerpts
from builder.cli.formats.text import as_text, summary
from builder.cli.options import plain_errors
from builder.cli.screen import out
from builder.problem import Problem, Severity, has_errors, in_order

Translate = Callable[[str], str]
#: Checks municipalities, each with what was found in it.
Check = Callable[[Iterable[str]], Iterator[tuple[str, tuple[Problem, ...]]]]


def checked(folder: Path, slugs: Sequence[str], check: Check, fresh: bool) -> tuple[Problem, ...]:
    """Everything that is wrong in the municipalities. Only those that have changed are checked, or all when fresh."""
    with plain_errors():
        store = store_of(folder)
        inputs, findings = Inputs(folder, str(folder), store), Findings(store)
        digests = {slug: inputs.of(slug) for slug in slugs}
        known = {} if fresh else {slug: findings.recall(slug, digests[slug]) for slug in slugs}
        changed = [slug for slug in slugs if known.get(slug) is None]
        for slug, problems in check(changed) if changed else ():
            known[slug] = problems
            findings.learn(slug, digests[slug], problems)
        inputs.save()
        if changed:
            findings.save()
    return in_order(problem for problems in known.values() for problem in problems or ())


def show(problems: tuple[Problem, ...], lines: bool, translate: Translate) -> None:
    """Prints the findings for people; with the line of each, unless it is not wanted."""
    as_text(problems, out, translate, Excerpts() if lines else None)
    out.print(summary(problems, translate), style="bold")


def failed(problems: tuple[Problem, ...], strict: bool) -> bool:
    """Whether the check failed: on errors, and when strict on warnings too. Advice never fails a check."""
    return has_errors(problems) or (strict and any(problem.severity is Severity.WARNING for problem in problems))
