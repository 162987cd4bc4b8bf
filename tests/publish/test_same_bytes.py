"""The same data gives the same bytes, whoever builds it, where, and however often.

One handbook with its prints is compared by `tests/cli/test_build.py` (`published_again`); here it is several at once, in
one job and in two, from nothing and from what is remembered, and the package itself.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import contents
from tests.elsewhere import Place, elsewhere
from tests.support import MINI, ROOT, SLUG, environment_with

OTHER = "storevik"
#: The public and the internal edition, without prints.
BOTH = ("--edition", "both", "--no-pdf")
CHANGED = f"{SLUG}/glossary.yml"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of two municipalities."""
    root = tmp_path_factory.mktemp("to") / "handbook"
    shutil.copytree(MINI, root)
    shutil.copytree(root / SLUG, root / OTHER)
    described = root / OTHER / "municipality.yml"
    described.write_text(described.read_text(encoding="utf-8").replace(f"id: {SLUG}", f"id: {OTHER}"), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def first(two: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from nothing, one after the other."""
    output = tmp_path_factory.mktemp("bygd") / "site"
    Place(two).build(output, *BOTH)
    return output


def shown(output: Path) -> dict[str, str]:
    """What is published, by its content; what the program remembers between builds is its own."""
    return {name: digest for name, digest in contents(output).items() if not name.startswith(".")}


def internal(output: Path) -> dict[str, str]:
    """As `shown`, of the edition for those who work there."""
    found = shown(output.with_name(f"{output.name}-intern"))
    assert f"{SLUG}/index.html" in found
    return {f"intern/{name}": digest for name, digest in found.items()}


@pytest.mark.whole
def test_it_is_the_same_elsewhere_and_when_it_is_remembered(first: Path, two: Path, tmp_path: Path) -> None:
    there, output = elsewhere(two, tmp_path), tmp_path / "søk og svar"
    there.build(output, *BOTH)
    assert differences(first, output) == []

    file = there.handbook / CHANGED
    file.write_text("- {id: helt-ny, term: Helt nytt, meaning: Noe som ikke sto der.}\n", encoding="utf-8")
    build_after(first, there, output)
    assert differences(first, output) != []

    file.unlink()
    build_after(first, there, output)
    assert differences(first, output) == []


def build_after(first: Path, there: Place, output: Path) -> None:
    """Builds each edition over what is there, as the one that came after the first."""
    for edition, mark in (("public", ""), ("internal", "-intern")):
        published, before = (folder.with_name(folder.name + mark) for folder in (output, first))
        there.build(published, "--edition", edition, "--no-pdf", "--previous", str(before))


def differences(one: Path, other: Path) -> list[str]:
    """The files of either edition that are not the same in both outputs."""
    before, after = (shown(output) | internal(output) for output in (one, other))
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


@pytest.mark.whole
@pytest.mark.parametrize("target", ["wheel", "sdist"])
def test_the_package_is_the_same_elsewhere(target: str, tmp_path: Path) -> None:
    """Made from a copy of the sources, by another user with another clock."""
    copy = tmp_path / "en kopi med æ"
    packed = ("builder", "templates", "handbook", "docs/schema")
    for name in packed:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml", "CHANGELOG.md", "LICENSE", "README.md", ".gitignore"):
        shutil.copyfile(ROOT / name, copy / name)
    made = []
    for source, mask, zone in ((ROOT, 0o022, "Europe/Oslo"), (copy, 0o027, "Pacific/Kiritimati")):
        into = tmp_path / f"{target}-{len(made)}"
        command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(into)]
        environment = environment_with(TZ=zone, PYTHONHASHSEED=str(mask))
        subprocess.run(command, cwd=source, env=environment, umask=mask, capture_output=True, check=True)
        (file,) = into.iterdir()
        made.append((file.name, hashlib.sha256(file.read_bytes()).hexdigest()))
    assert made[0] == made[1]
