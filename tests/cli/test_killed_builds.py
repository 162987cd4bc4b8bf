"""A build that is killed, fails half way or runs beside another never breaks what is published."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builder.publish.options import Options
from builder.publish.plan import Job
from builder.publish.run import run

from tests.cli.conftest import BROKEN, SCHOOL, contents
from tests.support import (
    MINI,
    ROOT,
    SLUG,
    environment_with,
    mini_file,
    varied,
)


def job(output: Path, root: Path = MINI) -> Job:
    return Job(SLUG, Options(handbook=root, output=output, pdf=False))


def test_what_a_killed_build_left_is_cleaned_up(output: Path) -> None:
    before = contents(output / SLUG)
    for name in (f".{SLUG}.new", f".{SLUG}.old"):
        (output / name / "half").mkdir(parents=True)
        (output / name / "half" / "index.html").write_text("halvferdig")
    assert run(job(output)).published
    assert not (output / f".{SLUG}.new").exists()
    assert not (output / f".{SLUG}.old").exists()
    assert contents(output / SLUG) == before


def test_a_build_killed_between_the_two_moves_loses_nothing(tmp_path: Path, output: Path) -> None:
    before = contents(output / SLUG)
    (output / SLUG).rename(output / f".{SLUG}.old")
    root = varied(tmp_path, {SCHOOL: BROKEN})
    outcome = run(job(output, root))
    assert not outcome.published
    if not (output / SLUG).exists():
        pytest.fail("the last published site is still hidden after the next run, because its data has errors")
    assert contents(output / SLUG) == before


def test_a_build_killed_between_the_two_moves_is_mended_by_the_next(output: Path) -> None:
    before = contents(output / SLUG)
    (output / SLUG).rename(output / f".{SLUG}.old")
    assert run(job(output)).published
    assert contents(output / SLUG) == before
    assert not (output / f".{SLUG}.old").exists()


def _started(root: Path, output: Path, *more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from builder.cli import main; main()",
            "build",
            "--no-pdf",
            "--handbook",
            str(root),
            "--output",
            str(output),
            *more,
        ],
        cwd=ROOT,
        env=environment_with(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def test_a_build_that_is_killed_leaves_the_last_site_whole(output: Path) -> None:
    before = contents(output / SLUG)
    process = _started(MINI, output, "--fresh")
    until = time.monotonic() + 30
    while not (output / f".{SLUG}.new").exists() and time.monotonic() < until and process.poll() is None:
        time.sleep(0.005)
    assert (output / f".{SLUG}.new").exists(), "the build was over before it could be killed"
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=30)
    assert contents(output / SLUG) == before
    assert run(job(output)).published
    assert contents(output / SLUG) == before
    assert not (output / f".{SLUG}.new").exists()


def test_a_build_that_fails_half_way_leaves_the_last_site_whole(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(output / SLUG)

    def fails(*_: object, **__: object) -> int:
        (output / f".{SLUG}.new" / "half.html").write_text("halvferdig")
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr("builder.pdf.printing.print_book", fails)
    with pytest.raises(OSError, match="No space left"):
        run(Job(SLUG, Options(handbook=MINI, output=output)))
    assert contents(output / SLUG) == before


@pytest.mark.whole
def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    output = tmp_path / "ut"
    roots = []
    for name in ("Alfa", "Beta"):
        text = mini_file("lillevik/municipality.yml").replace("title: Sammen i Lillevik", f"title: {name}-boka")
        roots.append(varied(tmp_path / name, {"lillevik/municipality.yml": text}))
    processes = [_started(root, output) for root in roots]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors.decode()
    # The change page of the later one tells that the earlier one had another title.
    pages = [path for path in (output / SLUG).rglob("*.html") if path.name != "hva-er-nytt.html"]
    assert len(pages) > 15
    titles = {name for path in pages for name in ("Alfa-boka", "Beta-boka") if name in path.read_text(encoding="utf-8")}
    assert len(titles) == 1
    assert not [path for path in output.iterdir() if path.name.endswith((".new", ".old"))]
