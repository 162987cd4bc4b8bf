"""`handbok build`: what has changed since it was published is built; the rest stands."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from builder.cache.editions import Editions
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.terminal import Terminal
from builder.i18n import N_
from builder.load.folder import municipalities
from builder.problem import Message
from builder.publish.options import Options
from builder.publish.plan import Plan, plan
from builder.resources import PDF_PACKAGES

_LEFT = N_("{path} er publisert, men det finnes ingen «{slug}» i data lenger. Ta den bort med --prune.")
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
    if work.unchanged:
        terminal.say(N_("Uendret siden sist: {count}."), count=work.unchanged)
    not_published = _run(work, terminal) if work.jobs else []
    _without_data(options, terminal)
    if not work.portal_stands():
        _renew_portal(work)
    if not_published:
        terminal.complain(N_("Ikke bygd på grunn av feil i data: {names}."), names=", ".join(not_published))
        return False
    terminal.say(N_("Ferdig: {path}"), style="bold", path=options.output / "index.html")
    return True


def _without_data(options: Options, terminal: Terminal) -> None:
    """Tells of published handbooks that are no longer in the data, and takes them away when that is asked for."""
    editions = Editions(options.output)
    with plain_errors():
        for folder in editions.without_data(municipalities(options.handbook)):
            if options.prune:
                editions.withdraw(folder)
                terminal.say(N_("Tatt bort: {path}. Kommunen står ikke lenger i data."), path=folder)
            else:
                terminal.complain(_LEFT, style="yellow", path=folder, slug=folder.name)


# To build loads the model, MkDocs and WeasyPrint: a second that one who has nothing to build should not wait for.


def _run(work: Plan, terminal: Terminal) -> list[str]:
    """The names of those that were not published."""
    from builder.cli.progress import run_jobs

    if work.options.pdf:
        _need_libraries()
    return [outcome.name for outcome in run_jobs(work.jobs, terminal) if not outcome.published]


def _need_libraries() -> None:
    """Raises WrongUse where this machine cannot make PDFs: at once, and not when each site is made."""
    from builder.pdf.libraries import LibraryMissing, need_libraries

    try:
        need_libraries()
    except LibraryMissing as error:
        raise WrongUse(
            Message(
                "PDF kan ikke lages på denne maskinen: programmet fant ikke «{library}», som følger med Pango. "
                "{advice} Nettstedet kan du bygge uten: handbok build --no-pdf",
                library=error,
                advice=_ADVICE.get(sys.platform, _ADVICE["linux"]),
            )
        ) from error


def _renew_portal(work: Plan) -> None:
    from builder.publish.run import renew_portal

    with plain_errors():
        renew_portal(work)
