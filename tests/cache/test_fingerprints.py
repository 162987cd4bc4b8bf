"""Files told apart by what they hold, read again only when they may have changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from builder.cache import fingerprints
from builder.cache.fingerprints import Fingerprints
from builder.cache.store import Store


def test_a_file_is_read_again_only_when_it_has_changed(
    tmp_path: Path, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, file = Store(tmp_path / "minne"), tmp_path / "a.yml"
    file.write_text("id: a\n", encoding="utf-8")
    first = Fingerprints(store)
    digest = first.digest(str(file))
    first.save()
    again = Fingerprints(store)
    monkeypatch.setattr(fingerprints, "read", lambda path: pytest.fail(f"read {path}"))
    assert again.digest(str(file)) == digest


def test_a_change_that_hides_its_size_and_time_is_noticed(tmp_path: Path, settled: None) -> None:
    store, file = Store(tmp_path / "minne"), tmp_path / "a.yml"
    file.write_text("id: a\n", encoding="utf-8")
    first = Fingerprints(store)
    digest = first.digest(str(file))
    first.save()
    before = file.stat()
    file.write_text("id: b\n", encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert Fingerprints(store).digest(str(file)) != digest


def test_a_file_written_just_now_is_read_again(tmp_path: Path) -> None:
    store, file = Store(tmp_path / "minne"), tmp_path / "a.yml"
    file.write_text("id: a\n", encoding="utf-8")
    first = Fingerprints(store)
    first.digest(str(file))
    first.save()
    assert store.read(fingerprints.NAME) in (None, {})


def test_unreadable_files_have_a_digest(tmp_path: Path) -> None:
    told = Fingerprints(Store(tmp_path))
    assert told.digest(str(tmp_path / "borte")) != told.digest(str(tmp_path))


def test_what_is_known_of_one_folder_is_not_read_for_another(tmp_path: Path, settled: None) -> None:
    store = Store(tmp_path / "minne")
    for name in ("alta", "bodø"):
        (tmp_path / name).write_text(f"id: {name}\n", encoding="utf-8")
        known = Fingerprints(store, name)
        known.digest(str(tmp_path / name))
        known.save()
    pieces = sorted((tmp_path / "minne").glob(f"{fingerprints.NAME}-*.json"))
    assert [("alta" in piece.read_text(encoding="utf-8")) for piece in pieces].count(True) == 1
    assert len(pieces) == 2
