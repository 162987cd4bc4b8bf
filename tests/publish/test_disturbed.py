"""A build that is disturbed: by a full disk, by those who change the data, by another build, by whoever stops it."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builder.cache.store import store_of
from builder.check import checker
from builder.executors import pool
from builder.publish import run as running
from builder.publish.failures import PublishError, written_to
from builder.publish.options import Options
from builder.publish.plan import WORKSHOP, Job, made_from
from builder.publish.run import run
from filelock import FileLock

from tests.support import MINI, ROOT, SLUG, environment_with, varied

CARD = f"{SLUG}/municipality.yml"


def job(root: Path, output: Path) -> Job:
    return Job(SLUG, Options(handbook=root, output=output, pdf=False))


# A disk that is full or closed


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only an administrator can mount a disk")
def test_a_full_disk_is_told_of_by_where_the_handbook_should_be(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        (disk / "ut" / SLUG).mkdir(parents=True)
        (disk / "ut" / SLUG / "index.html").write_text("før", encoding="utf-8")
        with pytest.raises(PublishError) as told:
            run(job(MINI, disk / "ut"))
        assert str(told.value).startswith(f"Det er ikke plass der {disk / 'ut'} ligger: disken er full")
        assert [path.name for path in (disk / "ut").iterdir()] == [SLUG]
        assert (disk / "ut" / SLUG / "index.html").read_text(encoding="utf-8") == "før"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS])
def test_what_only_comes_of_writing_is_about_the_output(tmp_path: Path, number: int) -> None:
    with pytest.raises(PublishError, match=str(tmp_path)), written_to(tmp_path):
        raise OSError(number, os.strerror(number))


@pytest.mark.parametrize(("file", "named"), [("ut/by/x", True), ("data/x.yml", False)])
def test_a_file_that_may_not_be_opened_is_the_one_it_is(tmp_path: Path, file: str, named: bool) -> None:
    with pytest.raises(PublishError if named else PermissionError), written_to(tmp_path / "ut"):
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path / file))


# Data that change meanwhile


@pytest.fixture
def changing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Has something happen just after the data are read."""

    def when_checked(happen: Callable[[], object]) -> None:
        def checked(*args: object) -> checker.Checked:
            result = checker.check(*args)  # type: ignore[arg-type]
            happen()
            return result

        monkeypatch.setattr(running, "check", checked)
        monkeypatch.setattr(running, "_build", lambda *_: (1, ()))
        monkeypatch.setattr(running.Staging, "swap", lambda place: place.folder.mkdir(parents=True))

    return when_checked


def test_data_that_change_once_are_built_once_more(
    tmp_path: Path, changing: Callable[[Callable[[], object]], None]
) -> None:
    root, times = varied(tmp_path, {}), [0]
    text = (root / CARD).read_text(encoding="utf-8")

    def change() -> None:
        times[0] += 1
        (root / CARD).write_text(text.replace("name: Lillevik", "name: Nyvik"), encoding="utf-8")

    changing(change)
    outcome = run(job(root, tmp_path / "ut"))
    assert (outcome.published, outcome.name, times) == (True, "Nyvik", [2])
    kept = store_of(tmp_path / "ut").read(f"edition-{SLUG}")
    assert kept["inputs"] == made_from(job(root, tmp_path / "ut")), "what it was built from the second time"


def test_data_that_go_on_changing_are_not_published(
    tmp_path: Path, changing: Callable[[Callable[[], object]], None]
) -> None:
    root, number = varied(tmp_path, {}), iter(range(9))

    def change() -> None:
        with (root / CARD).open("a", encoding="utf-8") as file:
            file.write(f"# {next(number)}\n")

    changing(change)
    with pytest.raises(PublishError, match="lillevik: data ble endret mens håndboka ble bygd, to ganger på rad"):
        run(job(root, tmp_path / "ut"))
    assert not list((tmp_path / "ut").iterdir())


def test_what_is_continued_is_what_stands_when_it_is_published(
    tmp_path: Path, changing: Callable[[Callable[[], object]], None]
) -> None:
    """Another build, of somebody who shares no lock with this one, publishes meanwhile."""
    times = [0]

    def publish() -> None:
        times[0] += 1
        (tmp_path / "ut" / SLUG).mkdir(exist_ok=True)
        (tmp_path / "ut" / SLUG / "endringer.json").write_text('{"editions": []}', encoding="utf-8")

    changing(publish)
    assert run(job(MINI, tmp_path / "ut")).published
    assert times == [2]


# Two at once


def test_the_second_says_whom_it_waits_for(tmp_path: Path) -> None:
    store = store_of(tmp_path / "ut")
    store.write("holder", 4711)
    lock = FileLock(store.folder / "lock")
    with lock:
        second = started(tmp_path, "build", "--no-pdf", "--handbook", str(MINI), "--output", str(tmp_path / "ut"))
        assert second.stderr is not None
        said = second.stderr.readline()
        assert f"En annen bygging (prosess 4711) holder på i {tmp_path / 'ut'}" in said
        assert not list(tmp_path.glob("ut/*"))
    with second:
        second.terminate()


# Whoever stops it


#: The program. What a shell runs in the background is born deaf to interrupts, what nohup runs to the end of the
#: terminal, and so is all that they start.
_HEARING = """
import signal
from builder.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
main()
"""


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _HEARING, *arguments],
        cwd=ROOT,
        env=environment_with(TMPDIR=str(folder)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def helpers(session: int) -> list[int]:
    """The processes of a session that are alive, but for the first."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, its, *_ = status.read_text().rpartition(") ")[2].split()
        except OSError:
            continue
        if int(its) == session and int(status.parent.name) != session and state != "Z":
            found.append(int(status.parent.name))
    return found


def until(holds: Callable[[], object], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
    return bool(holds())


@pytest.fixture
def building(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A build that is at work, with a process that helps."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("processes are looked for as in Linux")
    output = tmp_path / "ut"
    # With prints: a site alone may be done before it is stopped.
    process = started(tmp_path, "build", "--handbook", str(MINI), "--output", str(output))
    assert until(lambda: list(output.glob(f"{WORKSHOP}*")) and helpers(process.pid))
    with process:
        yield process, output
        process.kill()


def test_helpers_end_with_the_one_they_help(building: tuple[subprocess.Popen[str], Path]) -> None:
    process, output = building
    process.kill()
    assert until(lambda: not helpers(process.pid), seconds=5)
    assert not (output / SLUG).exists()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_who_is_stopped_says_so_and_leaves_nothing(
    building: tuple[subprocess.Popen[str], Path], sent: signal.Signals
) -> None:
    process, output = building
    os.killpg(process.pid, sent) if sent == signal.SIGINT else process.send_signal(sent)
    _, said = process.communicate(timeout=30)
    assert said.split() == ["Avbrutt."]
    assert process.returncode == 130
    assert not helpers(process.pid)
    assert not list(output.iterdir())
    assert [path.name for path in output.parent.iterdir()] == ["ut"]


def test_a_helper_that_is_interrupted_works_on() -> None:
    """Whoever asked for its work decides, and ends it."""
    with pool(1) as workers:
        assert workers.submit(_interrupted).result() == "ferdig"


def _interrupted() -> str:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.05)
    return "ferdig"
