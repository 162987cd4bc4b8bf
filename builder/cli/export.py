"""`handbok export`: handbooks as plain Markdown, for whoever builds the site with something else."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from pathlib import Path

from builder.check.cascades import folded
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.formats.text import as_text
from builder.cli.terminal import Terminal
from builder.executors import executor
from builder.i18n import N_
from builder.problem import Message, in_order, one_or_more
from builder.publish.exporting import Export, Exported, export_all, refuse_over_others
from builder.publish.workshop import sweep

_AMONG_DATA = N_("{output} ligger i datamappa {folder}, og ville blitt lest som data; velg en mappe utenfor")
_WITH_ERRORS = N_("Ikke eksportert på grunn av feil i data: {names}.")
_BROKEN = N_("Eksporten ble avbrutt; det som lå der fra før, er som det var")


def export(exports: Sequence[Export], processes: int, terminal: Terminal) -> bool:
    """Writes them, and tells of each; returns whether all are written. Raises WrongUse, if it can before any is."""
    exports = [replace(one, handbook=one.handbook.resolve(), output=one.output.resolve()) for one in exports]
    done: dict[str, Exported] = {}
    with plain_errors():
        for one in exports:
            _refuse_among_data(one)
            refuse_over_others(one)
            sweep(one.output)
        try:
            with executor(min(processes, len(exports))) as workers:
                for exported in export_all(exports, workers):
                    done[exported.export.slug] = exported
                    _tell(exported, terminal)
        except BrokenExecutor as error:
            raise WrongUse(Message(_BROKEN)) from error
    return _all_written([done[one.slug] for one in exports], terminal)


def _refuse_among_data(one: Export) -> None:
    if one.output.is_relative_to(one.handbook):
        raise WrongUse(Message(_AMONG_DATA, output=_shown(one.output), folder=_shown(one.handbook)))


def _tell(exported: Exported, terminal: Terminal) -> None:
    if exported.written:
        where = {"name": exported.name, "folder": _shown(exported.export.folder)}
        told = one_or_more(
            "{name}: {count} side i {folder}", "{name}: {count} sider i {folder}", exported.pages, **where
        )
        terminal.say("{line}", line=told.text(terminal.translate))


def _shown(folder: Path) -> Path:
    """As whoever stands here would write it."""
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def _all_written(done: Sequence[Exported], terminal: Terminal) -> bool:
    wrong = [one for one in done if not one.written]
    problems = in_order(problem for one in wrong for problem in one.problems)
    as_text([told.alone for told in folded(problems)], terminal.err, terminal.translate)
    if wrong:
        terminal.complain(_WITH_ERRORS, names=", ".join(one.name for one in wrong))
    return not wrong
