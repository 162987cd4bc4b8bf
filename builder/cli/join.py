"""`handbok join`: parts that were built by themselves, as one publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from builder import clock
from builder.cache.editions import Editions
from builder.cli.build import renew_portal, tell_waiting
from builder.cli.build_editions import refuse_mixed
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.terminal import Terminal
from builder.i18n import N_
from builder.problem import Message
from builder.publish.approved import first_moment
from builder.publish.joining import Joined, Parts, join, parts_in
from builder.publish.lock import alone
from builder.publish.options import Options
from builder.publish.workshop import sweep

_NOT_BUILT = N_("Ikke bygd i sin del: {names}. Det som var publisert av dem før, står som det var.")
_AMONG = N_("{folder} er en av delene; velg en annen mappe å sette dem sammen i")
_NOT_OURS = N_("{there} er ingen håndbok som er laget her, og ville blitt erstattet; velg en tom mappe")


def join_shards(output: Path, folders: Sequence[Path], terminal: Terminal) -> bool:
    """Joins all parts; whether every municipality is published. Raises WrongUse where they do not fit together."""
    with plain_errors():
        parts = parts_in(folders)
        told = next(iter(parts.values()))
        _refuse_place(output, parts)
        with clock.stopped_at(first_moment(dt.date.fromisoformat(told.day))):
            joined = _join(parts, output.resolve(), terminal)
    terminal.one_or_more("{count} kommune i {path}.", "{count} kommuner i {path}.", len(joined.published), path=output)
    if joined.not_built:
        terminal.complain(_NOT_BUILT, names=", ".join(joined.not_built))
        return False
    terminal.say(N_("Ferdig: {path}"), style="bold", path=output / "index.html")
    return True


def _refuse_place(output: Path, parts: Parts) -> None:
    """Raises WrongUse where what is joined would lie among the parts, mix editions, or replace others' files."""
    told, made = next(iter(parts.values())), output.resolve()
    for folder in parts:
        if made.is_relative_to(folder.resolve()) or folder.resolve().is_relative_to(made):
            raise WrongUse(Message(_AMONG, folder=folder))
    refuse_mixed(Options(handbook=made, output=made, internal=told.internal))
    for there in Editions(made).in_the_way(told.everyone):
        raise WrongUse(Message(_NOT_OURS, there=there))


def _join(parts: Parts, output: Path, terminal: Terminal) -> Joined:
    with alone(output, partial(tell_waiting, output, terminal)):
        sweep(output)
        try:
            joined = join(parts, output)
            renew_portal(output, "", terminal)
        finally:
            sweep(output)
    return joined
