"""Asks for known weaknesses in what is pinned: Python packages by pip-audit, tools for scripts by `npm audit`.

Exits with 1 where a weakness is known, with 3 where somebody did not answer for all of it (nothing is known then), else 0.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
KNOWN, NO_ANSWER = 1, 3


@dataclass(frozen=True)
class Answer:
    """What was said: the weaknesses, and what nobody answered for."""

    weaknesses: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()


def of_python(text: str) -> Answer:
    """What pip-audit says as JSON. A package it could not ask about is told as skipped, and that is no answer."""
    try:
        packages = json.loads(text)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Answer(unanswered=("Python packages",))
    known = (f"{one['name']} {one['version']}: {weak['id']}" for one in packages for weak in one.get("vulns", ()))
    skipped = [one["name"] for one in packages if "skip_reason" in one]
    return Answer(tuple(known), (f"{len(skipped)} of {len(packages)} Python packages",) if skipped else ())


def of_scripts(text: str) -> Answer:
    """What `npm audit` says as JSON."""
    try:
        found = json.loads(text)["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        return Answer(unanswered=("tools for scripts",))
    return Answer(tuple(f"{name}: {one['severity']}" for name, one in found.items()))


def _said(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout


def ask() -> list[Answer]:
    """Both answers."""
    lock = ROOT / "requirements" / "dev.txt"
    python = _said(
        sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--requirement", str(lock),
        "--format", "json", "--progress-spinner", "off",
    )  # fmt: skip
    scripts = _said("npm", "audit", "--json") if shutil.which("npm") else ""
    return [of_python(python), of_scripts(scripts)]


def outcome(answers: list[Answer]) -> tuple[int, str]:
    """How it ends, and what is said of it. A known weakness weighs more than an answer that is missing."""
    known = [one for answer in answers for one in answer.weaknesses]
    missing = [one for answer in answers for one in answer.unanswered]
    lines = [f"Known weakness: {one}" for one in known]
    lines += [f"Nobody answered for {one}: whether they have known weaknesses is not known." for one in missing]
    return KNOWN if known else NO_ANSWER if missing else 0, "\n".join(lines) or "No known weaknesses."


if __name__ == "__main__":
    code, text = outcome(ask())
    sys.stdout.write(f"{text}\n")
    sys.exit(code)
