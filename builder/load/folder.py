"""A handbook folder to declared records: which file holds what, and what a shared record becomes locally.

    handbook/common/<kind>/*.yml    shared records; those shipped with the program where there is no such folder
    handbook/<slug>/<kind>/*.yml    one municipality's own
    …/<kind>.yml                    a list of records of one kind, for short ones
    …/x.nn.yml                      the texts of x.yml in another language (see `builder.load.translation`)

Every file holds one record (a mapping) or a list of them.
"""

from __future__ import annotations

import os
from collections import abc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from builder.i18n import LANGUAGES, N_, SOURCE_LANGUAGE
from builder.load.declaration import Declaration
from builder.load.listing import SUFFIXES, Found, Other, astray, data_files, found
from builder.load.local import Leads, base_of, overridden
from builder.load.opener import Unreadable, read
from builder.load.shared import COMMON, PREFIX, is_pinned, shared_folder
from builder.load.translation import (
    Translation,
    Written,
    holds_language,
    in_language,
    name_and_language,
    translations,
)
from builder.load.tree import Mapping, Node, Scalar, Sequence
from builder.load.yaml_text import parse
from builder.problem import Mark, Message, Problem, Severity
from builder.suggest import Labels, most_like, nearest_by_label

#: What the portal keeps beside the folders of the municipalities; no municipality can have it for its address.
PORTAL_ASSETS = "assets"
_KINDS = (
    "municipality emergency library laws register glossary roles services places forms rules forums meetings offers "
    "needs pathways plans agreements training onboarding introductions surveys changes pages accepted editions "
    "removed"
)
#: The names of all kinds of record, which the folders and files they are kept in have.
KIND_NAMES = frozenset(_KINDS.split())
RULE = "file"

_UNKNOWN_KIND = N_(
    "«{kind}» er ikke en mappe eller fil håndboka kjenner; det nærmeste er {kinds}. Alle {count} står i oversikten "
    "over felter (felter.md)"
)
_KIND_MEANT = N_("«{kind}» er ikke en mappe eller fil håndboka kjenner; gi den navnet «{meant}»")
_EMPTY = N_("det står ingenting i fila; skriv det som skal stå her, eller slett den")
#: White space and the mark that some editors put first in a file.
_BLANK = b" \t\r\n\xef\xbb\xbf"
_NO_MUNICIPALITY = N_(
    "mappa «{name}» er ingen kommune: den har verken municipality.yml eller andre poster; flytt den ut av datamappa"
)
_KIND_ASTRAY = N_(
    "mappa «{name}» ligger rett i datamappa og leses ikke; flytt den inn i mappa til kommunen den gjelder"
)
#: What files in a folder with a name of one's own lack together.
_FOLDER = "folder"
#: As many names as are proposed where none is much like it.
_NEAREST = 3


class HandbookNotFound(Exception):
    """There is no such folder, or no municipality in it."""


@dataclass(slots=True, eq=False, weakref_slot=True)
class Loaded:
    """All that was read for one municipality, shared records included.

    `folder` is the municipality's own folder as findings name it; `texts` has every file as it stands, and `shared` is
    what was read of the shared ones.
    """

    slug: str
    folder: str
    declarations: list[Declaration] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    #: Kind and file name, without suffix, of what could not be read; the name is None for a list of records.
    unread: set[tuple[str, str | None]] = field(default_factory=set)
    #: The records that stand in other languages too, whether or not the municipality writes in them.
    translations: list[Translation] = field(default_factory=list)
    #: What references to a shared record lead to.
    leads: Leads = field(default_factory=dict)
    #: The records that stand in a language besides the municipality's own, in it: for prints to those who read it.
    others: dict[str, list[Declaration]] = field(default_factory=dict)
    shared: Loaded | None = None


def municipalities(folder: Path) -> tuple[str, ...]:
    """The slugs of the municipalities in a handbook folder, in order.

    Raises HandbookNotFound where there is no folder or no municipality.
    """
    slugs = tuple(name for name in _folders(folder) if _is_municipality(folder / name))
    if not slugs:
        raise HandbookNotFound(str(folder))
    return slugs


def is_municipality(folder: Path, slug: str) -> bool:
    """Whether a handbook folder has a municipality of just this name. Only that one is looked into.

    Raises HandbookNotFound where there is no folder.
    """
    own = folder / slug
    return slug in _names(folder) and _may_be(slug) and own.is_dir() and _is_municipality(own)


def strangers(folder: Path) -> tuple[Other, ...]:
    """What lies among the municipalities and is none: pictures, a built site, a file that belongs in one of them."""
    names = [name for name in _folders(folder) if not _is_municipality(folder / name)]
    return tuple(sorted([*(_stranger(folder / name) for name in names), *astray(str(folder))]))


def _stranger(folder: Path) -> Other:
    if folder.name in KIND_NAMES:
        return Other(str(folder), Message(_KIND_ASTRAY, name=folder.name))
    return Other(str(folder), Message(_NO_MUNICIPALITY, name=folder.name), Severity.ADVICE)


def _folders(folder: Path) -> list[str]:
    return sorted(name for name in _names(folder) if _may_be(name) and (folder / name).is_dir())


def _names(folder: Path) -> list[str]:
    if not folder.is_dir():
        raise HandbookNotFound(str(folder))
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries]


def _may_be(name: str) -> bool:
    """Whether a folder of this name may be a municipality."""
    return name != COMMON and not name.startswith(".")


def _is_municipality(folder: Path) -> bool:
    """Whether a folder has a record where records are kept: in a file named by its kind, or in a folder that is.

    One that cannot be looked into may be: it is told when it is read.
    """
    try:
        entries = [] if folder.is_symlink() else list(folder.iterdir())
    except OSError:
        return True
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and entry.name in KIND_NAMES and data_files(str(entry)):
            return True
        if entry.name.endswith(SUFFIXES) and name_and_language(entry.stem)[0].lower() in KIND_NAMES:
            return True
    return folder.is_symlink()


def served(path: str) -> list[str] | None:
    """The municipalities a shared file is for; None where it is for all of them, or cannot be read."""
    try:
        tree, problems = parse(path, read(path))
    except Unreadable:
        return None
    slugs = [_served_by(node) for node in (tree.items if isinstance(tree, Sequence) else [tree])]
    if problems or not all(slugs):
        return None
    return sorted({slug for some in slugs for slug in some if slug is not None})


@dataclass(slots=True)
class Library:
    """The shared records of a folder: as they are `written`, and as they are read in other languages."""

    written: Loaded | None = None
    in_standard: dict[str, list[Declaration]] = field(default_factory=dict)
    in_other_language: dict[str, dict[Declaration, Declaration]] = field(default_factory=dict)


class Folder:
    """Reads a handbook folder; the shared part is read once however many municipalities use it."""

    def __init__(self, root: Path, kinds: Iterable[str], shown: str | None = None, shared: Path | None = None) -> None:
        """`shown` is how findings name the folder, where that differs from `root`.

        `shared` has other shared records than those the folder uses, to see what they would change.
        """
        self._shared = shared
        self.root = root
        self.shown = shown or root.as_posix()
        self.kinds = tuple(kinds)
        self._titles = _titles(kinds)
        #: What is read of the shared part so far.
        self.library = Library()

    @property
    def common(self) -> Loaded:
        """The shared records."""
        if self.library.written is None:
            before = f"{self.shown}/{COMMON}/" if is_pinned(self.root) and not self._shared else PREFIX
            self.library.written = self._read(COMMON, self._shared or shared_folder(self.root), before)
        return self.library.written

    def own(self, slug: str) -> list[Declaration]:
        """The records of one municipality as it has written them."""
        return self._read(slug, self.root / slug, f"{self.shown}/{slug}/").declarations

    def load(self, slug: str) -> Loaded:
        """The records of one municipality: its own, and the shared ones that serve it, with local overrides.

        Raises HandbookNotFound for a municipality there is no folder for.
        """
        if not is_municipality(self.root, slug):
            raise HandbookNotFound(slug)
        own = self._read(slug, self.root / slug, f"{self.shown}/{slug}/")
        standard = written_standard(own.declarations)
        shared = [d for d in self._common_in(standard) if _serves(d, slug)]
        merged = overridden(shared, own.declarations)
        return Loaded(
            slug,
            own.folder,
            merged.declarations,
            self.common.problems + own.problems + merged.problems,
            self.common.texts | own.texts,
            self.common.unread | own.unread,
            self.common.translations + own.translations,
            merged.leads,
            {code: self._in_other(code, own, standard) for code in LANGUAGES if not LANGUAGES[code].written},
            self.common,
        )

    def _in_other(self, language: str, own: Loaded, standard: str) -> list[Declaration]:
        """The records that stand in a language besides the municipality's own."""
        holding = self._holding(language)
        theirs = {one.of for one in own.translations if one.language == language}
        places = {(d.kind, d.id) for d in holding}
        concerned = [d for d in own.declarations if d in theirs or base_of(d) in places]
        bases = {base_of(d) for d in concerned}
        needed = [d for d in self.common.declarations if d in holding or (d.kind, d.id) in bases]
        shared = [holding.get(d) or self._read_in(language, d) for d in needed if _serves(d, own.slug)]
        merged = overridden(shared, in_language(concerned, own.translations, language, standard))
        return [declaration for declaration in merged.declarations if holds_language(declaration)]

    def _holding(self, language: str) -> dict[Declaration, Declaration]:
        """The shared records that stand in a language, read in it: most stand in none but the written ones."""
        known = self.library.in_other_language
        if language not in known:
            translated = [one.of for one in self.common.translations if one.language == language]
            read = {d: self._read_in(language, d) for d in translated}
            known[language] = {d: made for d, made in read.items() if holds_language(made)}
        return known[language]

    def _read_in(self, language: str, shared: Declaration) -> Declaration:
        return in_language([shared], self.common.translations, language)[0]

    def _common_in(self, standard: str) -> list[Declaration]:
        """The shared records in a written standard: the same ones for all who write it."""
        known = self.library.in_standard
        if standard not in known:
            known[standard] = in_language(self.common.declarations, self.common.translations, standard)
        return known[standard]

    def _read(self, part: str, folder: Path, before: str) -> Loaded:
        """What lies in a folder; `before` is what findings have before the path of a file in it."""
        loaded = Loaded(part, before.removesuffix("/"))
        written: list[Written] = []
        there = self._found(folder)
        for path in map(Path, there.data):
            relative = path.relative_to(folder)
            self._read_file(path, relative, f"{before}{relative.as_posix()}", loaded, written)
        for other, message, severity in there.others:
            relative = Path(other).relative_to(folder)
            shown = f"{before}{relative.as_posix()}".removesuffix("/.")
            loaded.problems.append(Problem(Mark(shown), RULE, message, severity))
            if severity is Severity.ERROR:
                loaded.unread |= self._unread(relative)
        for path in map(Path, there.beside):
            if (text := self._beside(path)) is not None:
                loaded.texts[f"{before}{path.relative_to(folder).as_posix()}"] = text
        loaded.translations, problems = translations(loaded.declarations, written, loaded.unread)
        loaded.problems.extend(problems)
        return loaded

    def _found(self, folder: Path) -> Found:
        """What lies in a folder; apart, as `_content`."""
        return found(str(folder))

    def _unread(self, relative: Path) -> set[tuple[str, str | None]]:
        """What is missing where a file or folder cannot be read: perhaps everything."""
        if not relative.parts:
            return {(kind, None) for kind in self.kinds}
        kind, *below = relative.parts
        return {(kind if below else name_and_language(relative.stem)[0], relative.stem if below else None)}

    def _content(self, path: Path) -> bytes:
        """What a file holds; apart, so that a folder can be tried with a file that is not on disk."""
        return read(path)

    def _beside(self, path: Path) -> str | None:
        """The text of a file that is no data; None of what is no text, as a picture, or cannot be read."""
        try:
            content = self._content(path)
        except Unreadable:
            return None
        return None if b"\0" in content else _as_text(content)

    def _read_file(self, path: Path, relative: Path, shown: str, loaded: Loaded, written: list[Written]) -> None:
        name, language = name_and_language(path.stem)
        kind = relative.parts[0] if len(relative.parts) > 1 else name
        if kind not in self.kinds:
            loaded.problems.append(_unknown_kind(shown, kind, self._titles))
            return
        try:
            content = self._content(path)
        except Unreadable as error:
            tree, problems = None, [Problem(Mark(shown), RULE, error.message)]
        else:
            loaded.texts[shown] = _as_text(content)
            tree, problems = parse(shown, content)
        loaded.problems.extend(problems)
        if tree is None and not problems and (len(relative.parts) > 1 or not content.strip(_BLANK)):
            loaded.problems.append(Problem(Mark(shown), RULE, Message(_EMPTY), Severity.WARNING))
        if tree is not None:
            found = _declarations(kind, tree, loaded.problems)
            if language:
                written.extend(Written(language, one) for one in found)
            else:
                loaded.declarations.extend(found)
        elif problems and not language:
            loaded.unread.add((kind, name if len(relative.parts) > 1 else None))


def written_standard(own: Iterable[Declaration]) -> str:
    """The written standard a municipality's own records say it has, before anybody has checked them."""
    said = next((d.tree.text("written_standard") for d in own if d.kind == "municipality"), None)
    return said if said in LANGUAGES else SOURCE_LANGUAGE


def _as_text(content: bytes) -> str:
    """The text, also of what is not saved as UTF-8, which is told already: then without letters for what is wrong."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace").replace("\N{REPLACEMENT CHARACTER}", "?")


def _titles(kinds: Iterable[str]) -> Labels:
    """What the records of each kind are called, one and together, where that is known."""
    described = kinds if isinstance(kinds, abc.Mapping) else dict.fromkeys(kinds)
    called = {name: (getattr(kind, "label", ""), getattr(kind, "plural", "")) for name, kind in described.items()}
    return {name: (one, several, several.partition(" ")[0]) for name, (one, several) in called.items()}


def _unknown_kind(shown: str, kind: str, titles: Labels) -> Problem:
    """A folder or file with a name of one's own. What is in it is not there for others to name."""
    stem = PurePosixPath(shown).stem
    meant = nearest_by_label(kind, titles)
    if meant is None:
        near = ", ".join(most_like(kind, titles, _NEAREST))
        message = Message(_UNKNOWN_KIND, kind=kind, kinds=near, count=len(titles))
        return Problem(Mark(shown), RULE, message, follows=(f"{_FOLDER}:{kind}",))
    message = Message(_KIND_MEANT, kind=kind, meant=meant)
    return Problem(Mark(shown), RULE, message, causes=(f"{meant}:{stem}",), follows=(f"{_FOLDER}:{kind}",))


def _declarations(kind: str, tree: Node, problems: list[Problem]) -> Iterator[Declaration]:
    for node in tree.items if isinstance(tree, Sequence) else [tree]:
        if isinstance(node, Mapping):
            yield Declaration(kind, node.text("id"), node)
        elif not (isinstance(node, Scalar) and node.text is None):
            problems.append(
                Problem(node.mark, RULE, Message("her ventes felter som «id: …» og «name: …», ikke bare tekst"))
            )


def _serves(declaration: Declaration, slug: str) -> bool:
    slugs = _served_by(declaration.tree)
    return not slugs or slug in slugs


def _served_by(record: Node | None) -> list[str | None]:
    """The municipalities a shared record names; none where it is for all of them."""
    serves = record.fields.get("serves") if isinstance(record, Mapping) else None
    if not isinstance(serves, Sequence):
        return []
    return [item.text if isinstance(item, Scalar) else None for item in serves.items]
