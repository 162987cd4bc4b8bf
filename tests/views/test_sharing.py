"""Who may tell whom: answers say what the rules say, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.model.confidentiality import ConfidentialityRule
from builder.model.handbook import Handbook
from builder.model.vocabulary import Category
from builder.views.sharing import Answer, Verdict, answers, between, verdict_of, within
from builder.views.workplaces import SAID

from tests.support import Document, all_pages, checked, mini_file, site_html, varied

RULES = "common/rules.yml"


def rule(kind: str, need: str | None = None) -> ConfidentialityRule:
    consent = {"consent": {"need": need}} if need else {}
    everyone = {"everyone": "true"}
    data = {"id": "x", "title": "x", "kind": kind, "summary": "x", "sender": everyone, "receiver": everyone}
    return ConfidentialityRule.model_validate(data | consent)


@pytest.mark.parametrize(
    ("kind", "need", "verdict"),
    [
        ("duty-to-report", None, Verdict.MUST),
        ("duty-to-avert", "not-required", Verdict.MUST),
        ("duty-to-inform", "should-be-asked", Verdict.MUST),
        ("duty-to-inform", "required", Verdict.CONSENT),
        ("feedback", None, Verdict.MUST),
        ("right-to-share", "not-required", Verdict.MAY),
        ("right-to-share", "required", Verdict.CONSENT),
        ("consent", "required", Verdict.CONSENT),
        ("anonymous", "not-required", Verdict.ANONYMOUS),
        ("confidentiality", "required", Verdict.SILENT),
        ("internal", None, Verdict.UNDECIDED),
    ],
)
def test_what_a_rule_says(kind: str, need: str | None, verdict: Verdict) -> None:
    assert verdict_of(rule(kind, need)) is verdict


def test_the_strongest_counts_and_without_rules_nothing_is_decided() -> None:
    assert Answer((), (rule("confidentiality"), rule("duty-to-report"), rule("consent"))).verdict is Verdict.MUST
    assert Answer((), (rule("confidentiality"), rule("anonymous"))).verdict is Verdict.ANONYMOUS
    assert Answer((), ()).verdict is Verdict.UNDECIDED


def test_a_school_must_tell_child_welfare_and_asks_before_telling_others(mini: Handbook) -> None:
    found = {receiver: answer for answer in answers(mini, Category.SCHOOL) for receiver in answer.receivers}
    assert found[Category.CHILD_WELFARE].verdict is Verdict.MUST
    assert [r.id for r in found[Category.CHILD_WELFARE].rules] == ["samtykke", "meldeplikt"]
    assert [r.id for r in found[Category.POLICE].of(Verdict.MUST)] == ["avvergingsplikt"]
    assert found[Category.PPT].verdict is Verdict.CONSENT
    assert found[Category.PPT].of(Verdict.MAY) == ()


def test_receivers_with_the_same_rules_share_an_answer(mini: Handbook) -> None:
    together = [answer.receivers for answer in answers(mini, Category.SCHOOL)]
    assert (Category.SCHOOL, Category.PPT) in together
    assert sum(len(receivers) for receivers in together) == len(set().union(*together))


def test_a_rule_for_a_single_service_counts_for_its_kind(tmp_path: Path) -> None:
    text = mini_file(RULES).replace("receiver: {categories: [child-welfare]}", "receiver: {services: [ppt]}")
    handbook = checked(varied(tmp_path, {RULES: text})).handbook
    assert [r.id for r in between(handbook, Category.SCHOOL, Category.PPT)] == ["samtykke", "meldeplikt"]


def test_sharing_inside_a_service_is_an_answer_of_its_own(tmp_path: Path) -> None:
    text = mini_file(RULES) + (
        "- id: internt\n  title: Internt\n  kind: internal\n  summary: Del det kollegaen trenger.\n"
        "  sender: {everyone: true}\n  receiver: {everyone: true}\n"
    )
    handbook = checked(varied(tmp_path, {RULES: text})).handbook
    assert [r.id for r in within(handbook, Category.SCHOOL)] == ["internt"]
    assert "internt" not in [r.id for r in between(handbook, Category.SCHOOL, Category.SCHOOL)]


def test_every_kind_of_service_can_say_where_it_works() -> None:
    assert set(SAID) == set(Category)


# The pages


@pytest.fixture(scope="module")
def skole(mini_html: dict[str, str]) -> Document:
    return Document(mini_html["kan-jeg-dele/skole"])


def test_each_cell_of_the_table_leads_to_an_answer(mini_html: dict[str, str]) -> None:
    index = Document(mini_html["kan-jeg-dele/index"])
    cells = [address for address in index.addresses if "#til-" in address]
    assert len(cells) == 2 * 4  # two kinds of service tell these two, child welfare and the police
    for address in cells:
        page, _, anchor = address.partition("#")
        assert anchor in Document(mini_html[f"kan-jeg-dele/{page.removesuffix('.html')}"]).ids


def test_every_answer_names_the_duties_that_come_before_confidentiality(mini_html: dict[str, str]) -> None:
    cards = mini_html["kan-jeg-dele/skole"].split('<section class="hb-answer-card')[1:]
    assert len(cards) == 3
    for card in cards:
        assert "../taushetsplikt/meldeplikt.html" in card
        assert "../taushetsplikt/avvergingsplikt.html" in card


def test_an_answer_says_the_rule_the_law_and_what_to_do(skole: Document) -> None:
    assert "Du skal gi opplysninger når vilkårene i regelen er oppfylt." in skole.text
    assert "Alvorlig bekymring for et barn skal meldes." in skole.text
    assert "../lover.html#barnevernsloven-13-2" in skole.addresses
    assert "Ring barnevernet hvis du er i tvil." in skole.text


def test_where_no_rule_opens_for_sharing_the_answer_says_so(skole: Document, tmp_path: Path) -> None:
    nothing = "Håndboka har ingen regel som åpner for å dele uten samtykke her."
    assert nothing in skole.text
    text = (
        mini_file(RULES)
        .replace("kind: consent", "kind: right-to-share")
        .replace("need: required", "need: not-required")
    )
    opened = Document(site_html(checked(varied(tmp_path, {RULES: text})).handbook)["kan-jeg-dele/skole"])
    assert nothing not in opened.text


def test_the_answers_are_not_in_the_book_and_not_in_the_navigation(mini: Handbook) -> None:
    pages = [page for page in all_pages(mini) if page.template == "share"]
    assert len(pages) == 2
    assert not any(page.listed for page in pages)
