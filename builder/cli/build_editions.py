"""`handbok build --edition`: which editions are made, and that each lies apart from the others."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from builder.cache.editions import CARD
from builder.cli.build import build, every
from builder.cli.errors import WrongUse
from builder.cli.terminal import Terminal
from builder.i18n import N_
from builder.problem import Message
from builder.publish.options import Options

_INTERNAL_THERE = N_(
    "{folder} er den interne utgaven, og den åpne ville tatt plassen dens; velg en annen mappe med --output"
)
_PUBLIC_THERE = N_(
    "{folder} er den åpne utgaven, og alle ville kunne lese den interne der; velg en annen mappe med --output"
)
_INSIDE = N_(
    "{output} ligger inne i {other}, der håndbøker er publisert; legg hver utgave i sin egen mappe, som site og "
    "site-intern"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for beside the options of a build: only what is approved, or an approved edition by its tag."""

    approved: bool = False
    tag: str | None = None


def build_editions(slugs: Sequence[str], editions: Sequence[Options], wanted: Wanted, terminal: Terminal) -> bool:
    """Builds each edition where it belongs; whether all is published. Raises WrongUse where two would mix."""
    for options in editions:
        refuse_mixed(options)
    return every(partial(_build, slugs, options, wanted, terminal) for options in editions)


def _build(slugs: Sequence[str], options: Options, wanted: Wanted, terminal: Terminal) -> bool:
    if not (wanted.approved or wanted.tag):
        return build(slugs, options, terminal)
    from builder.cli.build_approved import build_approved, build_tag

    if wanted.tag:
        return build_tag(slugs, wanted.tag, options, terminal)
    return build_approved(slugs, options, terminal)


def public_and_internal(options: Options) -> tuple[Options, Options]:
    """The two beside one another. Each continues what lies in its own folder, where nobody says otherwise."""
    beside = options.output.with_name(f"{options.output.name}-intern")
    previous = options.previous.with_name(f"{options.previous.name}-intern") if options.previous else None
    return options, replace(options, output=beside, previous=previous, internal=True)


def refuse_mixed(options: Options) -> None:
    """Raises WrongUse where another edition lies in the folder, around it, or within it."""
    output = options.output.resolve()
    for card in _cards(output):
        if _is_internal(card) != options.internal:
            message = _PUBLIC_THERE if options.internal else _INTERNAL_THERE
            raise WrongUse(Message(message, folder=card.parent))
    around = next((folder for folder in output.parents if (folder / CARD).is_file() or any(_cards(folder))), None)
    if around is not None:
        raise WrongUse(Message(_INSIDE, output=options.output, other=around))
    within = next((card.parent.parent for card in output.glob(f"[!.]*/[!.]*/{CARD}")), None)
    if within is not None:
        raise WrongUse(Message(_INSIDE, output=within, other=options.output))


def _cards(folder: Path) -> Iterator[Path]:
    return folder.glob(f"[!.]*/{CARD}")


def _is_internal(card: Path) -> bool:
    """Whether what is published is for staff. A card that cannot be read says nothing, and is written anew."""
    try:
        return bool(json.loads(card.read_text(encoding="utf-8")).get("internal"))
    except (OSError, ValueError, AttributeError):
        return False
