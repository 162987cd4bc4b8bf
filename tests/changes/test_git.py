"""Why an older edition cannot be had from git: told truly, with what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from builder.changes.git import RevisionError, archive


def git(folder: Path, *arguments: str) -> None:
    command = ("git", "-C", str(folder), "-c", "user.name=x", "-c", "user.email=x@x.example", *arguments)
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a folder, saved twice and tagged between."""
    root = tmp_path / "repository"
    (root / "data").mkdir(parents=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    for text in ("før", "nå"):
        (root / "data" / "x.txt").write_text(text, encoding="utf-8")
        git(root, "add", ".")
        git(root, "commit", "--quiet", "--message", text)
        git(root, "tag", f"utgave-{text}")
    return root


def copied(repository: Path, *how: str) -> Path:
    copy = repository.parent / "copy"
    git(repository.parent, "clone", "--quiet", *how, repository.as_uri(), str(copy))
    return copy


def why(folder: Path, revision: str = "HEAD~1") -> str:
    with pytest.raises(RevisionError) as raised:
        archive(folder, revision)
    return raised.value.message.text()


def test_a_folder_is_had_as_it_was(repository: Path) -> None:
    assert "før".encode() in archive(repository / "data", "HEAD~1")
    assert "nå".encode() in archive(repository / "data", "HEAD")


@pytest.mark.parametrize("revision", ["HEAD~1", "utgave-før"])
def test_a_copy_of_the_newest_alone_is_told_as_such(repository: Path, revision: str) -> None:
    told = why(copied(repository, "--depth=1") / "data", revision)
    assert told.startswith(f"Git kjenner ikke revisjonen «{revision}»: bare de nyeste endringene er hentet hit.")
    assert "git fetch --unshallow --tags" in told
    assert "fetch-depth: 0" in told
    assert "GIT_DEPTH: 0" in told


def test_what_was_not_fetched_is_to_be_fetched(repository: Path) -> None:
    told = why(copied(repository, "--no-tags") / "data", "1.0")
    assert told == "Git kjenner ikke revisjonen «1.0». Er den laget et annet sted, så hent den: git fetch --tags"


def test_a_branch_of_another_place_is_proposed(repository: Path) -> None:
    git(repository, "branch", "forslag")
    told = why(copied(repository) / "data", "forslag")
    assert "«forslag»; mente du «origin/forslag»? Er den laget" in told


def test_a_name_like_it_is_proposed(repository: Path) -> None:
    assert why(repository / "data", "utgave-for") == (
        "Git kjenner ikke revisjonen «utgave-for»; mente du «utgave-før»?"
    )


def test_before_the_first_commit_there_is_nothing(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert why(tmp_path, "HEAD") == "Ingenting er lagret i git ennå; det første er det «git commit» som gjør"


def test_a_folder_of_another_is_told_with_how_to_trust_it(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container whose files belong to whoever started it."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    assert why(repository / "data") == (
        f"Git leser ikke {repository}, fordi mappa eies av en annen bruker enn deg. Stoler du på innholdet, "
        f"så skriv: git config --global --add safe.directory {repository}"
    )


def test_outside_git_it_says_so(tmp_path: Path) -> None:
    assert why(tmp_path) == f"{tmp_path} ligger ikke i et git-lager"


def test_elsewhere_the_reason_is_that_of_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = repository / "data"
    monkeypatch.setenv("GIT_DIR", "/borte")
    assert why(data) == f"Git kan ikke lese {data}: not a git repository: '/borte'"
    monkeypatch.delenv("GIT_DIR")
    (repository / "data" / ".git").write_text("gitdir: /fjernet\n", encoding="utf-8")
    assert why(data) == f"Git kan ikke lese {data}: not a git repository: /fjernet"
    (repository / "data" / ".git").unlink()
    shutil.rmtree(repository / ".git" / "refs")
    assert why(data).startswith(f"Git kan ikke lese {data}: not a git repository")


def test_a_broken_store_is_told(repository: Path) -> None:
    for path in (repository / ".git" / "objects").rglob("*"):
        if path.is_file() and path.stat().st_size:
            path.chmod(0o600)
            path.write_bytes(b"")
    assert "Traceback" not in why(repository / "data")


def test_what_git_says_is_understood_in_every_language(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "nb_NO.UTF-8")
    monkeypatch.setenv("LANGUAGE", "nb")
    assert why(repository.parent) == f"{repository.parent} ligger ikke i et git-lager"
