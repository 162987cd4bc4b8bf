"""`handbok remove`: takes a record out, and leaves a note of where readers go instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder import clock
from builder.check.checker import check
from builder.cli.confirm import carried_out, plain_edits
from builder.cli.errors import WrongUse
from builder.cli.named import kind_among, no_record
from builder.cli.terminal import Terminal
from builder.edit import Document
from builder.edit.local import LocalFiles
from builder.edit.values import Value
from builder.facts.record_texts import links_of
from builder.i18n import N_
from builder.load.folder import Folder
from builder.model.audience import Audience
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS
from builder.model.municipality import MUNICIPALITY
from builder.model.removed import REMOVED
from builder.problem import Mark, Message

_SHARED = N_("«{id}» er felles, og kan ikke tas ut her; skriv {kind}:{id} under without i municipality.yml")
_NO_INSTEAD = N_("fant ikke «{instead}»; skriv type og id med kolon mellom, som services:ppt")
_STILL_NAMED = N_("«{id}» er nevnt andre steder; rett dem først, så ingen lenke fører ut i ingenting:")


@dataclass(frozen=True, slots=True)
class Removal:
    """What is to be taken out, why, and where readers go instead, as «services:ppt»."""

    kind: str
    id: str
    instead: str | None
    why: str | None

    @property
    def name(self) -> str:
        return f"{self.kind}:{self.id}"


def remove(folder: Path, slug: str, removal: Removal, terminal: Terminal, yes: bool) -> bool:
    """Shows what goes and the note, asks, and carries it out; whether it was. Raises WrongUse."""
    with plain_edits():
        loaded = Folder(folder, KINDS).load(slug)
        handbook = check(loaded, clock.today()).handbook
        record = _record(handbook, slug, removal)
        _refuse_named(handbook, record, removal, terminal)
        files = LocalFiles(folder, loaded)
        path = Path(record.at().path)
        if not files.has(path):
            raise WrongUse(Message(_SHARED, kind=removal.kind, id=removal.id))
        note, data = _note(folder / slug, record, removal), files.opened(path).data
        alone = not isinstance(data, list) or len(data) == 1
        if not alone:
            files.opened(path).delete((removal.id,))
    if alone:
        terminal.say(N_("{path} blir slettet."), path=path)
    if not carried_out([note, *([] if alone else files.documents)], terminal, yes):
        return False
    if alone:
        with plain_edits():
            path.unlink()
    return True


def _record(handbook: Handbook, slug: str, removal: Removal) -> Record:
    kind = kind_among(KINDS, removal.kind, but=(MUNICIPALITY.name, REMOVED.name))
    record: Record | None = handbook.find(kind, removal.id)
    if record is None:
        raise no_record(slug, kind, removal.id, handbook.ids(kind))
    if removal.instead and handbook.find_named(removal.instead) is None:
        raise WrongUse(Message(_NO_INSTEAD, instead=removal.instead))
    return record


def _refuse_named(handbook: Handbook, record: Record, removal: Removal, terminal: Terminal) -> None:
    """Raises WrongUse where the record is named by others; they are shown first."""
    places = sorted(set(_naming(handbook, record, removal)))
    if places:
        for mark in places:
            terminal.say("{place}", place=mark)
        raise WrongUse(Message(_STILL_NAMED, id=removal.id))


def _naming(handbook: Handbook, record: Record, removal: Removal) -> Iterator[Mark]:
    for reference in handbook.naming(KINDS[removal.kind], removal.id):
        if reference.source is not record:
            yield reference.source.at(*reference.path)
    for other in handbook.speaking():
        if other is not record:
            yield from (other.at(*path) for path, address in links_of(other) if address == removal.name)


def _note(own: Path, record: Record, removal: Removal) -> Document:
    """The note of it in `removed.yml`."""
    said: dict[str, Value] = {
        "id": f"{removal.kind}-{removal.id}",
        "name": record.label,
        "was": removal.name,
        "date": clock.today(),
        **({"audience": record.audience} if record.audience is Audience.INTERNAL else {}),
        **({"why": removal.why} if removal.why else {}),
        **({"instead": removal.instead} if removal.instead else {}),
    }
    path = own / f"{REMOVED.name}.yml"
    if not path.exists():
        return Document.new(path, [said])
    document = Document.open(path)
    document.add_record(said)
    return document
