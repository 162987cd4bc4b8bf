"""Jobs that are done on other machines: what is sent, what comes back, and what is published of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from builder.executors import InThisProcess
from builder.publish import elsewhere, parcels, worker
from builder.publish.elsewhere import Elsewhere
from builder.publish.failures import PublishError, Unfit
from builder.publish.options import Options
from builder.publish.parcels import Order, Result, packed, unpacked
from builder.publish.plan import WORKSHOP, Job
from builder.publish.program import differences, this_program
from builder.publish.run import Outcome
from builder.publish.running import Failure, run_all
from builder.publish.worker import Killed, answered, work

from tests.cli.conftest import BROKEN, SCHOOL
from tests.support import EPOCH, SLUG, varied

Work = Callable[[bytes], bytes]
SITE = {"index.html": b"<html></html>", "about.json": b"{}"}


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    options = Options(handbook=varied(tmp_path, {}), output=tmp_path / "ut", pdf=False)
    return Job(SLUG, options.resolved())


def made(parcel: bytes) -> bytes:
    """What a worker gives back, without having built."""
    order = unpacked(parcel)
    assert isinstance(order, Order)
    return packed(Result(Outcome(order.job.slug, "Lillevik", True, ()), SITE), {})


def ended(job: Job, works: Work, monkeypatch: pytest.MonkeyPatch) -> Outcome | Failure:
    monkeypatch.setattr(elsewhere, "work", works)
    (one,) = run_all([job], Elsewhere(InThisProcess(), this_program(), lambda: 1))
    return one


def test_what_comes_back_is_published_and_remembered_here(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    one = ended(job, made, monkeypatch)
    assert isinstance(one, Outcome)
    published = job.options.output / SLUG
    assert {path.name: path.read_bytes() for path in published.iterdir()} == SITE
    assert not list(job.options.output.glob(f"{WORKSHOP}*"))


def test_all_it_is_made_from_is_sent_and_the_moment_it_is(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Order] = []
    (job.options.handbook / SLUG / "notat.txt").write_text("et notat", encoding="utf-8")
    (job.options.handbook / SLUG / "bilde.png").write_bytes(b"\x89PNG\0" * 100_000)
    (job.options.handbook / "annen").mkdir()
    (job.options.handbook / "annen" / "services.yml").write_text("- id: a\n", encoding="utf-8")

    def seeing(parcel: bytes) -> bytes:
        seen.append(unpacked(parcel))  # type: ignore[arg-type]
        return made(parcel)

    ended(job, seeing, monkeypatch)
    (order,) = seen
    assert order.moment == dt.datetime.fromtimestamp(int(EPOCH), dt.UTC)
    assert {name.partition("/")[0] for name in order.data} == {"common", SLUG}
    assert order.data[f"{SLUG}/notat.txt"] == b"et notat"
    assert len(order.data[f"{SLUG}/bilde.png"]) == 1, "a picture is no data"
    assert order.data[SCHOOL] == (job.options.handbook / SCHOOL).read_bytes()


def test_a_file_with_a_path_out_of_its_place_is_not_written(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    def outside(parcel: bytes) -> bytes:
        return packed(Result(Outcome(SLUG, "Lillevik", True, ()), SITE | {"../../ute.txt": b"x", "/ute.txt": b"x"}), {})

    ended(job, outside, monkeypatch)
    assert sorted(path.name for path in job.options.output.rglob("*") if path.is_file()) == sorted(SITE)


def test_data_with_something_that_cannot_be_sent_are_told_of_from_here(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    (job.options.handbook / SLUG / "roles.yml").symlink_to(job.options.handbook / SCHOOL)
    one = ended(job, made, monkeypatch)
    assert isinstance(one, Outcome)
    assert not one.published
    assert any("dette er en lenke" in problem.text() for problem in one.problems)


@pytest.mark.parametrize("times", [1, 2])
def test_what_was_made_from_data_that_changed_meanwhile_is_not_published(
    job: Job, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    left = [times]

    def meanwhile(parcel: bytes) -> bytes:
        if left[0]:
            left[0] -= 1
            with (job.options.handbook / SCHOOL).open("a", encoding="utf-8") as file:
                file.write("# endret\n")
        return made(parcel)

    one = ended(job, meanwhile, monkeypatch)
    if times == 1:
        assert isinstance(one, Outcome)
    else:
        assert isinstance(one, Failure)
        assert "data ble endret mens håndboka ble bygd, to ganger på rad" in str(one.error)
        assert not (job.options.output / SLUG).exists()


def test_a_worker_with_another_program_ends_the_build(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    def other(parcel: bytes) -> bytes:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(parcels, "program_like", lambda *_: {**this_program(), "python": "3.9.1"})
            return answered(parcel)

    with pytest.raises(Unfit, match=r"har et annet program enn denne maskinen.*\(python 3.9.1 ≠ "):
        ended(job, other, monkeypatch)
    assert not (job.options.output / SLUG).exists()


def test_errors_in_data_come_back_as_from_here(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    (job.options.handbook / SCHOOL).write_text(BROKEN, encoding="utf-8")
    one = ended(job, answered, monkeypatch)
    assert isinstance(one, Outcome)
    assert not one.published
    marks = {str(problem.mark) for problem in one.problems}
    assert f"{job.options.handbook}/{SCHOOL}:5:1" in marks, "the place on the machine of the data"


def test_what_stops_a_worker_is_told_of(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise PublishError(parcels.Message("Disken er full"))

    monkeypatch.setattr(worker, "run", full)
    one = ended(job, answered, monkeypatch)
    assert isinstance(one, Failure)
    assert str(one.error) == "Disken er full"


class GivenUp(Exception):
    """What a cluster raises of a job that was killed with several workers."""


def test_a_job_that_takes_workers_with_it_is_told_by_name_and_not_sent_again(job: Job) -> None:
    times: list[Job] = []

    class Deadly(Executor):
        def submit(self, *_: object, **__: object) -> Future[Any]:  # type: ignore[override]
            times.append(job)
            future: Future[Any] = Future()
            future.set_exception(GivenUp())
            return future

    (one,) = run_all([job], Elsewhere(Deadly(), this_program(), lambda: 1, given_up=(GivenUp,)))
    assert isinstance(one, Failure)
    assert str(one.error).startswith(f"{SLUG}: prosessen som bygde, ble borte hver gang")
    assert len(times) == 1


def test_where_the_scheduler_is_gone_all_ends(job: Job) -> None:
    class Gone(Executor):
        def submit(self, *_: object, **__: object) -> Future[Any]:  # type: ignore[override]
            future: Future[Any] = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future

    with pytest.raises(Unfit, match="Den som fordeler arbeidet, svarer ikke lenger"):
        list(run_all([job], Elsewhere(Gone(), this_program(), lambda: 1)))


# A process of its own


def test_a_fault_in_the_program_is_told_by_its_last_line() -> None:
    with pytest.raises(RuntimeError, match=r"^json\.decoder\.JSONDecodeError: ") as failed:
        work(b"not a parcel")
    assert "Traceback" in failed.value.__notes__[0]


def test_a_process_that_is_killed_is_told_from_one_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nkill -9 $$\n", encoding="utf-8")
    python.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(python))
    with pytest.raises(Killed):
        work(b"")


def test_what_a_killed_job_left_on_the_machine_is_removed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDBOK_CACHE", str(tmp_path / "husk"))
    left = tmp_path / "husk" / "jobs" / f"{WORKSHOP}left"
    left.mkdir(parents=True, mode=0o700)
    left.parent.chmod(0o700)
    (left / "lock").touch()
    with worker._place() as folder:
        assert folder.is_dir()
        assert not left.exists()
    assert not folder.exists()


# The program


def test_programs_are_the_same_wherever_they_lie() -> None:
    here = this_program()
    assert here["python"]
    assert {"weasyprint", "mkdocs-material", "pydantic", "jinja2"} <= here.keys()
    assert not {"pytest", "distributed"} & here.keys(), "what a build does not lean on may differ"
    assert differences(here, dict(here)) == ""
    assert differences(here, {**here, "pydantic": "1.0"}) == f"pydantic 1.0 ≠ {here['pydantic']}"
    assert differences(here, {name: v for name, v in here.items() if name != "nh3"}) == f"nh3 – ≠ {here['nh3']}"
