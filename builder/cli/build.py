"""`handbok build`: what has changed since it was published is built; the rest stands."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from builder import clock
from builder.cache.editions import CARD, Editions
from builder.cache.store import forget_gone
from builder.cli.errors import WrongUse, plain_errors, plainly
from builder.cli.not_kept import tell_not_kept
from builder.cli.result import Result
from builder.cli.terminal import Terminal
from builder.gc import without_garbage_collection
from builder.i18n import N_
from builder.load.folder import municipalities
from builder.problem import Message
from builder.publish.options import Options
from builder.publish.plan import Plan, plan, planned_again
from builder.resources import PDF_PACKAGES

if TYPE_CHECKING:
    from builder.publish.running import Crew

_LEFT = N_("{path} er publisert, men det finnes ingen «{slug}» i data lenger. Ta den bort med --prune.")
_WAITS = N_(
    "En annen bygging (prosess {process}) holder på i {output}. Venter til den er ferdig; trykk Ctrl-C for å la være."
)
_STOPPED = N_("Ikke bygd: {names}. Det som var publisert før, står som det var")
_NO_CARD = N_("{path} er skadet, og forsiden leder ikke dit. Bygg på nytt: handbok build {slug} --fresh")
_NOT_COMPARED = N_(
    "{path} er skadet, og kommunen er ikke med der kommuner sammenlignes. Bygg på nytt: handbok build {slug} --fresh"
)
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


class NotBuilt(WrongUse):
    """Some could not be built; all others are published."""


def build(slugs: Sequence[str], options: Options, terminal: Terminal) -> bool:
    """Builds what has changed, and tells of it; returns whether everything is published.

    All is of the moment it began. Raises WrongUse, and NotBuilt when all that can be built is.
    """
    with plain_errors(), clock.stopped_at(clock.now()):
        return _built(slugs, options, terminal)


def _built(slugs: Sequence[str], options: Options, terminal: Terminal) -> bool:
    work = plan(slugs, options)
    left = Editions(options.output).without_data(municipalities(options.handbook))
    result = Result()
    if work.stands() and not (left and options.prune):
        _tell_unchanged(work, terminal)
    else:
        result = _publish(work, options, left if options.prune else (), terminal)
    for folder in () if options.prune else left:
        terminal.complain(_LEFT, style="yellow", path=folder, slug=folder.name)
    if work.not_kept:
        tell_not_kept(work.not_kept, terminal)
    if result.with_errors:
        terminal.complain(
            N_("Ikke bygd på grunn av feil i data: {names}."), names=", ".join(result.with_errors.values())
        )
    if result.failures:
        _raise(result.failures, terminal)
    if result.with_errors:
        return False
    terminal.say(N_("Ferdig: {path}"), style="bold", path=options.output / ("" if options.part else "index.html"))
    return True


def every(builds: Iterable[Callable[[], bool]]) -> bool:
    """Does several builds, and tells whether everything is published. What stops one municipality stops no other.

    Raises the first NotBuilt, when all are done.
    """
    stopped, published = [], []
    for one in builds:
        try:
            published.append(one())
        except NotBuilt as error:
            stopped.append(error)
    if stopped:
        raise stopped[0]
    return all(published)


def _tell_unchanged(work: Plan, terminal: Terminal) -> None:
    if work.unchanged:
        terminal.say(N_("Uendret siden sist: {count}."), count=work.unchanged)


# To build loads the model, MkDocs and WeasyPrint: a second that one who has nothing to build should not wait for.


def _publish(planned: Plan, options: Options, left: Sequence[Path], terminal: Terminal) -> Result:
    """What came of it. What other builds left behind, and this one, is gone afterwards."""
    from builder.publish.lock import alone
    from builder.publish.manifests import begin_part
    from builder.publish.workshop import sweep

    with alone(options.output, partial(tell_waiting, options.output, terminal)):
        sweep(options.output)
        if options.part:
            begin_part(options.output)
        try:
            work = planned_again(planned)
            _tell_unchanged(work, terminal)
            result = _run(work, terminal) if work.jobs else Result()
            _withdraw(left, terminal)
            if len(result.failures) < len(work.jobs) or not work.jobs:
                _finish(work, result, terminal)
        finally:
            sweep(options.output)
        forget_gone()
    return result


def tell_waiting(output: Path, terminal: Terminal, process: int | None) -> None:
    """Tells that somebody else builds to the folder, who is waited for."""
    terminal.complain(_WAITS, style="yellow", output=output, process=process or "?")


def _run(work: Plan, terminal: Terminal) -> Result:
    with without_garbage_collection():  # what is imported stays
        from builder.cli.progress import run_jobs

    options = work.options
    if options.pdf:
        need_libraries()
    if options.scheduler is None:
        from builder.publish.running import Processes

        # A process of its own for each, also where there is one: what it takes of memory goes with it.
        crew: AbstractContextManager[Crew] = Processes(min(options.processes, len(work.jobs)))
    else:
        from builder.publish.cluster import cluster
        from builder.publish.program import program_for

        crew = cluster(options.scheduler, program_for(options.pdf))
    with crew as workers:
        return run_jobs(work.jobs, workers, terminal)


def _raise(failures: Mapping[str, Exception], terminal: Terminal) -> NoReturn:
    """Tells what stopped whom, and ends. A fault of our own is raised as it is."""
    plain = {slug: plainly(error) for slug, error in failures.items()}
    reasons = {told.message.text(): told.message for told in plain.values() if told}
    if len(reasons) == 1 and all(plain.values()):
        raise NotBuilt(next(iter(reasons.values())))
    for reason in reasons.values():
        terminal.complain_of(reason, style="red")
    for slug, told in plain.items():
        if told is None:
            terminal.complain(_STOPPED, names=", ".join(failures))
            raise failures[slug]
    raise NotBuilt(Message(_STOPPED, names=", ".join(failures)))


def _withdraw(folders: Sequence[Path], terminal: Terminal) -> None:
    """Takes published handbooks away that are no longer in the data."""
    from builder.publish.run import withdraw

    for folder in folders:
        withdraw(folder)
        terminal.say(N_("Tatt bort: {path}. Kommunen står ikke lenger i data."), path=folder)


def _finish(work: Plan, result: Result, terminal: Terminal) -> None:
    """Makes what is made of all that is published: the portal, or what is told of a part."""
    options = work.options
    if options.part:
        from builder.publish.manifests import tell_part

        tell_part(options.part, options, {*result.with_errors, *result.failures})
    elif not work.portal_stands():
        renew_portal(options.output, work.ground, terminal)


def renew_portal(output: Path, ground: str, terminal: Terminal) -> None:
    """Writes the portal, and tells of handbooks that it cannot lead to or compare."""
    from builder.publish import run

    for unread in run.renew_portal(output, ground):
        sentence = _NO_CARD if unread.name == CARD else _NOT_COMPARED
        terminal.complain(sentence, style="yellow", path=unread, slug=unread.parent.name)


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
