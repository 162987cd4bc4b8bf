"""How contacts were verified before, as git remembers it: what tells a verification from a date that was only moved.

Only a municipality's own files are looked through, and only the changes that touched a date. Where there is no git, or
nothing in it, nothing is known, and nobody is suspected.
"""

from __future__ import annotations

import subprocess
from collections import abc
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from pydantic import ValidationError

from builder.load.folder import Loaded
from builder.load.opener import MAX_BYTES
from builder.load.tree import Mapping as Tree
from builder.load.tree import Node, Sequence, plain
from builder.load.yaml_text import parse
from builder.model.actor import Actor
from builder.model.base import Verified
from builder.model.municipality import MUNICIPALITY
from builder.model.service import CONTACTS, SERVICES

#: So many changes of dates back.
_CHANGES = 200
#: So many bytes together.
_MUCH = 20_000_000
_FOLDER_OR_FILES = (SERVICES.name, f"{SERVICES.name}.yml", f"{SERVICES.name}.yaml")


def earlier_checks(loaded: Loaded, older: Iterable[bytes]) -> dict[str, Verified]:
    """By contact, `service.contact`: the last verification before the one that stands now, and different from it.

    `older` are the contents that files of services have had, the newest first (`older_services`). Of a demonstration
    nothing is looked up: its dates are no verifications.
    """
    if any(d.kind == MUNICIPALITY.name and "demonstration" in d.tree.fields for d in loaded.declarations):
        return {}
    now = {
        name: found for d in loaded.declarations if d.kind == SERVICES.name for name, found in _verified(d.tree, d.id)
    }
    known: dict[str, Verified] = {}
    for content in older:
        for name, found in _in_file(content):
            if name in now and name not in known and found != now[name] and found.date < now[name].date:
                known[name] = found
    return known


def older_services(folder: Path) -> Iterator[bytes]:
    """The contents that a municipality's files of services have had, the newest first."""
    log = _git(folder, "log", f"--max-count={_CHANGES}", "--format=", "--raw", "--no-abbrev", "--no-renames", "-Gdate:")
    blobs = [line.split()[3] for line in log.decode("utf-8", "replace").splitlines() if line.startswith(":")]
    wanted = _of_some_size(folder, [blob for blob in blobs if blob.strip("0")])
    answer = BytesIO(_git(folder, "cat-file", "--batch", given="\n".join(wanted).encode()) if wanted else b"")
    while head := answer.readline():
        size = head.split()[-1]
        yield answer.read(int(size) if size.isdigit() else 0)
        answer.read(1)


def _of_some_size(folder: Path, blobs: abc.Sequence[str]) -> list[str]:
    """The first of these that are no larger than data may be, and not too much together."""
    told = _git(folder, "cat-file", "--batch-check=%(objectname) %(objectsize)", given="\n".join(blobs).encode())
    left, kept = _MUCH, []
    for blob, _, size in (line.partition(" ") for line in told.decode("utf-8", "replace").splitlines()):
        if size.isdigit() and int(size) <= min(MAX_BYTES, left):
            left -= int(size)
            kept.append(blob)
    return kept


def _git(folder: Path, command: str, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers about a folder's services; nothing where there is no git, or no history."""
    paths = ("--", *_FOLDER_OR_FILES) if command == "log" else ()
    try:
        done = subprocess.run(
            ("git", "-C", str(folder), command, *arguments, *paths), input=given, capture_output=True, check=False
        )
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""


def _in_file(content: bytes) -> Iterator[tuple[str, Verified]]:
    tree, _ = parse("", content)
    for record in tree.items if isinstance(tree, Sequence) else [tree]:
        if isinstance(record, Tree):
            yield from _verified(record, record.text("id"))


def _verified(record: Tree, service: str | None) -> Iterator[tuple[str, Verified]]:
    contacts: Node | None = record.fields.get(CONTACTS.name)
    for contact in contacts.items if isinstance(contacts, Sequence) else ():
        if isinstance(contact, Tree) and "verified" in contact.fields:
            found = _read(plain(contact.fields["verified"]))
            name = contact.text("id")
            if found and name and service:
                yield Actor.of(service, name), found


def _read(written: object) -> Verified | None:
    try:
        return Verified.model_validate(written)
    except ValidationError:
        return None
