"""`handbok proposals`: the files that check, show and publish proposals where the handbook's files lie."""

from __future__ import annotations

from pathlib import Path

from builder.cli.errors import plain_errors
from builder.cli.terminal import Terminal
from builder.i18n import N_
from builder.proposals.host import Host
from builder.proposals.workflows import proposal_files
from builder.starter.writing import write_new


def write_proposals(host: Host, root: Path, language: str, terminal: Terminal) -> None:
    """Writes those files that are not there, and tells of each. Raises WrongUse."""
    files = proposal_files(host, language)
    with plain_errors():
        new = {name: text for name, text in files.items() if not (root / name).exists()}
        if new:
            write_new(root, new)
    for name in files:
        terminal.say(
            N_("Skrev {path}") if name in new else N_("{path} er der fra før, og står som den var."), path=name
        )
