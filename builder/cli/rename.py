"""`handbok rename`: another id for a record or a contact, with everything that names it."""

from __future__ import annotations

from pathlib import Path

from builder import clock
from builder.check.checker import check
from builder.cli.confirm import carried_out, plain_edits, refuse_new_errors
from builder.cli.errors import WrongUse
from builder.cli.named import kind_among, no_record
from builder.cli.terminal import Terminal
from builder.edit.local import LocalFiles
from builder.edit.renaming import Renaming
from builder.i18n import N_
from builder.load.folder import Folder
from builder.model.actor import Actor
from builder.model.fields import is_identifier
from builder.model.handbook import Handbook
from builder.model.kind import Named
from builder.model.kinds import KINDS, NAMED
from builder.model.municipality import MUNICIPALITY
from builder.model.service import CONTACTS
from builder.problem import Message

_TAKEN = N_("id-en «{id}» er alt i bruk")
_NO_ADDRESS = N_("«{id}» kan bare ha små bokstaver a–z, tall og bindestrek, fordi det blir en nettadresse")
_SAME_SERVICE = N_("En kontakt blir i tjenesten sin; skriv det nye navnet med «{service}.» foran, eller uten")


def renamed(folder: Path, slug: str, kind: str, old: str, new: str) -> Renaming:
    """What is to be written. Raises WrongUse."""
    # A municipality is called what its folder is called.
    named = kind_among(NAMED, kind, but=(MUNICIPALITY.name,))
    with plain_edits():
        loaded = Folder(folder, KINDS).load(slug)
        checked = check(loaded, clock.today())
        handbook = checked.handbook
        names = old, _new_name(handbook, slug, named, old, new)
        renaming = Renaming(LocalFiles(folder, loaded), handbook, named, names)
        renaming.carry_out()
        refuse_new_errors(folder, checked, renaming.files.documents)
    return renaming


def write(renaming: Renaming, terminal: Terminal, yes: bool) -> bool:
    """Shows what is changed, asks, writes it, and gives the file the record's name; whether it was written."""
    moves = renaming.moves
    if not carried_out(renaming.files.documents, terminal, yes):
        return False
    with plain_edits():
        for path, target in moves.items():
            if path.exists() and not target.exists():
                path.rename(target)
                terminal.say(N_("{path} heter nå {target}"), path=path, target=target.name)
    return True


def _new_name(handbook: Handbook, slug: str, kind: Named, old: str, new: str) -> str:
    """The new name in whole. Raises WrongUse for a record that is not there, and a name that cannot be had."""
    known = handbook.ids(kind)
    if old not in known:
        raise no_record(slug, kind, old, known)
    last = new
    if kind is CONTACTS:
        service, last = Actor(old).service, new.rpartition(".")[2]
        if "." in new and Actor(new).service != service:
            raise WrongUse(Message(_SAME_SERVICE, service=service))
        new = Actor.of(service, last)
    if not is_identifier(last):
        raise WrongUse(Message(_NO_ADDRESS, id=last))
    if new in known:
        raise WrongUse(Message(_TAKEN, id=new))
    return new
