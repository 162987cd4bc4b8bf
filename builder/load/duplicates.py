"""Records of one kind with the same id: which of them is told, and what to do about it."""

from __future__ import annotations

import re
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
#: What a file manager or a synchronising folder adds to the name of a copy.
_COPIED = re.compile(
    r"( - kopi| - copy| kopi| copy|\(\d+\)|-desktop\b.*|conflict.*|konflikt.*)( ?\(?\d*\)?)$", re.IGNORECASE
)


def duplicates(declarations: Iterable[Declaration]) -> Iterator[Problem]:
    """A problem at each record whose id is taken."""
    first: dict[tuple[str, str], Declaration] = {}
    for declaration in sorted(declarations, key=_is_copy):
        if declaration.id is not None:
            earlier = first.setdefault((declaration.kind, declaration.id), declaration)
            if earlier is not declaration:
                yield _problem(declaration, declaration.id, earlier)


def _problem(declaration: Declaration, name: str, earlier: Declaration) -> Problem:
    mark, place = declaration.tree.fields["id"].mark, str(earlier.tree.mark)
    file = PurePosixPath(mark.path).name
    if is_shared(place) and not is_shared(mark.path):
        message = Message(_SHARED, id=name, place=place)
    elif _is_copy(declaration):
        message = Message(_COPY, id=name, place=place, file=file)
    else:
        message = Message(_TWICE, id=name, place=place)
    return Problem(mark, RULE, message)


def _is_copy(declaration: Declaration) -> bool:
    """Whether the file has the name of a copy: the one it was copied from comes first, whatever the order of names."""
    return _COPIED.search(PurePosixPath(declaration.tree.mark.path).stem) is not None
