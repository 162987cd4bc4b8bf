"""Runs the jobs of a build side by side, and tells of each as it ends."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from builder.check.cascades import folded
from builder.cli.check import of_municipality
from builder.cli.formats.text import as_text
from builder.cli.pace import Pace
from builder.cli.result import Result
from builder.cli.terminal import Terminal
from builder.i18n import N_
from builder.problem import Severity, in_order, number_of, one_or_more
from builder.publish.plan import Job
from builder.publish.run import Outcome
from builder.publish.running import Crew, Failure, run_all

#: So wide that all that is told beside it stands on a line of eighty.
_BAR = 20


def run_jobs(jobs: Sequence[Job], crew: Crew, terminal: Terminal) -> Result:
    """What came of jobs, each told as it ends. Errors in the data of those that were not published are shown."""
    ended: dict[str, Outcome | Failure] = {}
    pace = Pace(len(jobs), lambda: crew.hands)
    with _progress(terminal) as progress:
        task = progress.add_task(terminal.translate(N_("Bygger")), total=len(jobs), left="")
        for one in run_all(jobs, crew):
            ended[one.slug] = one
            pace.ended(one.seconds if isinstance(one, Outcome) else 0)
            progress.update(task, advance=1, left=pace.left().text(terminal.translate))
            if isinstance(one, Outcome) and one.published:
                _tell(one, jobs[0].options.handbook, terminal)
            if not terminal.err.is_terminal and (line := pace.line()):
                terminal.complain_of(line, style="")
    return _result([ended[job.slug] for job in jobs], terminal)


def _tell(outcome: Outcome, folder: Path, terminal: Terminal) -> None:
    terminal.complain("{line}", style="", line=_line(outcome, folder, terminal))
    for said in (*outcome.gone, *(one.text(terminal.translate) for one in outcome.told)):
        terminal.complain("  {said}", style="", said=said)


def _result(ended: Sequence[Outcome | Failure], terminal: Terminal) -> Result:
    """What is left to tell, with the errors in data shown."""
    wrong = [one for one in ended if isinstance(one, Outcome) and not one.published]
    errors = (problem for outcome in wrong for problem in outcome.problems)
    as_text([told.alone for told in folded(in_order(errors))], terminal.err, terminal.translate)
    return Result(
        {one.slug: one.name for one in wrong}, {one.slug: one.error for one in ended if isinstance(one, Failure)}
    )


def _progress(terminal: Terminal) -> Progress:
    counted = (BarColumn(_BAR), MofNCompleteColumn(), TimeElapsedColumn())
    columns = (TextColumn("{task.description}"), *counted, TextColumn("{task.fields[left]}"))
    return Progress(*columns, console=terminal.err, transient=True)


def _line(outcome: Outcome, folder: Path, terminal: Terminal) -> str:
    translate = terminal.translate
    text = one_or_more("{name}: {count} side", "{name}: {count} sider", outcome.pages, name=outcome.name).text(
        translate
    )
    if outcome.book_pages:
        text += one_or_more(", PDF med {count} side", ", PDF med {count} sider", outcome.book_pages).text(translate)
    text += translate(N_(", {seconds:.1f} s")).format(seconds=outcome.seconds)
    told = of_municipality(outcome.problems, folder)
    warnings = number_of(problem for problem in told if problem.severity is not Severity.ERROR)
    if warnings:
        more = one_or_more(
            " ({count} funn: handbok check {slug})",
            " ({count} funn: handbok check {slug})",
            warnings,
            slug=outcome.slug,
        )
        text += more.text(translate)
    return text
