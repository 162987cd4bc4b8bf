"""A folder is published whole or not at all, and there is never none."""

from __future__ import annotations

import gzip
import os
import stat
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from builder.publish import staging, workshop
from builder.publish.compressed import compress
from builder.publish.earlier import earlier_file
from builder.publish.exchange import exchange
from builder.publish.linking import link_equal
from builder.publish.plan import WORKSHOP
from builder.publish.staging import Staging
from builder.publish.workshop import sweep
from filelock import FileLock

FILES = ("a/b.txt", "c.txt", "d/e/f.txt")
Publish = Callable[[Path, str], None]


def content(output: Path, errors: str = "strict") -> dict[str, str]:
    files = (path for path in output.rglob("*") if path.is_file())
    return {str(path.relative_to(output)): path.read_text(encoding="utf-8", errors=errors) for path in files}


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def publish(output: Path, text: str) -> None:
    with Staging.opened(output, "by") as place:
        place.write(dict.fromkeys(FILES, text.encode()))
        place.swap()


@pytest.fixture(params=["one step", "two steps"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also on a disk that cannot have two folders change places."""
    if request.param == "two steps":
        monkeypatch.setattr(staging, "exchange", lambda *_: False)


@pytest.mark.usefixtures("either_way")
def test_nothing_is_published_before_the_swap_and_nothing_is_left_after_it(tmp_path: Path) -> None:
    publish(tmp_path, "før")
    with Staging.opened(tmp_path, "by") as place:
        place.write(dict.fromkeys(FILES, b"ny"))
        assert (tmp_path / "by" / FILES[0]).read_text(encoding="utf-8") == "før"
        place.swap()
    assert content(tmp_path) == {f"by/{name}": "ny" for name in FILES}
    assert names(tmp_path) == ["by"]


@pytest.mark.usefixtures("either_way")
def test_what_is_not_published_is_removed(tmp_path: Path) -> None:
    publish(tmp_path, "før")
    with pytest.raises(FileExistsError), Staging.opened(tmp_path, "by") as place:
        place.write({FILES[0]: b"ny", f"{FILES[0]}/x": b"ny"})
    assert content(tmp_path) == {f"by/{name}": "før" for name in FILES}
    assert names(tmp_path) == ["by"]


@pytest.mark.usefixtures("either_way")
def test_whatever_stood_in_its_place_gives_way(tmp_path: Path) -> None:
    (tmp_path / "annet").mkdir()
    (tmp_path / "by").symlink_to(tmp_path / "annet")
    publish(tmp_path, "ny")
    assert not (tmp_path / "by").is_symlink()
    (tmp_path / "file").mkdir()
    (tmp_path / "file" / "by").write_text("en fil")
    publish(tmp_path / "file", "ny")
    assert (tmp_path / "file" / "by" / FILES[0]).read_text(encoding="utf-8") == "ny"
    assert (tmp_path / "annet").is_dir()


def test_readers_find_one_edition_or_the_other_through_fifty_swaps(tmp_path: Path) -> None:
    """Each look opens the folder as a server does for a request, and reads all that is in it from there."""
    names = ["en", "to"]
    publish(tmp_path, names[0])
    over, looks, wrong = threading.Event(), [0], list[object]()

    def look() -> None:
        while not over.is_set():
            try:
                text = (tmp_path / "by" / FILES[looks[0] % len(FILES)]).read_text(encoding="utf-8")
            except OSError as error:
                wrong.append(error)
            else:
                if text not in names:
                    wrong.append(text)
            looks[0] += 1

    readers = [threading.Thread(target=look) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(50):
        publish(tmp_path, names[number % 2])
    over.set()
    for reader in readers:
        reader.join()
    assert looks[0] > 50
    assert wrong == []


@pytest.mark.skipif(not hasattr(os, "O_PATH"), reason="needs a handle of a folder, as Linux has")
def test_the_edition_before_is_whole_until_what_is_new_is_published(tmp_path: Path) -> None:
    publish(tmp_path, "før")
    folder = os.open(tmp_path / "by", os.O_PATH)
    with Staging.opened(tmp_path, "by") as place:
        place.write(dict.fromkeys(FILES, b"ny"))
        place.swap()
        for name in FILES:
            file = os.open(name, os.O_RDONLY, dir_fd=folder)
            assert os.read(file, 9).decode() == "før"
            os.close(file)
    os.close(folder)


# What a killed build leaves behind


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    publish(tmp_path, "før")
    left = tmp_path / f"{WORKSHOP}abc"
    (left / "new" / "by").mkdir(parents=True)
    (left / "lock").write_text("")
    (left / "tmp").mkdir()
    sweep(tmp_path)
    assert names(tmp_path) == ["by"]


def test_what_was_taken_out_and_not_replaced_is_published_again(tmp_path: Path) -> None:
    publish(tmp_path, "før")
    left = tmp_path / f"{WORKSHOP}abc" / workshop.OUTGOING
    left.mkdir(parents=True)
    (tmp_path / "by").rename(left / "by")
    sweep(tmp_path)
    assert content(tmp_path) == {f"by/{name}": "før" for name in FILES}


def test_one_who_is_still_at_work_is_left_alone(tmp_path: Path) -> None:
    with Staging.opened(tmp_path, "by") as place:
        place.write({FILES[0]: b"ny"})
        sweep(tmp_path)
        assert (place.folder / FILES[0]).is_file()
        place.swap()
    assert names(tmp_path) == ["by"]


def test_one_who_is_swept_before_it_has_locked_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[str] = []

    class Late(FileLock):
        def acquire(self, *args: object, **more: object) -> object:  # type: ignore[override]
            if not swept:
                swept.append(self.lock_file)
                monkeypatch.undo()
                sweep(tmp_path)
            return super().acquire(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(workshop, "FileLock", Late)
    publish(tmp_path, "ny")
    assert len(swept) == 1
    assert names(tmp_path) == ["by"]


def test_temporary_files_are_put_where_they_are_swept(tmp_path: Path) -> None:
    before = tempfile.gettempdir()
    with Staging.opened(tmp_path, "by"):
        assert Path(tempfile.mkdtemp()).is_relative_to(tmp_path)
    assert tempfile.gettempdir() == before
    assert names(tmp_path) == []


# Who may read


def test_web_servers_may_read_what_is_published_whatever_the_umask(tmp_path: Path) -> None:
    umask = os.umask(0o077)
    try:
        with Staging.opened(tmp_path / "x" / "ut", "by") as place:
            place.write(dict.fromkeys(FILES, b"ny"))
            (place.folder / FILES[0]).chmod(0o777)
            assert stat.S_IMODE(place.folder.parents[1].stat().st_mode) == 0o700
            place.swap()
    finally:
        os.umask(umask)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [tmp_path / "x", *(tmp_path / "x").rglob("*")]}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o644}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o755}


# The edition before


def test_of_the_edition_before_what_is_there_is_continued(tmp_path: Path) -> None:
    publish(tmp_path / "ute", "før")
    published = tmp_path / "ute" / "by"
    assert earlier_file(published / "a/b.txt") == "før".encode()
    assert earlier_file(published / "borte.txt") is None
    assert earlier_file(published / "a") is None
    assert earlier_file(published / "c.txt/x") is None


def test_two_that_are_not_there_do_not_change_places(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "a", tmp_path / "b")


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)
    return path


def test_a_file_that_is_published_already_is_one_file_with_two_names(tmp_path: Path) -> None:
    publish(tmp_path, "likt")
    seen = (tmp_path / "by" / FILES[0]).stat()
    with Staging.opened(tmp_path, "by") as place:
        place.write({**dict.fromkeys(FILES, b"likt"), FILES[1]: b"nytt"})
        place.swap()
    kept, changed = (tmp_path / "by" / FILES[0]).stat(), (tmp_path / "by" / FILES[1]).stat()
    assert (kept.st_ino, kept.st_mtime_ns, kept.st_nlink) == (seen.st_ino, seen.st_mtime_ns, 1)
    assert changed.st_ino != seen.st_ino
    assert content(tmp_path) == {f"by/{FILES[0]}": "likt", f"by/{FILES[1]}": "nytt", f"by/{FILES[2]}": "likt"}


def test_what_two_municipalities_have_alike_takes_room_once_and_each_is_whole_alone(tmp_path: Path) -> None:
    for slug in ("by", "bygd"):
        with Staging.opened(tmp_path, slug) as place:
            place.write({"about.json": slug.encode(), "assets/a.css": b"body {}", "index.html": slug.encode()})
            place.swap()
    one, other = (tmp_path / slug / "assets" / "a.css" for slug in ("by", "bygd"))
    assert one.samefile(other)
    assert not (tmp_path / "by" / "index.html").samefile(tmp_path / "bygd" / "index.html")
    (tmp_path / "by").rename(tmp_path / "flyttet")
    assert other.read_text(encoding="utf-8") == "body {}"


def test_only_a_plain_file_of_whoever_builds_is_shared(tmp_path: Path) -> None:
    new, old = tmp_path / "ny", tmp_path / "gammel"
    for name in ("lik", "annen-modus", "lenke", "ulik"):
        _file(new, name, "likt")
    _file(old, "lik", "likt")
    _file(old, "annen-modus", "likt").chmod(0o600)
    _file(old, "ulik", "LIKT")
    (old / "lenke").symlink_to(_file(tmp_path, "hemmelig", "likt"))
    link_equal(new, [old], 0o644)
    assert [name for name in sorted(names(new)) if (new / name).samefile(old / name)] == ["lik"]
    assert set(content(new).values()) == {"likt"}


def test_a_disk_without_links_has_files_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    publish(tmp_path, "likt")
    publish(tmp_path, "likt")
    assert content(tmp_path) == {f"by/{name}": "likt" for name in FILES}


def test_text_is_compressed_to_the_same_bytes_and_what_is_small_or_no_text_is_not(tmp_path: Path) -> None:
    new, old = tmp_path / "ny", tmp_path / "gammel"
    page = _file(new, "a/side.html", "Ring barnevernet. " * 200)
    _file(new, "a/liten.html", "Ring.")
    _file(new, "a/bilde.png", "x" * 5000)
    compress(new, old)
    packed = page.with_name("side.html.gz")
    assert sorted(content(new, errors="replace")) == ["a/bilde.png", "a/liten.html", "a/side.html", "a/side.html.gz"]
    assert gzip.decompress(packed.read_bytes()) == page.read_bytes()
    first = packed.read_bytes()
    packed.unlink()
    compress(new, old)
    assert packed.read_bytes() == first


def test_a_compressed_file_that_is_published_and_damaged_is_made_again(tmp_path: Path) -> None:
    new, old = tmp_path / "ny", tmp_path / "gammel"
    page = _file(new, "side.html", "Ring barnevernet. " * 200)
    _file(old, "side.html.gz", "ødelagt")
    compress(new, old)
    assert gzip.decompress(page.with_name("side.html.gz").read_bytes()) == page.read_bytes()
