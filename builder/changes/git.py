"""A folder as it was in git; and why it cannot be had, in git's own words where we have none better."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import tempfile
from pathlib import Path

from builder.changes.unpacking import write_packed
from builder.problem import Message
from builder.suggest import did_you_mean

_OWNED_BY_ANOTHER = re.compile(r"dubious ownership in repository at '(.+)'")
_SAID_BEFORE = re.compile(r"^(?:fatal|error): ")
#: How git names the remote repository that this one was copied from.
_ORIGIN = "origin/"


class RevisionError(Exception):
    """A state could not be read; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text())
        self.message = message


class NotThereYet(RevisionError):
    """What is asked for was not there in that revision: it is newer."""


def unpack(folder: Path, revision: str, into: Path) -> None:
    """Writes the files of a folder as they were into another folder (see `builder.changes.unpacking`).

    Raises RevisionError.
    """
    # In a folder below the top, git packs that folder alone.
    command = _command(folder, "archive", "--format=tar", _commit(folder, revision))
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, env=_environment()) as packing,
    ):
        whole = write_packed(packing.stdout, into)
        packing.communicate()  # so that it is not cut off where the file ends before it has ended
        said.seek(0)
        reason = _first_line(said.read())
    if packing.returncode and "untracked" in reason:
        raise NotThereYet(Message("{folder} fantes ikke i {revision}", folder=folder, revision=revision))
    if packing.returncode or not whole:
        raise RevisionError(_unread(folder, reason))


def changed_files(folder: Path, revision: str) -> str:
    """What has changed below a folder since it parted from a revision, as a patch without context.

    Raises RevisionError.
    """
    how = ("--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-prefix", "--no-renames", "--relative")
    told = _git(
        folder, "-c", "core.quotePath=false", "diff", *how, "--merge-base", _commit(folder, revision), "--", "."
    )
    if told.returncode:
        raise RevisionError(_unread(folder, _reason(told)))
    return os.fsdecode(told.stdout)


def new_files(folder: Path) -> tuple[str, ...]:
    """The files below a folder that git does not know yet."""
    told = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return tuple(name for name in os.fsdecode(told.stdout).split("\0") if name)


def _commit(folder: Path, revision: str) -> str:
    """What git calls a revision. Raises RevisionError."""
    if (inside := _git(folder, "rev-parse", "--is-inside-work-tree")).returncode:
        raise RevisionError(_why_unread(folder, _reason(inside)))
    known = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if known.returncode:
        raise RevisionError(_why_unknown(folder, revision))
    return known.stdout.decode().strip()


def place_in_repository(folder: Path) -> str | None:
    """Where a folder lies in its repository («handbook/»); None where it is in none. Raises RevisionError."""
    found = _git(folder, "rev-parse", "--show-prefix")
    return None if found.returncode else found.stdout.decode().strip()


def _why_unread(folder: Path, reason: str) -> Message:
    """Why git reads nothing here."""
    if owned := _OWNED_BY_ANOTHER.search(reason):
        return Message(
            "Git leser ikke {place}, fordi mappa eies av en annen bruker enn deg. Stoler du på innholdet, "
            "så skriv: git config --global --add safe.directory {quoted}",
            place=owned[1],
            quoted=shlex.quote(owned[1]),
        )
    marked = any((parent / ".git").exists() for parent in (folder.absolute(), *folder.absolute().parents))
    if "not a git repository" in reason and not marked and "GIT_DIR" not in os.environ:
        return Message("{folder} ligger ikke i et git-lager", folder=folder)
    return _unread(folder, reason)


def _unread(folder: Path, reason: str) -> Message:
    return Message("Git kan ikke lese {folder}: {reason}", folder=folder, reason=reason)


def _why_unknown(folder: Path, revision: str) -> Message:
    """Why git does not know a revision: there is none yet, it was not fetched, or it is called something else."""
    if _git(folder, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
        return Message("Ingenting er lagret i git ennå; det første er det «git commit» som gjør")
    if _answer(folder, "rev-parse", "--is-shallow-repository") == "true":
        return Message(
            "Git kjenner ikke revisjonen «{revision}»: bare de nyeste endringene er hentet hit. Hent resten med "
            "«git fetch --unshallow --tags» (GitHub Actions: fetch-depth: 0, GitLab: GIT_DEPTH: 0)",
            revision=revision,
        )
    names = _answer(folder, "for-each-ref", "--format=%(refname:short)").split()
    hint = did_you_mean(_ORIGIN + revision if _ORIGIN + revision in names else revision, names)
    if _answer(folder, "remote"):
        return Message(
            "Git kjenner ikke revisjonen «{revision}»{hint} Er den laget et annet sted, så hent den: git fetch --tags",
            revision=revision,
            hint=hint if hint.template else ".",
        )
    return Message("Git kjenner ikke revisjonen «{revision}»{hint}", revision=revision, hint=hint)


def _answer(folder: Path, *arguments: str) -> str:
    return _git(folder, *arguments).stdout.decode().strip()


def _reason(ended: subprocess.CompletedProcess[bytes]) -> str:
    return _first_line(ended.stderr)


def _first_line(said: bytes) -> str:
    """The first thing git says of what is wrong."""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return _SAID_BEFORE.sub("", lines[0]) if lines else ""


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(_command(folder, *arguments), capture_output=True, check=False, env=_environment())
    except FileNotFoundError as error:
        raise RevisionError(Message("Fant ikke programmet git, som trengs for å lese eldre utgaver")) from error


def _command(folder: Path, *arguments: str) -> tuple[str, ...]:
    return ("git", "-C", str(folder), *arguments)


def _environment() -> dict[str, str]:
    """In one language, for what git says is read here."""
    return os.environ | {"LC_ALL": "C"}
