"""The container image and the container to write in: what they say can be done here, step by step."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.test_resources import built

LINES = re.sub(r"\\\n\s*", "", (ROOT / "Containerfile").read_text(encoding="utf-8")).splitlines()


def steps(word: str) -> list[str]:
    """What follows a word of the definition, each time."""
    return [line.partition(" ")[2] for line in LINES if line.partition(" ")[0] == word]


def make_variable(name: str) -> list[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return re.search(rf"^{name} := (.*)$", makefile, re.MULTILINE)[1].split()  # type: ignore[index]


def test_the_packages_are_those_of_the_makefile() -> None:
    (installed,) = (step for step in steps("RUN") if "apt-get install" in step)
    words = re.search(r"apt-get install (.*?) &&", installed)[1].split()  # type: ignore[index]
    packages = [word for word in words if not word.startswith("--")]
    assert packages == [*make_variable("RUN_PACKAGES"), "git"]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """What is in the image when the package is installed."""
    for step in steps("COPY"):
        *sources, target = step.split()
        place = tmp_path / target.lstrip("/")
        for source in sources:
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, place, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                place.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / source, place)
    return tmp_path / "source"


def test_the_package_is_made_of_what_is_copied(copied: Path, tmp_path: Path) -> None:
    here, there = built(ROOT, "wheel", tmp_path / "here"), built(copied, "wheel", tmp_path / "there")
    with zipfile.ZipFile(here) as one, zipfile.ZipFile(there) as other:
        assert sorted(one.namelist()) == sorted(other.namelist())


def test_its_versions_are_those_that_were_tested(copied: Path) -> None:
    (installed,) = (step for step in steps("RUN") if "pip install" in step)
    assert "--require-hashes --requirement /source/requirements/run.txt " in installed
    assert "--no-index --no-deps --no-build-isolation /source " in installed
    assert (copied / "requirements" / "run.txt").is_file()


def test_the_command_runs_as_nobody_in_particular() -> None:
    assert steps("USER") == ["handbok"]
    assert any("useradd" in step and step.endswith("handbok") for step in steps("RUN"))
    assert steps("ENTRYPOINT") == ['["handbok"]']
    assert LINES.index("USER handbok") > max(n for n, line in enumerate(LINES) if line.startswith("RUN"))


def test_the_container_to_write_in_is_the_same_image() -> None:
    folder = ROOT / ".devcontainer"
    described = json.loads((folder / "devcontainer.json").read_text(encoding="utf-8"))
    assert (folder / described["build"]["dockerfile"]).resolve() == ROOT / "Containerfile"
    assert (folder / described["build"]["context"]).resolve() == ROOT
    assert steps("USER") == [described["remoteUser"]]
    assert [str(port) for port in described["forwardPorts"]] == steps("EXPOSE") == list(described["portsAttributes"])
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert described["customizations"]["vscode"]["extensions"] == recommended["recommendations"]
