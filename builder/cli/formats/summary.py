"""What a proposal changes for readers, as Markdown: to be read beside the proposal where it is approved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.changes import Action, Difference
from builder.changes.reading import ForReaders, Leaf
from builder.cli.formats.markdown import code, plain
from builder.cli.terminal import Translate
from builder.i18n import N_

#: More than this nobody reads; the rest is told by its number.
_TOLD = 25
_MARKS = {Action.NEW: N_("ny"), Action.GONE: N_("borte")}


def summary(name: str, told: Sequence[Difference], readers: ForReaders | None, translate: Translate) -> Iterator[str]:
    """The lines about one municipality; `readers` is None where pages and prints cannot be compared."""
    yield from (f"## {plain(name)}", "")
    yield from (f"- {plain(one.text)}" for one in told)
    if not told:
        yield translate(N_("Ingenting er endret."))
    yield ""
    if readers:
        yield from _leaves(translate(N_("Sider som leserne ser annerledes")), readers.pages, translate)
        yield from _leaves(translate(N_("Utskrifter som bør byttes ut")), readers.prints, translate)


def new_handbook(name: str, translate: Translate) -> Iterator[str]:
    """The lines about a municipality that was not there before."""
    yield from (f"## {plain(name)}", "", translate(N_("Hele håndboka er ny.")), "")


def _leaves(heading: str, leaves: Sequence[Leaf], translate: Translate) -> Iterator[str]:
    if not leaves:
        return
    yield from (f"### {heading}: {len(leaves)}", "")
    yield from (_leaf(leaf, translate) for leaf in leaves[:_TOLD])
    if len(leaves) > _TOLD:
        yield "- " + translate(N_("… og {count} til")).format(count=len(leaves) - _TOLD)
    yield ""


def _leaf(leaf: Leaf, translate: Translate) -> str:
    mark = _MARKS.get(leaf.action)
    return f"- {plain(leaf.title)} ({_listed(leaf.files)})" + (f" – {translate(mark)}" if mark else "")


def _listed(files: Iterable[str]) -> str:
    return ", ".join(code(file) for file in files)
