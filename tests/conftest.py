"""Fixtures shared by all tests. The miniature handbook is built once, however many processes run the tests."""

from __future__ import annotations

import itertools
import os
import tempfile
from pathlib import Path

import pytest
from builder.check.checker import Checked
from builder.model.handbook import Handbook
from builder.render.compiled import OURS, THEME
from filelock import FileLock
from hypothesis import HealthCheck, settings

from tests.elsewhere import Place, elsewhere
from tests.support import EPOCH, MINI, SLUG, checked, mini_file, site_html, varied

# The terminal is wide and plain, and nothing is remembered from the runs of the person who tests.
os.environ |= {"COLUMNS": "300", "NO_COLOR": "1", "TERM": "dumb", "HANDBOK_CACHE": tempfile.mkdtemp()}

settings.register_profile(
    "handbok",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("handbok")


_numbers = itertools.count()
#: Templates compiled by any test serve all: they are the program, not what somebody did with it.
_COMPILED = [Path(os.environ["HANDBOK_CACHE"]) / whose for whose in (OURS, THEME)]
#: Fixtures that build a handbook with its prints, or open one as its readers do.
WHOLE = {"published", "published_again", "printed", "site"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tells those that need a browser or a PDF from the rest (`make unit`)."""
    for item in items:
        if WHOLE.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("whole")


@pytest.fixture(autouse=True)
def fixed_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test knows what day it is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test uses what another test, or the one who runs them, has found before."""
    own = tmp_path_factory.getbasetemp() / f"remembered-{next(_numbers)}"
    own.mkdir()
    for folder in _COMPILED:
        folder.mkdir(mode=0o700, exist_ok=True)
        (own / folder.name).symlink_to(folder)
    monkeypatch.setenv("HANDBOK_CACHE", str(own))


#: Kinds that the miniature handbook has no records of, and that have no page then.
OTHER_KINDS: dict[str, str | bytes | None] = {
    "lillevik/agreements.yml": "[{id: avtale, title: A, one: {service: ppt}, other: {service: skole}, owner: ppt.leder}]\n",
    "lillevik/introductions.yml": "[{id: skolen, title: I, by: ppt.leder, services: [skole], next: 2027-01-04}]\n",
}


#: A step of it where somebody goes over to others, which has a print of its own.
HANDOVER = (
    "      forum: team\n",
    "      forum: team\n      handover_to: skole.rektor\n      handover: {after: {hours: 1}}\n",
)


@pytest.fixture(scope="session")
def all_kinds(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The miniature handbook with a record of each kind that has pages, and whatever has a print."""
    pathways = "lillevik/pathways.yml"
    changes = OTHER_KINDS | {pathways: mini_file(pathways).replace(*HANDOVER, 1)}
    return checked(varied(tmp_path_factory.mktemp("all-kinds"), changes)).handbook


@pytest.fixture(scope="session")
def mini_checked() -> Checked:
    """The miniature handbook, checked."""
    return checked(MINI)


@pytest.fixture(scope="session")
def mini(mini_checked: Checked) -> Handbook:
    """The records of the miniature handbook."""
    return mini_checked.handbook


@pytest.fixture(scope="session")
def mini_html(mini: Handbook) -> dict[str, str]:
    """Page path -> HTML of the content of each page of the miniature handbook."""
    return site_html(mini)


def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder all processes of one test run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


def remembered_of(published: Path) -> Path:
    """What is remembered of `published`: for tests that continue it, as `HANDBOK_CACHE`."""
    return published.with_name(f"{published.name}-remembered")


def _built(folder: Path, name: str, place: Place) -> Path:
    target = folder / name
    with FileLock(folder / f"{name}.lock"):
        if not (target / "index.html").exists():
            place.remembering(remembered_of(target)).build(target, "--edition", "internal")
    return target


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of one build of the miniature handbook, site and PDF, with all that there is in it: the
    internal edition. To be read, never written."""
    return _built(shared_folder(tmp_path_factory), "published", Place(MINI))


@pytest.fixture(scope="session")
def published_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same built once more, with all that must not matter another: see `tests.elsewhere`."""
    return _built(shared_folder(tmp_path_factory), "publisert på nytt", elsewhere(MINI, tmp_path_factory.mktemp("æ ø")))


@pytest.fixture(scope="session")
def book_file(published: Path) -> Path:
    """The PDF of the miniature handbook."""
    return published / SLUG / f"handbok-{SLUG}.pdf"
