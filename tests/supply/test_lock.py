"""Nothing is installed that was not written down: every package has its version and the checksums of its files."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.supply.lock import PYTHONS, REQUIREMENTS, hosts, pinned
from tests.support import ROOT

LOCKS = ("run.txt", "dev.txt", "benchmark.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
#: What the tests have. What is only measured against has a file of its own.
TESTED = EXTRAS.keys() - {"benchmark"}
BUILD = [*PROJECT["build-system"]["requires"], *PROJECT["dependency-groups"]["build"]]
#: What each file must hold.
WANTED = {
    "run.txt": [*PROJECT["project"]["dependencies"], *BUILD],
    "dev.txt": [*PROJECT["project"]["dependencies"], *BUILD, *(one for name in TESTED for one in EXTRAS[name])],
    "benchmark.txt": [*PROJECT["project"]["dependencies"], *BUILD, *EXTRAS["benchmark"]],
}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_its_checksums(name: str) -> None:
    for package in chain.from_iterable(pinned(name).values()):
        assert package.version, package
        assert package.checksums, package
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", checksum) for checksum in package.checksums), package


@pytest.mark.parametrize("name", LOCKS)
def test_all_that_is_asked_for_is_pinned_as_it_is_asked_for(name: str) -> None:
    packages = pinned(name)
    for wanted in map(Requirement, WANTED[name]):
        found = packages.get(canonicalize_name(wanted.name), ())
        assert found, f"{wanted.name} is not in {name}: run make lock"
        for package in found:
            assert wanted.specifier.contains(package.version, prereleases=True), f"{wanted}: run make lock"


def test_what_runs_is_what_is_tested() -> None:
    tested = pinned("dev.txt")
    for key, packages in pinned("run.txt").items():
        assert tested[key] == packages
    assert all(tested.get(key, packages) == packages for key, packages in pinned("benchmark.txt").items())


@pytest.mark.parametrize("name", LOCKS)
def test_the_oldest_python_that_is_promised_is_the_one_locked_for(name: str) -> None:
    """Debian 12's own, which the two commands of the README start from."""
    assert f"--python-version {PYTHONS[0]} " in (REQUIREMENTS / name).read_text(encoding="utf-8")
    assert SpecifierSet(PROJECT["project"]["requires-python"]).contains(PYTHONS[0])


@pytest.mark.parametrize("name", [*(f"requirements/{name}" for name in LOCKS), "package-lock.json"])
def test_no_lock_says_where_its_packages_come_from(name: str) -> None:
    if name.endswith(".json"):
        assert '"resolved"' not in (ROOT / name).read_text(encoding="utf-8")
    else:
        assert hosts(ROOT / name) == []


def test_each_tool_for_scripts_has_its_checksum() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, package in packages.items():
        if name:
            algorithm, _, digest = package["integrity"].partition("-")
            assert (algorithm, len(base64.b64decode(digest))) == ("sha512", 64), name


def test_whoever_installs_demands_the_checksums() -> None:
    """Wherever the repository itself says how it is installed, the lock is what is taken."""
    for name in ("Makefile", "Containerfile", "action.yml", "docs/lovregisteret.nb.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "--require-hashes --requirement" in text, name
        assert "--no-deps --no-build-isolation" in text, name
    for name in LOCKS:
        assert "\n--only-binary :all:\n" in (REQUIREMENTS / name).read_text(encoding="utf-8"), "nothing is built here"
    assert "npm ci" in (ROOT / "scripts" / "node-tools").read_text(encoding="utf-8")


def test_pip_refuses_a_package_that_was_changed(tmp_path: Path) -> None:
    """The attack: somebody puts other contents under the name and the version that is pinned."""
    with zipfile.ZipFile(tmp_path / "segno-1.6.6-py3-none-any.whl", "w") as wheel:
        wheel.writestr("segno/__init__.py", "print('not what was tested')")
        wheel.writestr("segno-1.6.6.dist-info/METADATA", "Metadata-Version: 2.1\nName: segno\nVersion: 1.6.6\n")
        wheel.writestr("segno-1.6.6.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("segno-1.6.6.dist-info/RECORD", "")
    (package,) = pinned("run.txt")["segno"]
    assert package.version == "1.6.6", "the wheel above is of the version that is pinned"
    lock = tmp_path / "segno.txt"
    checksums = " ".join(f"--hash={checksum}" for checksum in package.checksums)
    lock.write_text(f"segno=={package.version} {checksums}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "install", "--isolated", "--no-index", "--find-links", str(tmp_path)]
    demand = ["--require-hashes", "--target", str(tmp_path / "in"), "--requirement", str(lock)]
    refused = subprocess.run([*command, *demand], capture_output=True, text=True, timeout=60, check=False)
    assert refused.returncode != 0
    assert "DO NOT MATCH THE HASHES" in refused.stderr
    assert not (tmp_path / "in").exists()
