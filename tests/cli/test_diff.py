"""`handbok diff`: a revision beside the files, and what is published beside each other."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from builder.edition.edition import Edition
from builder.feeds.files import files
from builder.model.handbook import Handbook

from tests.changes.test_history import MOVED, published
from tests.support import MINI, SLUG, mini_file, said_by_handbok, varied


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The miniature handbook in git, twice: the team met on Mondays, and now on Tuesdays."""
    name = "lillevik/forums.yml"
    root = varied(tmp_path, {name: mini_file(name).replace("weekday: tuesday", "weekday: monday")})
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Før")
    (root / name).write_bytes((MINI / name).read_bytes())
    return root


def git(folder: Path, *arguments: str) -> None:
    command = ("git", "-C", str(folder), "-c", "user.name=x", "-c", "user.email=x@x.example", *arguments)
    subprocess.run(command, check=True)


def diff(*arguments: str) -> Any:
    return said_by_handbok("diff", *arguments)


SENTENCE = "Tverrfaglig team er flyttet fra mandag til tirsdag"


def test_the_command_compares_a_revision_with_the_files(repository: Path) -> None:
    result = diff("HEAD", "--handbook", str(repository))
    assert (result.returncode, result.stdout) == (0, f"Lillevik\n  {SENTENCE}\n")
    assert diff("HEAD", "HEAD", "--handbook", str(repository)).stdout == "Lillevik\n  Ingenting er endret.\n"


def test_what_only_editors_follow_is_told_when_asked_for(repository: Path) -> None:
    name = repository / "lillevik/services/ppt.yml"
    text = name.read_text(encoding="utf-8")
    assert "2026-10-01" in text
    name.write_text(text.replace("2026-10-01", "2026-11-20"), encoding="utf-8")
    common = ("HEAD", "--handbook", str(repository))
    assert diff(*common).stdout == f"Lillevik\n  {SENTENCE}\n"
    everything = diff(*common, "--all").stdout.splitlines()
    assert f"  {SENTENCE}" in everything
    assert any("kontrollert fredag 20. november 2026" in line for line in everything)


def test_the_command_speaks_json_and_markdown(repository: Path) -> None:
    common = ("HEAD", "--handbook", str(repository), "--format")
    assert json.loads(diff(*common, "json").stdout) == [
        {
            "municipality": SLUG,
            "new": False,
            "changes": [
                {
                    "record": "forums:team",
                    "action": "changed",
                    "field": "recurrence",
                    "text": SENTENCE,
                    "minor": False,
                }
            ],
        }
    ]
    assert diff(*common, "markdown").stdout.startswith(f"## Lillevik\n\n- {SENTENCE}\n\n### Sider som leserne")


def test_a_proposal_is_summed_up_for_readers(repository: Path) -> None:
    """What is said on its pages, and what hangs on their walls."""
    told = diff("HEAD", "--handbook", str(repository), "--format", "markdown").stdout
    _, pages, prints = told.split("\n### ")
    assert pages.startswith("Sider som leserne ser annerledes: ")
    assert "\n- Tverrfaglig team (`moteplasser/team.html`)\n" in pages
    assert prints.startswith("Utskrifter som bør byttes ut: ")
    assert "\n- Møteark: Tverrfaglig team (`utskrift/moteark-team.pdf`)\n" in prints


def test_pages_that_come_and_go_are_told(repository: Path) -> None:
    (repository / "lillevik/pages").mkdir(exist_ok=True)
    (repository / "lillevik/pages/ny.yml").write_text(
        "id: ny-side\ntitle: 10. trinn [side]\ntext: Hei.\n", encoding="utf-8"
    )
    common = ("--handbook", str(repository), "--format", "markdown")
    assert "- 10\\. trinn \\[side\\] (`om/ny-side.html`) – ny\n" in diff("HEAD", *common).stdout
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "Ny")
    (repository / "lillevik/pages/ny.yml").unlink()
    assert "- 10\\. trinn \\[side\\] (`om/ny-side.html`) – borte\n" in diff("HEAD", *common).stdout


def test_pages_are_left_out_where_they_cannot_be_made(repository: Path) -> None:
    (repository / "lillevik/forums.yml").write_text("- id: team\n")
    told = diff("HEAD", "--handbook", str(repository), "--format", "markdown").stdout
    assert told == "## Lillevik\n\n- Tatt ut: Tverrfaglig team (møteplass)\n\n"


def test_what_was_not_there_is_new(repository: Path) -> None:
    """The first proposal of a municipality is told as such, and is nothing wrong."""
    shutil.copytree(repository / SLUG, repository / "storvik")
    text = (repository / "storvik/municipality.yml").read_text(encoding="utf-8")
    (repository / "storvik/municipality.yml").write_text(text.replace("id: lillevik", "id: storvik"), encoding="utf-8")
    common = ("HEAD", "--handbook", str(repository), "--municipality", "storvik")
    result = diff(*common)
    assert (result.returncode, result.stdout) == (0, "Lillevik\n  Hele håndboka er ny.\n")
    assert json.loads(diff(*common, "--format", "json").stdout) == [
        {"municipality": "storvik", "new": True, "changes": []}
    ]
    assert diff(*common, "--format", "markdown").stdout == "## Lillevik\n\nHele håndboka er ny.\n\n"


def test_a_whole_folder_that_was_not_there_is_new(repository: Path) -> None:
    shutil.copytree(repository, repository.parent / "ny")
    result = diff("HEAD", "--handbook", str(repository.parent / "ny"))
    assert (result.returncode, result.stdout) == (0, "Lillevik\n  Hele håndboka er ny.\n")


def test_the_command_compares_published_handbooks(mini: Handbook, tmp_path: Path) -> None:
    (tmp_path / "handbook.json").write_bytes(files(Edition(mini))["handbook.json"])
    old = tmp_path / "gammel.json"
    old.write_bytes(published(mini))
    for after in (tmp_path, tmp_path / "handbook.json"):
        assert diff(str(old), str(after)).stdout == f"Lillevik\n  {MOVED.text}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tull", "--handbook", "{root}"), "Git kjenner ikke revisjonen «tull»"),
        (("--output=x", "--handbook", "{root}"), "det finnes ikke noe valg --output"),
        (("HEAD", "--handbook", "{outside}"), "{outside} ligger ikke i et git-lager"),
        (("HEAD", "HEAD", "--handbook", "{new}"), "{new} fantes ikke i HEAD"),
        (("{text}",), "{text} er ikke en handbook.json som kan leses"),
        (("HEAD", "--handbook", "{root}", "--municipality", "lilevik"), "mente du «lillevik»"),
    ],
)
def test_the_command_says_what_is_wrong(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, arguments: tuple[str, ...], said: str
) -> None:
    outside, new = tmp_path_factory.mktemp("utenfor"), repository.parent / "ny"
    for folder in (outside, new):
        (folder / SLUG).mkdir(parents=True)
        (folder / SLUG / "municipality.yml").write_text("id: lillevik\n", encoding="utf-8")
    text = outside / "tekst.json"
    text.write_text("hei")
    places = {"root": repository, "outside": outside, "new": new, "text": text}
    result = diff(*(argument.format(**places) for argument in arguments))
    assert result.returncode == 2
    assert said.format(**places) in result.stderr
    assert "Traceback" not in result.stderr


def test_without_git_the_command_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "Fant ikke programmet git" in diff("HEAD", "--handbook", str(repository)).stderr


def test_errors_in_an_old_edition_are_told(repository: Path) -> None:
    (repository / "lillevik/forums.yml").write_text("- id: team\n")
    result = diff("HEAD", "--handbook", str(repository))
    assert "feil i den ene utgaven" in result.stderr
    assert "Tatt ut: Tverrfaglig team (møteplass)" in result.stdout
