"""The package as somebody installs it: the wheel, unpacked beside what it needs, run in a folder that has nothing."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tarfile
import time
import urllib.request
import zipfile
from collections.abc import Sequence
from email.parser import Parser
from pathlib import Path

import pytest
from builder import resources
from builder.load.folder import Folder
from builder.model.kinds import KINDS

from tests.support import MINI, ROOT, SLUG, environment_with

#: Where what is shipped lies in the repository, and in the package.
SHIPPED = {
    "templates": "builder/shipped/templates",
    "mkdocs.yml": "builder/shipped/mkdocs.yml",
    "handbook/common": "builder/shipped/common",
}


def built(source: Path, target: str, into: Path) -> Path:
    """The package made from a copy of the sources, without network."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(into)]
    subprocess.run(command, cwd=source, env=environment_with(), capture_output=True, check=True)
    (made,) = into.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def packages(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with ours in it."""
    folder = tmp_path_factory.mktemp("packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(packages: Path, arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder, env=environment_with(PYTHONPATH=str(packages), PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder where somebody has begun: data, and nothing else."""
    shutil.copytree(MINI, tmp_path / "handbook")
    return tmp_path


def test_in_the_repository_all_lies_beside_the_package() -> None:
    assert not resources.INSTALLED
    assert resources.TEMPLATES == ROOT / "templates"
    assert resources.CONFIG_FILE == ROOT / "mkdocs.yml"
    assert resources.SHARED == ROOT / "handbook" / "common"


def test_installed_it_lies_in_the_package(packages: Path, tmp_path: Path) -> None:
    program = "from builder import resources as r; print(r.INSTALLED, r.TEMPLATES, r.CONFIG_FILE, r.SHARED, sep='\\n')"
    places = [packages / SHIPPED[name] for name in SHIPPED]
    assert run(packages, ["-c", program], tmp_path).stdout.splitlines() == ["True", *map(str, places)]
    assert all(place.exists() for place in places)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_package_has_all_of_it(packages: Path, name: str) -> None:
    ours, shipped = ROOT / name, packages / SHIPPED[name]
    assert (files(shipped), shipped.is_file()) == (files(ours), ours.is_file())


def test_the_package_made_from_the_packed_sources_is_the_same(wheel: Path, tmp_path: Path) -> None:
    """Debian and others build from these."""
    with tarfile.open(built(ROOT, "sdist", tmp_path / "packed")) as archive:
        archive.extractall(tmp_path / "sources", filter="data")
    (sources,) = (tmp_path / "sources").iterdir()
    again = built(sources, "wheel", tmp_path / "again")
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as other:
        assert sorted(one.namelist()) == sorted(other.namelist())


def test_the_package_says_what_it_is(packages: Path) -> None:
    (told,) = packages.glob("handbok-*.dist-info/METADATA")
    metadata = Parser().parsestr(told.read_text(encoding="utf-8"))
    assert "Natural Language :: Norwegian" in metadata.get_all("Classifier", [])
    named = [address.partition(",")[0] for address in metadata.get_all("Project-URL", [])]
    assert named == ["Repository", "Documentation", "Changelog", "Issues"]
    assert (packages / "builder" / "py.typed").is_file()


def test_a_handbook_is_checked_and_built_in_the_folder_one_stands_in(packages: Path, desk: Path) -> None:
    before = files(packages)
    checked = run(packages, ["-m", "builder", "check"], desk)
    assert (checked.returncode, checked.stderr) == (0, "")
    made = run(packages, ["-c", "from builder.cli import main; main()", "build", "--no-pdf"], desk)
    assert made.returncode == 0, made.stdout + made.stderr
    assert (desk / "site" / SLUG / "index.html").is_file()
    assert (desk / "site" / SLUG / "assets" / "handbok.css").is_file()
    assert files(packages) == before, "nothing is written where the program lies"


def test_a_folder_without_shared_records_follows_those_of_the_package(packages: Path, desk: Path) -> None:
    shutil.rmtree(desk / "handbook" / "common")
    program = (
        "from pathlib import Path\nfrom builder.load.folder import Folder\nfrom builder.model.kinds import KINDS\n"
        "print(len(Folder(Path('handbook'), KINDS).common.declarations))"
    )
    shipped = Folder(ROOT / "handbook", KINDS).common.declarations
    assert run(packages, ["-c", program], desk).stdout == f"{len(shipped)}\n"


def test_a_handbook_is_shown_while_it_is_written(packages: Path, desk: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "builder", "serve", SLUG, "--port", str(port)]
    environment = environment_with(PYTHONPATH=str(packages))
    with subprocess.Popen(command, cwd=desk, env=environment, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert "Lillevik" in front_page(port, server)
        finally:
            server.terminate()


def front_page(port: int, server: subprocess.Popen[str]) -> str:
    """The front page as a server shows it, once it has begun."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as answer:
                return answer.read().decode()
        except OSError:
            assert server.poll() is None, server.stderr and server.stderr.read()
            time.sleep(0.1)
    raise AssertionError


def test_a_shipped_file_that_changes_makes_all_anew(packages: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(packages, mine)
    program = "from builder.cache.program import program_digest as p; print(p())"
    digests = {run(mine, ["-c", program], tmp_path).stdout}
    for name in ("templates/shared/facts.j2", "mkdocs.yml", "common/emergency.yml"):
        with (mine / "builder" / "shipped" / name).open("a", encoding="utf-8") as file:
            file.write("\n")
        digests.add(run(mine, ["-c", program], tmp_path).stdout)
    assert len(digests) == 4
