"""What fuzzing has found stays mended, and a small, fixed budget of it is a part of the tests; `make fuzz` goes on longer."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.handbook import CHANGES, changed_files
from tests.fuzz.targets import TARGETS
from tests.support import ROOT, environment_with

HERE = Path(__file__).parent
INPUTS = sorted(path for kind in ("corpus", "regressions") for path in (HERE / kind).rglob("*") if path.is_file())
#: How many inputs each target is given here: some seconds in all.
BUDGET = {"load": 2000, "prose": 1500, "check": 60, "long": 8, "pages": 15}


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.relative_to(HERE).as_posix())
def test_what_was_found_stays_mended(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_each_target_has_something_to_start_from() -> None:
    assert {path.parent.name for path in INPUTS if "corpus" in path.parts} == set(TARGETS) == set(BUDGET)


@pytest.mark.skipif(
    not importlib.util.find_spec("atheris"), reason="Atheris has no package for this Python and machine"
)
@pytest.mark.whole
@pytest.mark.parametrize("target", TARGETS)
def test_nothing_new_breaks_within_a_fixed_budget(target: str, tmp_path: Path) -> None:
    options = [f"-runs={BUDGET[target]}", "-seed=13", "-max_len=2048", f"-artifact_prefix={tmp_path}/"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", target, str(tmp_path / "new"), *options],
        cwd=ROOT, env=environment_with(PYTHONHASHSEED="0"), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    assert f"Done {BUDGET[target]} runs" in done.stderr


@pytest.mark.skipif(
    not importlib.util.find_spec("atheris"), reason="Atheris has no package for this Python and machine"
)
def test_the_fuzzer_can_find_something(tmp_path: Path) -> None:
    """A target that breaks a promise for an input two changes away from where it starts is found."""
    program = (
        "import sys, atheris\n"
        "@atheris.instrument_func\n"
        "def broken(data):\n"
        "    if data[:1] == b'{':\n"
        "        assert data[1:2] != b'%'\n"
        "atheris.Setup([sys.argv[0], '-runs=100000', '-seed=1', '-artifact_prefix=' + sys.argv[1]], broken)\n"
        "atheris.Fuzz()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, f"{tmp_path}/"], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode != 0
    (found,) = tmp_path.glob("crash-*")
    assert found.read_bytes().startswith(b"{%")


@pytest.mark.parametrize("sign", [sign for sign, _ in CHANGES])
def test_an_input_changes_the_handbook(sign: str) -> None:
    """So the fuzzer does not only try the handbook as it is."""
    changes = [changed_files(f"{chr(48 + one)}{chr(65 + one)}{sign}x=<b>y".encode()) for one in range(20)]
    assert all(len(files) <= 1 for files in changes)
    assert sum(map(bool, changes)) >= 15
