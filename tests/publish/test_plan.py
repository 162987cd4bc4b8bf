"""What a build has to do is known before anything heavy is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from builder.publish import plan as planning
from builder.publish.options import Options
from builder.publish.plan import Plan, plan, planned_again
from builder.resources import CONFIG_FILE

from tests.support import MINI, ROOT, SLUG, environment_with

HEAVY = ("pydantic", "mkdocs", "weasyprint", "builder.model.handbook", "builder.publish.run")


def test_to_plan_loads_neither_the_model_nor_the_exits(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom builder.publish.options import Options\n"
        "from builder.publish.plan import plan\n"
        f"plan([{SLUG!r}], Options(handbook=Path({str(MINI)!r}), output=Path({str(tmp_path)!r})))\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment_with(), capture_output=True, text=True, check=True
    )
    assert result.stdout == "[]\n"


def test_processes_to_spare_help_with_the_prints(tmp_path: Path) -> None:
    options = Options(handbook=MINI, output=tmp_path, processes=5)
    (job,) = plan([SLUG], options).jobs
    assert job.processes == 5


@pytest.mark.parametrize(
    ("jobs", "processes", "helping"),
    [(2, 1, [1, 1]), (2, 2, [1, 1]), (3, 2, [1, 1, 2]), (2, 5, [2, 2]), (5, 3, [1, 1, 1, 1, 1]), (7, 3, [1] * 6 + [3])],
)
def test_the_last_are_helped_by_those_who_have_none_of_their_own(
    tmp_path: Path, jobs: int, processes: int, helping: list[int]
) -> None:
    options = Options(handbook=MINI, output=tmp_path, processes=processes, fresh=True)
    assert [job.processes for job in plan([SLUG] * jobs, options).jobs] == helping


def test_a_job_can_be_done_in_another_folder(tmp_path: Path) -> None:
    options = Options(handbook=Path("data"), output=Path("site"), previous=Path("before"))
    resolved = options.resolved()
    assert resolved.handbook == Path.cwd() / "data"
    assert resolved.output == Path.cwd() / "site"
    assert resolved.previous == Path.cwd() / "before"
    assert resolved.shown == "data", "findings name the folder as the reader wrote it"
    assert resolved.resolved() == resolved
    assert CONFIG_FILE.is_file()


class Looked:
    """Municipalities that stand or not, and which were looked at."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *standing: str) -> None:
        self.standing = set(standing)
        self.at: list[str] = []
        monkeypatch.setattr(planning, "_stands", lambda slug, *_: self._stands(slug))

    def _stands(self, slug: str) -> bool:
        self.at.append(slug)
        return slug in self.standing

    def again(self, work: Plan) -> Plan:
        """The plan once nobody else builds; only what was looked at for it is told."""
        self.at.clear()
        return planned_again(work)


def test_what_stood_is_not_looked_at_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = Looked(monkeypatch, "alta", "bodø")
    work = looked.again(plan(["alta", SLUG, "bodø"], Options(handbook=MINI, output=tmp_path)))
    assert looked.at == [SLUG]
    assert ([job.slug for job in work.jobs], work.unchanged) == ([SLUG], 2)


def test_what_another_has_built_meanwhile_is_not_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = Looked(monkeypatch, "alta")
    before = plan(["alta", SLUG], Options(handbook=MINI, output=tmp_path))
    looked.standing.add(SLUG)
    work = looked.again(before)
    assert (work.jobs, work.unchanged) == ((), 2)


def test_all_that_is_to_be_made_anew_is_also_when_it_is_planned_again(tmp_path: Path) -> None:
    work = planned_again(plan([SLUG, SLUG], Options(handbook=MINI, output=tmp_path, fresh=True, processes=4)))
    assert [(job.slug, job.processes) for job in work.jobs] == [(SLUG, 2), (SLUG, 2)]
    assert work.unchanged == 0
