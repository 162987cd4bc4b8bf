"""Holds translations of records up against the records: only texts may differ, and they are of the texts as they are.

Which fields are texts is what the model says of their format. The digest in `translates` is of the texts of the record
that readers follow; who approved a text and when it was verified may change without a new translation.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from builder.i18n import N_
from builder.load.declaration import Declaration
from builder.load.translation import RULE, TRANSLATES, Translation
from builder.load.tree import Mapping, Node, Scalar, Sequence
from builder.memoize import memoize
from builder.model import formats
from builder.model.base import Part
from builder.model.description import Group, Many, OneOrMany, Value, described
from builder.model.formats import Format
from builder.model.kind import Kind
from builder.model.kinds import KINDS
from builder.model.references import Path
from builder.problem import Message, Problem, Severity, one_or_more

STALE_RULE = "translation-stale"
_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjklmnpqrst")
_LENGTH = 8
_NOT_TEXT = N_("«{field}» er ikke en tekst, og er lik på alle språk; fjern feltet fra oversettelsen")
_NO_DIGEST = N_("oversettelsen sier ikke hvilken tekst den er av; skriv translates: {digest} under id")
_STALE = N_(
    "teksten er endret etter at den ble oversatt; les {place} på nytt, rett oversettelsen, "
    "og skriv translates: {digest} i stedet for {old}"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A value of a record as it stands in the file: where in the record, and what it is."""

    path: Path
    node: Scalar
    value: Value

    @property
    def is_text(self) -> bool:
        """Whether it is another text in another language."""
        return isinstance(self.value, Format) and self.value.translated


#: The values of one record.
Values = tuple[Written, ...]


def translation_problems(translations: Iterable[Translation]) -> Iterator[Problem]:
    """What is wrong with the translations, beyond what has no place in the record."""
    for translation in translations:
        yield from _problems_of(translation)


def digest(declaration: Declaration) -> str:
    """A short word that is another one when the texts of a record are others. It can never be read as a number."""
    return _digest(declaration, _written(declaration))


def _digest(declaration: Declaration, values: Values) -> str:
    texts = "\n".join(f"{'.'.join(map(str, one.path))}={_spaced(one.node)}" for one in _followed(declaration, values))
    return hashlib.sha256(texts.encode()).hexdigest()[:_LENGTH].translate(_LETTERS)


def followed(declaration: Declaration) -> Iterator[Written]:
    """The texts of a record that its readers follow."""
    return _followed(declaration, _written(declaration))


def _followed(declaration: Declaration, values: Values) -> Iterator[Written]:
    kind: Kind[Any] = KINDS[declaration.kind]
    return (one for one in values if one.is_text and one.path[0] not in kind.minor_fields)


def _written(declaration: Declaration) -> Values:
    return tuple(written(KINDS[declaration.kind].record, declaration.tree))


def written(part: type[Part], tree: Mapping, path: Path = ()) -> Iterator[Written]:
    """Every value that stands in a record, in the order of its fields."""
    for field in described(part):
        if field.key in tree.fields:
            yield from _values(field.value, tree.fields[field.key], (*path, field.key))


def _values(value: Value, node: Node, path: Path) -> Iterator[Written]:
    if isinstance(value, OneOrMany):
        value = value.one
    if isinstance(node, Sequence):
        item = value.item if isinstance(value, Many) else value
        for index, inner in enumerate(node.items):
            yield from _values(item, inner, (*path, index))
    elif isinstance(node, Scalar):
        short = value.short if isinstance(value, Group) else value
        if short is not None and node.text is not None:
            yield Written(path, node, short)
    elif isinstance(value, Group):
        yield from written(value.part, node, path)


def _spaced(node: Scalar) -> str:
    """The text whatever width its lines are wrapped at."""
    return " ".join((node.text or "").split())


@memoize
def _problems_of(translation: Translation) -> tuple[Problem, ...]:
    of, one = _written(translation.of), _written(translation.one)
    return (*_not_texts(of, one), *_other_lengths(translation.of.kind, of, one), *_not_of(translation, of))


def _not_texts(of: Values, translated: Values) -> Iterator[Problem]:
    before = {one.path: one.node.text for one in of}
    for one in translated:
        if not one.is_text and before.get(one.path) != one.node.text:
            field = next(step for step in reversed(one.path) if isinstance(step, str))
            yield Problem(one.node.mark, RULE, Message(_NOT_TEXT, field=field))


def _other_lengths(kind: str, of: Values, translated: Values) -> Iterator[Problem]:
    """Lists of texts with another number of them. How many names something has may differ between languages."""
    before, after = _lists(KINDS[kind], of), _lists(KINDS[kind], translated)
    for path, (count, place) in after.items():
        expected, original = before.get(path, (0, place))
        if count != expected:
            message = one_or_more(
                "«{field}» har {count} punkt, men {expected} i posten som er oversatt ({place}); ha like mange",
                "«{field}» har {count} punkter, men {expected} i posten som er oversatt ({place}); ha like mange",
                count,
                field=path[-1],
                expected=expected,
                place=str(original.mark),
            )
            yield Problem(place.mark, RULE, message)


def _lists(kind: Kind[Any], values: Values) -> dict[Path, tuple[int, Scalar]]:
    items = [
        one
        for one in values
        if one.is_text
        and one.value != formats.NAME
        and one.path[0] not in kind.other_names
        and isinstance(one.path[-1], int)
    ]
    counts = Counter(one.path[:-1] for one in items)
    first = {one.path[:-1]: one.node for one in reversed(items)}
    return {path: (count, first[path]) for path, count in counts.items()}


def _not_of(translation: Translation, of: Values) -> Iterator[Problem]:
    now, said = _digest(translation.of, of), translation.written.fields.get(TRANSLATES)
    old = said.text if isinstance(said, Scalar) else None
    if old is None:
        yield Problem(translation.written.mark, RULE, Message(_NO_DIGEST, digest=now))
    elif said is not None and old != now:
        message = Message(_STALE, place=str(translation.of.tree.mark), digest=now, old=old)
        yield Problem(said.mark, STALE_RULE, message, Severity.WARNING)
