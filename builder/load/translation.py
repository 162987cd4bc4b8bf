"""Lays the texts of a record in another language over the record.

    x.yml       the record, in the language of the handbook or, when it is shared, in bokmål
    x.nn.yml    beside it, its texts in nynorsk: the same id, and only fields that are texts

Lists whose items have an `id` are laid over item by item, other lists of fields by their order, and a list of plain
texts is replaced whole. Each text keeps its own place, so that a finding in it leads to the file it is written in.
`translates` says which texts it is of. What is a text, and whether they are those, is for the checker to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from builder.i18n import LANGUAGES, N_, SOURCE_LANGUAGE
from builder.load.declaration import Declaration
from builder.load.tree import Mapping, Node, Scalar, Sequence, mapping_in_other_language, scalars
from builder.problem import Mark, Message, Problem, one_or_more

TRANSLATES = "translates"
RULE = "translation"
#: What a translation has beside texts.
APART = ("id", TRANSLATES)
#: The languages a record may be translated to.
TRANSLATED = tuple(sorted(set(LANGUAGES) - {SOURCE_LANGUAGE}))
_NO_ID = N_("oversettelsen mangler id; skriv id-en til posten den er av")
_NO_RECORD = N_("oversettelsen er av «{id}», men det er ingen slik post å oversette her; rett id-en, eller slett den")
_TWICE = N_("«{id}» er oversatt til samme språk før, i {place}; slett den ene")
_NO_FIELD = N_("«{field}» står ikke i posten som er oversatt ({place}); en oversettelse har bare felter som står der")
_NO_ITEM = N_("«{id}» er ikke i lista som er oversatt ({place}); en oversettelse har bare punkter som står der")
_SHAPE = N_("dette er ikke skrevet på samme måte som i posten som er oversatt ({place}); ha de samme felter og lister")


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Translation:
    """A record in another language: the texts as `written`, the record they are `of`, and the two as `one`."""

    language: str
    written: Mapping
    of: Declaration
    one: Declaration


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """A translation as it stands in a file, before it is known what it is of."""

    language: str
    declaration: Declaration


def name_and_language(stem: str) -> tuple[str, str | None]:
    """The name of a file without suffix, as the name of what it holds and the language it is a translation to."""
    name, _, code = stem.rpartition(".")
    return (name, code) if name and code in TRANSLATED else (stem, None)


def translations(
    declarations: Iterable[Declaration],
    written: Iterable[Written],
    unread: Set[tuple[str, str | None]] = frozenset(),
) -> tuple[list[Translation], list[Problem]]:
    """Each translation with the record it is of, and what does not fit.

    `unread` has kind and name of what could not be read, with no name for a list: translations of that are let be.
    """
    known = {(one.kind, one.id): one for one in declarations}
    made: dict[tuple[str, str, str | None], Translation] = {}
    problems: list[Problem] = []
    for one in written:
        translation, key = one.declaration, (one.language, one.declaration.kind, one.declaration.id)
        base = known.get((translation.kind, translation.id))
        fault = _not_one(translation, base, made.get(key))
        if fault or base is None:
            if unread.isdisjoint({(translation.kind, translation.id), (translation.kind, None)}):
                problems.extend(fault)
            continue
        faults = _Faults()
        tree = faults.record(base.tree, translation.tree)
        made[key] = Translation(one.language, translation.tree, base, Declaration(base.kind, base.id, tree))
        problems.extend(faults.found)
    return list(made.values()), problems


def in_language(
    declarations: Iterable[Declaration], made: Iterable[Translation], language: str, written: str = SOURCE_LANGUAGE
) -> list[Declaration]:
    """Records that are `written` in one language, as one reads them who writes another.

    Those that are translated are in it. What is not says which language it is in.
    """
    if language == written:
        return list(declarations)
    theirs = {one.of: one for one in made if one.language == language}
    return [_read_in(declaration, theirs.get(declaration), written) for declaration in declarations]


def holds_language(declaration: Declaration) -> bool:
    """Whether something in a record read `in_language` is in that language."""
    return any(scalar.language is None for scalar in scalars(declaration.tree))


def _read_in(declaration: Declaration, translation: Translation | None, written: str) -> Declaration:
    tree = mapping_in_other_language(declaration.tree, written)
    if translation:
        tree = _Faults().record(tree, translation.written)  # what does not fit is told where it was read
    return Declaration(declaration.kind, declaration.id, tree)


def _not_one(translation: Declaration, base: Declaration | None, earlier: Translation | None) -> list[Problem]:
    """Why something is no translation of a record, where it is not."""
    tree = translation.tree
    if translation.id is None:
        return [Problem(tree.mark, RULE, Message(_NO_ID))]
    if base is None:
        return [Problem(tree.fields["id"].mark, RULE, Message(_NO_RECORD, id=translation.id))]
    if earlier:
        return [Problem(tree.mark, RULE, Message(_TWICE, id=translation.id, place=str(earlier.written.mark)))]
    return []


class _Faults:
    """Lays texts over a record, and collects what has no place in it: there the record keeps its own."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def record(self, base: Mapping, texts: Mapping) -> Mapping:
        return self._mapping(base, texts, APART)

    def _told(self, mark: Mark, sentence: str, base: Node, **values: object) -> None:
        self.found.append(Problem(mark, RULE, Message(sentence, place=str(base.mark), **values)))

    def _mapping(self, base: Mapping, texts: Mapping, apart: tuple[str, ...]) -> Mapping:
        fields, keys = dict(base.fields), dict(base.keys)
        for key, value in texts.fields.items():
            if key in apart:
                continue
            if key not in base.fields:
                self._told(texts.keys[key], _NO_FIELD, base, field=key)
                continue
            fields[key], keys[key] = self._laid_over(base.fields[key], value), texts.keys[key]
        return Mapping(base.mark, fields, keys)

    def _laid_over(self, base: Node, texts: Node) -> Node:
        if isinstance(texts, Scalar) and texts.text is None:  # left open: not translated
            return base
        if isinstance(base, Mapping) and isinstance(texts, Mapping):
            return self._mapping(base, texts, ("id",) if texts.text("id") == base.text("id") else ())
        if isinstance(base, Sequence) and isinstance(texts, Sequence):
            return self._sequence(base, texts)
        if isinstance(base, Scalar) and isinstance(texts, Scalar):
            return texts
        self._told(texts.mark, _SHAPE, base)
        return base

    def _sequence(self, base: Sequence, texts: Sequence) -> Sequence:
        if _plain(base) and _plain(texts):
            return texts
        places = _places(base)
        if places and _places(texts):
            return self._by_id(base, texts, places)
        if len(base.items) != len(texts.items):
            message = one_or_more(
                "lista har {count} punkt, men {expected} i posten som er oversatt ({place}); ha like mange",
                "lista har {count} punkter, men {expected} i posten som er oversatt ({place}); ha like mange",
                len(texts.items),
                expected=len(base.items),
                place=str(base.mark),
            )
            self.found.append(Problem(texts.mark, RULE, message))
            return base
        return Sequence(base.mark, [self._laid_over(*pair) for pair in zip(base.items, texts.items, strict=True)])

    def _by_id(self, base: Sequence, texts: Sequence, places: dict[str, int]) -> Sequence:
        items = list(base.items)
        for item, item_id in _with_ids(texts):
            if item_id in places:
                items[places[item_id]] = self._laid_over(items[places[item_id]], item)
            else:
                self._told(item.mark, _NO_ITEM, base, id=item_id)
        return Sequence(base.mark, items)


def _plain(sequence: Sequence) -> bool:
    return all(isinstance(item, Scalar) for item in sequence.items)


def _with_ids(sequence: Sequence) -> Iterator[tuple[Mapping, str]]:
    for item in sequence.items:
        if isinstance(item, Mapping) and (item_id := item.text("id")):
            yield item, item_id


def _places(sequence: Sequence) -> dict[str, int]:
    """Id -> place of each item; nothing where some have no id."""
    found = {item.text("id") or "": place for place, item in enumerate(sequence.items) if isinstance(item, Mapping)}
    return found if "" not in found and len(found) == len(sequence.items) else {}
