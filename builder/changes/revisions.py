"""The state of a municipality's handbook as it was in git, or as it was published."""

from __future__ import annotations

import datetime as dt
import subprocess
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

from builder.changes.state import DataError, State, published_state
from builder.check.checker import check
from builder.load.folder import Folder, HandbookNotFound
from builder.model.kinds import KINDS
from builder.problem import Message
from builder.views.urls import DATA


class RevisionError(Exception):
    """A state could not be read; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text())
        self.message = message


def in_folder(handbook: Path, slug: str, today: dt.date) -> State:
    """As the files are. Raises HandbookNotFound."""
    result = check(Folder(handbook, KINDS).load(slug), today)
    faults = sum(problem.severity.value == "error" for problem in result.problems)
    return State(result.handbook, faults)


def in_git(handbook: Path, revision: str, slug: str, today: dt.date) -> State:
    """As the files were in a revision. Raises RevisionError."""
    content = _archive(handbook, revision)
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=BytesIO(content)) as archive:
        archive.extractall(folder, filter="data")
        try:
            return in_folder(Path(folder), slug, today)
        except HandbookNotFound as error:
            raise RevisionError(
                Message("{slug} fantes ikke i {folder} i {revision}", slug=slug, folder=handbook, revision=revision)
            ) from error


def in_file(path: Path) -> State:
    """As it was published: a `handbook.json`, or the folder it lies in. Raises RevisionError and OSError."""
    source = path / DATA if path.is_dir() else path
    try:
        return published_state(source.read_bytes())
    except DataError as error:
        raise RevisionError(
            Message("{file} er ikke en handbook.json som kan leses ({reason})", file=source, reason=error)
        ) from error


def _archive(handbook: Path, revision: str) -> bytes:
    """The folder of data as it was, as a tar file whose paths begin in it."""
    if _git(handbook, "rev-parse", "--is-inside-work-tree").returncode:
        raise RevisionError(Message("{folder} ligger ikke i et git-lager", folder=handbook))
    known = _git(handbook, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if known.returncode:
        raise RevisionError(Message("Git kjenner ikke revisjonen «{revision}»", revision=revision))
    # In a folder below the top, git packs that folder alone.
    archive = _git(handbook, "archive", "--format=tar", known.stdout.decode().strip())
    if archive.returncode:
        raise RevisionError(Message("{folder} fantes ikke i {revision}", folder=handbook, revision=revision))
    return archive.stdout


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(("git", "-C", str(folder), *arguments), capture_output=True, check=False)
    except FileNotFoundError as error:
        raise RevisionError(Message("Fant ikke programmet git, som trengs for å lese eldre utgaver")) from error
