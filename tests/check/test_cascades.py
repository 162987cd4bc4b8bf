"""What follows from another finding is behind it: the root cause is told first, and alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builder.check.cascades import FEW, Told, folded, unfolded
from builder.problem import Mark, Message, Problem

from tests.support import checked, mini_file, varied

PPT = "lillevik/services/ppt.yml"
FORUMS = "lillevik/forums.yml"


def one(name: str, causes: tuple[str, ...] = (), follows: tuple[str, ...] = ()) -> Problem:
    return Problem(Mark(name), "x", Message(name), causes=causes, follows=follows)


def said(told: tuple[Told, ...]) -> list[str]:
    return [each.alone.message.text() for each in told]


def test_what_follows_is_counted_at_its_cause_and_shown_behind_it() -> None:
    problems = [one("a", follows=("k",)), one("b"), one("c", causes=("k",)), one("d", follows=("k",))]
    told = folded(problems)
    assert said(told) == ["b", "c … og 2 funn som følger av det"]
    assert [problem.message.text() for problem in unfolded(told)] == ["b", "c", "a", "d"]


def test_one_that_follows_is_told_in_the_singular() -> None:
    assert said(folded([one("a", causes=("k",)), one("b", follows=("k",))])) == ["a … og 1 funn som følger av det"]


def test_where_nothing_tells_the_cause_the_first_of_many_stands_for_them() -> None:
    few = [one(str(number), follows=("k",)) for number in range(FEW)]
    assert len(folded(few)) == FEW
    assert said(folded([*few, one("last", follows=("k",))])) == [f"0 … og {FEW} funn som følger av det"]


def test_a_chain_is_told_by_its_beginning() -> None:
    chain = [one("a", causes=("k",)), one("b", causes=("l",), follows=("k",)), one("c", follows=("l",))]
    assert said(folded(chain)) == ["a … og 2 funn som følger av det"]


def test_a_ring_is_told_and_no_finding_is_lost() -> None:
    ring = [one("a", causes=("k",), follows=("l",)), one("b", causes=("l",), follows=("k",))]
    assert len(unfolded(folded(ring))) == 2


def test_what_may_follow_from_several_follows_from_the_one_that_is_told() -> None:
    problems = [one("a", follows=("k", "l")), one("b", causes=("l",))]
    assert said(folded(problems)) == ["b … og 1 funn som følger av det"]


def told_in(tmp_path: Path, changes: dict[str, str | bytes | None]) -> list[tuple[str, str]]:
    """Place and sentence of what is told of errors when the miniature handbook is changed."""
    errors = [problem for problem in checked(varied(tmp_path, changes)).problems if problem.severity == "error"]
    return [(str(each.alone.mark), each.alone.message.text()) for each in folded(errors)]


def test_a_record_with_a_new_id_is_told_once_in_its_own_file(tmp_path: Path) -> None:
    changed = mini_file(PPT).replace("id: ppt\n", "id: pp-tjenesten\n")
    ((place, text),) = told_in(tmp_path, {PPT: changed})
    assert place == f"mini/{PPT}:1:5"
    start, count = re.fullmatch(r"(.*) … og (\d+) funn som følger av det", text).groups()  # type: ignore[union-attr]
    assert start == (
        f"fila heter «ppt.yml», men id-en er «pp-tjenesten», og håndboka viser fortsatt til «ppt» ({count} steder): "
        "skriv «ppt» igjen, eller rett stedene"
    )
    assert int(count) > 10


def test_a_contact_with_a_new_id_is_told_once_with_the_contact_that_was_meant(tmp_path: Path) -> None:
    ((_, text),) = told_in(tmp_path, {PPT: mini_file(PPT).replace("- id: leder", "- id: leiar")})
    assert text.startswith("fant ikke rolle eller kontakt")
    assert "med id «ppt.leder»; mente du «ppt.leiar»? … og " in text


def test_a_record_that_is_gone_is_told_once(tmp_path: Path) -> None:
    ((_, text),) = told_in(tmp_path, {PPT: None})
    assert re.fullmatch(r"lenken «services:ppt» fører ikke til noe i håndboka … og \d\d funn som følger av det", text)


def test_a_folder_with_a_name_of_its_own_is_told_once_with_all_that_follows(tmp_path: Path) -> None:
    moved = {f"lillevik/services/{name}.yml": None for name in ("ppt", "skole")}
    moved |= {f"lillevik/tjenester/{name}.yml": mini_file(f"lillevik/services/{name}.yml") for name in ("ppt", "skole")}
    told = told_in(tmp_path, moved)
    assert [place for place, _ in told] == [
        "mini/lillevik/tjenester/ppt.yml:1:1",
        "mini/lillevik/tjenester/skole.yml:1:1",
    ]
    assert all(
        text.startswith("«tjenester» er ikke en mappe eller fil håndboka kjenner; gi den navnet «services» … og ")
        for _, text in told
    )


def test_a_lost_base_is_told_once(tmp_path: Path) -> None:
    roles = "- {id: samarbeidsleder, extends: samarbeidslederen}\n"
    forums = mini_file(FORUMS).replace("skole.rektor", "samarbeidsleder")
    ((place, text),) = told_in(tmp_path, {"lillevik/roles.yml": roles, FORUMS: forums})
    assert place == "mini/lillevik/roles.yml:1:34"
    assert text == (
        "extends viser til «samarbeidslederen», som ikke finnes blant de felles postene for denne kommunen "
        "… og 1 funn som følger av det"
    )


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("ppt.radgivar", "fant ikke rolle eller kontakt med id «ppt.radgivar»; kontaktene i ppt er ppt.leder"),
        ("ptp.leder", "fant ikke tjenesten «ptp», som «ptp.leder» skulle være kontakt i; mente du «ppt»?"),
        ("ppt", "«ppt» er en tjeneste, og her skal det stå en rolle eller en kontakt, som ppt.leder"),
    ],
)
def test_a_contact_is_proposed_from_the_service_that_was_meant(tmp_path: Path, written: str, message: str) -> None:
    forums = mini_file(FORUMS).replace("convener: ppt.leder", f"convener: {written}")
    assert [text for _, text in told_in(tmp_path, {FORUMS: forums})] == [message]
