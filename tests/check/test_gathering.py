"""Findings that are alike are told one by one where they are few, and as one where they are many."""

from __future__ import annotations

from pathlib import Path

from builder.check.gathering import FEW, gathered
from builder.problem import Alike, Mark, Message, Problem, Severity

from tests.support import checked, findings, mini_file, varied

SENTENCE = "{count} poster i {place} har ingen eier: {names}; skriv rollen som holder dem ved like, under owner"


def lacking(number: int, folder: str = "common/rules", file: str = "") -> Problem:
    """That one record has no owner."""
    mark = Mark(f"{folder}/{file or f'regel-{number}.yml'}", number)
    message = Message("«{name}» har ingen eier", name=f"Regel {number}")
    return Problem(mark, "text-owner", message, Severity.WARNING, Alike(SENTENCE, f"Regel {number}"))


def said(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(str(problem.mark), problem.message.text()) for problem in problems]


def test_a_few_are_told_one_by_one() -> None:
    few = [lacking(number) for number in range(1, FEW + 1)]
    assert said(list(gathered(few))) == said(few)


def test_many_in_one_folder_are_told_as_one_at_the_first_of_them() -> None:
    many = [lacking(number) for number in range(FEW + 4, 0, -1)]
    assert said(list(gathered(many))) == [
        (
            "common/rules/regel-1.yml:1:1",
            "9 poster i common/rules har ingen eier: «Regel 1», «Regel 2», «Regel 3» og 6 til; "
            "skriv rollen som holder dem ved like, under owner",
        )
    ]


def test_many_in_one_file_name_the_file() -> None:
    ((_, text),) = said(list(gathered(lacking(number, "lillevik", "rules.yml") for number in range(1, 8))))
    assert text.startswith("7 poster i lillevik/rules.yml har ingen eier")


def test_folders_are_told_apart_and_what_is_not_alike_is_left_as_it_is() -> None:
    other = Problem(Mark("a.yml"), "shape", Message("er tomt"))
    found = list(gathered([other, *(lacking(number, folder) for folder in ("a", "b") for number in range(1, 9))]))
    assert [problem.mark.path for problem in found] == ["a.yml", "a/regel-1.yml", "b/regel-1.yml"]
    assert {problem.severity for problem in found[1:]} == {Severity.WARNING}


def test_those_a_municipality_has_accepted_are_not_counted(tmp_path: Path) -> None:
    rules = mini_file("common/rules.yml").replace("  owner: ansatt\n", "")
    accepted = """
- id: meldeplikt-uten-eier
  rule: text-owner
  record: rules:meldeplikt
  reason: Eieren blir pekt ut etter sommeren.
  accepted_by: Kommunalsjef
  until: 2027-01-31
"""
    changes: dict[str, str | bytes | None] = {"common/rules.yml": rules, "lillevik/accepted.yml": accepted}
    told = [message for _, rule, message in findings(checked(varied(tmp_path, changes))) if rule == "text-owner"]
    assert [message.partition("»")[0] for message in told] == [
        "«Med samtykke kan du dele",
        "«Du skal hindre alvorlige lovbrudd",
    ]
