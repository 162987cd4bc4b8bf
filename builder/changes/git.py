"""A folder as it was in git; and why it cannot be had, in git's own words where we have none better."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

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


def archive(folder: Path, revision: str) -> bytes:
    """The folder as it was, as a tar file whose paths begin in it. Raises RevisionError."""
    # In a folder below the top, git packs that folder alone.
    packed = _git(folder, "archive", "--format=tar", _commit(folder, revision))
    if packed.returncode and "untracked" in _reason(packed):
        raise NotThereYet(Message("{folder} fantes ikke i {revision}", folder=folder, revision=revision))
    if packed.returncode:
        raise RevisionError(_unread(folder, _reason(packed)))
    return packed.stdout


def changed_files(folder: Path, revision: str) -> str:
    """What has changed below a folder since it parted from a revision, as a patch without context.

    Raises RevisionError.
    """
    how = ("--unified=0", "--no-color", "--no-ext-diff", "--no-prefix", "--no-renames", "--relative")
    told = _git(
        folder, "-c", "core.quotePath=false", "diff", *how, "--merge-base", _commit(folder, revision), "--", "."
    )
    if told.returncode:
        raise RevisionError(_unread(folder, _reason(told)))
    return told.stdout.decode("utf-8", "replace")


def new_files(folder: Path) -> tuple[str, ...]:
    """The files below a folder that git does not know yet."""
    told = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return tuple(name for name in told.stdout.decode("utf-8", "replace").split("\0") if name)


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
            "så skriv: git config --global --add safe.directory {place}",
            place=owned[1],
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
    """The first thing git says of what is wrong."""
    lines = ended.stderr.decode("utf-8", "replace").strip().splitlines()
    return _SAID_BEFORE.sub("", lines[0]) if lines else ""


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ("git", "-C", str(folder), *arguments)
    try:
        # In one language, for what it says is read here.
        return subprocess.run(command, capture_output=True, check=False, env=os.environ | {"LC_ALL": "C"})
    except FileNotFoundError as error:
        raise RevisionError(Message("Fant ikke programmet git, som trengs for å lese eldre utgaver")) from error
