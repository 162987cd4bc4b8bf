"""The page about the register of law: what it shows can be copied, and does what it says."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml
from builder.lawwatch.observation import Seen

from tests.lawwatch.layouts import NAMED
from tests.support import ROOT, SLUG, checked, findings, mini_file, said_by_handbok, site_html, varied

TEXT = (ROOT / "docs" / "lovregisteret.nb.md").read_text(encoding="utf-8")
SCHOOL = f"{SLUG}/services/skole.yml"
#: File and content of each recipe.
RECIPES = dict(re.findall(r"```yaml\n# handbook/(\S+\.yml)\n(.*?)```", TEXT, re.DOTALL))
WORKFLOWS = [yaml.safe_load(text) for text in re.findall(r":\n\n```yaml\n((?:name|lovvakt):.*?)```", TEXT, re.DOTALL)]


def cited(root: Path, *citations: str) -> None:
    """Lets the school cite what a recipe has added."""
    old = 'legal_basis: ["barnevernsloven § 13-2"]'
    text = mini_file(SCHOOL)
    assert old in text
    (root / SCHOOL).write_text(text.replace(old, f"legal_basis: {list(citations)}"), encoding="utf-8")


def test_what_is_missing_is_told_as_the_page_says(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    cited(root, "barnevernsloven § 1-10")
    ((_, rule, message),) = findings(checked(root))
    shown = " ".join(TEXT.split("```\n")[1].split("```")[0].split())
    assert message in shown
    assert f"[{rule}]" in shown


def test_the_recipes_add_law_that_can_be_cited_and_is_shown_as_the_municipalitys_own(tmp_path: Path) -> None:
    assert [Path(name).name for name in RECIPES] == ["barnevernsloven.yml", "barneombudsloven.yml"]
    root = varied(tmp_path, dict(RECIPES))
    cited(root, "barnevernsloven § 1-10", "barnevernsloven § 13-2", "barneombudsloven § 3 første ledd")
    result = checked(root)
    assert findings(result) == []
    page = site_html(result.handbook)["lover"]
    sources = ["https://lovdata.no/dokument/NL/lov/2021-06-18-97", "https://lovdata.no/dokument/NL/lov/1981-03-06-5"]
    assert sorted(re.findall(r"Lagt til av kommunen. Kilde: (\S+?)<", page)) == sorted(sources)


def test_the_recipes_hold_beside_the_real_register(tmp_path: Path) -> None:
    laws = {path.name: path.read_bytes() for path in (ROOT / "handbook/common/laws").glob("*.yml")}
    root = varied(tmp_path, {f"common/laws/{name}": content for name, content in laws.items()} | RECIPES)
    assert [finding for finding in findings(checked(root)) if finding[1].startswith("law-own")] == []


def test_every_thing_that_can_be_seen_is_explained() -> None:
    table = TEXT.split("| I JSON |")[1].split("\n\n")[0]
    explained = {code for row in table.splitlines()[2:] for code in re.findall(r"`([a-z-]+)`", row.split("|")[1])}
    assert explained == {one.code for one in Seen}


def steps(workflow: dict[str, Any]) -> list[str]:
    """The commands a workflow runs."""
    (job,) = workflow["jobs"].values() if "jobs" in workflow else [workflow["lovvakt"]]
    return job["script"] if "script" in job else [step["run"] for step in job["steps"] if "run" in step]


def test_both_jobs_are_scheduled_and_compare_strictly() -> None:
    github, gitlab = WORKFLOWS
    assert github[True]["schedule"]  # YAML 1.1 reads «on» as true
    assert gitlab["lovvakt"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    assert steps(github)[-1] == steps(gitlab)[-1] == "handbok law samling --strict"


def test_the_last_step_of_a_job_runs(tmp_path: Path) -> None:
    """With a collection where the jobs put it, and the miniature handbook as the data."""
    program, *arguments = steps(WORKFLOWS[0])[-1].split()
    assert program == "handbok"
    arguments[arguments.index("samling")] = str(NAMED)
    result = said_by_handbok(*arguments, "--handbook", str(varied(tmp_path, {})))
    assert result.returncode == 0, result.stderr


def test_what_the_jobs_fetch_is_what_is_compared(tmp_path: Path) -> None:
    """The patterns are tried on a repository that is laid out as the collection is."""
    source, target = Path(shutil.copytree(NAMED, tmp_path / "kilde")), tmp_path / "samling"
    run(source, "init", "--quiet")
    run(source, "add", ".")
    run(source, "-c", "user.name=x", "-c", "user.email=x@x.example", "commit", "--quiet", "--message", "Alt")
    run(source, "config", "uploadpack.allowFilter", "true")
    clone, sparse, *_ = steps(WORKFLOWS[1])
    assert clone.startswith("git clone --depth 1 --filter=blob:none --sparse https://")
    run(tmp_path, "clone", "--quiet", "--depth", "1", "--filter=blob:none", "--sparse", source.as_uri(), "samling")
    patterns = re.findall(r"'([^']+)'", sparse)
    run(target, "sparse-checkout", "set", "--no-cone", *patterns)
    there = {
        path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file() and ".git" not in path.parts
    }
    assert there >= {"manifest.json", "lover/barnevernsloven-bvl.md", "forskrifter/helsestasjonsforskriften.md"}
    (checkout,) = (
        step["with"] for step in WORKFLOWS[0]["jobs"]["lov"]["steps"] if "repository" in step.get("with", {})
    )
    assert checkout["sparse-checkout"].split() == patterns


def run(folder: Path, *arguments: str) -> None:
    subprocess.run(("git", "-C", str(folder), *arguments), check=True, capture_output=True)
