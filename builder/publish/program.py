"""What the program is made of, told so that two machines can see whether they have the same.

The cache knows its own program by sizes and times of files (`builder.cache.program`), which are others on every
machine. Here it is their contents, and the versions of the packages it leans on.
"""

from __future__ import annotations

import functools
import hashlib
import platform
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path

from builder import __version__, resources
from builder.i18n import N_
from builder.pdf import libraries
from builder.problem import Message
from builder.publish.failures import Unfit

_NO_PRINTS = N_("PDF kan ikke lages på {machine}: programmet fant ikke «{library}», som følger med Pango")
_NAME = "handbok"
#: What is no part of it: compiled code, and in an installed package what is looked at where it is used from.
_OTHER = {"__pycache__", "shipped"}
_PACKAGE = re.compile(r"[\w.-]+")
_FILES = "files"

#: Name of a part -> its version, or a digest.
Program = Mapping[str, str]


@functools.cache
def this_program() -> Program:
    """The program that runs here, as it lies on the disk: the first time it was asked for."""
    packages = {name: version for name in sorted(_packages()) if (version := _version(name))}
    return {_NAME: __version__, _FILES: _digest(), "python": platform.python_version(), **packages}


def program_for(prints: bool, machine: str | None = None) -> Program:
    """The program as it makes sites, and prints too: then also what of the system it sets pages with.

    Raises Unfit where this machine cannot.
    """
    if not prints:
        return this_program()
    try:
        return {**this_program(), **libraries.versions()}
    except libraries.LibraryMissing as error:
        raise Unfit(Message(_NO_PRINTS, machine=machine or platform.node(), library=error)) from error


def program_like(other: Program, machine: str) -> Program:
    """The program here, as far as the other is told of: nothing, or sites, or prints too. Raises Unfit."""
    return program_for(bool(other.keys() & libraries.NAMES), machine) if other else {}


def differences(here: Program, there: Program) -> str:
    """The parts that are not the same, with both versions; nothing where it is the same program."""
    names = [name for name in {**here, **there} if here.get(name) != there.get(name)]
    return ", ".join(f"{name} {there.get(name, '–')} ≠ {here.get(name, '–')}" for name in names)


def _digest() -> str:
    found = hashlib.blake2b(digest_size=6)
    for name, path in sorted(_files()):
        found.update(f"{name} {path.stat().st_size}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def _files() -> Iterator[tuple[str, Path]]:
    """Each file by its name within the program, wherever that lies."""
    yield resources.CONFIG_FILE.name, resources.CONFIG_FILE
    for place in (resources.PACKAGE, resources.TEMPLATES, resources.SHARED):
        for path in place.rglob("*"):
            below = path.relative_to(place)
            if path.is_file() and not _OTHER & set(below.parts):
                yield f"{place.name}/{below.as_posix()}", path


def _packages() -> set[str]:
    """The names of the packages it leans on, and those that these lean on."""
    found: set[str] = set()
    left = list(_asked_for())
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left.extend(_named(_requires(name)))
    return found


def _asked_for() -> Iterator[str]:
    """What the program itself leans on, also in a copy that is not installed."""
    declared = resources.PACKAGE.parent / "pyproject.toml"
    if resources.INSTALLED or not declared.is_file():
        return _named(_requires(_NAME))
    return _named(tomllib.loads(declared.read_text(encoding="utf-8"))["project"]["dependencies"])


def _named(requirements: Iterable[str]) -> Iterator[str]:
    for requirement in requirements:
        if "extra ==" not in requirement and (found := _PACKAGE.match(requirement)):
            yield found[0].lower().replace("_", "-")


def _requires(name: str) -> Iterable[str]:
    try:
        return metadata.requires(name) or ()
    except metadata.PackageNotFoundError:
        return ()


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
