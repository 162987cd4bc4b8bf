"""«May I share?» in the built handbooks, held against answers that were written from the law and not from the rules.

`sharing_pairs.tsv` has pairs of sender and receiver with the right direction, words the answer must have, and the
provision that decides; `sharing_never.tsv` has pairs that must never be told they may share without consent.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from bs4 import BeautifulSoup, Tag
from builder.facts.sharing import DUTIES, Sharing, Verdict, sharing_of, verdict_of
from builder.model.handbook import Handbook
from builder.model.vocabulary import Category, ConsentNeed, Labelled, Matter, RuleKind
from builder.views import routes

from tests.demonstration.conftest import MUNICIPALITIES, ROOT
from tests.support import checked

HERE = Path(__file__).parent
#: What a table calls a direction -> the word in the class of the answer.
DIRECTIONS = {"must": Verdict.MUST, "may": Verdict.MAY, "narrow": Verdict.NARROW, "ask": Verdict.ASK}
#: What an answer may hold before anything is unfolded.
WORDS = 150
WORD = re.compile(r"[^\W_]\S*")
TOLD = (Category.CHILD_WELFARE, Category.CHILD_WELFARE_OUT_OF_HOURS)


class Pair(NamedTuple):
    """A row of a table: who asks, whom she wants to tell, in what matter, and what is said of it."""

    municipality: str
    sender: Category
    receiver: Category
    about: Matter
    said: dict[str, str]


def word(words: type[Labelled], value: str) -> Any:
    """The member of a vocabulary with a value."""
    return {one.value: one for one in words}[value]


def pairs(name: str) -> list[Any]:
    """The rows of a table, each as a parameter with a name of its own."""
    with (HERE / name).open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        pytest.param(
            Pair(
                row["municipality"],
                word(Category, row["sender"]),
                word(Category, row["receiver"]),
                word(Matter, row["about"]),
                row,
            ),
            id="-".join((row["municipality"], row["sender"], row["receiver"], row["about"])),
        )
        for row in rows
    ]


@functools.cache
def page(site: Path, municipality: str, sender: Category) -> BeautifulSoup:
    """The page of answers for a kind of service."""
    path = site / municipality / f"{routes.share_page(sender)}.html"
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def card(site: Path, pair: Pair) -> Tag:
    """The answer a reader is led to; what has no answer of its own is ordinary cooperation."""
    found = page(site, pair.municipality, pair.sender)
    for matter in (pair.about, Matter.COOPERATION):
        place = found.find(id=routes.receiver_anchor(pair.receiver, matter))
        if isinstance(place, Tag):
            answer = place.find_parent("article", class_="hb-answer-card")
            assert isinstance(answer, Tag)
            return answer
    raise AssertionError(f"no answer to {pair}")


def at_once(answer: Tag) -> str:
    """What a reader who has chosen a receiver sees before she unfolds anything."""
    bare = BeautifulSoup(str(answer), "html.parser")
    for hidden in bare.select("details, .hb-receiver ~ .hb-receiver, .hb-hidden"):
        hidden.decompose()
    return " ".join(bare.get_text(" ").split())


def direction(answer: Tag) -> str:
    """The word in the class of an answer."""
    return next(name for name in answer["class"] if name.startswith("hb-answer-card--")).removeprefix(
        "hb-answer-card--"
    )


@pytest.mark.parametrize("pair", pairs("sharing_pairs.tsv"))
def test_the_answer_is_the_one_the_law_gives(site: Path, pair: Pair) -> None:
    answer = card(site, pair)
    text = at_once(answer).casefold()
    assert direction(answer) == DIRECTIONS[pair.said["answer"]], text
    for fragment in filter(None, pair.said["says"].split(" | ")):
        assert fragment.casefold() in text
    for provision in pair.said["provision"].split("; "):
        assert provision.casefold() in text


@pytest.mark.parametrize("pair", pairs("sharing_never.tsv"))
def test_nobody_is_told_she_may_where_the_law_does_not_open(site: Path, pair: Pair) -> None:
    assert direction(card(site, pair)) != Verdict.MAY


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_every_answer_can_be_read_at_once(site: Path, municipality: str) -> None:
    long = []
    for path in sorted((site / municipality / "kan-jeg-dele").glob("*.html")):
        for answer in BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select(".hb-answer-card"):
            words = len(WORD.findall(at_once(answer)))
            if words > WORDS:
                long.append((path.stem, words, at_once(answer)[:80]))
    assert long == []


@functools.cache
def handbook(municipality: str) -> Handbook:
    """A demonstration handbook as it is written."""
    return checked(ROOT / "handbook", municipality).handbook


def answers(municipality: str) -> Iterator[tuple[Sharing, Category, Category, Matter]]:
    found = sharing_of(handbook(municipality))
    for sender in found.senders:
        for receiver in found.receivers:
            for matter in found.matters(sender, receiver):
                yield found, sender, receiver, matter


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_no_permission_rests_on_a_rule_whose_conditions_exclude_the_pair(municipality: str) -> None:
    for found, sender, receiver, matter in answers(municipality):
        answer = found.between(sender, receiver, matter)
        if answer.verdict is not Verdict.MAY:
            continue
        assert answer.lead is not None
        assert not answer.lead.about or matter in answer.lead.about
        assert answer.lead.consent is not None
        assert answer.lead.consent.need not in (ConsentNeed.REQUIRED, ConsentNeed.FIRST)
        services = [one for one in handbook(municipality).services if one.category is receiver]
        only_public = answer.lead.receiver.public and receiver not in answer.lead.receiver.categories
        if only_public and services:
            assert any(one.government.public for one in services)


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_no_answer_contradicts_what_applies_in_any_case(municipality: str) -> None:
    """Whoever may be worried is told to report or that she may; and whoever it is, to avert."""
    found = sharing_of(handbook(municipality))
    for sender in found.senders:
        for receiver in TOLD:
            if receiver in found.receivers and sender not in TOLD:
                worried = found.between(sender, receiver, Matter.WORRY)
                assert worried.verdict in (Verdict.MUST, Verdict.MAY), (sender, receiver)
        assert found.between(sender, Category.POLICE, Matter.WORRY).verdict is Verdict.MUST
    for found, sender, receiver, matter in answers(municipality):
        aside = found.between(sender, receiver, matter).set_aside
        assert not [rule for rule in aside if rule.kind in DUTIES]


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_every_answer_carries_the_duty_of_secrecy_that_binds_the_sender(municipality: str) -> None:
    for found, sender, receiver, matter in answers(municipality):
        secrecy = found.between(sender, receiver, matter).secrecy
        assert secrecy is not None, (sender, receiver)
        assert secrecy.kind is RuleKind.CONFIDENTIALITY
        assert verdict_of(secrecy) in (Verdict.ASK, Verdict.SILENT)
