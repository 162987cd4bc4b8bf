"""Why an older edition cannot be had from git: told truly, with what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from builder.changes.git import RevisionError, unpack
from builder.changes.revisions import in_git
from builder.load.opener import MAX_BYTES
from builder.model.service import SERVICES

from tests.support import MINI, TODAY


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
        unpack(folder, revision, folder.parent / "unpacked")
    return raised.value.message.text()


def had(repository: Path, revision: str = "HEAD") -> Path:
    """The data folder of the repository as it was."""
    into = repository.parent / f"had-{revision}"
    into.mkdir()
    unpack(repository / "data", revision, into)
    return into


def test_a_folder_is_had_as_it_was(repository: Path) -> None:
    assert (had(repository, "HEAD~1") / "x.txt").read_text("utf-8") == "før"
    assert (had(repository, "HEAD") / "x.txt").read_text("utf-8") == "nå"


def test_a_link_leads_nowhere(repository: Path) -> None:
    """Neither to a secret beside the data, nor through another link; one to a file of the data is that file."""
    (repository.parent / "secret.yml").write_text("id: secret\n", encoding="utf-8")
    links = {
        "out.yml": "../../secret.yml",
        "absolute.yml": str(repository.parent / "secret.yml"),
        "folder": "..",
        "far.yml": "folder/../../secret.yml",
        "loop.yml": "loop.yml",
        "chain.yml": "out.yml",
        "inside.yml": "./x.txt",
    }
    for name, target in links.items():
        (repository / "data" / name).symlink_to(target)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "Lenker")
    into = had(repository)
    assert not [path for path in into.rglob("*") if path.is_symlink()]
    assert {name: (into / name).read_text("utf-8") for name in links} == links | {"inside.yml": "nå"}


STRANGE = ("med mellomrom.yml", "æ å.yml", "linje\nskift.yml", 'anførsel".yml', "-x.yml", ":(top)x.yml", "b\udce5.yml")


def test_strange_names_modules_and_large_files_are_had_too(repository: Path) -> None:
    data = repository / "data"
    for name in STRANGE:
        (data / name).write_text("id: x\n", encoding="utf-8")
    with (data / "stor.yml").open("wb") as large:
        large.truncate(50 * MAX_BYTES)
    git(repository, "add", ".")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},data/modul")
    git(repository, "commit", "--quiet", "--message", "Rart")
    into = had(repository)
    assert {path.name for path in into.iterdir()} == {*STRANGE, "stor.yml", "modul", "x.txt"}
    assert (into / "stor.yml").stat().st_size == MAX_BYTES + 1


def test_a_link_in_an_older_edition_counts_as_a_fault(repository: Path) -> None:
    shutil.rmtree(repository / "data")
    shutil.copytree(MINI, repository / "data")
    school = repository / "data" / "lillevik" / "services" / "skole.yml"
    shutil.move(school, repository.parent / "skole.yml")
    school.symlink_to(repository.parent / "skole.yml")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "Lenke")
    state = in_git(repository / "data", "HEAD", "lillevik", TODAY)
    assert state.faults
    assert "skole" not in state.handbook.ids(SERVICES)


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


def test_what_is_to_be_typed_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    place = tmp_path / "mappe; touch x"
    place.mkdir()
    git(place, "init", "--quiet")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert why(place).endswith(f"safe.directory '{place}'")


def test_without_git_it_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert why(repository / "data") == "Fant ikke programmet git, som trengs for å lese eldre utgaver"


def test_in_a_bare_repository_or_after_its_worktree_is_gone_it_says_why(repository: Path) -> None:
    git(repository, "worktree", "add", "--quiet", str(repository.parent / "tree"))
    shutil.rmtree(repository / ".git" / "worktrees")
    data = repository.parent / "tree" / "data"
    assert why(data).startswith(f"Git kan ikke lese {data}: not a git repository: ")
    bare = copied(repository, "--bare")
    assert "Traceback" not in why(bare, "finnes-ikke")


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
