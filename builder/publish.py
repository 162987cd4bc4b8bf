"""One municipality from its files to its published folder, whole or not at all.

Each job is a function of the data, the templates and the clock, so jobs can run side by side in any
executor that has `submit`. A site is built beside the published one and swapped in when it is whole.
"""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock

from builder import clock
from builder.cache.editions import CARD, Editions, book_name
from builder.cache.prints import Print, Prints
from builder.changes.history import continued
from builder.check.checker import Checked, check
from builder.edition.edition import Edition
from builder.edition.language import language
from builder.feeds.files import files as feed_files
from builder.i18n import SOURCE_LANGUAGE
from builder.load.folder import PORTAL_ASSETS, Folder
from builder.model.kinds import KINDS
from builder.pdf.printing import Order, print_all
from builder.pdf.writer import Standard
from builder.problem import Problem
from builder.render.renderer import TEMPLATES, environment
from builder.site.build import SiteError, build_site
from builder.views.urls import CALENDARS, DATA, HISTORY


class PublishError(Exception):
    """A site or book could not be made from data that has no errors; what was published still stands."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to build, from where, to where. `shown` is the data folder as findings should name it."""

    slug: str
    handbook: Path
    shown: str
    output: Path
    config_file: Path
    pdf: bool = True
    #: Where the handbooks lie that these continue; the place they go to when left out.
    previous: Path | None = None
    #: Stands for all that the handbook is made from, so that it is not built again from the same.
    inputs: str = ""
    #: Whether PDFs keep to the standard for archives too.
    archive: bool = False
    #: Whether prints are made anew also where what is published is the same.
    fresh: bool = False
    #: How many processes may print side by side.
    processes: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job. Nothing is published when there are errors among the problems."""

    slug: str
    name: str
    title: str
    published: bool
    problems: tuple[Problem, ...] = ()
    pages: int = 0
    #: The book, when there is one, and the other prints.
    prints: tuple[Print, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def book_pages(self) -> int:
        """How many pages the book has; none where none was made."""
        return self.prints[0].pages if self.prints else 0


def run(job: Job) -> Outcome:
    """Loads, checks, builds and publishes one municipality.

    Raises HandbookNotFound; PublishError where the site or the book could not be made; OSError where
    files cannot be read or written.
    """
    seconds: dict[str, float] = {}
    place = _Place(job.output, job.slug, job.previous)
    job.output.mkdir(parents=True, exist_ok=True)
    with FileLock(job.output / f".{job.slug}.lock"):
        place.recover()
        return _run(job, place, seconds)


def _run(job: Job, place: _Place, seconds: dict[str, float]) -> Outcome:
    with _timed(seconds, "check"):
        checked = check(Folder(job.handbook, KINDS, job.shown).load(job.slug), clock.today())
    municipality = checked.handbook.municipality
    if not checked.ok:
        return Outcome(job.slug, municipality.name, municipality.title, False, checked.problems, seconds=seconds)
    editions = Editions(job.output)
    pages, prints = _build(job, checked, place, Prints() if job.fresh else editions.prints(job.slug), seconds)
    editions.replacing(job.slug)
    place.swap()
    editions.printed(job.slug, prints)
    if job.inputs:
        editions.published(job.slug, job.inputs)
    return Outcome(job.slug, municipality.name, municipality.title, True, checked.problems, pages, prints, seconds)


def _build(
    job: Job, checked: Checked, place: _Place, published: Prints, seconds: dict[str, float]
) -> tuple[int, tuple[Print, ...]]:
    folder = place.staging
    book = book_name(job.slug) if job.pdf else None
    with _timed(seconds, "feeds"):
        edition = Edition(checked.handbook, continued(checked.handbook, place.earlier(DATA), place.earlier(HISTORY)))
        files = feed_files(edition, place.earlier(CALENDARS))
    with _timed(seconds, "site"):
        try:
            promised = edition.files if job.pdf else ()
            pages = build_site(edition, job.config_file, folder, (*files, *promised), book)
        except SiteError as error:
            raise PublishError(f"{job.slug}: {error}") from error
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    prints: list[Print] = []
    if book:
        order = Order(edition, Standard(job.archive), folder, book, published)
        with _timed(seconds, "pdf"):
            prints = print_all(order, job.processes)
    _write_card(checked, folder, book)
    return pages, tuple(prints)


class _timed:  # noqa: N801 - reads as a statement
    """Adds the seconds a block takes to a table."""

    def __init__(self, seconds: dict[str, float], name: str) -> None:
        self.seconds, self.name = seconds, name

    def __enter__(self) -> None:
        self.start = time.perf_counter()

    def __exit__(self, *exception: object) -> None:
        self.seconds[self.name] = time.perf_counter() - self.start


class _Place:
    """The published folder of a municipality, with the one being built and the one going out beside it."""

    def __init__(self, output: Path, slug: str, previous: Path | None) -> None:
        self.published = output / slug
        self.previous = (previous or output) / slug
        self.staging = output / f".{slug}.new"
        self.outgoing = output / f".{slug}.old"

    def recover(self) -> None:
        """Cleans up after a build that was killed; what was published before it is published again."""
        if self.outgoing.exists() and not self.published.exists():
            self.outgoing.rename(self.published)
        for left_behind in (self.staging, self.outgoing):
            shutil.rmtree(left_behind, ignore_errors=True)

    def earlier(self, path: str) -> bytes | None:
        """A file of the edition that the new one continues."""
        file = self.previous / path
        return file.read_bytes() if file.is_file() else None

    def swap(self) -> None:
        """Publishes what was built."""
        if self.published.exists():
            self.published.rename(self.outgoing)
        self.staging.rename(self.published)
        shutil.rmtree(self.outgoing, ignore_errors=True)


def write_portal(output: Path) -> int:
    """Writes `index.html` over the handbooks that are published in a folder, and returns how many they are."""
    env = environment(TEMPLATES / "portal", language(SOURCE_LANGUAGE))
    entries = [json.loads(card.read_text(encoding="utf-8")) for card in output.glob(f"[!.]*/{CARD}")]
    entries.sort(key=lambda entry: entry["name"])
    text = env.get_template("index.html.j2").render(entries=entries, today=clock.today(), language=SOURCE_LANGUAGE)
    _copy_portal_assets(output / PORTAL_ASSETS)
    _replace(output / "index.html", text)
    return len(entries)


def _copy_portal_assets(folder: Path) -> None:
    """What the portal's page loads; the rest is beside each handbook."""
    assets = TEMPLATES / "static" / "assets"
    shutil.copytree(assets / "fonts", folder / "fonts", dirs_exist_ok=True)
    for name in ("favicon.svg", "fonts.css", "portal.css"):
        shutil.copyfile(assets / name, folder / name)


def _write_card(checked: Checked, folder: Path, book: str | None) -> None:
    """Puts beside a site what the portal says of it."""
    municipality = checked.handbook.municipality
    card = {
        "slug": checked.slug,
        "name": municipality.name,
        "title": municipality.title,
        "motto": municipality.motto,
        "demonstration": municipality.demonstration is not None,
        "book": book,
    }
    (folder / CARD).write_text(json.dumps(card, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _replace(path: Path, text: str) -> None:
    """Writes a file so that readers see the old one or the new one, never a part."""
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)
