"""What is remembered between runs: never another answer than the one a fresh run gives."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from unittest import mock

import pytest
from builder.cache import fingerprints, program
from builder.cache import inputs as inputs_module
from builder.cache.editions import Editions, book_name
from builder.cache.findings import Findings
from builder.cache.fingerprints import Fingerprints
from builder.cache.inputs import Inputs, store_of
from builder.cache.store import Store
from builder.check.checker import check
from builder.cli import check as command
from builder.load.folder import Folder, served
from builder.model.kinds import KINDS
from builder.problem import Mark, Message, Problem, Severity
from builder.publish.options import Options
from builder.publish.plan import Job, plan

from tests.support import EPOCH, SLUG, TODAY, said_by_handbok, varied

Problems = tuple[Problem, ...]
OTHER = "storevik"
SHARED = "id: delt\nserves: [storevik]\nname: Delt\ncategory: ppt\ngovernment: state\nsummary: Noe.\n"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two municipalities, none of whose files was written just now."""
    root = varied(tmp_path, {"common/services/delt.yml": SHARED})
    shutil.copytree(root / SLUG, root / OTHER)
    card = root / OTHER / "municipality.yml"
    card.write_text(card.read_text(encoding="utf-8").replace(f"id: {SLUG}", f"id: {OTHER}"), encoding="utf-8")
    return root


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the disk ticks so fast that files written just now are old."""
    monkeypatch.setattr(fingerprints, "_TICK", 0)


class Checking:
    """Checks, and remembers whom it was asked to check."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.asked: list[str] = []

    def __call__(self, root: Path, slugs: Iterable[str]) -> Iterator[tuple[str, Problems]]:
        folder = Folder(root, KINDS)
        for slug in slugs:
            self.asked.append(slug)
            yield slug, check(folder.load(slug), TODAY).problems

    def run(self, fresh: bool = False) -> tuple[list[str], Problems]:
        """Those that were checked, and everything that was found."""
        self.asked.clear()
        with mock.patch.object(command, "check_anew", self):
            found = command.findings(self.root, [SLUG, OTHER], fresh)
        return list(self.asked), found


def test_what_has_not_changed_is_not_checked_again_and_gives_the_same(two: Path) -> None:
    first, found = Checking(two).run()
    second, again = Checking(two).run()
    assert (first, second) == ([SLUG, OTHER], [])
    assert again == found
    assert len(found) > 3


def test_fresh_checks_all_again(two: Path) -> None:
    Checking(two).run()
    assert Checking(two).run(fresh=True)[0] == [SLUG, OTHER]


def test_only_the_changed_municipality_is_checked(two: Path) -> None:
    before = Checking(two).run()[1]
    (two / OTHER / "services" / "skole.yml").write_text("id: skole\n", encoding="utf-8")
    asked, found = Checking(two).run()
    assert asked == [OTHER]
    assert {p.rule for p in set(found) - set(before)} >= {"missing-field"}
    assert found == Checking(two).run(fresh=True)[1]


def test_a_shared_file_changes_all(two: Path) -> None:
    Checking(two).run()
    (two / "common" / "services" / "delt.yml").write_text(SHARED + "note: Endret.\n", encoding="utf-8")
    assert Checking(two).run()[0] == [SLUG, OTHER]


@pytest.mark.parametrize("change", ["removed", "added", "renamed"])
def test_files_that_come_and_go_are_noticed(two: Path, change: str) -> None:
    Checking(two).run()
    path = two / SLUG / "services" / "skole.yml"
    if change == "added":
        shutil.copy(path, path.with_name("ny.yml"))
    elif change == "removed":
        path.unlink()
    else:
        path.rename(path.with_name("ny.yml"))
    assert Checking(two).run()[0] == [SLUG]


def test_another_day_is_checked_anew(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Checking(two).run()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) + 24 * 3600))
    assert Checking(two).run()[0] == [SLUG, OTHER]


def test_another_edition_of_the_program_checks_anew(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Checking(two).run()
    monkeypatch.setattr(inputs_module, "program_digest", lambda: "en annen")
    assert Checking(two).run()[0] == [SLUG, OTHER]


def test_the_program_is_told_by_code_templates_and_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_PLACES", (tmp_path,))
    digests = set()
    for content in ("en", "to!"):
        (tmp_path / "kode.py").write_text(content, encoding="utf-8")
        program.program_digest.cache_clear()
        digests.add(program.program_digest())
    monkeypatch.setattr(program, "_installed", lambda: ["pydantic-0.1.dist-info"])
    program.program_digest.cache_clear()
    digests.add(program.program_digest())
    program.program_digest.cache_clear()
    assert len(digests) == 3


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "null", '{"lillevik": 3}', "[" * 100_000, "\x00", '{"lillevik": {}}']
)
def test_damaged_memory_is_as_none(two: Path, settled: None, damage: str) -> None:
    found = Checking(two).run()[1]
    for file in store_of(two).folder.glob("*.json"):
        file.write_text(damage, encoding="utf-8")
    asked, again = Checking(two).run()
    assert again == found
    assert SLUG in asked


def test_a_damaged_finding_is_found_again(two: Path) -> None:
    found = Checking(two).run()[1]
    file = store_of(two).folder / "findings.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    data[OTHER]["problems"][0][4] = "no such severity"
    file.write_text(json.dumps(data), encoding="utf-8")
    assert Checking(two).run() == ([OTHER], found)


def test_no_place_to_remember_is_no_error(two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "full").write_text("en fil, ikke en mappe", encoding="utf-8")
    monkeypatch.setenv("HANDBOK_CACHE", str(tmp_path / "full"))
    assert Checking(two).run() == Checking(two).run()


def test_it_is_kept_beside_the_data_folder_unless_told_otherwise(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HANDBOK_CACHE")
    assert store_of(two).folder == two.parent / ".handbok-cache" / "handbook"


def test_every_kind_of_value_survives() -> None:
    message = Message("{a} {b} {c} {d}", a=dt.date(2026, 1, 2), b=3, c=None, d=Message("«{e}»", e=2.5))
    problem = Problem(Mark("a.yml", 2, 3), "regel", message, Severity.ADVICE)
    kept = Store(Path(os.environ["HANDBOK_CACHE"]))
    findings = Findings(kept)
    findings.learn(SLUG, "x", (problem,))
    findings.save()
    again = Findings(kept).recall(SLUG, "x")
    assert again == (problem,)
    assert again[0].message.text() == "2026-01-02 3 None «2.5»"


def test_a_file_is_read_again_only_when_it_has_changed(
    tmp_path: Path, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, file = Store(tmp_path / "minne"), tmp_path / "a.yml"
    file.write_text("id: a\n", encoding="utf-8")
    first = Fingerprints(store)
    digest = first.digest(str(file))
    first.save()
    again = Fingerprints(store)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"read {path}"))
    assert again.digest(str(file)) == digest


def test_a_change_that_hides_its_size_and_time_is_noticed(tmp_path: Path, settled: None) -> None:
    store, file = Store(tmp_path / "minne"), tmp_path / "a.yml"
    file.write_text("id: a\n", encoding="utf-8")
    first = Fingerprints(store)
    digest = first.digest(str(file))
    first.save()
    before = file.stat()
    file.write_text("id: b\n", encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert Fingerprints(store).digest(str(file)) != digest


def test_a_file_written_just_now_is_read_again(tmp_path: Path) -> None:
    store, file = Store(tmp_path / "minne"), tmp_path / "a.yml"
    file.write_text("id: a\n", encoding="utf-8")
    first = Fingerprints(store)
    first.digest(str(file))
    first.save()
    assert store.read(fingerprints.NAME) in (None, {})


def test_unreadable_files_have_a_digest(tmp_path: Path) -> None:
    told = Fingerprints(Store(tmp_path))
    assert told.digest(str(tmp_path / "borte")) != told.digest(str(tmp_path))


# Building


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
        (self.output / job.slug).mkdir(parents=True, exist_ok=True)
        for name in ("about.json", "index.html", book_name(job.slug)):
            (self.output / job.slug / name).write_text(name, encoding="utf-8")
        Editions(self.output).published(job.slug, job.inputs)

    def portal(self, ground: str) -> None:
        self.portals += 1
        (self.output / "index.html").write_text("portal", encoding="utf-8")
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


@pytest.mark.parametrize("lost", ["about.json", "index.html", f"handbok-{SLUG}.pdf"])
def test_what_has_gone_from_the_output_is_built_again(two: Path, tmp_path: Path, lost: str) -> None:
    building = Building(two, tmp_path / "site")
    building.run()
    (tmp_path / "site" / SLUG / lost).unlink()
    assert building.run()[0] == [SLUG]


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
