"""What a change in some files would make wrong, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from builder.check.checker import Checked, check
from builder.load.folder import Folder
from builder.load.listing import Found
from builder.model.kinds import KINDS
from builder.problem import Problem, Severity


class _Changed(Folder):
    """A folder where some files hold something else than on disk, or are new."""

    def __init__(self, root: Path, shown: str, contents: Mapping[Path, bytes]) -> None:
        super().__init__(root, KINDS, shown)
        self._contents = {path.resolve(): content for path, content in contents.items()}

    def _found(self, folder: Path) -> Found:
        there = super()._found(folder)
        own = folder.resolve()
        known = {Path(path).resolve() for path in there.data}
        new = [path for path in self._contents if path.is_relative_to(own) and path not in known]
        return Found(
            sorted([*there.data, *(str(folder / path.relative_to(own)) for path in new)]), there.others, there.beside
        )

    def _content(self, path: Path) -> bytes:
        content = self._contents.get(path.resolve())
        return super()._content(path) if content is None else content


def new_errors(root: Path, now: Checked, contents: Mapping[Path, bytes]) -> tuple[Problem, ...]:
    """The errors there would be, and are not `now`, with other contents in some files. Raises HandbookNotFound."""
    before = Counter(map(_said, _errors(now)))
    after = _errors(check(_Changed(root, root.as_posix(), contents).load(now.slug), now.handbook.today))
    return tuple(problem for problem in after if _is_new(problem, before))


def _errors(result: Checked) -> list[Problem]:
    return [problem for problem in result.problems if problem.severity is Severity.ERROR]


def _said(problem: Problem) -> tuple[str, str, str]:
    """A finding but for its line, which moves when something is written above it."""
    return problem.mark.path, problem.rule, problem.message.text()


def _is_new(problem: Problem, before: Counter[tuple[str, str, str]]) -> bool:
    said = _said(problem)
    before[said] -= 1
    return before[said] < 0
