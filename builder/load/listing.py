"""What lies in a folder of data: the files that are read, and what else there is, which somebody may think is read.

A text that is left out in silence is missing where it is needed. So all that is not read is told, but for what
everybody knows is no data.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from builder.i18n import N_
from builder.load.opener import LINK, why
from builder.problem import Message, Severity
from builder.shown import one_line

SUFFIXES = (".yml", ".yaml")
#: What may lie anywhere and is known to be no data; and what other programs put everywhere unasked.
HARMLESS = frozenset({"readme", "license", "codeowners", "contributing", "changelog", "thumbs.db", "desktop.ini"})
#: Hidden beside each file by macOS and by editors.
_LEFT_BEHIND = ("._", ".#")
_WITH_SUFFIX = re.compile(r"(.+?)\.ya?ml", re.IGNORECASE)

_UNSEEN_NAME = N_("navnet har tegn som ikke vises eller ikke kan leses, og derfor leses det ikke; gi det et nytt navn")
_RENAME = N_("«{name}» leses ikke, for navnet skal slutte på .yml; gi fila navnet «{meant}», eller slett den")
_COPY = N_("«{name}» leses ikke, og ser ut som en kopi av «{meant}»; slett den, eller flytt den ut av datamappa")
_HIDDEN = N_("«{name}» leses ikke, for navnet begynner med punktum; gi fila et annet navn, eller slett den")
_NOT_READ = N_(
    "«{name}» leses ikke; håndboka leser bare filer som slutter på .yml. Skriv innholdet i en slik fil, eller flytt "
    "denne ut av datamappa"
)
_ASTRAY = N_("«{name}» ligger rett i datamappa og leses ikke; flytt fila inn i mappa til kommunen den gjelder")
_FOLDER = N_("«{name}» er en mappe med navn som en fil; gi den et navn uten {suffix}")


class Other(NamedTuple):
    """What is not read, and why."""

    path: str
    message: Message
    severity: Severity = Severity.WARNING


class Found(NamedTuple):
    """The paths of the files to read, in order; what is to be told of what else lies there; and the files among it.

    What is in those is no data, but may be somebody's: a note, a copy, what an editor left behind.
    """

    data: list[str]
    others: list[Other]
    beside: list[str]


def found(base: str) -> Found:
    """All there is in a folder and those below it; nothing where there is no such folder."""
    if os.path.islink(base):
        return Found([], [_refused(base, Message(LINK))], [])
    files, others, beside, folders = list[str](), list[Other](), list[str](), [base]
    while folders:
        folder = folders.pop()
        try:
            entries = _entries(folder)
        except OSError as error:
            others += [] if folder == base and error.errno == errno.ENOENT else [_refused(folder, why(folder, error))]
            continue
        names = frozenset[str]()
        for entry in entries:
            if entry.name.startswith("."):
                others += _hidden(entry)
                beside += [entry.path] if entry.is_file(follow_symlinks=False) else []
            elif told := _in_the_way(entry):
                others.append(told)
            elif entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
                others += _like_a_file(entry)
            elif entry.name.endswith(SUFFIXES):
                files.append(entry.path)
            else:
                names = names or frozenset(one.name for one in entries)
                others += _unread(entry, names)
                beside.append(entry.path)
    others.sort(key=lambda other: _in_order(other.path))
    return Found(sorted(files, key=_in_order), others, sorted(beside, key=_in_order))


def data_files(base: str) -> list[str]:
    """The paths of all data files in a folder and those below it, in order; none where there is no such folder."""
    return found(base).data


def astray(base: str) -> list[Other]:
    """What is to be said of the files right in the data folder, where only folders are read."""
    entries = [entry for entry in _entries(base) if not entry.name.startswith(".")]
    names = frozenset(entry.name for entry in entries)
    told = list[Other]()
    for entry in entries:
        if entry.is_file(follow_symlinks=False) and entry.name.endswith(SUFFIXES):
            told.append(Other(entry.path, Message(_ASTRAY, name=entry.name)))
        elif not entry.is_dir():
            told += [refused] if (refused := _in_the_way(entry)) else _unread(entry, names)
    return told


def _unread(entry: os.DirEntry[str], names: Set[str]) -> Iterator[Other]:
    """What is to be said of a file that is not read; `names` are all that lie in its folder."""
    stem, _, ending = entry.name.partition(".")
    if entry.name.lower() in HARMLESS or stem.lower() in HARMLESS:
        return
    written = _WITH_SUFFIX.match(entry.name)
    if written or not ending:
        name = (written[1] if written else stem).strip(" #~")
        there = next((name + suffix for suffix in SUFFIXES if name + suffix in names), None)
        sentence, meant = (_COPY, there) if there else (_RENAME, name + SUFFIXES[0])
        yield Other(entry.path, Message(sentence, name=entry.name, meant=meant))
    else:
        yield Other(entry.path, Message(_NOT_READ, name=entry.name))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _in_the_way(entry: os.DirEntry[str]) -> Other | None:
    """What cannot be read at all, whatever it is called: it is an error, for what is in it is missing."""
    if not entry.name.isprintable() and one_line(entry.name) != entry.name:
        return _refused(entry.path, Message(_UNSEEN_NAME))
    if entry.is_symlink():
        return _refused(entry.path, Message(LINK))
    return None


def _refused(path: str, message: Message) -> Other:
    return Other(path, message, Severity.ERROR)


def _hidden(entry: os.DirEntry[str]) -> Iterator[Other]:
    if entry.name.endswith(SUFFIXES) and not entry.name.startswith(_LEFT_BEHIND):
        yield Other(entry.path, Message(_HIDDEN, name=entry.name))


def _like_a_file(entry: os.DirEntry[str]) -> Iterator[Other]:
    suffix = os.path.splitext(entry.name)[1]
    if suffix in SUFFIXES:
        yield Other(entry.path, Message(_FOLDER, name=entry.name, suffix=suffix))


def _in_order(path: str) -> str:
    """A path that comes after another as its folder does: no name has a character before this one."""
    return path.replace(os.sep, "\0")
