"""The pages for editors about installing and proposing: their commands run, in order, in a handbook in git."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml
from builder.proposals.accounts import read_accounts
from builder.resources import PDF_PACKAGES

from tests.changes.test_git import git
from tests.support import ROOT, said_by_handbok, varied

PAGES = ROOT / "docs" / "redaktor"


def page(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


def blocks(text: str, kind: str) -> list[str]:
    return [
        re.sub(r"^ +", "", block, flags=re.MULTILINE) if kind == "sh" else block
        for block in re.findall(rf"^ *```{kind}\n(.*?)^ *```$", text, re.DOTALL | re.MULTILINE)
    ]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    varied(tmp_path, {})
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Før")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["installer.nb.md", "forslag.nb.md"])
def test_the_commands_run_as_they_stand(desk: Path, name: str) -> None:
    text = page(name)
    accounts = [block for block in blocks(text, "yaml") if "rest:" in block]
    for block in accounts:
        (desk / "accounts.yml").write_text(block, encoding="utf-8")
    commands = [line for block in blocks(text, "sh") for line in block.splitlines()]
    assert len(commands) >= 3
    for command in commands:
        program, *arguments = shlex.split(command)
        assert program == "handbok"
        assert said_by_handbok(*arguments).returncode == 0, command


def test_the_accounts_shown_can_be_read(tmp_path: Path) -> None:
    (shown,) = (block for block in blocks(page("forslag.nb.md"), "yaml") if "rest:" in block)
    (tmp_path / "accounts.yml").write_text(shown, encoding="utf-8")
    assert read_accounts(tmp_path / "accounts.yml").keys() == {"rest", "barnevern"}


def test_the_hook_shown_is_there() -> None:
    (shown,) = (block for block in blocks(page("forslag.nb.md"), "yaml") if block.startswith("repos:"))
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    asked = [hook["id"] for repo in yaml.safe_load(shown)["repos"] for hook in repo["hooks"]]
    assert asked == [hook["id"] for hook in hooks]


def test_the_hook_finds_what_is_wrong(desk: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *arguments = shlex.split(hook["entry"])
    assert program == "handbok"
    assert said_by_handbok(*arguments).returncode == 0
    files = subprocess.run(("git", "ls-files"), capture_output=True, text=True, check=True).stdout.splitlines()
    assert all(re.search(hook["files"], name) for name in files if name.endswith(".yml"))
    (desk / "handbook/lillevik/forums.yml").write_text("- id: team\n", encoding="utf-8")
    assert said_by_handbok(*arguments).returncode == 1


def test_the_packages_shown_are_those_that_are_needed() -> None:
    assert " ".join(PDF_PACKAGES) in page("installer.nb.md")


def test_every_variable_shown_is_used_and_every_one_used_is_shown() -> None:
    named = re.compile(r"HANDBOK_[A-Z_]+")
    used = {
        name
        for path in (ROOT / "builder" / "proposals").glob("git*/*.yml")
        for name in named.findall(path.read_text("utf-8"))
    }
    assert set(named.findall(page("forslag.nb.md"))) == used - {"HANDBOK_LANGUAGE"}
