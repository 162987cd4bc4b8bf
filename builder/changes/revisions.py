"""The state of a municipality's handbook as it was in git, or as it was published."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from builder.changes.git import NotThereYet, RevisionError, unpack
from builder.changes.state import DataError, State, published_state
from builder.check.checker import check
from builder.load.folder import Folder, HandbookNotFound
from builder.model.kinds import KINDS
from builder.problem import Message, Severity, number_of
from builder.views.urls import DATA


def in_folder(handbook: Path, slug: str, today: dt.date) -> State:
    """As the files are. Raises HandbookNotFound."""
    result = check(Folder(handbook, KINDS).load(slug), today)
    faults = number_of(problem for problem in result.problems if problem.severity is Severity.ERROR)
    return State(result.handbook, faults, whole=not faults)


def in_git(handbook: Path, revision: str, slug: str, today: dt.date) -> State:
    """As the files were in a revision. Raises RevisionError, and NotThereYet where the municipality is newer."""
    with tempfile.TemporaryDirectory() as folder:
        unpack(handbook, revision, Path(folder))
        try:
            return in_folder(Path(folder), slug, today)
        except HandbookNotFound as error:
            raise NotThereYet(
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
