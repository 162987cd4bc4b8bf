"""What is approved, as data to build from: a tag exactly as it was, or the texts of a tag with the numbers of today.

An approved edition is built from its tag in git. Nothing else keeps what was approved, and nothing needs to. Numbers
and addresses are not approved but kept true, so what is built takes those of today.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.changes.git import unpack
from builder.check.validation import records_of
from builder.edit import write_all
from builder.edit.local import LocalFiles, item_at
from builder.edit.values import Plain
from builder.load.declaration import Declaration
from builder.load.folder import Folder
from builder.load.tree import Mapping, Node, Sequence, plain
from builder.model.approved_edition import EDITIONS, EditionStatus, HandbookEdition
from builder.model.kinds import KINDS
from builder.model.municipality import EMERGENCY, MUNICIPALITY
from builder.model.service import CONTACTS, SERVICES

#: Of records that stand as they were approved, what is as it is today: how people are reached.
_REACHED = {MUNICIPALITY.name: "editors", EMERGENCY.name: "phone"}


@contextmanager
def data_of(handbook: Path, revision: str) -> Iterator[Path]:
    """The data folder as it was in a revision, for as long as it is used. Raises RevisionError."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / handbook.resolve().name
        data.mkdir()
        unpack(handbook, revision, data)
        yield data


def edition_in(handbook: Path, slug: str, tag: str = "") -> HandbookEdition | None:
    """The approved edition in a data folder: the one with a tag, or else the newest. Raises HandbookNotFound."""
    declared = [d for d in Folder(handbook, KINDS).load(slug).declarations if d.kind == EDITIONS.name]
    records, _ = records_of(declared)
    found = [one for one in records[EDITIONS.name].values() if isinstance(one, HandbookEdition)]
    approved = [one for one in found if one.status is EditionStatus.APPROVED]
    return next((one for one in approved if one.tag == tag), next(iter(approved), None))


def first_moment(day: dt.date) -> dt.datetime:
    """The first moment of a day: when it is built again."""
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def reached_as_now(data: Path, slug: str, handbook: Path) -> None:
    """Writes, into data as they were, how people are reached now. Raises EditError and HandbookNotFound."""
    then, now = Folder(data, KINDS).load(slug), Folder(handbook, KINDS).load(slug)
    files = LocalFiles(data, then)
    today = {(d.kind, d.id): d.tree for d in now.declarations}
    for declaration in then.declarations:
        current = today.get((declaration.kind, declaration.id))
        if current is not None and declaration.id is not None:
            _contacts(files, declaration, current)
            _field(files, declaration, current)
    write_all([document for document in files.documents if document.changed])


def _contacts(files: LocalFiles, then: Declaration, now: Mapping) -> None:
    if then.kind != SERVICES.name:
        return
    current = dict(_by_id(now))
    for name, contact in _by_id(then.tree):
        if name in current and current[name] != contact:
            document, record_id = files.of(then.kind, then.id or "")
            document.set(item_at(document, (record_id, CONTACTS.name, name), "role"), current[name])


def _by_id(service: Mapping) -> Iterator[tuple[str, Plain]]:
    contacts: Node | None = service.fields.get(CONTACTS.name)
    for one in contacts.items if isinstance(contacts, Sequence) else ():
        if isinstance(one, Mapping) and (name := one.text("id")):
            yield name, plain(one)  # type: ignore[misc]


def _field(files: LocalFiles, then: Declaration, now: Mapping) -> None:
    field = _REACHED.get(then.kind, "")
    before, after = then.tree.fields.get(field), now.fields.get(field)
    if before is not None and after is not None and plain(before) != plain(after):
        document, record_id = files.of(then.kind, then.id or "")
        document.set((record_id, field), plain(after))  # type: ignore[arg-type]
