"""One municipality from its files to its published folder, whole or not at all."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builder import clock
from builder.cache.editions import CARD, Editions, book_name
from builder.cache.kept import Kept
from builder.cache.prints import Print, Prints
from builder.changes.history import continued, pruned, published_history, told_to_all
from builder.check.checker import check
from builder.check.earlier import earlier_checks, older_services
from builder.edition.easy import EasyEdition
from builder.edition.edition import Edition
from builder.executors import executor
from builder.facts.audience import for_audience
from builder.feeds.files import files as feed_files
from builder.gc import with_garbage_collection, without_garbage_collection
from builder.i18n import N_
from builder.model.audience import Audience
from builder.model.handbook import Handbook
from builder.model.history import History
from builder.portal.card import card
from builder.portal.portal import write_portal
from builder.problem import Message, Problem
from builder.publish.data_folder import folder_of
from builder.publish.earlier import CONTINUED, earlier_file
from builder.publish.failures import PublishError, written_to
from builder.publish.plan import Job, made_from
from builder.publish.staging import Staging
from builder.publish.workshop import workshop
from builder.site.build import SiteError, build_site
from builder.site.offline import keep_offline
from builder.views.moved import files as old_files
from builder.views.urls import CALENDARS, DATA, HISTORY

_CHANGED = N_(
    "{slug}: data ble endret mens håndboka ble bygd, to ganger på rad. Det som var publisert før, står som det var. "
    "Bygg igjen når ingen endrer dem"
)
_NOT_MADE = N_("{slug}: nettstedet kunne ikke lages: {reason}")
#: Where what is made from changes meanwhile, it is made once more.
_ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job. Nothing is published when there are errors among the problems."""

    slug: str
    name: str
    published: bool
    problems: tuple[Problem, ...]
    seconds: float = 0
    pages: int = 0
    #: What was taken out of the handbook since it was published last, in sentences.
    gone: tuple[str, ...] = ()
    #: The book, when there is one, and the other prints.
    prints: tuple[Print, ...] = ()
    #: What could not be continued of what was published before.
    told: tuple[Message, ...] = ()

    @property
    def book_pages(self) -> int:
        """How many pages the book has; none where none was made."""
        return self.prints[0].pages if self.prints and self.prints[0].file == book_name(self.slug) else 0


def run(job: Job) -> Outcome:
    """Loads, checks, builds and publishes one municipality.

    Raises HandbookNotFound; PublishError where the site could not be made or published, or where the data do not keep
    still; OSError where files cannot be read.
    """
    start, output = time.perf_counter(), job.options.output
    for _ in range(_ATTEMPTS):
        with written_to(output), Staging.opened(output, job.slug) as place:
            outcome = _attempt(job, place)
        if outcome is not None:
            return replace(outcome, seconds=time.perf_counter() - start)
    raise changed_meanwhile(job)


def changed_meanwhile(job: Job) -> PublishError:
    """What is said where data changed while they were built, each time."""
    return PublishError(Message(_CHANGED, slug=job.slug))


def _attempt(job: Job, place: Staging) -> Outcome | None:
    """What came of it; None, and nothing is published, where what it was made from changed meanwhile."""
    options = job.options
    ground = ground_of(job)
    with without_garbage_collection():
        loaded = folder_of(options).load(job.slug)
        older = older_services(options.handbook / job.slug) if job.older is None else job.older
        checked = check(loaded, clock.today(), earlier_checks(loaded, older))
        outcome = Outcome(job.slug, checked.handbook.municipality.name, False, checked.problems)
        if checked.ok:
            outcome = _built(job, checked.handbook, ground.earlier, place, outcome)
    return outcome if publish(job, place, outcome, ground) else None


@dataclass(frozen=True, slots=True)
class Ground:
    """What a handbook is made from: what stands for its data, and what it continues of what was published, by path."""

    inputs: str
    earlier: Mapping[str, bytes | None]


def ground_of(job: Job) -> Ground:
    """What the handbook is made from, as it lies there now. Raises OSError."""
    published = (job.options.previous or job.options.output) / job.slug
    return Ground(made_from(job), {path: earlier_file(published / path) for path in CONTINUED})


def publish(job: Job, place: Staging, outcome: Outcome, ground: Ground) -> bool:
    """Publishes what lies in the place, where there are no errors. False where what it was made from has changed."""
    if ground_of(job) != ground:
        return False
    if outcome.published:
        editions = Editions(job.options.output)
        editions.replacing(job.slug)
        place.swap()
        editions.printed(job.slug, outcome.prints)
        editions.published(job.slug, ground.inputs)
    return True


def _built(job: Job, whole: Handbook, earlier: Mapping[str, bytes | None], place: Staging, outcome: Outcome) -> Outcome:
    """What will have come of it when what is built here is published. `whole` is for whoever it may be."""
    options, told = job.options, list[Message]()
    handbook = for_audience(whole, Audience.INTERNAL if options.internal else Audience.PUBLIC)
    history = continued(handbook, earlier[DATA], earlier[HISTORY], told.append)
    history = history if options.internal else told_to_all(history, whole)
    known = _gone(published_history(earlier[HISTORY]))
    gone = tuple(said for said in _gone(history) if said not in known)
    edition = (EasyEdition if options.easy else Edition)(handbook, pruned(history) if options.prune else history)
    files = feed_files(edition, earlier[CALENDARS], told.append) if edition.whole else {}
    pages, prints = _build(job, edition, files, place)
    return replace(outcome, published=True, pages=pages, gone=gone, prints=prints, told=tuple(told))


def _gone(history: History) -> tuple[str, ...]:
    """What was taken out, in sentences, the newest first."""
    return tuple(news.text for edition in history.editions for news in edition.news if news.gone)


def _build(job: Job, edition: Edition, files: Mapping[str, bytes], place: Staging) -> tuple[int, tuple[Print, ...]]:
    """Makes everything the edition is published as; returns how many pages the site has, and the prints."""
    options = job.options
    book = book_name(job.slug) if options.pdf and edition.whole else None
    written = (*files, *edition.files) if options.pdf else tuple(files)
    try:
        pages = build_site(edition, options.config_file, place.folder, written, book)
    except SiteError as error:
        raise PublishError(Message(_NOT_MADE, slug=job.slug, reason=error)) from error
    place.write({**files, CARD: card(edition.handbook, book)})
    prints = _prints(job, edition, place) if options.pdf else ()
    place.copy(old_files(edition.handbook, edition.printables if options.pdf else ()))
    keep_offline(place.folder, edition)
    if options.compress:
        place.compress()
    return pages, prints


def _prints(job: Job, edition: Edition, place: Staging) -> tuple[Print, ...]:
    """Makes the book and the other prints. A machine that cannot make PDFs may still make sites."""
    from builder.pdf.printing import Order, print_all
    from builder.pdf.writer import Standard

    options, editions = job.options, Editions(job.options.output)
    published = (Prints(), Kept()) if options.fresh else (editions.prints(job.slug), editions.book_parts(job.slug))
    with with_garbage_collection(), executor(job.processes) as workers:
        order = Order(edition, Standard(options.archive), place.folder, book_name(job.slug), *published)
        return tuple(print_all(order, workers, job.processes))


def renew_portal(output: Path, ground: str) -> tuple[Path, ...]:
    """Writes the portal over the handbooks that are published now; what cannot be read, and is not on it, is returned.

    `ground` stands for the program and the day. Raises PublishError.
    """
    with written_to(output), workshop(output) as folder:
        unread = write_portal(output, folder)
        Editions(output).portal_written(ground)
    return unread


def withdraw(folder: Path) -> None:
    """Takes a published handbook away, all of it at once. Raises PublishError."""
    output = folder.parent
    with written_to(output), workshop(output) as outside:
        Editions(output).withdrawing(folder.name)
        folder.rename(outside / folder.name)
