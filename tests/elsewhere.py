"""The same handbook somewhere else: another machine, folder, clock, language, user and order of files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.support import ROOT, environment_with


@dataclass(frozen=True)
class Place:
    """A data folder, and what a build of it finds around itself."""

    handbook: Path
    jobs: int = 1
    umask: int = 0o022
    environment: Mapping[str, str] = field(default_factory=lambda: {"PYTHONHASHSEED": "1"})

    def remembering(self, folder: Path) -> Place:
        """The same place, where what is remembered lies in this folder."""
        return replace(self, environment={**self.environment, "HANDBOK_CACHE": str(folder)})

    def build(self, output: Path, *options: str) -> None:
        """Builds into a folder, from the folder that holds the data."""
        words = ["build", "--handbook", self.handbook.name, "--output", str(output), "--jobs", str(self.jobs), *options]
        done = subprocess.run(
            [sys.executable, "-c", "from builder.cli import main; main()", *words],
            cwd=self.handbook.parent, env=environment_with(PYTHONPATH=str(ROOT), **self.environment), umask=self.umask,
            capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr


def elsewhere(handbook: Path, folder: Path) -> Place:
    """A copy of a data folder below another, where nothing but the data is as it was."""
    home = folder / "hjemme hos Åse"
    home.mkdir()
    copy = folder / "en mappe med mellomrom og æøå" / "data"
    for name in sorted((path.relative_to(handbook) for path in handbook.rglob("*") if path.is_file()), reverse=True):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(handbook / name, copy / name)
        os.utime(copy / name, (1_000_000_000 + len(str(name)) * 7919,) * 2)
    environment = {
        "PYTHONHASHSEED": "20261122", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "HOME": str(home),
        "COLUMNS": "40", "USER": "åse", "HANDBOK_CACHE": str(home / "hurtiglager"), "HANDBOK_LANGUAGE": "en",
    }  # fmt: skip
    return Place(copy, jobs=2, umask=0o077, environment=environment)
