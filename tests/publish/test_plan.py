"""What a build has to do is known before anything heavy is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from builder.publish.options import Options
from builder.publish.plan import plan
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
