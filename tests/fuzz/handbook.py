"""The miniature handbook with hostile changes, made from bytes: what a fuzzer varies, and a reader of a regression reads.

An input is lines. Each changes one value of the handbook: two characters say which one, one says how, and the rest of the
line is the text that is put there. `Aa=<script>` writes over a value, `Aa-` takes it out.
"""

from __future__ import annotations

import functools
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.support import MINI, SLUG

#: One line of an input: which value (two characters), how (one), and a text.
_HEAD = 3
_Container = Any
_Key = Any


@functools.cache
def _texts() -> Mapping[str, str]:
    """Path below the folder -> text of each data file."""
    return {path.relative_to(MINI).as_posix(): path.read_text("utf-8") for path in sorted(MINI.rglob("*.yml"))}


def _places(data: Any, files: str) -> Iterator[tuple[str, _Container, _Key]]:
    """Each value below the top of a file, with what holds it."""
    pairs = list(data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ())
    for key, value in pairs:
        yield files, data, key
        yield from _places(value, files)


def _replace(holder: _Container, key: _Key, text: str) -> None:
    holder[key] = text


def _remove(holder: _Container, key: _Key, _text: str) -> None:
    del holder[key]


def _list(holder: _Container, key: _Key, text: str) -> None:
    holder[key] = [holder[key], text]


def _mapping(holder: _Container, key: _Key, text: str) -> None:
    name, _, value = text.partition("=")
    holder[key] = {name: value}


def _nothing(holder: _Container, key: _Key, _text: str) -> None:
    holder[key] = None


def _another_field(holder: _Container, key: _Key, text: str) -> None:
    name, _, value = text.partition("=")
    if isinstance(holder, dict):
        holder[name] = value or holder[key]
    else:
        holder.append(text)


def _again(holder: _Container, key: _Key, text: str) -> None:
    if isinstance(holder, list):
        holder.extend([holder[key]] * min(len(text) + 1, 50))
    else:
        holder[key] = str(holder[key]) * min(len(text) + 1, 50)


def _after(holder: _Container, key: _Key, text: str) -> None:
    holder[key] = f"{holder[key]}{text}"


CHANGES: tuple[tuple[str, Callable[[_Container, _Key, str], None]], ...] = (
    ("=", _replace), ("-", _remove), ("[", _list), ("{", _mapping), ("~", _nothing), ("+", _another_field),
    ("*", _again), (">", _after),
)  # fmt: skip
_BY_SIGN = dict(CHANGES)


def _changed(line: str, places: list[tuple[str, _Container, _Key]]) -> str | None:
    """Does what a line says; the file that is not as it was any more."""
    if len(line) < _HEAD:
        return None
    file, holder, key = places[(ord(line[0]) * 128 + ord(line[1])) % len(places)]
    change = _BY_SIGN.get(line[2], CHANGES[ord(line[2]) % len(CHANGES)][1])
    there = key in holder if isinstance(holder, dict) else key < len(holder)
    if not there:  # an earlier line took it out
        return None
    change(holder, key, line[_HEAD:])
    return file


def changed_files(data: bytes) -> dict[str, str]:
    """The files an input changes, as they are then."""
    read = {name: yaml.load(text, yaml.CBaseLoader) for name, text in _texts().items()}
    places = [place for name, content in read.items() for place in _places(content, name)]
    lines = data.decode("utf-8", "replace").split("\n")[:8]
    names = [name for line in lines if (name := _changed(line, places))]
    return {name: yaml.dump(read[name], Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False) for name in names}


@functools.cache
def _folder() -> Path:
    """A copy of the miniature handbook that lives as long as the process."""
    kept = tempfile.TemporaryDirectory(prefix="handbok-fuzz-")
    _KEPT.append(kept)
    return Path(shutil.copytree(MINI, Path(kept.name) / "handbook"))


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


class Changed:
    """The miniature handbook on disk with the changes of an input, and as it was afterwards."""

    def __init__(self, data: bytes) -> None:
        self.files = changed_files(data)

    def __enter__(self) -> Path:
        for name, text in self.files.items():
            (_folder() / name).write_text(text, encoding="utf-8")
        return _folder()

    def __exit__(self, *_: object) -> None:
        for name in self.files:
            (_folder() / name).write_text(_texts()[name], encoding="utf-8")


__all__ = ["CHANGES", "SLUG", "Changed", "changed_files"]
