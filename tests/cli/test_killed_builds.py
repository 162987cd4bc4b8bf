"""A build that is killed, fails half way or runs beside another never breaks what is published."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builder.publish.failures import PublishError
from builder.publish.options import Options
from builder.publish.plan import WORKSHOP, Job
from builder.publish.run import run

from tests.cli.conftest import contents
from tests.support import (
    MINI,
    ROOT,
    SLUG,
    environment_with,
    mini_file,
    said_by_handbok,
    varied,
)


def at_work(output: Path) -> bool:
    """Whether there is a folder of a build that is under way, or was."""
    return any(output.glob(f"{WORKSHOP}*"))


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
    while not at_work(output) and time.monotonic() < until and process.poll() is None:
        time.sleep(0.005)
    assert at_work(output), "the build was over before it could be killed"
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=30)
    assert contents(output / SLUG) == before
    again = said_by_handbok("build", "--no-pdf", "--handbook", str(MINI), "--output", str(output))
    assert again.returncode == 0, again.stderr
    assert contents(output / SLUG) == before
    assert not at_work(output)


def test_a_build_that_fails_half_way_leaves_the_last_site_whole(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(output / SLUG)

    def fails(*_: object, **__: object) -> int:
        assert at_work(output)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("builder.pdf.printing.print_book", fails)
    with pytest.raises(PublishError, match=f"Det er ikke plass der {output} ligger: disken er full"):
        run(Job(SLUG, Options(handbook=MINI, output=output)))
    assert contents(output / SLUG) == before
    assert not at_work(output)


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
    assert not at_work(output)
