"""What is to be asked, as letters that are ready to be sent: one to each who is asked."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from email.generator import BytesGenerator
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from builder import clock
from builder.cli.formats.due_row import Row
from builder.shown import one_line
from builder.slug import slug


def emails(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """A name for a file, and the letter, as it stands in a mailbox (mbox): one after the other they are one."""
    for (municipality, address), some in _by_recipient(rows).items():
        message = _letter(address, some)
        made = io.BytesIO()
        policy = message.policy.clone(linesep="\n")
        BytesGenerator(made, mangle_from_=True, policy=policy).flatten(message, unixfrom=True)
        yield f"{municipality}-{slug(address)}.eml", made.getvalue().decode() + "\n"


def drafts(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """A name for a file, and the letter as a draft that programs for e-mail open to be sent."""
    for (municipality, address), some in _by_recipient(rows).items():
        yield f"{municipality}-{slug(address)}.eml", _letter(address, some).as_string()


def _by_recipient(rows: Sequence[Row]) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row.municipality, row.email or row.sender), []).append(row)
    return found


def _letter(address: str, rows: Sequence[Row]) -> EmailMessage:
    first, now = rows[0], clock.now()
    message = EmailMessage(policy=SMTP.clone(linesep="\n"))
    message["From"], message["To"] = one_line(first.sender), one_line(address)
    message["Subject"] = one_line(first.subject if len(rows) == 1 else first.title)
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{clock.today():%Y%m%d}-{slug(address)}@{first.municipality}.handbok>"
    message["X-Unsent"] = "1"
    message.set_unixfrom(f"From handbok {now:%a %b %d %H:%M:%S %Y}")
    message.set_content(_body(rows), charset="utf-8", cte="8bit")
    return message


def _body(rows: Sequence[Row]) -> str:
    """One message, or the questions of several below one another with the greeting and the name once."""
    if len(rows) == 1:
        return rows[0].message
    parts = [row.message.split("\n\n") for row in rows]
    hello, regards = parts[0][0], parts[0][-1]
    return "\n\n".join([hello, *("\n".join(part[1:-1]) for part in parts), regards])
