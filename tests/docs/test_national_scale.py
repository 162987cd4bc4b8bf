"""The workflows that build all municipalities in parts: what they run is run, with two parts of two municipalities."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.docs.recipes import fences
from tests.publish.small_ones import municipalities_in
from tests.support import ROOT, environment_with

PAGE = (ROOT / "docs" / "developers" / "national-scale.md").read_text(encoding="utf-8")
SLUGS = ("avik", "bvik")
PARTS = 2
WORKFLOWS = {
    fence.text.partition("\n")[0].removeprefix("# "): yaml.safe_load(fence.text)
    for fence in fences(PAGE)
    if fence.language == "yaml"
}
GITHUB, GITLAB = WORKFLOWS[".github/workflows/all.yml"], WORKFLOWS[".gitlab-ci.yml"]
BEGAN = "2026-11-22T00:00:00Z"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the data; the program leaves prints out, to be quick."""
    top = tmp_path_factory.mktemp("lager")
    municipalities_in(top / "handbook", *SLUGS)
    command = top / "bin" / "handbok"
    command.parent.mkdir()
    command.write_text(
        f'#!/bin/sh\n[ "$1" = build ] && set -- "$@" --no-pdf\nexec "{sys.executable}" -m builder "$@"\n',
        encoding="utf-8",
    )
    command.chmod(0o755)
    return top


def run(desk: Path, script: str, **variables: str) -> None:
    environment = environment_with(PYTHONPATH=str(ROOT), **variables)
    environment["PATH"] = f"{desk / 'bin'}:{os.environ['PATH']}"
    if "SOURCE_DATE_EPOCH" not in variables:
        del environment["SOURCE_DATE_EPOCH"]
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=desk, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def step(job: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    (found,) = (one for one in job["steps"] if one.get("name") == name)
    return dict(found)


def filled(text: str, values: Mapping[str, object]) -> str:
    """A text with its expressions as GitHub would have filled them."""
    return re.sub(r"\$\{\{ (.+?) \}\}", lambda found: str(values[found[1]]), text)


@pytest.mark.whole
def test_the_parts_that_github_builds_can_be_joined(desk: Path) -> None:
    jobs = GITHUB["jobs"]
    run(desk, jobs["begin"]["steps"][0]["run"], GITHUB_OUTPUT=str(desk / "begun"))
    name, moment = (desk / "begun").read_text(encoding="utf-8").strip().split("=")
    assert jobs["begin"]["outputs"] == {name: f"${{{{ steps.now.outputs.{name} }}}}"}
    build = step(jobs["part"], "Build a part")
    for part in range(1, PARTS + 1):
        told = {"matrix.part": part, "strategy.job-total": PARTS, "vars.HANDBOK_ADDRESS": ""}
        variables = {name: filled(value, told) for name, value in build["env"].items()}
        run(desk, build["run"], SOURCE_DATE_EPOCH=moment, **variables)
        (desk / "parts").mkdir(exist_ok=True)
        (desk / "part").rename(desk / "parts" / f"part-{part}")
    run(desk, step(jobs["publish"], "Join the parts")["run"])
    assert {path.name for path in (desk / "site").iterdir()} >= {*SLUGS, "index.html"}


@pytest.mark.whole
def test_the_parts_that_gitlab_builds_can_be_joined_and_are_of_the_day_they_were_begun(desk: Path) -> None:
    for part in range(1, PARTS + 1):
        variables = {"CI_NODE_INDEX": str(part), "CI_NODE_TOTAL": str(PARTS), "HANDBOK_ADDRESS": ""}
        run(desk, "\n".join(GITLAB["part"]["script"]), CI_PIPELINE_CREATED_AT=BEGAN, **variables)
    run(desk, "\n".join(GITLAB["pages"]["script"]))
    assert {path.name for path in (desk / "public").iterdir()} >= {*SLUGS, "index.html"}
    assert "22. november 2026" in (desk / "public" / "index.html").read_text(encoding="utf-8")


def test_what_one_job_keeps_is_what_the_next_one_joins() -> None:
    part, publish = GITHUB["jobs"]["part"], GITHUB["jobs"]["publish"]
    kept = next(one["with"] for one in part["steps"] if "upload-artifact" in one.get("uses", ""))
    fetched = next(one["with"] for one in publish["steps"] if "download-artifact" in one.get("uses", ""))
    assert f"--output {kept['path']}" in step(part, "Build a part")["run"]
    assert Path(filled(kept["name"], {"matrix.part": 3})).match(fetched["pattern"])
    assert f"{fetched['path']}/*" in step(publish, "Join the parts")["run"]
    assert part["env"]["SOURCE_DATE_EPOCH"] == "${{ needs.begin.outputs.moment }}"
    assert GITLAB["part"]["artifacts"]["paths"] == ["part-*/"]
    assert GITLAB["pages"]["needs"] == ["part"]


def test_actions_that_are_used_elsewhere_too_are_in_the_same_version() -> None:
    action = re.compile(r"uses: (actions/[\w-]+)@([0-9a-f]{40}) # (v[\d.]+)$", re.MULTILINE)
    places = (*(ROOT / "builder" / "proposals" / "github").glob("*.yml"), ROOT / "action.yml")
    known = {found for path in places for found in action.findall(path.read_text(encoding="utf-8"))}
    shown = action.findall(PAGE)
    assert len(shown) == PAGE.count("uses: "), "each stands with its commit"
    names = {name for name, _, _ in known}
    assert {one for one in shown if one[0] in names} <= known
