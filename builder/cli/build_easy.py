"""`handbok build --edition easy`: what is said to families in easy language, beside the handbook and never over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from builder import clock
from builder.check.checker import check
from builder.cli.build import build
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.terminal import Terminal
from builder.facts.for_families import easily_read
from builder.i18n import N_
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.problem import Message
from builder.publish.options import Options
from builder.views.urls import DATA

_NONE_WRITTEN = N_("{name} har ingen lettleste tekster til familier. Skriv dem under families: easy: i postene")
_OVER = N_(
    "{folder} er den vanlige håndboka, og den lettleste ville tatt plassen dens; velg en annen mappe med --output"
)


def build_easy(slugs: Sequence[str], options: Options, terminal: Terminal) -> bool:
    """Builds the edition in easy language. Raises WrongUse where there is none, or it would replace a handbook."""
    easy = replace(options, easy=True)
    for slug in slugs:
        _refuse_over(easy.output / slug)
        _refuse_empty(easy, slug)
    return build(slugs, easy, terminal)


def _refuse_over(folder: Path) -> None:
    """A whole handbook publishes its data; the edition in easy language does not."""
    if (folder / DATA).is_file():
        raise WrongUse(Message(_OVER, folder=folder))


def _refuse_empty(options: Options, slug: str) -> None:
    with plain_errors():
        checked = check(Folder(options.handbook, KINDS).load(slug), clock.today())
    if checked.ok and not easily_read(checked.handbook):
        raise WrongUse(Message(_NONE_WRITTEN, name=checked.handbook.municipality.name))
