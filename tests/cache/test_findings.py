"""What is remembered of a check: never another answer than the one a fresh check gives."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from unittest import mock

import pytest
from builder.cache import inputs as inputs_module
from builder.cache import program
from builder.cache.findings import Findings
from builder.cache.store import Store, store_of
from builder.check.municipalities import check_each
from builder.check.work import Work
from builder.cli import check as command
from builder.cli.terminal import Terminal
from builder.problem import Mark, Message, Problem, Severity

from tests.cache.conftest import OTHER, SHARED
from tests.support import EPOCH, SLUG, said_by_handbok

Problems = tuple[Problem, ...]


class Checking:
    """Checks, and remembers whom it was asked to check."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.asked: list[str] = []

    def __call__(self, root: Path, slugs: Iterable[str], work: Work) -> Iterator[tuple[str, Problems]]:
        self.asked += slugs
        return ((checked.slug, checked.problems) for checked in check_each(root, self.asked, work))

    def run(self, fresh: bool = False) -> tuple[list[str], Problems]:
        """Those that were checked, and everything that was found."""
        self.asked.clear()
        with mock.patch.object(command, "check_anew", self):
            found = command.findings(self.root, [SLUG, OTHER], fresh, Terminal())
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
    store = store_of(two)
    data = store.read("findings")
    data[OTHER]["problems"][0][4] = "no such severity"
    store.write("findings", data)
    assert Checking(two).run() == ([OTHER], found)


def test_no_place_to_remember_is_no_error(two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "full").write_text("en fil, ikke en mappe", encoding="utf-8")
    monkeypatch.setenv("HANDBOK_CACHE", str(tmp_path / "full"))
    assert Checking(two).run() == Checking(two).run()
    said = said_by_handbok("check", "--handbook", str(two))
    assert f"Ingenting huskes til neste gang, og alt gjøres da på nytt: {tmp_path / 'full'}" in said.stderr
    assert "miljøvariabelen HANDBOK_CACHE" in said.stderr
    assert said.returncode == 0


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
