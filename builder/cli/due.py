"""`handbok due`: what is to be done to keep the handbooks true, by owner, and whom to ask."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from builder.check.municipalities import check_each
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.formats.due_mail import drafts, emails
from builder.cli.formats.due_row import Row, rows_of
from builder.cli.formats.due_table import as_calendar, as_csv, as_json, as_markdown, as_text
from builder.cli.formats.names import DueFormat
from builder.cli.generate import write_all
from builder.cli.terminal import Terminal
from builder.edition.localization import localization
from builder.facts.tasks import tasks
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.municipality import ROLES
from builder.model.service import CONTACTS
from builder.problem import Message
from builder.suggest import did_you_mean

_SPAN = re.compile(r"([0-9]{1,4})([dwm]?)")
_DAYS = {"": 1, "d": 1, "w": 7, "m": 30}
_NO_SPAN = N_("«{span}» er ikke en tid; skriv dager, uker eller måneder som 30d, 6w eller 3m")
_NO_OWNER = N_("Ingen eier heter «{owner}»{hint}")
_NOTHING = N_("Ingenting å gjøre.")


def span(written: str) -> dt.timedelta:
    """How far ahead is looked. Raises WrongUse."""
    found = _SPAN.fullmatch(written.strip())
    if not found:
        raise WrongUse(Message(_NO_SPAN, span=written))
    return dt.timedelta(days=int(found[1]) * _DAYS[found[2]])


def due(folder: Path, slugs: Sequence[str], owner: str | None, within: dt.timedelta) -> list[Row]:
    """What is to be done in each municipality, in its own language. Raises WrongUse for an owner nobody knows."""
    with plain_errors():
        handbooks = [checked.handbook for checked in check_each(folder, slugs)]
    rows = [row for handbook in handbooks for row in _rows(handbook, within)]
    if owner is None:
        return rows
    wanted, known = owner.casefold(), {name for handbook in handbooks for name in _owners(handbook)}
    if wanted not in {name.casefold() for name in known}:
        raise WrongUse(Message(_NO_OWNER, owner=owner, hint=did_you_mean(owner, known)))
    return [row for row in rows if wanted in (row.owner.casefold(), row.owner_id.casefold())]


def _rows(handbook: Handbook, within: dt.timedelta) -> Iterator[Row]:
    language = localization(str(handbook.municipality.written_standard))
    return rows_of(handbook, tasks(handbook, within), language.phrases)


def _owners(handbook: Handbook) -> Iterator[str]:
    """All that may own something, by id and as a reader calls them."""
    yield handbook.municipality.owner
    for name in handbook.ids(ROLES) | handbook.ids(CONTACTS):
        yield from (name, handbook.called(name))


def show(rows: Sequence[Row], output_format: DueFormat, terminal: Terminal) -> None:
    """Prints what is to be done."""
    if output_format is DueFormat.TEXT:
        as_text(rows, terminal)
        if not rows:
            terminal.say(_NOTHING)
        return
    terminal.give(_WRITERS[output_format](rows, terminal))


_WRITERS: dict[DueFormat, Callable[[Sequence[Row], Terminal], str]] = {
    DueFormat.CSV: as_csv,
    DueFormat.JSON: as_json,
    DueFormat.ICS: as_calendar,
    DueFormat.MARKDOWN: as_markdown,
    DueFormat.MAIL: lambda rows, _terminal: "".join(text for _, text in emails(rows)),
}


def write(rows: Sequence[Row], folder: Path, terminal: Terminal) -> None:
    """Writes the letters into a folder, each as a draft to be sent."""
    write_all(drafts(rows), folder, terminal)
