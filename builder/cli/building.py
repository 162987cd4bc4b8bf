"""`handbok build`: each municipality as a job of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from builder.cli.formats.text import as_text
from builder.cli.options import CONFIG_FILE, WrongUse, plain_errors
from builder.cli.screen import err
from builder.i18n import N_
from builder.problem import Message, Severity, in_order
from builder.publish import Job, Outcome, PublishError, run

Translate = Callable[[str], str]


def build(
    changed: Mapping[str, str],
    handbook: Path,
    output: Path,
    pdf: bool,
    jobs: int,
    translate: Translate,
    previous: Path | None = None,
    archive: bool = False,
    fresh: bool = False,
) -> list[str]:
    """Builds and publishes; returns the names of those that were not. One with errors in its data is left as it was.

    `changed` has the municipalities to build, with what stands for all that each is made from.
    """
    continued = previous.resolve() if previous else None
    places = (handbook.resolve(), str(handbook), output.resolve(), CONFIG_FILE)
    # Processors that would have no municipality of their own help with the prints of the others.
    helping = max(1, jobs // len(changed))
    work = [Job(slug, *places, pdf, continued, inputs, archive, fresh, helping) for slug, inputs in changed.items()]
    outcomes = _run_all(work, jobs, translate)
    errors = in_order(p for outcome in outcomes if not outcome.published for p in outcome.problems)
    as_text(errors, err, translate)
    return [outcome.name for outcome in outcomes if not outcome.published]


def _run_all(work: list[Job], jobs: int, translate: Translate) -> list[Outcome]:
    """Runs the jobs side by side, telling of each as it ends; in the order they were asked for."""
    outcomes: dict[str, Outcome] = {}
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with (
        Progress(*columns, console=err, transient=True) as progress,
        ProcessPoolExecutor(max_workers=min(jobs, len(work))) as executor,
        plain_errors(),
    ):
        task = progress.add_task(translate(N_("Bygger")), total=len(work))
        futures = [executor.submit(run, job) for job in work]
        try:
            for future in as_completed(futures):
                outcome = future.result()
                outcomes[outcome.slug] = outcome
                progress.advance(task)
                if outcome.published:
                    progress.console.print(_line(outcome, translate))
        except PublishError as error:
            raise WrongUse(Message("{reason}", reason=error)) from error
        except BrokenExecutor as error:
            raise WrongUse(Message("Byggingen ble avbrutt; det som var publisert før, står som det var")) from error
    return [outcomes[job.slug] for job in work]


def _line(outcome: Outcome, translate: Translate) -> str:
    text = translate(N_("{name}: {pages} sider")).format(name=outcome.name, pages=outcome.pages)
    if outcome.book_pages:
        text += translate(N_(", PDF med {pages} sider")).format(pages=outcome.book_pages)
    text += translate(N_(", {seconds:.1f} s")).format(seconds=sum(outcome.seconds.values()))
    warnings = sum(problem.severity is not Severity.ERROR for problem in outcome.problems)
    if warnings:
        text += translate(N_(" ({count} funn: handbok check {slug})")).format(count=warnings, slug=outcome.slug)
    return text
