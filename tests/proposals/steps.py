"""Runs the steps of workflows here: what they install and send is only written down, the program is the wheel's."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support import environment_with

_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")
_WRITES_DOWN = """#!/bin/sh
echo "$(basename "$0") $*" >> "$WRITTEN_DOWN"
"""
#: Prints take seconds, and are tried elsewhere.
_HANDBOK = """#!/bin/sh
if [ "$1" = build ]; then set -- "$@" --no-pdf; fi
PYTHONPATH={packages} exec {python} -m builder "$@"
"""
_PYTHON = """#!/bin/sh
if [ "$2" = venv ]; then echo "python3 $*" >> "$WRITTEN_DOWN"; else exec {python} "$@"; fi
"""
_ANSWERS = (
    _WRITES_DOWN
    + """case "$*" in *--request*|*"issue create"*|*"issue edit"*) ;; *) printf '%s\\n' "$ANSWERED" ;; esac
"""
)


@dataclass
class Runner:
    """A machine that runs steps in a folder, with what the place it is on would set."""

    folder: Path
    packages: Path
    values: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.home = self.folder.parent / "runner"
        self.tools = self.home / "bin"
        self.tools.mkdir(parents=True)
        self.summary = self.home / "summary.md"
        for name in ("sudo", "apt-get", "pip", "rsync"):
            self._tool(name, _WRITES_DOWN)
        self._tool("sudo", '#!/bin/sh\nexec "$@"\n')
        self._tool("handbok", _HANDBOK.format(packages=self.packages, python=sys.executable))
        self._tool("python3", _PYTHON.format(python=sys.executable))
        self._tool("curl", _ANSWERS)
        self._tool("gh", _ANSWERS)

    def _tool(self, name: str, text: str) -> None:
        path = self.tools / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    @property
    def written_down(self) -> list[str]:
        """What would have been installed and sent."""
        path = self.home / "written-down"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def given(self, text: object) -> str:
        """A value with its expressions as the place would fill them in. Raises KeyError for one nobody has thought of."""
        return _EXPRESSION.sub(lambda found: self.values[found[1]], str(text))

    def run(self, script: str, environment: Mapping[str, object] | None = None) -> subprocess.CompletedProcess[str]:
        """Runs a script as GitHub and GitLab do."""
        own = {name: self.given(value) for name, value in (environment or {}).items()}
        told = environment_with(
            PATH=f"{self.tools}:{os.environ['PATH']}", HOME=str(self.home), RUNNER_TEMP=str(self.home),
            GITHUB_STEP_SUMMARY=str(self.summary), WRITTEN_DOWN=str(self.home / "written-down"), PYTHONPATH="",
        )  # fmt: skip
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.folder, env=told | self.environment | own,
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    def steps(self, steps: list[dict[str, Any]]) -> dict[str, subprocess.CompletedProcess[str]]:
        """Runs the steps of a job in order, as GitHub does: after one that failed, only those that are to be run."""
        done: dict[str, subprocess.CompletedProcess[str]] = {}
        failed = False
        for step in steps:
            condition = str(step.get("if", "${{ success() }}"))
            wanted = condition == "${{ !cancelled() }}" or (not failed and self.wanted(condition))
            if wanted and "run" in step:
                done[step["name"]] = self.run(step["run"], step.get("env"))
                failed |= done[step["name"]].returncode != 0
        return done

    def wanted(self, condition: str) -> bool:
        """Whether a condition holds."""
        return condition == "${{ success() }}" or self.given(condition) == "true"
