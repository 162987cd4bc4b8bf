"""`handbok library`: which shared library the handbooks follow, a copy of it, and what a newer one changes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder import clock, resources
from builder.changes.records import differences
from builder.changes.revisions import in_file
from builder.changes.state import State
from builder.check.checker import check
from builder.cli.confirm import agreed, carried_out, plain_edits
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.terminal import Terminal
from builder.edit import Document
from builder.i18n import N_
from builder.load.declaration import Declaration
from builder.load.folder import Folder
from builder.load.library_version import is_untouched, seal, version_of
from builder.load.local import REPLACES
from builder.load.merge import EXTENDS
from builder.load.shared import COMMON, is_pinned, shared_folder
from builder.load.tree import plain
from builder.model.kinds import KINDS
from builder.model.municipality import MUNICIPALITY
from builder.problem import Message

_BY_REFERENCE = N_("Håndbøkene følger det felles biblioteket i programmet, versjon {version}.")
_PINNED = N_("Håndbøkene bruker en uendret kopi av det felles biblioteket, versjon {version}: {place}.")
_OWN = N_("Håndbøkene bruker egne felles poster, versjon {version}: {place}.")
_SHIPPED = N_("Programmet har versjon {version}.")
_READ = N_("{name} har gått gjennom versjon {version}.")
_NOT_READ = N_("{name} har ikke skrevet hvilken versjon den har gått gjennom (library i municipality.yml).")
_BUILT_ON = N_("  bygger på {shared}: {place}")
_REPLACED = N_("  erstatter {shared}: {place}")
_LEFT_OUT = N_("  utelater {shared}")
_ALREADY = N_("{place} finnes alt, og blir ikke skrevet over; bruk handbok library upgrade")
_COPIED = N_("Kopierte versjon {version} til {place}.")
_EDITED = N_(
    "{place} er ikke en uendret kopi av biblioteket. Flytt det dere har skrevet, til kommunens egen mappe med extends "
    "eller replaces, eller bruk --edited: da blir den gamle mappa liggende som {kept}"
)
_KEPT_BEFORE = N_("{kept} ligger der fra før; flytt den først")
_NOTHING_NEW = N_("Ingenting er endret for leserne av {name}.")
_CHANGES = N_("Dette blir endret for leserne av {name}:")
_TOUCHED = N_("Les gjennom disse, for den felles teksten de bygger på eller erstatter, er endret:")
_WITHOUT_BEFORE = N_("Vis til det som er publisert, med --previous, for å se hva som er endret for leserne av {name}.")
_NOT_WRITTEN = N_("Ingenting er skrevet.")
_UNKNOWN = N_("ukjent")
_KEPT = ".common-{version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How somebody wants to upgrade."""

    previous: Path | None = None
    """What is published, to compare with."""

    edited: bool = False
    """Whether a copy that has been changed by hand may be put aside."""

    yes: bool = False
    """Whether to write without asking."""


@dataclass(frozen=True, slots=True)
class Local:
    """A record that builds on a shared one, or replaces it."""

    way: str
    shared: str
    declaration: Declaration

    @property
    def place(self) -> str:
        return self.declaration.tree.mark.path


def show(root: Path, slugs: Sequence[str], terminal: Terminal) -> None:
    """Tells which library is followed, and what each municipality has made of it."""
    with plain_errors():
        folder = Folder(root, KINDS)
        _tell_followed(root, terminal)
        for slug in slugs:
            municipality = check(folder.load(slug), clock.today()).handbook.municipality
            terminal.say(_READ if municipality.library else _NOT_READ, name=slug, version=municipality.library)
            for local in _locals(folder, slug):
                sentence = _BUILT_ON if local.way == EXTENDS else _REPLACED
                terminal.say(sentence, shared=local.shared, place=local.place)
            for name in municipality.without:
                terminal.say(_LEFT_OUT, shared=name)


def _tell_followed(root: Path, terminal: Terminal) -> None:
    used = shared_folder(root)
    version = version_of(used) or terminal.translate(_UNKNOWN)
    if not is_pinned(root):
        terminal.say(_BY_REFERENCE, version=version)
        return
    terminal.say(_PINNED if is_untouched(used) else _OWN, version=version, place=used)
    terminal.say(_SHIPPED, version=version_of(resources.SHARED) or terminal.translate(_UNKNOWN))


def _locals(folder: Folder, slug: str) -> Iterator[Local]:
    for declaration in folder.own(slug):
        for way in (EXTENDS, REPLACES):
            if name := declaration.tree.text(way):
                yield Local(way, f"{declaration.kind}:{name}", declaration)


def pin(root: Path, terminal: Terminal) -> None:
    """Copies the shipped library into the data folder. Raises WrongUse where there is something already."""
    place = root / COMMON
    if place.exists():
        raise WrongUse(Message(_ALREADY, place=place))
    with plain_errors():
        _copy(place)
    terminal.say(_COPIED, version=version_of(place), place=place)


def _copy(place: Path) -> None:
    """The whole of it or nothing: it is made beside, and put in place when it is done."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".common-", dir=place.parent) as beside:
        made = Path(beside) / COMMON
        shutil.copytree(resources.SHARED, made, ignore=shutil.ignore_patterns(".*"))
        seal(made)
        made.rename(place)


def upgrade(root: Path, slugs: Sequence[str], wishes: Wishes, terminal: Terminal) -> None:
    """Tells what the shipped library changes for readers, and takes it into use when somebody says yes.

    Raises WrongUse where the copy has been changed by hand, and nobody has said that it may be put aside.
    """
    pinned = is_pinned(root)
    kept = root / _KEPT.format(version=version_of(root / COMMON) or "0")
    if pinned:
        _refuse_to_lose(root / COMMON, kept, wishes.edited)
    with plain_errors():
        for slug in slugs:
            _tell_changes(root, slug, wishes.previous, terminal)
    if pinned and not (wishes.yes or agreed(terminal)):
        terminal.say(_NOT_WRITTEN)
        return
    if pinned:
        _renew(root / COMMON, kept, terminal)
    with plain_edits():
        documents = _read_versions(root, slugs)
    carried_out(documents, terminal, yes=wishes.yes or pinned)


def _refuse_to_lose(place: Path, kept: Path, edited: bool) -> None:
    if not edited and not is_untouched(place):
        raise WrongUse(Message(_EDITED, place=place, kept=kept))
    if kept.exists():
        raise WrongUse(Message(_KEPT_BEFORE, kept=kept))


def _renew(place: Path, kept: Path, terminal: Terminal) -> None:
    """Puts the shipped library in place of the copy, which is kept when somebody has changed it."""
    with plain_errors():
        place.rename(kept)
        _copy_or_put_back(place, kept)
        if is_untouched(kept):
            shutil.rmtree(kept)
    terminal.say(_COPIED, version=version_of(place), place=place)


def _copy_or_put_back(place: Path, kept: Path) -> None:
    try:
        _copy(place)
    except OSError:
        kept.rename(place)
        raise


def _read_versions(root: Path, slugs: Sequence[str]) -> list[Document]:
    """The municipalities' own records, with the version that has now been read."""
    documents = []
    for slug in slugs:
        path = root / slug / f"{MUNICIPALITY.name}.yml"
        document = Document.open(path, path.as_posix())
        document.set((slug, "library"), version_of(resources.SHARED) or "")
        documents.append(document)
    return documents


def _tell_changes(root: Path, slug: str, previous: Path | None, terminal: Terminal) -> None:
    now, new = Folder(root, KINDS), Folder(root, KINDS, shared=resources.SHARED)
    after = _state(new, slug)
    name = after.handbook.municipality.name
    before = in_file(previous / slug) if previous else _state(now, slug) if is_pinned(root) else None
    if before is None:
        terminal.say(_WITHOUT_BEFORE, name=name)
        return
    told = [one.text for one in differences(before, after, terminal.language) if not one.minor]
    terminal.say(_CHANGES if told else _NOTHING_NEW, style="bold", name=name)
    for text in told:
        terminal.say("  {change}", change=text)
    touched = [one for one in _locals(now, slug) if _shared(now, one) != _shared(new, one)]
    if touched:
        terminal.say(_TOUCHED)
    for local in touched:
        terminal.say("  {shared}: {place}", shared=local.shared, place=local.place)


def _state(folder: Folder, slug: str) -> State:
    return State(check(folder.load(slug), clock.today()).handbook)


def _shared(folder: Folder, local: Local) -> object:
    """What the shared record says, in a library."""
    return next((plain(one.tree) for one in folder.common.declarations if f"{one.kind}:{one.id}" == local.shared), None)
