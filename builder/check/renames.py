"""A record that others still call by its old id, and that lies in a file of that name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from builder.load.declaration import Declaration
from builder.problem import Problem, one_or_more

RULE = "renamed-record"


def renamed(declarations: Iterable[Declaration], problems: Iterable[Problem]) -> Iterator[Problem]:
    """The records that findings about missing ones are about, if they are where the missing ones were."""
    missing = Counter(key for one in problems for key in one.follows)
    for declaration in declarations if missing else ():
        mark = declaration.tree.fields["id"].mark if "id" in declaration.tree.fields else declaration.tree.mark
        path = PurePosixPath(mark.path)
        key = f"{declaration.kind}:{path.stem}"
        if key in missing and path.parent.name == declaration.kind and declaration.id:
            message = one_or_more(
                "fila heter «{file}», men id-en er «{id}», og håndboka viser fortsatt til «{old}» ({count} sted): "
                "skriv «{old}» igjen, eller rett stedet",
                "fila heter «{file}», men id-en er «{id}», og håndboka viser fortsatt til «{old}» ({count} steder): "
                "skriv «{old}» igjen, eller rett stedene",
                missing[key],
                file=path.name,
                id=declaration.id,
                old=path.stem,
            )
            yield Problem(mark, RULE, message, causes=(key,))
