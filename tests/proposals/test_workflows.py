"""The files that check and publish proposals: their steps are run here, on a handbook in git."""

from __future__ import annotations

import functools
import http.server
import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from builder.i18n import LANGUAGES
from builder.proposals import workflows as shipped
from builder.proposals.host import Host
from builder.proposals.workflows import DESK, REQUIREMENTS, SENTENCES, proposal_files, requirement
from builder.resources import PDF_PACKAGES

from tests.changes.test_git import git
from tests.proposals.steps import Runner
from tests.publish.test_earlier import Quiet
from tests.support import ROOT, SLUG, varied
from tests.test_resources import packages, wheel

__all__ = ["packages", "wheel"]

#: The actions of others that are used: each by the commit that was read, with the version it is.
PINNED = re.compile(r"uses: (?P<action>\S+)@(?P<commit>[0-9a-f]{40}) # (?P<version>v[0-9]+\.[0-9]+\.[0-9]+)")
ACTIONS = {"checkout", "setup-python", "upload-artifact", "upload-pages-artifact", "deploy-pages"}
WORKFLOWS = sorted((*Path(shipped.__file__).parent.glob("github/*.yml"), *(ROOT / ".github/workflows").glob("*.yml")))
MOVED = "Tverrfaglig team er flyttet fra tirsdag til mandag"


def read(host: Host, name: str, language: str = "nb") -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(proposal_files(host, language)[name])
    return found


PROPOSAL = read(Host.GITHUB, ".github/workflows/forslag.yml")
MONTHLY = read(Host.GITHUB, ".github/workflows/maned.yml")
PUBLISH = read(Host.GITHUB, ".github/workflows/publiser.yml")
GITLAB = read(Host.GITLAB, ".gitlab-ci.yml")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A handbook in git, with a proposal that is merged with what is in force, as GitHub does before it checks."""
    folder = tmp_path / "desk"
    folder.mkdir()
    varied(folder, {})
    for host in Host:
        for name, text in proposal_files(host, "nb").items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Gjelder")
    return folder


def propose(desk: Path, old: str, new: str) -> None:
    """A proposal to change the meetings, and the merge that is checked."""
    git(desk, "switch", "--quiet", "--create", "forslag")
    path = desk / "handbook/lillevik/forums.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    git(desk, "commit", "--quiet", "--all", "--message", "Forslag")
    git(desk, "switch", "--quiet", "main")
    git(desk, "merge", "--quiet", "--no-ff", "--message", "Slått sammen", "forslag")


@pytest.fixture
def runner(desk: Path, packages: Path) -> Runner:
    return Runner(desk, packages)


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    """An address where nothing is published yet."""
    (tmp_path / "web").mkdir()
    handler = functools.partial(Quiet, directory=str(tmp_path / "web"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


# GitHub


def test_a_proposal_is_checked_summed_up_and_shown(desk: Path, runner: Runner) -> None:
    propose(desk, "weekday: tuesday", "weekday: monday")
    done = runner.steps(PROPOSAL["jobs"]["handbok"]["steps"])
    assert {name: step.returncode for name, step in done.items()} == dict.fromkeys(
        ("Installer", "Sjekk", "Oppsummer for leserne", "Bygg forhåndsvisningen"), 0
    ), done
    assert runner.written_down == [f"pip install --requirement {REQUIREMENTS}"]
    assert f"- {MOVED}\n" in runner.summary.read_text(encoding="utf-8")
    assert "moteplasser/team.html" in runner.summary.read_text(encoding="utf-8")
    assert (desk / "forhandsvisning" / SLUG / "index.html").is_file()


def test_a_mistake_stops_it_and_is_still_summed_up(desk: Path, runner: Runner) -> None:
    propose(desk, "id: team\n", "id: teamet\n")
    done = runner.steps(PROPOSAL["jobs"]["handbok"]["steps"])
    assert list(done) == ["Installer", "Sjekk", "Oppsummer for leserne"]
    assert done["Sjekk"].returncode == 1
    assert done["Sjekk"].stdout.startswith("::error file=handbook/lillevik/")
    assert runner.summary.read_text(encoding="utf-8").startswith("## Lillevik\n")


def test_findings_are_in_the_language_of_the_authors(desk: Path, packages: Path) -> None:
    workflow = read(Host.GITHUB, ".github/workflows/forslag.yml", "nn")
    assert [step["name"] for step in workflow["jobs"]["handbok"]["steps"] if "name" in step][1] == "Sjekk"
    assert workflow["env"] == {"HANDBOK_LANGUAGE": "nn"}
    propose(desk, "weekday: tuesday", "weekday: monday")
    runner = Runner(desk, packages, environment=workflow["env"])
    runner.steps(
        [step for step in workflow["jobs"]["handbok"]["steps"] if step.get("name") == "Oppsummer for lesarane"]
    )
    assert "### Sider som lesarane ser annleis" in runner.summary.read_text(encoding="utf-8")


ADDRESS = (
    "vars.HANDBOK_ADDRESS || format('https://{0}.github.io/{1}', github.repository_owner, github.event.repository.name)"
)


def on_github(web: str, rsync: str = "") -> dict[str, str]:
    return {
        ADDRESS: web,
        "vars.HANDBOK_APPROVED": "",
        "vars.HANDBOK_RSYNC": rsync,
        "vars.HANDBOK_RSYNC != ''": "true" if rsync else "false",
        "vars.HANDBOK_RSYNC == ''": "false" if rsync else "true",
        "secrets.HANDBOK_SSH_KEY": "nøkkelen",
        "vars.HANDBOK_KNOWN_HOSTS": "server ssh-ed25519 A",
    }


def test_what_is_approved_is_published(desk: Path, runner: Runner, web: str) -> None:
    runner.values = on_github(web)
    done = runner.steps(PUBLISH["jobs"]["bygg"]["steps"])
    assert {name: step.returncode for name, step in done.items()} == {"Installer": 0, "Bygg": 0}, done
    assert (desk / "site" / SLUG / "index.html").is_file()
    assert runner.written_down == [
        "apt-get update",
        f"apt-get install --yes --no-install-recommends {' '.join(PDF_PACKAGES)} rsync",
        f"pip install --requirement {REQUIREMENTS}",
    ]


def test_a_server_of_ones_own_gets_it_and_the_key_does_not_stay(desk: Path, runner: Runner, web: str) -> None:
    runner.values = on_github(web, "publiserer@server.lillevik.example:/srv/handbok")
    done = runner.steps([step for step in PUBLISH["jobs"]["bygg"]["steps"] if step.get("name") != "Bygg"])
    assert done["Send til egen server"].returncode == 0, done
    sent = runner.written_down[-1]
    assert sent.startswith("rsync ")
    assert sent.endswith(" site/ publiserer@server.lillevik.example:/srv/handbok/")
    assert not (runner.home / "ssh").exists()
    assert "nøkkelen" not in done["Send til egen server"].stdout + sent


def make_due(desk: Path) -> None:
    path = desk / "handbook/lillevik/services/ppt.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{date: 2026-10-01", "{date: 2025-10-01"), encoding="utf-8")


@pytest.mark.parametrize(
    ("open_issue", "done"),
    [("", "gh issue create --title Dette må gås gjennom i håndboka"), ("12", "gh issue edit 12")],
    ids=["first", "again"],
)
def test_what_is_due_is_an_issue_that_is_written_anew(desk: Path, runner: Runner, open_issue: str, done: str) -> None:
    make_due(desk)
    runner.values, runner.environment = {"github.token": "hemmelig"}, {"ANSWERED": open_issue}
    steps = runner.steps(MONTHLY["jobs"]["forfall"]["steps"])
    assert [step.returncode for step in steps.values()] == [0, 0], steps
    assert runner.written_down[-1] == f"{done} --body-file forfall.md"
    assert "PPT" in (desk / "forfall.md").read_text(encoding="utf-8")


def test_no_issue_is_opened_where_nothing_is_due(desk: Path, runner: Runner) -> None:
    runner.values, runner.environment = {"github.token": "hemmelig"}, {"ANSWERED": ""}
    nothing = "handbok() { echo 'Ingenting å gjøre.'; }\n"
    (step,) = (step for step in MONTHLY["jobs"]["forfall"]["steps"] if step.get("name") == "Skriv saken")
    assert runner.run(nothing + step["run"], step["env"]).returncode == 0
    assert [line.split()[2] for line in runner.written_down] == ["list"]


def test_what_is_due_may_be_written_by_the_job_and_nothing_else() -> None:
    assert MONTHLY["permissions"] == {"contents": "read"}
    assert MONTHLY["jobs"]["forfall"]["permissions"] == {"contents": "read", "issues": "write"}


def test_only_the_job_that_publishes_may_publish() -> None:
    """What installs packages and reads the data has no right to the pages."""
    assert PUBLISH["permissions"] == {"contents": "read"}
    assert "permissions" not in PUBLISH["jobs"]["bygg"]
    assert PUBLISH["jobs"]["pages"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert all("run" not in step for step in PUBLISH["jobs"]["pages"]["steps"])


@pytest.mark.parametrize("workflow", [PROPOSAL, PUBLISH, MONTHLY], ids=["forslag", "publiser", "maned"])
def test_a_workflow_may_do_what_it_must_and_no_more(workflow: dict[str, Any]) -> None:
    """What somebody writes in a title or a branch's name never becomes a part of a script."""
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert not [step for step in steps if "${{" in step.get("run", "")]
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["concurrency"]["group"]
    assert all(step["with"]["persist-credentials"] is False for step in steps if "checkout" in step.get("uses", ""))
    assert "pull_request_target" not in str(workflow)


def test_a_proposal_may_read_only() -> None:
    assert PROPOSAL["permissions"] == {"contents": "read"}


def test_the_action_does_the_same(desk: Path, packages: Path) -> None:
    propose(desk, "weekday: tuesday", "weekday: monday")
    values = {f"inputs.{name}": given["default"] for name, given in ACTION["inputs"].items()}
    values |= {"inputs.output != ''": "true", "inputs.pdf == 'true' && '--pdf' || '--no-pdf'": "--no-pdf"}
    runner = Runner(desk, packages, values, {"GITHUB_ACTION_PATH": str(ROOT)})
    steps = ACTION["runs"]["steps"]
    assert not [step for step in steps if "${{" in step.get("run", "")]
    done = runner.steps(steps)
    assert [step.returncode for step in done.values()] == [0, 0, 0, 0], done
    assert runner.written_down == [
        f"pip install --require-hashes --requirement {ROOT}/requirements/run.txt",
        f"pip install --no-index --no-deps --no-build-isolation {ROOT}",
    ]
    assert MOVED in runner.summary.read_text(encoding="utf-8")
    assert (desk / "site" / SLUG / "index.html").is_file()


def test_the_action_installs_what_prints_need(desk: Path, packages: Path) -> None:
    runner = Runner(desk, packages, {"inputs.pdf": "true"}, {"GITHUB_ACTION_PATH": str(ROOT)})
    runner.steps([step for step in ACTION["runs"]["steps"] if step.get("name") == "Install"])
    assert runner.written_down[1].endswith(" ".join(PDF_PACKAGES))


@pytest.mark.parametrize(
    "path", [*WORKFLOWS, ROOT / "action.yml", ROOT / "docs/lovregisteret.nb.md"], ids=lambda path: path.name
)
def test_an_action_is_the_commit_that_was_read(path: Path) -> None:
    """A tag can be moved to other contents by whoever gets hold of the account; a commit cannot."""
    used = re.findall(r"^\s*#?\s*- uses: .*|^\s+uses: .*", path.read_text(encoding="utf-8"), re.MULTILINE)
    own = [line for line in used if "OWNER/REPOSITORY" in line]
    found = [PINNED.search(line) for line in used if line not in own]
    assert found
    assert all(found), used
    assert {one["action"] for one in found if one} <= {f"actions/{name}" for name in ACTIONS}


def test_the_same_action_is_the_same_commit_everywhere() -> None:
    pins = {
        match[0] for path in (*WORKFLOWS, ROOT / "action.yml") for match in PINNED.finditer(path.read_text("utf-8"))
    }
    assert len(pins) == len(ACTIONS)


def audited(*paths: Path) -> subprocess.CompletedProcess[str]:
    """What zizmor says of workflows, without network."""
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--no-progress", "--format", "plain", *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_nobody_else_can_misuse_a_workflow(tmp_path: Path) -> None:
    for name, text in proposal_files(Host.GITHUB, "nb").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = audited(tmp_path, ROOT / "action.yml", ROOT / ".github/workflows")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_workflow_that_can_be_misused_is_told(tmp_path: Path) -> None:
    text = proposal_files(Host.GITHUB, "nb")[".github/workflows/forslag.yml"]
    broken = text.replace("pull_request:", "pull_request_target:").replace(
        "run: handbok check", "run: echo ${{ github.event.pull_request.title }}; handbok check"
    )
    path = tmp_path / ".github/workflows/forslag.yml"
    path.parent.mkdir(parents=True)
    path.write_text(broken, encoding="utf-8")
    done = audited(path)
    assert done.returncode != 0
    assert "template-injection" in done.stdout
    assert "dangerous-triggers" in done.stdout


# GitLab


def on_gitlab(desk: Path, **more: str) -> dict[str, str]:
    git(desk, "tag", "base", "HEAD^1" if (desk / ".git/ORIG_HEAD").exists() else "HEAD")
    variables = {name: str(value) for name, value in GITLAB["variables"].items()}
    own = {
        "CI_PROJECT_DIR": str(desk),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "base",
        "CI_API_V4_URL": "https://gitlab.example/api/v4",
        "CI_MERGE_REQUEST_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_IID": "2",
        "HANDBOK_TOKEN": "",
    }
    return variables | own | more


def job(name: str, without: str = "nothing") -> str:
    """The script of a job, perhaps without what takes long and is tried by another test."""
    lines = (*GITLAB["default"]["before_script"], *GITLAB[name]["script"])
    return "\n".join(line for line in lines if not line.startswith(without))


def test_gitlab_checks_sums_up_and_shows(desk: Path, runner: Runner) -> None:
    propose(desk, "weekday: tuesday", "weekday: monday")
    runner.environment = on_gitlab(desk)
    done = runner.run(job("forslag"))
    assert done.returncode == 0, done.stderr
    assert f"- {MOVED}\n" in (desk / "oppsummering.md").read_text(encoding="utf-8")
    assert json.loads((desk / "funn.json").read_text(encoding="utf-8")) == []
    assert (desk / "forhandsvisning" / SLUG / "index.html").is_file()
    assert [line.split()[0] for line in runner.written_down] == ["apt-get", "apt-get", "python3", "pip"]
    assert set(PDF_PACKAGES) <= set(runner.written_down[1].split())
    artifacts = GITLAB["forslag"]["artifacts"]
    assert artifacts["paths"] == ["oppsummering.md", "forhandsvisning/"]
    assert artifacts["reports"] == {"codequality": "funn.json"}
    assert re.fullmatch(r"[A-Za-z0-9 _-]+", artifacts["expose_as"])


@pytest.mark.parametrize(
    ("notes", "sent"),
    [([], "POST"), ([{"id": 7, "body": "<!-- handbok -->\n## Lillevik"}, {"id": 8, "body": "Fint!"}], "PUT")],
    ids=["first", "again"],
)
def test_gitlab_writes_one_note_on_a_proposal(
    desk: Path, runner: Runner, notes: list[dict[str, object]], sent: str
) -> None:
    propose(desk, "weekday: tuesday", "weekday: monday")
    runner.environment = on_gitlab(desk, HANDBOK_TOKEN="hemmelig", ANSWERED=json.dumps(notes))
    assert runner.run(job("forslag", without="handbok build")).returncode == 0
    asked, written = (line for line in runner.written_down if line.startswith("curl "))
    address = "https://gitlab.example/api/v4/projects/1/merge_requests/2/notes"
    assert asked.endswith(f"{address}?per_page=100")
    assert f"--request {sent} " in written
    assert written.endswith(f"body@merknad.md {address}" + ("/7" if notes else ""))
    assert (desk / "merknad.md").read_text(encoding="utf-8").startswith("<!-- handbok -->\n## Lillevik\n")


def test_gitlab_stops_at_a_mistake_with_the_findings_at_hand(desk: Path, runner: Runner) -> None:
    propose(desk, "id: team\n", "id: teamet\n")
    runner.environment = on_gitlab(desk)
    done = runner.run(job("forslag"))
    assert done.returncode == 1
    assert GITLAB["forslag"]["artifacts"]["when"] == "always"
    assert json.loads((desk / "funn.json").read_text(encoding="utf-8"))
    assert (desk / "oppsummering.md").is_file()
    assert not (desk / "forhandsvisning").exists()


def test_gitlab_publishes_what_is_approved(desk: Path, runner: Runner, web: str) -> None:
    runner.environment = on_gitlab(desk, CI_PAGES_URL=web)
    done = runner.run(job("pages"))
    assert done.returncode == 0, done.stderr
    assert (desk / "public" / SLUG / "index.html").is_file()
    assert list((desk / "public").rglob(".*")) == []
    assert GITLAB["pages"]["artifacts"] == {"paths": ["public"]}


def test_gitlab_sends_it_to_a_server_of_ones_own(desk: Path, runner: Runner, web: str) -> None:
    key = runner.home / "key"
    key.write_text("nøkkelen\n", encoding="utf-8")
    runner.environment = on_gitlab(
        desk, HANDBOK_ADDRESS=web, HANDBOK_RSYNC="server:/srv", HANDBOK_SSH_KEY=str(key), HANDBOK_KNOWN_HOSTS="hosts"
    )
    assert runner.run(job("server", without="handbok build")).returncode == 0
    assert runner.written_down[-1].endswith(" site/ server:/srv/")
    assert key.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("issues", "sent"), [("[]", "POST"), ('[{"iid": 12}]', "PUT")], ids=["first", "again"])
def test_gitlab_keeps_an_issue_with_what_is_due(desk: Path, runner: Runner, issues: str, sent: str) -> None:
    make_due(desk)
    own = {"CI_PROJECT_ID": "1", "HANDBOK_TOKEN": "hemmelig", "ANSWERED": issues} | GITLAB["forfall"]["variables"]
    runner.environment = on_gitlab(desk, **own)
    done = runner.run(job("forfall"))
    assert done.returncode == 0, done.stderr
    assert f"--request {sent} " in runner.written_down[-1]
    assert runner.written_down[-1].endswith("/projects/1/issues" + ("/12" if sent == "PUT" else ""))


def test_gitlab_opens_no_issue_where_nothing_is_due(desk: Path, runner: Runner) -> None:
    own = {"CI_PROJECT_ID": "1", "HANDBOK_TOKEN": "hemmelig", "ANSWERED": "[]"} | GITLAB["forfall"]["variables"]
    runner.environment = on_gitlab(desk, **own)
    nothing = "handbok() { echo 'Ingenting å gjøre.'; }\n"
    assert runner.run(nothing + "\n".join(GITLAB["forfall"]["script"])).returncode == 0
    assert len(runner.written_down) == 1


def test_gitlab_does_not_do_both(desk: Path) -> None:
    (pages,), (server,) = (GITLAB[name]["rules"] for name in ("pages", "server"))
    assert pages["if"].removesuffix(" == null") == server["if"]


# The files themselves


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("host", Host)
def test_they_can_be_read_in_every_language(host: Host, language: str) -> None:
    for name, text in proposal_files(host, language).items():
        assert "<<" not in text
        assert name == REQUIREMENTS or yaml.safe_load(text)  # JSON is YAML


def test_every_sentence_in_them_is_translated() -> None:
    folder = Path(shipped.__file__).parent
    marks = {mark for path in folder.rglob("*.yml") for mark in re.findall("<<(.+?)>>", path.read_text("utf-8"))}
    assert marks - {"language", "packages"} == set(SENTENCES)


@pytest.mark.parametrize("host", Host)
def test_a_container_to_write_in_sets_itself_up(desk: Path, runner: Runner, host: Host) -> None:
    described = json.loads(proposal_files(host, "nb")[DESK])
    assert runner.run(described["postCreateCommand"]).returncode == 0
    assert runner.written_down[1:] == [
        f"apt-get install --yes --no-install-recommends {' '.join(PDF_PACKAGES)}",
        f"pip install --requirement {REQUIREMENTS}",
    ]


def test_the_program_is_named_once() -> None:
    for host in Host:
        texts = proposal_files(host, "nb")
        assert texts.pop(REQUIREMENTS).splitlines()[1] == requirement()
        assert not [name for name, text in texts.items() if re.search(r"pip install (?!.*--requirement)", text)]


@pytest.mark.parametrize(
    ("origin", "wanted"),
    [
        ({"url": "file:///srv/handbok-1.whl"}, r"handbok==[\d.]+"),
        ({"url": "https://pakker.example/handbok-1.whl"}, r"handbok @ https://pakker\.example/handbok-1\.whl"),
        (
            {"url": "https://git.example/handbok", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            r"handbok @ git\+https://git\.example/handbok@abc",
        ),
    ],
)
def test_what_is_installed_is_this_very_program(
    monkeypatch: pytest.MonkeyPatch, origin: dict[str, Any], wanted: str
) -> None:
    class Installed:
        def read_text(self, name: str) -> str:
            assert name == "direct_url.json"
            return json.dumps(origin)

    monkeypatch.setattr("builder.proposals.workflows.metadata.distribution", lambda name: Installed())
    assert re.fullmatch(wanted, requirement())
