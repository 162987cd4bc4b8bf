"""What is published from the same is not built again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from builder.cache.editions import Editions, book_name
from builder.cache.inputs import Inputs
from builder.cache.store import store_of
from builder.load.folder import served
from builder.publish.options import Options
from builder.publish.plan import Job, made_from, plan

from tests.cache.conftest import OTHER, SHARED
from tests.support import SLUG, said_by_handbok


def test_a_shared_file_is_part_only_of_those_it_serves(two: Path) -> None:
    before = [Inputs(two, "h", store_of(two)).serving(slug) for slug in (SLUG, OTHER)]
    shared = two / "common" / "services" / "delt.yml"
    shared.write_text(SHARED.replace("Noe", "Noe annet"), encoding="utf-8")
    after = [Inputs(two, "h", store_of(two)).serving(slug) for slug in (SLUG, OTHER)]
    assert before[0] == after[0]
    assert before[1] != after[1]


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("id: a\n", None),
        ("id: a\nserves: []\n", None),
        ("id: a\nserves: [x, y]\n", ["x", "y"]),
        ("- {id: a, serves: [x]}\n- {id: b, serves: [y]}\n", ["x", "y"]),
        ("- {id: a, serves: [x]}\n- {id: b}\n", None),
        ("id: a\nserves: [x]\nid: b\n", None),
        ("id: [\n", None),
        ("", None),
    ],
)
def test_whom_a_shared_file_serves(tmp_path: Path, text: str, slugs: list[str] | None) -> None:
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    assert served(str(tmp_path / "a.yml")) == slugs
    assert served(str(tmp_path / "borte.yml")) is None


class Building:
    """Publishes a card and a front page for each, and remembers whom it was asked to build."""

    def __init__(self, root: Path, output: Path) -> None:
        self.root, self.output = root, output
        self.asked: list[str] = []
        self.portals = 0

    def build(self, job: Job) -> None:
        self.asked.append(job.slug)
        shutil.rmtree(self.output / job.slug, ignore_errors=True)
        for name in ("about.json", "index.html", book_name(job.slug), "dypt/nede/alle.ics"):
            file = self.output / job.slug / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(name, encoding="utf-8")
        Editions(self.output).published(job.slug, made_from(job))

    def portal(self, ground: str) -> None:
        self.portals += 1
        (self.output / "assets").mkdir(exist_ok=True)
        for name in ("index.html", "404.html", "assets/fonts.css"):
            (self.output / name).write_text("portal", encoding="utf-8")
        Editions(self.output).portal_written(ground)

    def run(self, pdf: bool = True, fresh: bool = False) -> tuple[list[str], int]:
        self.asked, self.portals = [], 0
        work = plan([SLUG, OTHER], Options(handbook=self.root, output=self.output, pdf=pdf, fresh=fresh))
        for job in work.jobs:
            self.build(job)
        if not work.portal_stands():
            self.portal(work.ground)
        assert work.unchanged == 2 - len(self.asked)
        return self.asked, self.portals


def test_what_is_published_from_the_same_is_not_built_again(two: Path, tmp_path: Path) -> None:
    building = Building(two, tmp_path / "site")
    assert building.run() == ([SLUG, OTHER], 1)
    assert building.run() == ([], 0)
    assert building.run(fresh=True) == ([SLUG, OTHER], 0)


def test_one_changed_record_builds_one(two: Path, tmp_path: Path) -> None:
    building = Building(two, tmp_path / "site")
    building.run()
    (two / OTHER / "services" / "skole.yml").write_text("id: skole\n", encoding="utf-8")
    assert building.run() == ([OTHER], 0)


@pytest.mark.parametrize("name", ["about.json", "index.html", f"handbok-{SLUG}.pdf", "dypt/nede/alle.ics"])
@pytest.mark.parametrize(
    "harm",
    [
        Path.unlink,
        lambda file: file.write_bytes(b""),
        lambda file: file.chmod(0o600),
        lambda file: file.with_name("mer").write_bytes(b""),
        lambda file: (file.unlink(), file.mkdir()),
    ],
    ids=["gone", "emptied", "closed", "more", "a folder"],
)
def test_what_is_not_as_it_was_published_is_built_again(
    two: Path, tmp_path: Path, name: str, harm: Callable[[Path], object]
) -> None:
    building = Building(two, tmp_path / "site")
    building.run()
    harm(tmp_path / "site" / SLUG / name)
    assert building.run()[0] == [SLUG]


@pytest.mark.parametrize("name", ["index.html", "404.html", "assets/fonts.css"])
def test_a_portal_that_is_not_as_it_was_written_is_written_again(two: Path, tmp_path: Path, name: str) -> None:
    building = Building(two, tmp_path / "site")
    building.run()
    (tmp_path / "site" / name).write_text("annet", encoding="utf-8")
    assert building.run() == ([], 1)


def test_with_and_without_book_are_not_the_same(two: Path, tmp_path: Path) -> None:
    building = Building(two, tmp_path / "site")
    building.run(pdf=False)
    assert building.run(pdf=True)[0] == [SLUG, OTHER]


def test_the_portal_follows_the_published_handbooks(two: Path, tmp_path: Path) -> None:
    building = Building(two, tmp_path / "site")
    building.run()
    (tmp_path / "site" / "index.html").unlink()
    assert building.run() == ([], 1)
    shutil.copytree(tmp_path / "site" / SLUG, tmp_path / "site" / "nyvik")
    assert building.run() == ([], 1)


def test_until_a_new_edition_is_whole_nothing_is_known(tmp_path: Path) -> None:
    editions = Editions(tmp_path)
    (tmp_path / SLUG).mkdir()
    for name in ("about.json", "index.html"):
        (tmp_path / SLUG / name).write_text("", encoding="utf-8")
    editions.published(SLUG, "en")
    assert editions.is_current(SLUG, "en")
    editions.replacing(SLUG)
    assert not editions.is_current(SLUG, "en")


def test_the_command_says_what_stands(two: Path, tmp_path: Path) -> None:
    """One real build, then nothing to do."""
    options = ["--handbook", str(two), "--output", str(tmp_path / "site"), "--no-pdf", "--jobs", "1"]
    first = said_by_handbok("build", SLUG, *options)
    assert first.returncode == 0, first.stderr
    again = said_by_handbok("build", SLUG, *options)
    assert "Uendret siden sist: 1." in again.stdout
    assert again.returncode == 0
    assert "Uendret" not in said_by_handbok("build", SLUG, "--fresh", *options).stdout
