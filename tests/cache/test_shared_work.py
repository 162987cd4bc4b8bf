"""The work on the shared records, kept between checks: never another finding than those of a fresh check."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from unittest import mock

import pytest
from builder.cache import inputs as inputs_module
from builder.cache.checks import WORK
from builder.cache.inputs import Inputs
from builder.cache.store import Store, store_of
from builder.check.municipalities import check_each
from builder.check.work import Work
from builder.cli import check as command
from builder.cli.terminal import Terminal
from builder.load import folder as folder_module
from builder.load.yaml_text import parse
from builder.problem import Problem

from tests.cache.conftest import OTHER, SHARED
from tests.support import EPOCH, SLUG

Findings = tuple[tuple[object, ...], ...]
SHARED_FILE = "common/services/delt.yml"


class Checking:
    """Checks as the command does, each time as a new run would, and notes the files that were read as YAML."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.read: list[str] = []

    def __call__(self, *, fresh: bool = False) -> Findings:
        self.read.clear()
        with mock.patch.object(folder_module, "parse", self._parse):
            return told(command.findings(self.root, [SLUG, OTHER], fresh, Terminal()))

    def _parse(self, path: str, content: bytes) -> object:
        self.read.append(path)
        return parse(path, content)

    @property
    def read_shared(self) -> bool:
        return any("/common/" in path for path in self.read)


def told(problems: Iterable[Problem]) -> Findings:
    """All that a finding says, also what two findings need not have alike to be the same."""
    return tuple((p.mark, p.rule, p.severity, p.message.text(), p.causes, p.follows, p.count) for p in problems)


def written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def own_change(root: Path) -> None:
    """One file of one municipality says something else."""
    path = root / OTHER / "services" / "skole.yml"
    written(path, path.read_text(encoding="utf-8") + "# Endret.\n")


@pytest.fixture
def checking(two: Path) -> Checking:
    """The same findings are there before and after: what is kept is of a whole check."""
    written(two / "common" / "services" / "gal.yml", "id: gal\nname: Gal\ncategory: finnes-ikke\n")
    made = Checking(two)
    assert made()
    assert made.read_shared
    return made


def test_one_changed_file_reads_no_shared_file_and_gives_what_a_fresh_check_does(checking: Checking) -> None:
    written(checking.root / OTHER / "services" / "skole.yml", "id: skole\n")
    found = checking()
    assert checking.read
    assert not checking.read_shared
    assert found == checking(fresh=True)
    assert any("gal.yml" in str(finding[0]) for finding in found)


def test_fresh_does_the_shared_work_again(checking: Checking) -> None:
    checking(fresh=True)
    assert checking.read_shared


def _changed(root: Path) -> None:
    written(root / SHARED_FILE, SHARED + "phone: ring meg\n")


def _added(root: Path) -> None:
    written(root / "common" / "services" / "ny.yml", "id: ny\n")


def _deleted(root: Path) -> None:
    (root / "common" / "roles.yml").unlink()


def _renamed(root: Path) -> None:
    (root / SHARED_FILE).rename(root / "common" / "services" / "andre.yml")


def _unreadable(root: Path) -> None:
    written(root / SHARED_FILE, "id: [\n")


def _no_longer_pinned(root: Path) -> None:
    (root / "common").rename(root.with_name("lagt-bort"))


def _moved_lines(root: Path) -> None:
    path = root / "common" / "services" / "gal.yml"
    written(path, f"# Ny linje.\n{path.read_text(encoding='utf-8')}")


@pytest.mark.parametrize("change", [_changed, _added, _deleted, _renamed, _unreadable, _no_longer_pinned, _moved_lines])
def test_another_shared_file_is_worked_on_anew(checking: Checking, change: Callable[[Path], None]) -> None:
    before = checking()
    change(checking.root)
    found = checking()
    assert found == checking(fresh=True)
    assert found != before


def test_what_is_as_before_again_is_found_as_before(checking: Checking) -> None:
    before = checking()
    _changed(checking.root)
    checking()
    written(checking.root / SHARED_FILE, SHARED)
    assert checking() == before
    own_change(checking.root)
    assert checking() == before
    assert not checking.read_shared


def test_another_day_is_worked_on_anew(checking: Checking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) + 500 * 24 * 3600))
    found = checking()
    assert checking.read_shared
    assert found == checking(fresh=True)


def test_another_edition_of_the_program_works_anew(checking: Checking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs_module, "program_digest", lambda: "en annen")
    checking()
    assert checking.read_shared


def test_another_name_for_the_folder_works_anew(checking: Checking, monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings name the files as the folder was named."""
    monkeypatch.chdir(checking.root.parent)
    elsewhere = Checking(Path(checking.root.name))
    found = elsewhere()
    assert elsewhere.read_shared
    assert found == elsewhere(fresh=True)


def test_the_work_in_another_written_standard_comes_beside_the_first(checking: Checking) -> None:
    card = checking.root / OTHER / "municipality.yml"
    text = card.read_text(encoding="utf-8")
    written(checking.root / "common" / "services" / "delt.nn.yml", "id: delt\nsummary: Noko.\n")
    checking()
    written(card, text.replace("written_standard: nb", "written_standard: nn"))
    assert card.read_text(encoding="utf-8") != text
    found = checking()
    assert not checking.read_shared
    assert found == checking(fresh=True)
    for path in (checking.root / SLUG / "municipality.yml", card):
        written(path, path.read_text(encoding="utf-8") + "# Endret.\n")
    assert checking() == found
    assert not checking.read_shared


def _file(root: Path) -> Path:
    (found,) = store_of(root).folder.glob(f"{WORK}.*")
    return found


@pytest.mark.parametrize(
    "harm",
    [
        Path.unlink,
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-100]),
        lambda file: file.write_bytes(file.read_bytes().replace(b"builder.problem", b"builder.problen")),
        lambda file: file.parent.chmod(0o770),
    ],
    ids=["gone", "emptied", "cut", "altered", "open to others"],
)
def test_what_is_damaged_or_may_be_anothers_is_worked_out_again(
    checking: Checking, harm: Callable[[Path], object]
) -> None:
    found = checking()
    harm(_file(checking.root))
    own_change(checking.root)
    assert checking() == found
    assert checking.read_shared


class _Running:
    """An object that has something run when it is made of its bytes."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.path),)


@pytest.mark.parametrize("kept", [b"", b"ikke noe", None])
def test_only_data_is_made_of_what_is_kept(checking: Checking, tmp_path: Path, kept: bytes | None) -> None:
    found = checking()
    bad = tmp_path / "kjørt"
    objects = pickle.dumps(_Running(bad)) if kept is None else kept
    store = store_of(checking.root)
    made_from = Inputs(checking.root, str(checking.root), store).of_shared_work()
    store.write_objects(WORK, made_from, objects)
    own_change(checking.root)
    assert checking() == found
    assert checking.read_shared
    assert not bad.exists()


def test_what_is_changed_while_it_is_checked_is_not_kept(two: Path) -> None:
    def changing(root: Path, slugs: Iterable[str], work: Work) -> Iterator[tuple[str, tuple[Problem, ...]]]:
        for checked in check_each(root, slugs, work):
            yield checked.slug, checked.problems
        _changed(root)

    with mock.patch.object(command, "check_anew", changing):
        command.findings(two, [SLUG, OTHER], False, Terminal())
    assert not list(store_of(two).folder.glob(f"{WORK}.*"))
    checking = Checking(two)
    assert checking() == checking(fresh=True)


def test_nothing_new_is_not_written_again(checking: Checking) -> None:
    before = _file(checking.root).stat()
    own_change(checking.root)
    checking()
    after = _file(checking.root).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_objects_are_of_what_they_were_made_from(tmp_path: Path) -> None:
    store = Store(tmp_path / "minne")
    store.write_objects("noe", "dette", b"1\n2")
    assert store.read_objects("noe", "dette") == b"1\n2"
    assert store.read_objects("noe", "noe annet") is None
    assert store.read_objects("annet", "dette") is None
