"""What may lie in a data folder that came from others: nothing outside it is read, and nothing is waited for."""

from __future__ import annotations

import errno
import os
import pickle
import resource
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from builder.cache.inputs import Inputs
from builder.cache.store import Store
from builder.cli.formats.excerpt import Excerpts
from builder.cli.handbook_language import handbook_language
from builder.edit import Document
from builder.load import opener
from builder.load.folder import Folder
from builder.load.library_version import is_untouched, version_of
from builder.load.opener import MAX_BYTES, Unreadable, read
from builder.model.kinds import KINDS
from builder.problem import Mark

from tests.support import SLUG, checked, findings, varied

LINK = "dette er en lenke (snarvei) til noe annet, og slike følges ikke; legg selve fila eller mappa her"
NO_FILE = "dette er ikke en vanlig fil, og den leses ikke; slett den, eller legg en vanlig fil her"
TOO_LARGE = "fila er for stor: grensen er 1000000 byte; del den i flere filer"
SECRET = "hemmelig: nøkkel\n"


def linked(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target.format(outside=path.parents[3] / "hemmelig.yml"))


def listening(path: Path) -> None:
    made, before = socket.socket(socket.AF_UNIX), Path.cwd()
    try:
        os.chdir(path.parent)  # the name of a socket may not be long
        made.bind(path.name)
    finally:
        os.chdir(before)
        made.close()


def growing(path: Path) -> None:
    """A file of twenty gigabytes, that takes no place on the disk."""
    path.touch()
    os.truncate(path, 20_000_000_000)


PLANTED = {
    "outside": (linked("{outside}"), LINK),
    "environment": (linked("/proc/self/environ"), LINK),
    "endless": (linked("/dev/zero"), LINK),
    "inside": (linked("skole.yml"), LINK),
    "nowhere": (linked("borte.yml"), LINK),
    "itself": (linked("x.yml"), LINK),
    "pipe": (os.mkfifo, NO_FILE),
    "socket": (listening, NO_FILE),
    "large": (growing, TOO_LARGE),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_what_is_no_plain_file_is_one_finding_and_is_neither_read_nor_waited_for(tmp_path: Path, kind: str) -> None:
    (tmp_path / "hemmelig.yml").write_text(SECRET, encoding="utf-8")
    root = varied(tmp_path, {})
    path = root / SLUG / "services" / "x.yml"
    make, message = PLANTED[kind]
    make(path)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    loaded = Folder(root, KINDS, "mini").load(SLUG)
    assert findings(checked(root)) == [(f"mini/{SLUG}/services/x.yml:1:1", "file", message)]
    assert not any(name.endswith("x.yml") for name in loaded.texts)
    assert Excerpts().at(Mark(str(path), 1, 1)) is None
    assert Inputs(root, "mini", Store(tmp_path / "store")).of(SLUG)
    with pytest.raises(Unreadable):
        Document.open(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 100_000  # kilobytes


@pytest.mark.parametrize("name", ["forms", "services/mer", "bilder"])
@pytest.mark.parametrize("target", ["/etc", ".", "../.."])
def test_a_folder_that_is_a_link_is_one_finding_and_is_not_gone_into(tmp_path: Path, name: str, target: str) -> None:
    root = varied(tmp_path, {})
    (root / SLUG / name).symlink_to(target)
    assert findings(checked(root)) == [(f"mini/{SLUG}/{name}:1:1", "file", LINK)]


def test_a_municipality_that_is_a_link_is_told_and_not_read(tmp_path: Path) -> None:
    root, outside = varied(tmp_path, {}), tmp_path / "andre"
    shutil.move(root / SLUG, outside)
    (root / SLUG).symlink_to(outside)
    found = findings(checked(root))
    assert (f"mini/{SLUG}:1:1", "file", LINK) in found
    assert not [place for place, _, _ in found if place.startswith(f"mini/{SLUG}/")]


def test_shared_records_that_are_a_link_are_told_and_not_replaced_by_others(tmp_path: Path) -> None:
    root, outside = varied(tmp_path, {}), tmp_path / "felles"
    shutil.move(root / "common", outside)
    (root / "common").symlink_to(outside)
    assert ("mini/common:1:1", "file", LINK) in findings(checked(root))


def test_the_data_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    (tmp_path / "lenke").symlink_to(root)
    assert findings(checked(tmp_path / "lenke")) == []
    assert Inputs(tmp_path / "lenke", "mini", Store(tmp_path)).of(SLUG) == Inputs(root, "mini", Store(tmp_path)).of(
        SLUG
    )


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOENT, "er flyttet eller slettet mens"),
        (errno.EACCES, "du har ikke lov til å lese"),
        (errno.EIO, "kan ikke leses: "),
    ],
)
def test_a_file_that_cannot_be_opened_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    root, opened = varied(tmp_path, {}), os.open

    def refusing(path: str, flags: int) -> int:
        if str(path).endswith("plans.yml"):
            raise OSError(code, os.strerror(code), path)
        return opened(path, flags)

    monkeypatch.setattr(opener.os, "open", refusing)
    ((place, _, message),) = findings(checked(root))
    assert place == f"mini/{SLUG}/plans.yml:1:1"
    assert said in message


def test_a_folder_that_cannot_be_looked_into_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, scanned = varied(tmp_path, {}), os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("services"):
            raise PermissionError(errno.EACCES, "no", path)
        return scanned(path)

    monkeypatch.setattr(os, "scandir", refusing)
    told = [message for place, rule, message in findings(checked(root)) if rule == "file"]
    assert told == ["du har ikke lov til å lese dette på denne maskinen; be den som eier det, om lesetilgang"]


def test_as_much_as_a_file_may_hold_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert len(read(path)) == MAX_BYTES
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(Unreadable):
        read(path)


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_name_that_no_file_can_have_is_not_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unreadable):
        read(tmp_path / name)


def test_what_is_read_beside_the_records_is_read_in_the_same_way(tmp_path: Path) -> None:
    root = varied(tmp_path, {f"{SLUG}/municipality.yml": None})
    os.mkfifo(root / "common" / "library.yml")
    os.mkfifo(root / "common" / ".library")
    os.mkfifo(root / SLUG / "municipality.yml")
    assert version_of(root / "common") is None
    assert not is_untouched(root / "common")
    assert handbook_language(["--handbook", str(root)]) is None


def test_what_is_not_read_is_told_from_another_process_as_it_is_here(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        read(tmp_path)
    told = pickle.loads(pickle.dumps(refused.value))
    assert (told.errno, told.filename, told.message, str(told)) == (
        refused.value.errno,
        refused.value.filename,
        refused.value.message,
        str(refused.value),
    )
