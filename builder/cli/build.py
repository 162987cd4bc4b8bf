"""`handbok build`: what has changed since it was published is built; the rest stands."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from builder.cache.editions import Editions
from builder.cache.store import forget_gone
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.not_kept import tell_not_kept
from builder.cli.terminal import Terminal
from builder.i18n import N_
from builder.load.folder import municipalities
from builder.problem import Message
from builder.publish.options import Options
from builder.publish.plan import Plan, plan
from builder.resources import PDF_PACKAGES

_LEFT = N_("{path} er publisert, men det finnes ingen «{slug}» i data lenger. Ta den bort med --prune.")
_WAITS = N_(
    "En annen bygging (prosess {process}) holder på i {output}. Venter til den er ferdig; trykk Ctrl-C for å la være."
)
_NO_CARD = N_("{path} er skadet, og forsiden leder ikke dit. Bygg på nytt: handbok build {slug} --fresh")
#: How Pango is installed, by kind of machine.
_ADVICE = {
    "linux": Message(
        "Installer det, for eksempel med «sudo apt-get install {packages}».", packages=" ".join(PDF_PACKAGES)
    ),
    "darwin": Message("Installer det med «brew install pango»."),
    "win32": Message("Installer det slik dokumentasjonen til WeasyPrint viser for Windows."),
}


@contextmanager
def earlier(place: str | None, slugs: Sequence[str]) -> Iterator[Path | None]:
    """The folder with what was published before; what lies on the web is fetched for a while. Raises WrongUse."""
    if place is None:
        yield None
        return
    # Knows the addresses of pages, and with them the model: most builds continue from what lies in the output folder.
    from builder.publish.earlier import NotFetched, fetch_earlier, is_address

    if not is_address(place):
        yield Path(place)
        return
    with tempfile.TemporaryDirectory() as folder:
        try:
            fetch_earlier(place, slugs, Path(folder))
        except NotFetched as error:
            raise WrongUse(error.message) from error
        yield Path(folder)


def build(slugs: Sequence[str], options: Options, terminal: Terminal) -> bool:
    """Builds what has changed, and tells of it; returns whether everything is published."""
    with plain_errors():
        work = plan(slugs, options)
        left = Editions(options.output).without_data(municipalities(options.handbook))
    if work.stands() and not (left and options.prune):
        not_published = []
        _tell_unchanged(work, terminal)
    else:
        not_published = _publish(slugs, options, left if options.prune else (), terminal)
    for folder in () if options.prune else left:
        terminal.complain(_LEFT, style="yellow", path=folder, slug=folder.name)
    if work.not_kept:
        tell_not_kept(work.not_kept, terminal)
    if not_published:
        terminal.complain(N_("Ikke bygd på grunn av feil i data: {names}."), names=", ".join(not_published))
        return False
    terminal.say(N_("Ferdig: {path}"), style="bold", path=options.output / "index.html")
    return True


def _tell_unchanged(work: Plan, terminal: Terminal) -> None:
    if work.unchanged:
        terminal.say(N_("Uendret siden sist: {count}."), count=work.unchanged)


# To build loads the model, MkDocs and WeasyPrint: a second that one who has nothing to build should not wait for.


def _publish(slugs: Sequence[str], options: Options, left: Sequence[Path], terminal: Terminal) -> list[str]:
    """The names of those that were not published. What other builds left behind, and this one, is gone afterwards."""
    from builder.publish.lock import alone
    from builder.publish.workshop import sweep

    with plain_errors(), alone(options.output, partial(_tell_waiting, options.output, terminal)):
        sweep(options.output)
        try:
            work = plan(slugs, options)
            _tell_unchanged(work, terminal)
            not_published = _run(work, terminal) if work.jobs else []
            _withdraw(left, terminal)
            _renew_portal(work, terminal)
        finally:
            sweep(options.output)
        forget_gone()
    return not_published


def _tell_waiting(output: Path, terminal: Terminal, process: int | None) -> None:
    terminal.complain(_WAITS, style="yellow", output=output, process=process or "?")


def _run(work: Plan, terminal: Terminal) -> list[str]:
    """The names of those that were not published."""
    from builder.cli.progress import run_jobs

    if work.options.pdf:
        need_libraries()
    return [outcome.name for outcome in run_jobs(work.jobs, terminal) if not outcome.published]


def _withdraw(folders: Sequence[Path], terminal: Terminal) -> None:
    """Takes published handbooks away that are no longer in the data."""
    from builder.publish.run import withdraw

    for folder in folders:
        withdraw(folder)
        terminal.say(N_("Tatt bort: {path}. Kommunen står ikke lenger i data."), path=folder)


def _renew_portal(work: Plan, terminal: Terminal) -> None:
    if work.portal_stands():
        return
    from builder.publish.run import renew_portal

    for card in renew_portal(work):
        terminal.complain(_NO_CARD, style="yellow", path=card, slug=card.parent.name)


def need_libraries() -> None:
    """Raises WrongUse where this machine cannot make PDFs: at once, and not when each site is made."""
    from builder.pdf import libraries

    try:
        libraries.need_libraries()
    except libraries.LibraryMissing as error:
        raise WrongUse(
            Message(
                "PDF kan ikke lages på denne maskinen: programmet fant ikke «{library}», som følger med Pango. "
                "{advice} Nettstedet kan du bygge uten: handbok build --no-pdf",
                library=error,
                advice=_ADVICE.get(sys.platform, _ADVICE["linux"]),
            )
        ) from error
