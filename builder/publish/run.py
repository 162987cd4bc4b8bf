"""One municipality from its files to its published folder, whole or not at all."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass

from builder import clock
from builder.cache.editions import CARD, Editions, book_name
from builder.cache.prints import Print, Prints
from builder.changes.history import continued, pruned, published_history, told_to_all
from builder.check.checker import check
from builder.check.earlier import earlier_checks
from builder.edition.easy import EasyEdition
from builder.edition.edition import Edition
from builder.executors import executor
from builder.facts.audience import for_audience
from builder.feeds.files import files as feed_files
from builder.load.folder import Folder
from builder.model.audience import Audience
from builder.model.history import History
from builder.model.kinds import KINDS
from builder.portal.card import card
from builder.portal.portal import write_portal
from builder.problem import Problem
from builder.publish.plan import Job, Plan
from builder.publish.staging import Staging
from builder.site.build import SiteError, build_site
from builder.site.offline import keep_offline
from builder.views.moved import files as old_files
from builder.views.urls import CALENDARS, DATA, HISTORY


class PublishError(Exception):
    """A site or book could not be made from data that has no errors; what was published still stands."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job. Nothing is published when there are errors among the problems."""

    slug: str
    name: str
    published: bool
    problems: tuple[Problem, ...]
    seconds: float
    pages: int = 0
    #: What was taken out of the handbook since it was published last, in sentences.
    gone: tuple[str, ...] = ()
    #: The book, when there is one, and the other prints.
    prints: tuple[Print, ...] = ()

    @property
    def book_pages(self) -> int:
        """How many pages the book has; none where none was made."""
        return self.prints[0].pages if self.prints and self.prints[0].file == book_name(self.slug) else 0


def run_all(jobs: Iterable[Job], workers: Executor) -> Iterator[Outcome]:
    """Runs jobs side by side, and gives each outcome as it comes. Raises as `run`, and BrokenExecutor."""
    for future in as_completed([workers.submit(run, job) for job in jobs]):
        yield future.result()


def run(job: Job) -> Outcome:
    """Loads, checks, builds and publishes one municipality.

    Raises HandbookNotFound; PublishError where the site could not be made; OSError where files cannot be read or
    written.
    """
    start, options = time.perf_counter(), job.options
    with Staging(options.output, job.slug, options.previous).locked() as place:
        loaded = Folder(options.handbook, KINDS, options.shown).load(job.slug)
        checked = check(loaded, clock.today(), earlier_checks(options.handbook, loaded))
        name = checked.handbook.municipality.name
        if not checked.ok:
            return Outcome(job.slug, name, False, checked.problems, time.perf_counter() - start)
        handbook = for_audience(checked.handbook, Audience.INTERNAL if options.internal else Audience.PUBLIC)
        earlier = place.earlier(HISTORY)
        history = continued(handbook, place.earlier(DATA), earlier)
        history = history if options.internal else told_to_all(history, checked.handbook)
        gone = tuple(said for said in _gone(history) if said not in _gone(published_history(earlier)))
        edition = (EasyEdition if options.easy else Edition)(handbook, pruned(history) if options.prune else history)
        pages, prints = _build(job, edition, place)
        editions = Editions(options.output)
        editions.replacing(job.slug)
        place.swap()
        editions.printed(job.slug, prints)
        if job.inputs:
            editions.published(job.slug, job.inputs)
    return Outcome(job.slug, name, True, checked.problems, time.perf_counter() - start, pages, gone, prints)


def _gone(history: History) -> tuple[str, ...]:
    """What was taken out, in sentences, the newest first."""
    return tuple(news.text for edition in history.editions for news in edition.news if news.gone)


def _build(job: Job, edition: Edition, place: Staging) -> tuple[int, tuple[Print, ...]]:
    """Makes everything the edition is published as; returns how many pages the site has, and the prints."""
    options = job.options
    book = book_name(job.slug) if options.pdf and edition.whole else None
    files = feed_files(edition, place.earlier(CALENDARS)) if edition.whole else {}
    written = (*files, *edition.files) if options.pdf else tuple(files)
    try:
        pages = build_site(edition, options.config_file, place.folder, written, book)
    except SiteError as error:
        raise PublishError(f"{job.slug}: {error}") from error
    place.write(files | {CARD: card(edition.handbook, book)})
    prints = _prints(job, edition, place) if options.pdf else ()
    place.copy(old_files(edition.handbook, edition.sheets))
    keep_offline(place.folder, edition)
    return pages, prints


def _prints(job: Job, edition: Edition, place: Staging) -> tuple[Print, ...]:
    """Makes the book and the other prints. A machine that cannot make PDFs may still make sites."""
    from builder.pdf.printing import Order, print_all
    from builder.pdf.writer import Standard

    options = job.options
    published = Prints() if options.fresh else Editions(options.output).prints(job.slug)
    with executor(job.processes) as workers:
        order = Order(edition, Standard(options.archive), place.folder, book_name(job.slug), published)
        return tuple(print_all(order, workers, job.processes))


def renew_portal(plan: Plan) -> None:
    """Writes the portal over the handbooks that are published now. Raises OSError."""
    write_portal(plan.options.output)
    Editions(plan.options.output).portal_written(plan.ground)
