"""Runs the jobs of a build side by side, and tells of each as it ends."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from builder.check.cascades import folded
from builder.cli.check import of_municipality
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.formats.text import as_text
from builder.cli.terminal import Terminal
from builder.executors import pool
from builder.i18n import N_
from builder.problem import Message, Severity, in_order, number_of, one_or_more
from builder.publish.plan import Job
from builder.publish.run import Outcome, run_all


def run_jobs(jobs: Sequence[Job], terminal: Terminal) -> list[Outcome]:
    """The outcomes in the order of the jobs. Errors in the data of those that were not published are shown."""
    outcomes: dict[str, Outcome] = {}
    # A process of its own for each, also where there is one: what it takes of memory goes with it.
    processes = min(jobs[0].options.processes, len(jobs))
    with _progress(terminal) as progress, pool(processes) as workers, plain_errors():
        task = progress.add_task(terminal.translate(N_("Bygger")), total=len(jobs))
        try:
            for outcome in run_all(jobs, workers):
                outcomes[outcome.slug] = outcome
                progress.advance(task)
                if outcome.published:
                    terminal.complain("{line}", style="", line=_line(outcome, jobs[0].options.handbook, terminal))
                    told = (one.text(terminal.translate) for one in outcome.told)
                    for said in (*outcome.gone, *told):
                        terminal.complain("  {said}", style="", said=said)
        except BrokenExecutor as error:
            raise WrongUse(Message("Byggingen ble avbrutt; det som var publisert før, står som det var")) from error
    errors = (problem for outcome in outcomes.values() if not outcome.published for problem in outcome.problems)
    as_text([told.alone for told in folded(in_order(errors))], terminal.err, terminal.translate)
    return [outcomes[job.slug] for job in jobs]


def _progress(terminal: Terminal) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
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
