"""Killed after each write, as by a power cut: what is published is whole and of one edition, and the next build mends."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builder.cache.editions import CARD
from builder.portal.portal import write_portal
from builder.publish import staging
from builder.publish.plan import WORKSHOP
from builder.publish.staging import Staging
from builder.publish.workshop import sweep, workshop

FILES = ("a/b.txt", "c.txt")
#: What Python tells of before it changes anything on the disk.
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.truncate", "os.link", "os.symlink"}
SWAP = "handbok.swap"


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Whether a process that does the work was killed just before it changed the disk for the nth time."""
    child = os.fork()
    if child == 0:
        left = [number]

        def watch(event: str, details: tuple[object, ...]) -> None:
            writes = event == "open" and isinstance(details[2], int) and details[2] & (os.O_WRONLY | os.O_RDWR)
            if writes or event in CHANGES or event == SWAP:
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            work()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def every_kill(work: Callable[[], object]) -> Iterator[int]:
    """Kills the work before each of its changes in turn, and lets it finish at last."""
    number = 0
    while killed_at(number, work):
        yield number
        number += 1


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def publish(output: Path, text: str) -> None:
    with Staging.opened(output, "by") as place:
        place.write(dict.fromkeys(FILES, text.encode()))
        place.swap()


def published(output: Path) -> set[str]:
    """What the files of the handbook say, each of which is there."""
    return {(output / "by" / name).read_text(encoding="utf-8") for name in FILES}


@pytest.fixture(params=[True, False], ids=["one step", "two steps"])
def in_one_step(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the disk can have two folders change places. Python does not tell of that call, so this does."""
    real = staging.exchange

    def told(one: Path, other: Path) -> bool:
        sys.audit(SWAP)
        done = request.param and real(one, other)
        sys.audit(SWAP)
        return done

    monkeypatch.setattr(staging, "exchange", told)
    return bool(request.param)


def test_a_handbook_is_whole_and_of_one_edition(tmp_path: Path, in_one_step: bool) -> None:
    publish(tmp_path, "før")
    points, seen = 0, list[str]()
    for _ in every_kill(lambda: publish(tmp_path, "ny")):
        points += 1
        if in_one_step:
            assert len(published(tmp_path)) == 1
        sweep(tmp_path)
        assert names(tmp_path) == ["by"]
        (said,) = published(tmp_path)
        seen.append(said)
        publish(tmp_path, "før")
    assert points > 15
    assert seen == sorted(seen), "before the swap the one, and after it the other"
    assert set(seen) == {"før", "ny"}
    assert published(tmp_path) == {"ny"}


def test_files_that_are_cut_short_are_never_published(tmp_path: Path) -> None:
    """As after a power cut, when not all that was written has reached the disk."""
    publish(tmp_path, "før")
    for _ in every_kill(lambda: publish(tmp_path, "ny")):
        for left in tmp_path.glob(f"{WORKSHOP}*/new/**/*.txt"):
            left.write_text("n")
        sweep(tmp_path)
        assert published(tmp_path) <= {"før", "ny"}
        publish(tmp_path, "før")


def card(output: Path, name: str) -> None:
    (output / "by").mkdir(exist_ok=True)
    said = {"slug": "by", "name": name, "title": name, "motto": None, "demonstration": False, "book": None}
    (output / "by" / CARD).write_text(json.dumps(said), encoding="utf-8")


def portal(output: Path) -> None:
    with workshop(output) as folder:
        write_portal(output, folder)


def test_the_portal_is_whole_and_has_all_it_loads(tmp_path: Path) -> None:
    card(tmp_path, "Før")
    portal(tmp_path)
    card(tmp_path, "Etter")
    seen, points = set(), 0
    for _ in every_kill(lambda: portal(tmp_path)):
        points += 1
        page = (tmp_path / "index.html").read_text(encoding="utf-8")
        assert page.rstrip().endswith("</html>")
        seen |= set(re.findall("Før|Etter", page))
        assert all((tmp_path / name).stat().st_size for name in re.findall(r'href="(assets/[^"]+)"', page))
        sweep(tmp_path)
        assert not any(tmp_path.glob(f"{WORKSHOP}*"))
    assert points > 15
    assert seen == {"Før", "Etter"}
