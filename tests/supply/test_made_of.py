"""What the program is made of: nothing unlisted, unchanged, under licences somebody has said yes to."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
import subprocess
import sys
import types
from collections import Counter
from pathlib import Path

import pytest
from cyclonedx.model.component import Component
from cyclonedx.model.license import LicenseExpression
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.support import ROOT


def script(name: str) -> types.ModuleType:
    """A program of `scripts/`, not run."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


sbom, audit = script("sbom"), script("audit")
LIBRARIES = sbom.declared("vendored")["libraries"]
LISTED = [Path(one["folder"], name) for one in LIBRARIES for name in one["files"]]
#: What in the folders of others is ours.
OURS = {"README.md", "nb.json", "nn.json"}
#: What somebody else has made, by what it is called.
OF_OTHERS = re.compile(r"/vendor/|/fonts/|\.(?:min|prod)\.m?js$|\.(?:woff2?|ttf|otf|eot|wasm|jar|whl)$")


@pytest.mark.parametrize("path", LISTED, ids=str)
def test_what_others_have_made_is_as_it_was_when_it_was_taken_in(path: Path) -> None:
    (digest,) = (
        one["files"][path.name] for one in LIBRARIES if path.name in one["files"] and one["folder"] == str(path.parent)
    )
    assert hashlib.sha256((ROOT / path).read_bytes()).hexdigest() == digest


def test_nothing_of_others_is_unlisted() -> None:
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = {Path(name) for name in tracked.split("\0") if OF_OTHERS.search(name) and Path(name).name not in OURS}
    assert found - {Path("scripts/vendor-cms")} == set(LISTED)
    assert max(Counter(LISTED).values()) == 1


def test_each_library_has_its_licence_beside_it() -> None:
    for one in LIBRARIES:
        assert [name for name in one["files"] if re.search("LICENSE|OFL", name)], one["name"]
        assert one["version"]
        assert one["licence"] in sbom.declared("licences")["allowed"]
    told = (ROOT / "builder/cms/vendor/VERSION").read_text(encoding="utf-8").strip()
    assert next(one["version"] for one in LIBRARIES if one["name"] == "Sveltia CMS") == told


@pytest.fixture(scope="module")
def bill() -> str:
    made: str = sbom.bill()
    return made


def test_the_bill_of_materials_is_valid_and_the_same_each_time(bill: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    assert sbom.bill() == bill
    assert str(ROOT) not in bill
    assert "file:" not in bill


def test_it_has_all_that_runs_and_nothing_else(bill: str) -> None:
    data = json.loads(bill)
    names = {one["name"] for one in data["components"]}
    assert {"weasyprint", "mkdocs-material", "nh3", "MiniSearch", "Source Sans 3", "brotli"} <= names
    assert not {"pytest", "hatchling", "playwright", "handbok"} & names
    files = [file for one in data["components"] for file in one.get("components", ())]
    assert {file["name"] for file in files} == {path.as_posix() for path in LISTED}
    assert data["metadata"]["component"]["name"] == "handbok"


def test_all_is_under_a_licence_somebody_said_yes_to() -> None:
    assert sbom.refused([*sbom.packages(), *sbom.vendored()]) == []


@pytest.mark.parametrize(
    ("expression", "refused"),
    [
        ("MIT", False),
        ("AGPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", True),
        ("MIT OR GPL-3.0-only", False),
        ("(MIT OR GPL-3.0-only) AND GPL-2.0-only", True),
        (None, True),
    ],
)
def test_a_licence_nobody_has_read_is_refused(expression: str | None, refused: bool) -> None:
    part = Component(name="ny", version="1", licenses=[LicenseExpression(expression)] if expression else [])
    assert bool(sbom.refused([part])) is refused


def test_a_licence_is_only_read_by_hand_where_the_package_does_not_tell() -> None:
    read = sbom.declared("licences")["read"]
    told = {sbom.canonicalize_name(one.name): sbom.told(one) for one in sbom.environment().components}
    assert {name: told[name] for name in read if told.get(name) is not None and name != "pyphen"} == {}
    assert set(read) <= set(sbom.needed()), "what is not needed any more is taken out"


def test_the_page_tells_of_what_is_there() -> None:
    page = ROOT / "docs" / "developers" / "third-party.md"
    assert page.read_text(encoding="utf-8") == sbom.page(), (
        "run python scripts/sbom.py --page >docs/developers/third-party.md"
    )


# Known weaknesses

WEAK = '{"dependencies": [{"name": "x", "version": "1", "vulns": [{"id": "PYSEC-1"}]}, {"name": "y", "version": "2", "vulns": []}]}'
FINE = '{"dependencies": [{"name": "y", "version": "2", "vulns": []}]}'
SILENT = '{"dependencies": [{"name": "y", "skip_reason": "not found"}, {"name": "x", "version": "1", "vulns": []}]}'


@pytest.mark.parametrize(
    ("python", "scripts", "code", "said"),
    [
        (FINE, '{"vulnerabilities": {}}', 0, "No known weaknesses."),
        (WEAK, '{"vulnerabilities": {}}', 1, "Known weakness: x 1: PYSEC-1"),
        (FINE, '{"vulnerabilities": {"t": {"severity": "high"}}}', 1, "Known weakness: t: high"),
        (SILENT, '{"vulnerabilities": {}}', 3, "Nobody answered for 1 of 2 Python packages"),
        ("", "", 3, "Nobody answered for tools for scripts"),
        (FINE, '{"error": {}}', 3, "Nobody answered for tools for scripts"),
        (WEAK, "", 1, "Nobody answered for tools for scripts"),
    ],
)
def test_no_answer_is_told_and_is_not_that_all_is_well(python: str, scripts: str, code: int, said: str) -> None:
    ended, text = audit.outcome([audit.of_python(python), audit.of_scripts(scripts)])
    assert ended == code
    assert said in text
