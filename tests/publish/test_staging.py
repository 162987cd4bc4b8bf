"""A folder is published whole or not at all."""

from __future__ import annotations

from pathlib import Path

from builder.publish.staging import Staging


def content(output: Path) -> dict[str, str]:
    return {
        str(path.relative_to(output)): path.read_text(encoding="utf-8")
        for path in output.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def publish(output: Path, text: str) -> None:
    with Staging(output, "by").locked() as place:
        place.write({"a/b.txt": text.encode()})
        place.swap()


def test_nothing_is_published_before_the_swap(tmp_path: Path) -> None:
    publish(tmp_path, "før")
    with Staging(tmp_path, "by").locked() as place:
        place.write({"a/b.txt": b"ny"})
        assert (tmp_path / "by" / "a" / "b.txt").read_text(encoding="utf-8") == "før"
        place.swap()
    assert content(tmp_path) == {"by/a/b.txt": "ny"}


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    publish(tmp_path, "før")
    (tmp_path / ".by.new").mkdir()
    (tmp_path / ".by.old").mkdir()
    with Staging(tmp_path, "by").locked():
        assert content(tmp_path) == {"by/a/b.txt": "før"}
    assert not (tmp_path / ".by.new").exists()
    assert not (tmp_path / ".by.old").exists()


def test_a_build_killed_between_the_two_moves_is_undone(tmp_path: Path) -> None:
    publish(tmp_path, "før")
    (tmp_path / "by").rename(tmp_path / ".by.old")
    with Staging(tmp_path, "by").locked() as place:
        assert content(tmp_path) == {"by/a/b.txt": "før"}
        assert place.earlier("a/b.txt") == "før".encode()


def test_the_edition_before_may_lie_elsewhere(tmp_path: Path) -> None:
    publish(tmp_path / "ute", "før")
    with Staging(tmp_path / "ny", "by", tmp_path / "ute").locked() as place:
        assert place.earlier("a/b.txt") == "før".encode()
        assert place.earlier("borte.txt") is None
