"""Where a municipality writes what is its own about a record: its own file, or one that extends a shared record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from builder.edit.document import Document, EditError
from builder.edit.values import Path as Steps
from builder.edit.values import Value
from builder.i18n import N_
from builder.load.addition import ADD
from builder.load.folder import Loaded
from builder.load.listing import SUFFIXES
from builder.load.local import REPLACES
from builder.load.merge import EXTENDS
from builder.model.base import Record
from builder.model.kind import Kind
from builder.model.references import key_of
from builder.problem import Message

_NO_RECORD = N_("{slug} har ingen post «{kind}:{id}»")


def field_order(kind: Kind[Any]) -> tuple[str, ...]:
    """The fields of a record in the order they are written: what it is called comes first, what is added last."""
    record: type[Record] = kind.record
    first = ("id", EXTENDS, REPLACES, "formerly", key_of(record, kind.title))
    rest = (key_of(record, name) for name in record.model_fields)
    return tuple(dict.fromkeys((*first, *rest, ADD)))


class LocalFiles:
    """The files of one municipality that are being changed, each opened once."""

    def __init__(self, root: Path, loaded: Loaded) -> None:
        """`loaded` is the municipality as it was read from `root`, with paths that begin in it."""
        self._own = root / loaded.slug
        self._loaded = loaded
        self._documents: dict[Path, Document] = {}

    @property
    def documents(self) -> tuple[Document, ...]:
        """All that were opened."""
        return tuple(self._documents.values())

    def of(self, kind: str, record_id: str) -> tuple[Document, str]:
        """The municipality's own file about a record, and the id the record has there. Raises EditError.

        A record that is only shared gets a file that extends it.
        """
        path = self._written_in(kind, record_id)
        if self.has(path):
            return self.opened(path), record_id
        return self._extending(kind, record_id), record_id

    def _written_in(self, kind: str, record_id: str) -> Path:
        for declaration in self._loaded.declarations:
            if (declaration.kind, declaration.id) == (kind, record_id):
                return Path(declaration.tree.mark.path)
        raise EditError(Message(_NO_RECORD, slug=self._loaded.slug, kind=kind, id=record_id))

    def has(self, path: Path) -> bool:
        """Whether a file is one of the municipality's own."""
        return path.is_relative_to(self._own)

    def opened(self, path: Path) -> Document:
        """A file, opened the first time it is asked for. Raises EditError, and OSError."""
        if path not in self._documents:
            self._documents[path] = Document.open(path)
        return self._documents[path]

    def _extending(self, kind: str, record_id: str) -> Document:
        record: dict[str, Value] = {"id": record_id, "extends": record_id}
        for suffix in SUFFIXES:  # short records may stand together in one file
            together = self._own / f"{kind}{suffix}"
            if together.is_file():
                document = self.opened(together)
                if not document.has(record_id):
                    document.add_record(record)
                return document
        path = self._own / kind / f"{record_id}.yml"
        if path not in self._documents:
            self._documents[path] = Document.new(path, record)
        return self._documents[path]


def item_at(document: Document, steps: tuple[str, str, str], whole: str, order: Sequence[str] = ()) -> Steps:
    """The path to an item of a list of a record, which is made if it is missing.

    `whole` is a field that only an item that is the municipality's own has.
    """
    record_id, field, item_id = steps
    own, added = steps, (record_id, ADD, field, item_id)
    if document.has(*own):
        return own
    if document.has(*added, whole):  # under `add`, what is in the shared record already only gets longer lists
        return added
    document.append((record_id, field), {"id": item_id}, order)
    return own
