"""A real cluster builds what this machine would: whoever is killed meanwhile, and whatever is wrong with one of them."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from builder.publish import program
from builder.publish.plan import WORKSHOP

from tests.cli.conftest import BROKEN, assert_plain, contents
from tests.publish.dask_cluster import Cluster, dask_cluster, wait_until
from tests.publish.small_ones import municipalities_in
from tests.support import EPOCH, handbok, said_by_handbok

SLUGS = ("avik", "bvik")
WRONG = "dvik"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with dask_cluster(tmp_path_factory.mktemp("klynge"), 2) as made:
        yield made


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of several, one of which has errors."""
    made = municipalities_in(tmp_path_factory.mktemp("data") / "handbook", *SLUGS, WRONG)
    (made / WRONG / "services" / "skole.yml").write_text(BROKEN, encoding="utf-8")
    return made


def build(root: Path, output: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return handbok("build", "--no-pdf", "--handbook", str(root), "--output", str(output), *more)


@pytest.mark.whole
def test_a_cluster_builds_the_same_when_one_is_killed_and_one_is_wrong(
    cluster: Cluster, root: Path, tmp_path: Path
) -> None:
    first, second = cluster.workers
    killer = threading.Thread(target=lambda: (wait_until(first.at_work), first.kill()))
    killer.start()
    there = build(root, tmp_path / "der", "--scheduler", cluster.address)
    killer.join()
    assert there.returncode == 1, there.stderr
    assert f"Ikke bygd på grunn av feil i data: {WRONG.capitalize()}." in there.stderr
    assert f"{root}/{WRONG}/services/skole.yml:5:1: feil: «sumary» er ikke et felt her" in there.stderr
    assert_plain(there)
    assert first.at_work(), "it was in the middle of one"
    assert not second.at_work(), "whoever was not killed leaves nothing"
    here = build(root, tmp_path / "her")
    assert here.returncode == 1, here.stderr
    assert contents(tmp_path / "der") == contents(tmp_path / "her")
    assert {path.name for path in (tmp_path / "der").iterdir() if path.is_dir()} == {*SLUGS, "assets"}
    assert not list((tmp_path / "der").glob(f"{WORKSHOP}*"))
    again = build(root, tmp_path / "der", *SLUGS, "--scheduler", cluster.address)
    assert again.returncode == 0, again.stderr
    assert "Uendret siden sist: 2." in again.stdout


@pytest.mark.whole
def test_workers_with_another_program_build_nothing(
    cluster: Cluster, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    other = {**program.this_program(), "handbok": "9.9.9"}
    monkeypatch.setattr(program, "this_program", lambda: other)
    words = ["build", "avik", "--no-pdf", "--handbook", str(root), "--output", str(tmp_path / "ut")]
    result = said_by_handbok(*words, "--scheduler", cluster.address)
    assert result.returncode == 2
    assert "har et annet program enn denne maskinen" in result.stderr
    assert "≠ 9.9.9). Installer det samme på alle, og start arbeiderne på nytt" in result.stderr
    assert_plain(result)
    assert not (tmp_path / "ut" / "avik").exists()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "tull"])
def test_a_scheduler_that_does_not_answer_is_told(root: Path, tmp_path: Path, address: str) -> None:
    words = ["build", "avik", "--no-pdf", "--handbook", str(root), "--output", str(tmp_path / "ut")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builder.publish.cluster._PATIENCE", 1)
        result = said_by_handbok(*words, "--scheduler", address)
    assert result.returncode == 2
    assert f"Fikk ikke kontakt med {address}: " in result.stderr
    assert "Skriv adressen dask scheduler viser, som tcp://maskin:8786" in result.stderr
    assert_plain(result)


def test_what_is_not_installed_is_told_with_the_command_that_installs_it(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    words = ["build", "avik", "--no-pdf", "--handbook", str(root), "--output", str(tmp_path / "ut")]
    result = said_by_handbok(*words, "--scheduler", "tcp://127.0.0.1:9")
    assert result.returncode == 2
    assert 'Installer det med: pip install "handbok[cluster]"' in result.stderr
    assert_plain(result)


def test_who_does_not_use_a_cluster_does_not_load_it() -> None:
    script = "import sys, builder.cli.progress, builder.publish.cluster; print('distributed' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "False\n"


def test_the_number_of_processes_is_not_for_a_cluster(root: Path, tmp_path: Path) -> None:
    words = ["build", "--handbook", str(root), "--output", str(tmp_path / "ut"), "--jobs", "2"]
    result = said_by_handbok(*words, "--scheduler", "tcp://127.0.0.1:9")
    assert result.returncode == 2
    assert "Disse valgene kan ikke brukes sammen: --scheduler + --jobs" in result.stderr
