"""What is to be done, as a table for people and spreadsheets, for programs, as a list to tick, and as days."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from icalendar import Calendar, Event
from rich.table import Table
from rich.text import Text

from builder import clock
from builder.cli.formats.due_row import Row
from builder.cli.formats.json_text import json_text
from builder.cli.formats.markdown import plain
from builder.cli.terminal import Terminal
from builder.edition.localization import localization
from builder.i18n import N_
from builder.model.collation import alphabetical
from builder.shown import one_line

PRODUCT = "-//Handbok//Vedlikehold//NO"
#: What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_COLUMNS = ("municipality", "due", "what", "name", "owner", "ask", "phone", "email", "question", "answer", "file")


def by_owner(rows: Sequence[Row]) -> Iterator[tuple[str, str, list[Row]]]:
    """Handbook, owner, and what is the owner's, in the order of the handbooks."""
    titles = list(dict.fromkeys(row.title for row in rows))
    ordered = sorted(rows, key=lambda row: (titles.index(row.title), alphabetical(row.owner)))
    for (title, owner), some in groupby(ordered, key=lambda row: (row.title, row.owner)):
        yield title, owner, list(some)


def when(row: Row, terminal: Terminal) -> str:
    """The day, or that it should be done already."""
    if row.due is None:
        return terminal.translate(N_("nå"))
    return localization(terminal.language).phrases.short_date(row.due)


def as_text(rows: Sequence[Row], terminal: Terminal) -> None:
    """A table for each owner."""
    for title, owner, some in by_owner(rows):
        table = Table(title=Text(f"{title} – {owner}", style="bold"), title_justify="left", expand=True)
        for heading in (N_("Frist"), N_("Hva"), N_("Gjelder"), N_("Spør")):
            table.add_column(terminal.translate(heading), overflow="fold", no_wrap=not table.columns)
        for row in some:
            reached = ", ".join(part for part in (row.ask, row.phone, row.email) if part)
            style = "yellow" if row.late else ""
            cells = (when(row, terminal), row.what, f"{row.name} ({row.reference})", reached)
            table.add_row(*(Text(cell, style=style if number == 0 else "") for number, cell in enumerate(cells)))
        terminal.out.print(table)


def as_csv(rows: Sequence[Row], _terminal: Terminal) -> str:
    """A table for spreadsheets, with semicolons, as those in Norwegian expect."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        known = asdict(row) | {"due": row.due.isoformat() if row.due else ""}
        writer.writerow(_harmless(str(known[column])) for column in _COLUMNS)
    return made.getvalue()


def _harmless(text: str) -> str:
    shown = one_line(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def as_json(rows: Sequence[Row], _terminal: Terminal) -> str:
    """All that is known of each."""
    made = [asdict(row) | {"due": row.due.isoformat() if row.due else None} for row in rows]
    return json_text(made)


def as_markdown(rows: Sequence[Row], terminal: Terminal) -> str:
    """A list to tick, for an issue."""
    return "".join(line + "\n" for line in _markdown(rows, terminal))


def _markdown(rows: Sequence[Row], terminal: Terminal) -> Iterable[str]:
    shown = None
    for title, owner, some in by_owner(rows):
        if title != shown:
            yield from ([f"# {plain(title)}"] if shown is None else ["", f"# {plain(title)}"])
            shown = title
        yield from ("", f"## {plain(owner)}", "")
        for row in some:
            reached = ", ".join(part for part in (row.ask, row.phone, row.email) if part)
            day = when(row, terminal)
            yield f"- [ ] **{day}** {plain(row.what)}: {plain(row.name)}. {plain(row.question)} ({plain(reached)})"
    if shown is None:
        yield terminal.translate(N_("Ingenting å gjøre."))


def as_calendar(rows: Sequence[Row], _terminal: Terminal) -> str:
    """A day for each; what should be done already is on today."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for row in rows:
        calendar.add_component(_event(row, clock.now()))
    return bytes(calendar.to_ical()).decode().replace("\r\n", "\n")


def _event(row: Row, now: dt.datetime) -> Event:
    today = clock.today()
    day = max(row.due or today, today)
    event = Event()
    event.add("uid", f"{row.duty}-{row.kind}-{row.reference}@{row.municipality}.handbok")
    event.add("dtstamp", now)
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", f"{row.what}: {row.name}")
    event.add("description", "\n\n".join(part for part in (row.message, row.answer) if part))
    event.add("transp", "TRANSPARENT")
    return event
