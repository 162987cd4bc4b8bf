"""`handbok proposals`: the files that check, show and publish proposals where the handbook's files lie."""

from __future__ import annotations

from pathlib import Path

from builder.cli.errors import plain_errors
from builder.cli.terminal import Terminal
from builder.i18n import LANGUAGES, N_
from builder.load.folder import Folder, HandbookNotFound, municipalities
from builder.model.municipality import MUNICIPALITY
from builder.proposals.host import Host
from builder.proposals.workflows import proposal_files
from builder.starter.writing import write_new


def written_in(data: Path) -> str | None:
    """The written standard of the handbooks; None where there are none, or they differ."""
    folder = Folder(data, [MUNICIPALITY.name])
    try:
        found = [folder.load(slug).declarations for slug in municipalities(data)]
    except HandbookNotFound:
        return None
    standards = {one.tree.text("written_standard") for declarations in found for one in declarations}
    return standards.pop() if len(standards) == 1 and standards <= LANGUAGES.keys() else None


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
