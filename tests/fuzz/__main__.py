"""Looks for what breaks the program: `python -m tests.fuzz TARGET FOLDER [options of libFuzzer]`.

Coverage-guided by Atheris. What it starts from lies in `corpus/TARGET`; what it learns is kept in FOLDER. What breaks is
written where `-artifact_prefix=` says, and moved to `regressions/TARGET` when it is mended. Other options are
`-max_total_time=60`, `-runs=1000` and `-seed=1`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import atheris

HERE = Path(__file__).parent


def main(name: str, learned: Path, options: list[str]) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = "1795305600"
    with atheris.instrument_imports(include=["builder", "markdown"], enable_loader_override=False):
        from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - is instrumented as it is imported
    learned.mkdir(parents=True, exist_ok=True)
    seeds = [str(folder / name) for folder in (HERE / "corpus", HERE / "regressions") if (folder / name).is_dir()]
    standard = ["-timeout=60", "-rss_limit_mb=2048", f"-dict={HERE / 'words.dict'}"]
    atheris.Setup([sys.argv[0], *standard, *options, str(learned), *seeds], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
