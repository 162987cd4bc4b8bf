"""More than two hundred single mistakes in the good handbooks, each told where it stands, and nowhere else.

Each good file is parsed once in all. Mistakes in files of their own are checked together, many at a time:
each must be told at its place, and every finding must be explained by one of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from unittest import mock

import pytest
from builder.check.checker import check
from builder.load import folder
from builder.load.folder import Folder
from builder.load.listing import Found
from builder.load.translation import name_and_language
from builder.load.yaml_text import parse
from builder.model.kinds import KINDS
from builder.problem import Problem, Severity

from tests.check.mistakes import MAKERS, made
from tests.check.places import File, Mistake, files_of
from tests.support import ROOT, TODAY

HANDBOOK = ROOT / "handbook"
SLUGS = ("harstad", "risor")
EACH = 4  # mistakes of each sort in each municipality
SEED = 20261122
GROUPS = 14  # no file, with its local additions, has more mistakes than this
PYTHON_WORDS = re.compile(
    r"\b(None|NoneType|dict|tuple|str|int|bool|Traceback|pydantic|Exception|\w+Error|object|True|False)\b|\['|\{'|<class"
)


#: What takes a record out of the handbook. Rules that weigh the whole then see one record less, and may warn of that.
LOSES_A_RECORD = {"yaml", "shape", "missing-field", "unknown-field", "duplicate-id", "extends"}
parsed_once = cache(parse)


class Spoiled(Folder):
    """A handbook folder where some files hold something else than on disk.

    It has no translations: a mistake in a record is then told of them too, and rightly.
    """

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__(HANDBOOK, KINDS, ".")
        self.texts = {HANDBOOK / name: text.encode() for name, text in texts.items()}

    def _found(self, part: Path) -> Found:
        there = super()._found(part)
        return there._replace(data=[path for path in there.data if not name_and_language(Path(path).stem)[1]])

    def _content(self, path: Path) -> bytes:
        return self.texts.get(path) or super()._content(path)


def findings_of(slug: str, texts: dict[str, str]) -> list[Problem]:
    """What is found with some files spoiled; the others are parsed once in all."""
    with mock.patch.object(folder, "parse", parsed_once):
        found = check(Spoiled(texts).load(slug), TODAY).problems
    return [replace(p, mark=p.mark._replace(path=p.mark.path.removeprefix("./"))) for p in found]


def said(problem: Problem) -> tuple[str, str, str]:
    return problem.mark.path, problem.rule, problem.message.text()


@dataclass(frozen=True)
class Good:
    """A handbook without mistakes."""

    files: dict[str, File]
    findings: frozenset[tuple[str, str, str]]


@cache
def good(slug: str) -> Good:
    found = findings_of(slug, {})
    assert [problem for problem in found if problem.severity is Severity.ERROR] == []
    return Good({file.name: file for file in files_of(HANDBOOK, slug)}, frozenset(map(said, found)))


@cache
def read_by(slug: str) -> list[File]:
    """The files a municipality reads: none of the shared ones that it has replaced whole."""
    files = good(slug).files
    replaced = {
        f"common/{name.split('/')[1]}/{found[1]}.yml"
        for name, file in files.items()
        if (found := re.search(r"^replaces: (\S+)$", file.text, re.MULTILINE))
    }
    return [file for name, file in files.items() if name not in replaced]


@cache
def mistakes(slug: str) -> tuple[Mistake, ...]:
    return tuple(made(read_by(slug), EACH, SEED))


def new_findings(slug: str, together: list[Mistake]) -> list[Problem]:
    """What is found that was not found before."""
    found = findings_of(slug, {mistake.file: mistake.text for mistake in together})
    return [problem for problem in found if said(problem) not in good(slug).findings]


@cache
def groups(slug: str) -> list[list[Mistake]]:
    """Mistakes to be checked together: no two in the same file, or in a shared record and its local additions."""
    result: list[list[Mistake]] = [[] for _ in range(GROUPS)]
    for mistake in mistakes(slug):
        stem = mistake.file.rpartition("/")[2]
        free = [group for group in result if all(other.file.rpartition("/")[2] != stem for other in group)]
        min(free, key=len).append(mistake)
    return result


def is_told(mistake: Mistake, problem: Problem) -> bool:
    """Whether a finding is the one the mistake asks for."""
    at_place = mistake.line <= problem.mark.line <= mistake.line + mistake.slack
    return problem.mark.path == mistake.file and at_place and problem.rule in mistake.rules


def is_explained(mistake: Mistake, problem: Problem, files: dict[str, File]) -> bool:
    """Whether a finding is about the mistake, or stands where something that went with it is named."""
    own = problem.mark.path == mistake.file
    if own and problem.rule in mistake.rules | mistake.also:
        return True
    if problem.severity is not Severity.ERROR and (own or mistake.rules & LOSES_A_RECORD):
        return True
    file = files.get(problem.mark.path)
    if file is None:
        return False
    text = mistake.text if file.name == mistake.file else file.text
    line = text.splitlines()[problem.mark.line - 1]
    return any(_names(name, line) or _names(name, problem.message.text()) for name in mistake.gone)


def _names(name: str, text: str) -> bool:
    if name.casefold() not in text.casefold():
        return False
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE) is not None


def test_there_are_enough_mistakes_of_every_sort() -> None:
    everything = [mistake for slug in SLUGS for mistake in mistakes(slug)]
    assert len(everything) >= 200
    assert {mistake.sort for mistake in everything} == {sort for sort, _, _ in MAKERS}
    assert len({(m.file, m.text) for m in everything}) >= 200
    assert sum(mistake.file.startswith("common/") for mistake in everything) >= 20


def test_the_mistakes_are_the_same_every_time() -> None:
    files = read_by("risor")
    assert tuple(made(files, EACH, SEED)) == mistakes("risor")
    assert made(files, 1, SEED) != made(files, 1, SEED + 1)


@pytest.mark.parametrize("number", range(GROUPS))
@pytest.mark.parametrize("slug", SLUGS)
def test_each_mistake_is_told_where_it_stands_and_nowhere_else(slug: str, number: int) -> None:
    together = groups(slug)[number]
    found = new_findings(slug, together)
    for mistake in together:
        here = [f"{p.mark} {p.message.text()} [{p.rule}]" for p in found if p.mark.path == mistake.file]
        assert any(is_told(mistake, p) for p in found), (mistake.sort, mistake.file, mistake.line, here)
    files = good(slug).files
    strange = [
        f"{p.mark} {p.message.text()} [{p.rule}]" for p in found if not any(is_explained(m, p, files) for m in together)
    ]
    assert strange == [], [(m.sort, m.file, m.line) for m in together]
    assert [p.message.text() for p in found if PYTHON_WORDS.search(p.message.text())] == []
