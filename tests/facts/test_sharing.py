"""Who may tell whom: answers say what the rules say, special rules go before general ones, and no more is said."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from builder.facts.sharing import Answer, Sharing, Verdict, basis, verdict_of
from builder.model.confidentiality import ConfidentialityRule
from builder.model.handbook import Handbook
from builder.model.municipality import Municipality
from builder.model.service import Service
from builder.model.vocabulary import Category, Matter
from hypothesis import given
from hypothesis import strategies as st

from tests.support import checked, mini_file, varied

RULES = "common/rules.yml"
EVERYONE = {"everyone": True}
GENERAL = {"kind": "right-to-share", "consent": {"need": "first"}, "about": ["cooperation"]}
SECRECY = {"kind": "confidentiality", "consent": {"need": "required"}}


def rule(rule_id: str = "x", **said: Any) -> ConfidentialityRule:
    parties = {"sender": EVERYONE, "receiver": EVERYONE}
    return ConfidentialityRule.model_validate({"id": rule_id, "title": "x", "summary": "x", **parties, **said})


def before(effect: str, *over: str) -> list[dict[str, Any]]:
    return [{"effect": effect, "over": list(over), "says": "Spør.", "legal_basis": ["barnehageloven § 2 a"]}]


def service(category: str, government: str = "municipality") -> Service:
    return Service.model_validate(
        {"id": category, "name": category, "category": category, "government": government, "summary": "x"}
    )


def sharing(*rules: ConfidentialityRule, services: tuple[Service, ...] = ()) -> Sharing:
    found = services or (service("kindergarten"), service("school"), service("child-welfare"))
    municipality = Municipality.model_validate(
        {
            "id": "lillevik", "name": "Lillevik", "number": "9999", "written_standard": "nb", "title": "x",
            "owner": "x", "editors": {"role": "x", "email": "x@lillevik.example"},
        }
    )  # fmt: skip
    records = {"services": {one.id: one for one in found}, "rules": {one.id: one for one in rules}}
    return Sharing(Handbook(municipality, records, dt.date(2026, 11, 28)))


def ids(answer: Answer) -> list[str]:
    return [one.id for one in answer.rules]


@pytest.mark.parametrize(
    ("kind", "need", "verdict"),
    [
        ("duty-to-report", None, Verdict.MUST),
        ("duty-to-avert", "not-required", Verdict.MUST),
        ("duty-to-inform", "should-be-asked", Verdict.MUST),
        ("duty-to-inform", "required", Verdict.ASK),
        ("feedback", None, Verdict.MUST),
        ("right-to-share", "not-required", Verdict.MAY),
        ("right-to-share", "should-be-asked", Verdict.MAY),
        ("right-to-share", "may-object", Verdict.MAY),
        ("right-to-share", "first", Verdict.ASK),
        ("right-to-share", "required", Verdict.ASK),
        ("consent", "required", Verdict.ASK),
        ("anonymous", "not-required", Verdict.ANONYMOUS),
        ("confidentiality", "required", Verdict.ASK),
        ("confidentiality", "should-be-asked", Verdict.ASK),
        ("confidentiality", None, Verdict.SILENT),
        ("internal", None, Verdict.UNDECIDED),
    ],
)
def test_what_a_rule_says(kind: str, need: str | None, verdict: Verdict) -> None:
    consent = {"consent": {"need": need}} if need else {}
    assert verdict_of(rule(kind=kind, **consent)) is verdict


def test_an_opening_that_a_special_act_narrows_is_narrow() -> None:
    assert verdict_of(rule(kind="right-to-share", precedence=before("narrows", "y"))) is Verdict.NARROW
    assert verdict_of(rule(kind="right-to-share", precedence=before("bars", "y"))) is Verdict.MAY


def test_a_special_act_goes_before_what_a_general_one_opens_however_much_that_says() -> None:
    general = rule("general", kind="right-to-share", about=["cooperation"])
    special = rule(
        "special",
        kind="consent",
        sender={"categories": ["kindergarten"]},
        receiver={"categories": ["school"]},
        precedence=before("requires-permission", "general"),
    )
    found = sharing(general, special)
    answer = found.between(Category.KINDERGARTEN, Category.SCHOOL, Matter.COOPERATION)
    assert (answer.verdict, ids(answer)) == (Verdict.ASK, ["special"])
    assert [one.id for one in answer.set_aside] == ["general"]
    assert [limit.says for limit in answer.limits] == ["Spør."]
    # The other way nothing special applies.
    assert found.between(Category.SCHOOL, Category.KINDERGARTEN, Matter.COOPERATION).verdict is Verdict.MAY


def test_the_senders_own_secrecy_leads_and_the_general_opening_stands_behind_it() -> None:
    own = rule("own", sender={"categories": ["school"]}, **SECRECY)
    found = sharing(rule("consent", kind="consent"), rule("general", **GENERAL), rule("all", **SECRECY), own)
    answer = found.between(Category.SCHOOL, Category.CHILD_WELFARE, Matter.COOPERATION)
    assert (answer.verdict, ids(answer)[0]) == (Verdict.ASK, "own")
    assert answer.secrecy is own
    assert [one.id for one in answer.openings] == ["general"]
    other = found.between(Category.CHILD_WELFARE, Category.SCHOOL, Matter.COOPERATION)
    assert ids(other)[0] == "all"
    assert other.secrecy is not None
    assert other.secrecy.id == "all"


def test_a_duty_leads_only_where_it_is_about_the_matter() -> None:
    report = rule("report", kind="duty-to-report", about=["worry"], receiver={"categories": ["child-welfare"]})
    found = sharing(report, rule("own", **SECRECY))
    assert found.between(Category.SCHOOL, Category.CHILD_WELFARE, Matter.WORRY).verdict is Verdict.MUST
    assert found.between(Category.SCHOOL, Category.CHILD_WELFARE, Matter.COOPERATION).verdict is Verdict.ASK
    assert found.matters(Category.SCHOOL, Category.CHILD_WELFARE) == (Matter.WORRY, Matter.COOPERATION)
    assert found.matters(Category.SCHOOL, Category.KINDERGARTEN) == (Matter.COOPERATION,)


def test_a_matter_where_the_reader_is_told_the_same_has_no_answer_of_its_own() -> None:
    meeting = rule("meeting", kind="confidentiality", about=["after-meeting"])
    found = sharing(rule("own", **SECRECY), meeting, rule("general", **GENERAL))
    assert found.matters(Category.SCHOOL, Category.KINDERGARTEN) == (Matter.COOPERATION, Matter.AFTER_MEETING)
    alone = sharing(rule("own", **SECRECY), meeting)
    assert alone.matters(Category.SCHOOL, Category.KINDERGARTEN) == (Matter.COOPERATION,)
    told = alone.between(Category.SCHOOL, Category.KINDERGARTEN, Matter.AFTER_MEETING)
    assert (ids(told), told.said[0]) == (["own", "meeting"], told.lead)


def test_a_public_body_is_one_whatever_it_is_called_and_a_private_one_is_not() -> None:
    services = (service("other"), service("gp", "private"), service("child-welfare"))
    report = rule("report", kind="duty-to-report", sender={"public": True}, receiver={"categories": ["child-welfare"]})
    general = rule("general", receiver={"public": True}, **GENERAL)
    found = sharing(report, general, services=services)
    assert found.between(Category.OTHER, Category.CHILD_WELFARE, Matter.WORRY).verdict is Verdict.MUST
    assert found.between(Category.GP, Category.CHILD_WELFARE, Matter.WORRY).verdict is not Verdict.MUST
    assert found.between(Category.OTHER, Category.GP, Matter.COOPERATION).verdict is Verdict.UNDECIDED


def test_of_services_that_are_not_in_the_handbook_a_practice_is_private_and_an_office_public() -> None:
    found = sharing(rule("general", receiver={"public": True}, **GENERAL))
    assert found.between(Category.SCHOOL, Category.NAV, Matter.COOPERATION).verdict is Verdict.ASK
    assert found.between(Category.SCHOOL, Category.GP, Matter.COOPERATION).verdict is Verdict.UNDECIDED


def test_only_the_provisions_that_concern_the_sender_are_its_basis() -> None:
    some = [
        {"categories": ["kindergarten"], "legal_basis": ["barnehageloven § 46"]},
        {"categories": ["school"], "legal_basis": ["opplæringslova § 24-3"]},
    ]
    found = rule(kind="duty-to-report", legal_basis=["barnevernsloven § 13-2"], basis_for_some=some)
    assert list(basis(found, Category.KINDERGARTEN)) == ["barnehageloven § 46", "barnevernsloven § 13-2"]
    assert list(basis(found, Category.NAV)) == ["barnevernsloven § 13-2"]


def test_without_rules_nothing_is_decided() -> None:
    answer = sharing().between(Category.SCHOOL, Category.KINDERGARTEN, Matter.COOPERATION)
    assert (answer.verdict, answer.lead, answer.secrecy, answer.openings) == (Verdict.UNDECIDED, None, None, ())


def test_receivers_with_the_same_rules_share_an_answer_and_none_is_lost(mini: Handbook) -> None:
    found = Sharing(mini)
    told = [(answer.matter, receiver) for answer in found.answers(Category.SCHOOL) for receiver in answer.receivers]
    assert len(told) == len(set(told))
    assert {receiver for matter, receiver in told if matter is Matter.COOPERATION} == set(found.receivers)
    for answer in found.answers(Category.SCHOOL):
        for receiver in answer.receivers:
            assert found.between(Category.SCHOOL, receiver, answer.matter).rules == answer.rules


def test_a_school_must_tell_child_welfare_and_asks_before_telling_others(mini: Handbook) -> None:
    found = Sharing(mini)
    worried = found.between(Category.SCHOOL, Category.CHILD_WELFARE, Matter.WORRY)
    assert (worried.verdict, ids(worried)) == (Verdict.MUST, ["meldeplikt", "samtykke"])
    assert found.between(Category.SCHOOL, Category.POLICE, Matter.WORRY).verdict is Verdict.MUST
    ordinary = found.between(Category.SCHOOL, Category.PPT, Matter.COOPERATION)
    assert ordinary.verdict is Verdict.ASK
    assert not {verdict_of(one) for one in ordinary.rules} & {Verdict.MAY, Verdict.NARROW}


def test_a_rule_for_a_single_service_counts_for_its_kind(tmp_path: Path) -> None:
    text = mini_file(RULES).replace("receiver: {categories: [child-welfare]}", "receiver: {services: [ppt]}")
    found = Sharing(checked(varied(tmp_path, {RULES: text})).handbook)
    assert ids(found.between(Category.SCHOOL, Category.PPT, Matter.WORRY)) == ["meldeplikt", "samtykke"]


def test_sharing_inside_a_service_is_an_answer_of_its_own() -> None:
    found = sharing(rule("inside", kind="internal"), rule("own", **SECRECY))
    assert [one.id for one in found.within(Category.SCHOOL)] == ["inside"]
    assert ids(found.between(Category.SCHOOL, Category.SCHOOL, Matter.COOPERATION)) == ["own"]
    assert {one.id for one in found.binding(Category.SCHOOL)} == {"own", "inside"}


@st.composite
def rule_sets(draw: st.DrawFn) -> list[ConfidentialityRule]:
    """Rules of any kind and need, some of which go before others; a duty is never gone before."""
    kinds = ["confidentiality", "right-to-share", "consent", "anonymous", "duty-to-report", "duty-to-avert", "feedback"]
    needs = ["required", "first", "may-object", "should-be-asked", "not-required"]
    made = []
    for number in range(draw(st.integers(1, 6))):
        over = draw(st.lists(st.integers(0, 5).map("r{}".format), max_size=2, unique=True))
        effect = draw(st.sampled_from(["bars", "narrows", "requires-permission"]))
        made.append(
            rule(
                f"r{number}",
                kind=draw(st.sampled_from(kinds)),
                consent={"need": draw(st.sampled_from(needs))},
                precedence=before(effect, *over) if over else [],
                about=draw(st.lists(st.sampled_from(["worry", "cooperation"]), max_size=2, unique=True)),
            )
        )
    return made


@given(rule_sets())
def test_what_a_special_rule_closes_never_answers(rules: list[ConfidentialityRule]) -> None:
    for matter in (Matter.WORRY, Matter.COOPERATION):
        answer = sharing(*rules).between(Category.SCHOOL, Category.CHILD_WELFARE, matter)
        assert not set(answer.rules) & set(answer.set_aside)
        applying = [one for one in rules if not one.about or matter in one.about]
        assert {*answer.rules, *answer.set_aside} == set(applying)
        strengths = [list(Verdict).index(verdict_of(one)) for one in answer.rules]
        assert strengths == sorted(strengths)
        for limit in answer.limits:
            assert set(limit.over) & {one.id for one in answer.set_aside}
