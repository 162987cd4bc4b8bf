"""The commands: check, build, serve."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from builder import __version__, clock
from builder.check import check
from builder.cli import status
from builder.cli.language import _
from builder.cli.options import (
    CONFIG_FILE,
    DATA_ERRORS,
    FINE,
    WRONG_USE,
    HandbookFolder,
    Language,
    Names,
    WrongUse,
    chosen,
    plain_errors,
    translator,
)
from builder.cli.report import Format, as_github, as_json, as_text, summary
from builder.i18n import N_, SOURCE_LANGUAGE
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.problem import Message, Problem, Severity, has_errors, in_order
from builder.publish import Job, Outcome, PublishError, run, write_portal
from builder.site.serve import serve_site

app = typer.Typer(
    help=_("Lager praksishåndbøker av YAML: sjekker data, bygger nettsted og PDF."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def main() -> None:
    """Runs the command line. Wrong use ends with one sentence, never a traceback."""
    try:
        app()
    except WrongUse as error:
        err.print(error.message.text(_), style="red", markup=False, soft_wrap=True)
        sys.exit(WRONG_USE)


def _version(wanted: bool) -> None:
    if wanted:
        out.print(__version__)
        raise typer.Exit


@app.callback()
def _before(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_("Vis utgaven."))
    ] = False,
) -> None:
    """Holds what may stand before the command."""


@app.command("check", help=_("Sjekk data og vis alle funn, uten å bygge noe."))
def check_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output_format: Annotated[Format, typer.Option("--format", help=_("Hvordan funnene skal vises."))] = Format.TEXT,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Checks, and shows every finding."""
    translate = translator(language)
    slugs = chosen(handbook, names)
    folder = Folder(handbook, KINDS)
    with plain_errors():
        today = clock.today()
        results = [check(folder.load(slug), today) for slug in slugs]
    problems = in_order(problem for result in results for problem in result.problems)
    _show(problems, output_format, translate)
    raise typer.Exit(DATA_ERRORS if has_errors(problems) else FINE)


def _show(problems: tuple[Problem, ...], output_format: Format, translate: Callable[[str], str]) -> None:
    if output_format is Format.JSON:
        print(as_json(problems, translate))
    elif output_format is Format.GITHUB:
        print(as_github(problems, translate))
    else:
        as_text(problems, out, translate)
        out.print(summary(problems, translate), style="bold")


@app.command("status", help=_("Vis egenkontrollen: hva som er dekket, hva som mangler, og hva som er utdatert."))
def status_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output_format: Annotated[
        status.StatusFormat, typer.Option("--format", help=_("Hvordan egenkontrollen skal vises."))
    ] = status.StatusFormat.TEXT,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Shows the self-check of each municipality."""
    translate = translator(language)
    slugs = chosen(handbook, names)
    folder = Folder(handbook, KINDS)
    with plain_errors():
        today = clock.today()
        results = [check(folder.load(slug), today) for slug in slugs]
    if output_format is status.StatusFormat.JSON:
        print(status.as_json(results, translate))
        return
    for result in results:
        status.as_text(result, out, translate)


@app.command("build", help=_("Bygg nettsted og PDF. Har en kommune feil i data, blir den stående som den var."))
def build_command(
    names: Names = None,
    handbook: HandbookFolder = Path("handbook"),
    output: Annotated[Path, typer.Option("--output", metavar="MAPPE", help=_("Hvor nettstedene legges."))] = Path(
        "site"
    ),
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help=_("Lag PDF i tillegg til nettsted."))] = True,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            min=1,
            metavar="ANTALL",
            help=_("Kommuner som bygges samtidig; én per kjerne når det ikke er nevnt."),
        ),
    ] = None,
    language: Language = SOURCE_LANGUAGE,
) -> None:
    """Builds each municipality as a job of its own; one with errors is left as it was."""
    translate = translator(language)
    slugs = chosen(handbook, names)
    work = [Job(slug, handbook.resolve(), str(handbook), output.resolve(), CONFIG_FILE, pdf) for slug in slugs]
    outcomes = _run_all(work, jobs or os.cpu_count() or 1, translate)
    errors = in_order(p for outcome in outcomes if not outcome.published for p in outcome.problems)
    as_text(errors, err, translate)
    with plain_errors():
        write_portal(output)
    failed = [outcome.name for outcome in outcomes if not outcome.published]
    if failed:
        err.print(
            translate(N_("Ikke bygd på grunn av feil i data: {names}.")).format(names=", ".join(failed)), style="red"
        )
        raise typer.Exit(DATA_ERRORS)
    out.print(translate(N_("Ferdig: {path}")).format(path=output / "index.html"), style="bold")


def _run_all(work: list[Job], jobs: int, translate: Callable[[str], str]) -> list[Outcome]:
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
    return [outcomes[job.slug] for job in work]


def _line(outcome: Outcome, translate: Callable[[str], str]) -> str:
    text = translate(N_("{name}: {pages} sider")).format(name=outcome.name, pages=outcome.pages)
    if outcome.book_pages:
        text += translate(N_(", PDF med {pages} sider")).format(pages=outcome.book_pages)
    text += translate(N_(", {seconds:.1f} s")).format(seconds=sum(outcome.seconds.values()))
    warnings = sum(problem.severity is not Severity.ERROR for problem in outcome.problems)
    if warnings:
        text += translate(N_(" ({count} funn: handbok check {slug})")).format(count=warnings, slug=outcome.slug)
    return text


@app.command("serve", help=_("Vis én håndbok i nettleseren, og bygg den på nytt når en fil endres."))
def serve_command(
    name: Annotated[str, typer.Argument(metavar="KOMMUNE", help=_("Kommunen som skal vises."))],
    handbook: HandbookFolder = Path("handbook"),
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=_("Porten på denne maskinen."))] = 8000,
) -> None:
    """Serves one handbook until interrupted."""
    chosen(handbook, [name])
    with plain_errors():
        serve_site(CONFIG_FILE, handbook.resolve(), name, port)
