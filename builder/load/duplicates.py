"""Records of one kind with the same id: which of them is told, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from builder.i18n import N_
from builder.load.declaration import Declaration
from builder.load.shared import is_shared
from builder.problem import Message, Problem

RULE = "duplicate-id"
_TWICE = N_("id-en «{id}» er brukt før, i {place}; gi denne en annen id, eller slett den ene")
_COPY = N_(
    "«{file}» ser ut som en kopi av en fil med samme id, «{id}» ({place}); slett kopien, eller gi posten en annen id"
)
_SHARED = N_(
    "«{id}» er alt en felles post ({place}); skriv extends: {id} for å bygge på den, replaces: {id} for å bruke deres "
    "egen i stedet, eller gi posten en annen id"
)


def duplicates(declarations: Iterable[Declaration]) -> Iterator[Problem]:
    """A problem at each record whose id is taken."""
    alike: dict[tuple[str, str], list[Declaration]] = {}
    for declaration in declarations:
        if declaration.id is not None:
            alike.setdefault((declaration.kind, declaration.id), []).append(declaration)
    for (_, name), some in alike.items():
        if len(some) > 1:
            first = _original(some)
            yield from (_problem(one, name, first) for one in some if one is not first)


def _original(alike: list[Declaration]) -> Declaration:
    """The one that was there first: the others are copies of it, or come after it in the order of names."""
    return next((one for one in alike if all(_is_copy(other, one) for other in alike if other is not one)), alike[0])


def _problem(declaration: Declaration, name: str, earlier: Declaration) -> Problem:
    mark, place = declaration.tree.fields["id"].mark, str(earlier.tree.mark)
    file = PurePosixPath(mark.path).name
    if is_shared(place) and not is_shared(mark.path):
        message = Message(_SHARED, id=name, place=place)
    elif _is_copy(declaration, earlier):
        message = Message(_COPY, id=name, place=place, file=file)
    else:
        message = Message(_TWICE, id=name, place=place)
    return Problem(mark, RULE, message)


def _is_copy(declaration: Declaration, of: Declaration) -> bool:
    """Whether the file is called as the other with more to it: «skole - Kopi», «skole-DESKTOP»."""
    path, original = (PurePosixPath(one.tree.mark.path) for one in (declaration, of))
    return path.parent == original.parent and original.stem in path.stem and original.stem != path.stem
