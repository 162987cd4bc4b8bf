"""The self-check: every statement follows from the data, and leads to the records behind it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from builder.check.catalogue import catalogue
from builder.check.checker import Checked
from builder.facts.encounters import Encounter
from builder.model.handbook import Handbook
from builder.model.service import SERVICES
from builder.problem import Problem
from builder.rules.answers import answers
from builder.rules.forum_network_rules import meeting_load
from builder.selfcheck.criteria import self_check
from builder.selfcheck.statement import Status

from tests.rules.test_rules import with_fragment
from tests.selfcheck.support import said
from tests.support import MINI, ROOT, Document, checked, mini_file, own, said_by_handbok, site_html, varied

CRITERIA = [
    "rolleavklaring",
    "tvistelosning",
    "formalisering",
    "samhandlingsarenaer",
    "internkontroll",
    "samhandlingskompetanse",
    "forankring",
    "brukermedvirkning",
]


def test_the_eight_criteria_are_there_in_the_order_of_the_research(mini: Handbook) -> None:
    assert [found.id for found in self_check(mini).criteria] == CRITERIA


def test_every_statement_has_evidence(mini: Handbook) -> None:
    for found in self_check(mini).criteria:
        assert found.statements
        assert all(statement.evidence for statement in found.statements), found.id


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    school, forums = "lillevik/services/skole.yml", "lillevik/forums.yml"
    changes = {
        school: mini_file(school).replace("does_not: [Utreder ikke lærevansker.]\n", ""),
        forums: mini_file(forums).replace(", evaluated: 2026-06-02", ""),
    }
    mini = checked(varied(tmp_path, changes)).handbook
    assert said(mini, "rolleavklaring")["1 av 2 tjenester sier ikke hva de ikke gjør"] == ("missing", ["skole"])
    assert said(mini, "samhandlingsarenaer")["2 av 2 tjenester møter andre fast, også de som møter familiene"] == (
        "covered",
        ["skole", "ppt"],
    )
    assert said(mini, "internkontroll")["1 av 1 faste møteplasser over ett år er aldri evaluert"] == (
        "missing",
        ["team"],
    )


def test_what_nobody_owns_has_approved_or_goes_through_is_named(tmp_path: Path) -> None:
    municipality, rules = "lillevik/municipality.yml", "common/rules.yml"
    text = (
        mini_file(rules)
        .replace("  owner: ansatt\n", "", 1)
        .replace("next_review: 2027-09-01", "next_review: 2026-05-01")
    )
    changes = {
        municipality: own(mini_file(municipality)),
        rules: text.replace("  legal_review:", "  # legal_review:", 1),
    }
    own_handbook = checked(varied(tmp_path, changes)).handbook
    assert said(own_handbook, "forankring")["1 av 16 tekster har ingen eier"] == ("missing", ["samtykke"])
    formalised = said(own_handbook, "formalisering")
    assert formalised["16 av 16 tekster er ikke godkjent"][0] == "missing"
    assert formalised["3 av 16 tekster er forbi datoen for gjennomgang"][0] == "stale"
    assert formalised["1 av 3 regler om deling er ikke holdt opp mot loven"] == ("missing", ["samtykke"])


def test_a_demonstration_says_that_nothing_in_it_is_approved_and_nobody_has_met(mini: Handbook) -> None:
    assert said(mini, "forankring")["Ikke godkjent – demonstrasjon"] == ("missing", ["lillevik"])
    assert "Demonstrasjon: datoene for møtene er eksempler" in said(mini, "internkontroll")
    assert not any("godkjent" in sentence for sentence in said(mini, "formalisering"))


def test_plans_count_as_covered_missing_or_ended(mini: Handbook) -> None:
    found = said(mini, "forankring")
    assert found["1 av 2 planer og avtaler gjelder og har eier og sluttdato"] == ("covered", ["oppvekstplan"])
    assert found["1 av 2 planer og avtaler har gått ut"] == ("stale", ["avtale-ppt"])


def test_the_route_for_disagreement_is_looked_at_step_by_step(mini: Handbook) -> None:
    found = said(mini, "tvistelosning")
    assert found["Håndboka har en rutine for uenighet"] == ("covered", ["uenighet"])
    assert found["1 av 1 andre forløp viser til rutinen for uenighet"] == ("covered", ["bekymret-barn"])


def test_without_a_route_that_is_said(tmp_path: Path) -> None:
    name = "lillevik/municipality.yml"
    root = varied(tmp_path, {name: mini_file(name).replace("disagreement: uenighet\n", "")})
    assert said(checked(root).handbook, "tvistelosning") == {
        "Håndboka peker ikke ut noe forløp for uenighet": ("missing", ["lillevik"])
    }


@pytest.mark.parametrize(("date", "status"), [("2026-05-22", "covered"), ("2026-05-21", "stale")])
def test_a_contact_is_stale_after_the_interval_of_the_municipality(tmp_path: Path, date: str, status: str) -> None:
    name = "lillevik/services/ppt.yml"
    contact = f"{{id: ny, role: Rådgiver, deputy: {{role: Leder}}, verified: {{date: {date}, by: Leder, how: Spurte}}}}"
    root = varied(tmp_path, {name: mini_file(name).replace("contacts:\n", f"contacts:\n  - {contact}\n", 1)})
    statements = said(checked(root).handbook, "internkontroll").values()
    assert [found for found, ids in statements if "ppt.ny" in ids] == [status]


def test_services_that_share_steps_are_told_with_how_they_meet(tmp_path: Path) -> None:
    (pair,) = self_check(checked(MINI).handbook).overview.partners
    assert (pair.pair, pair.encounter) == (("ppt", "skole"), Encounter.REGULARLY)
    name = "lillevik/forums.yml"
    alone = (
        mini_file(name).replace("    - {actor: skole, mandate: recommend}\n", "").replace("skole.rektor", "ppt.leder")
    )
    (pair,) = self_check(checked(varied(tmp_path, {name: alone})).handbook).overview.partners
    assert (pair.encounter, pair.forums) == (Encounter.NEVER, ())
    assert [(pathway.id, pathway.steps[number].id) for pathway, number in pair.steps] == [("bekymret-barn", "meld")]


def test_a_forum_that_is_new_or_informal_is_not_counted_as_never_evaluated(tmp_path: Path) -> None:
    name = "lillevik/forums.yml"
    text = mini_file(name).replace(", evaluated: 2026-06-02", "")
    for change in ("kind: informal", "started: 2026-06-01"):
        forum = text.replace("  kind: standing", f"  {change}" if "kind" in change else f"  kind: standing\n  {change}")
        (tmp_path / change[:4]).mkdir()
        found = said(checked(varied(tmp_path / change[:4], {name: forum})).handbook, "internkontroll")
        assert not any("evaluert" in sentence for sentence in found), change


def test_a_member_who_comes_by_need_is_asked_for_a_mandate_too(tmp_path: Path) -> None:
    name = "lillevik/forums.yml"
    text = mini_file(name).replace("{actor: skole, mandate: recommend}", "{actor: skole, attendance: by-need}")
    result = checked(varied(tmp_path, {name: text}))
    assert said(result.handbook, "rolleavklaring")[
        "Det står ikke hva 1 av 2 deltakere i møteplassene kan beslutte"
    ] == ("missing", ["team"])
    assert [problem.rule for problem in result.problems].count("forum-mandate") == 1


def of_rule(result: Checked, rule: str) -> list[Problem]:
    accepted = [one.problem for one in result.accepted]
    return [problem for problem in (*result.problems, *accepted) if problem.rule == rule]


@pytest.mark.parametrize("slug", ["risor", "harstad"])
def test_the_self_check_and_the_check_tell_the_same(slug: str) -> None:
    """As many are told to be missing, stale or wrong as the check finds; with several rules, in as many records."""
    result = checked(ROOT / "handbook", slug, "handbook")
    told = 0
    for found in self_check(result.handbook).criteria:
        for line in {statement.expectations for statement in found.statements if statement.expectations}:
            short = [
                statement.message.values.get("count", 1)
                for statement in found.statements
                if statement.expectations == line and statement.status is not Status.COVERED
            ]
            if found.id == "tvistelosning" or len(line) > 1 or not all(isinstance(count, int) for count in short):
                continue
            # A meeting that is held in many places is told of in each, and counted once.
            held = {problem.mark.path for problem in of_rule(result, line[0])}
            wrong = len(held) if line == ("forum-arranged",) else len(of_rule(result, line[0]))
            assert sum(map(int, map(str, short))) == wrong, line
            told += 1
    assert told >= 15


def test_statements_name_rules_that_can_be_explained() -> None:
    handbook = checked(ROOT / "handbook", "risor", "handbook").handbook
    named = {rule for found in self_check(handbook).criteria for s in found.statements for rule in s.expectations}
    assert named <= set(catalogue())
    assert len(named) > 20


def test_the_load_counts_those_who_must_come_once_each(tmp_path: Path) -> None:
    name = "lillevik/forums.yml"
    text = mini_file(name).replace("every: 4, to: 6, unit: week", "every: 1, unit: month")
    text = text.replace("minutes: 60", "minutes: 90")
    loads = self_check(checked(varied(tmp_path, {name: text})).handbook).overview.loads
    assert [(load.actor, load.hours) for load in loads] == [("ppt.leder", 1.5), ("skole", 1.5), ("skole.rektor", 1.5)]


def test_the_hours_of_each_are_those_the_rule_of_the_load_asks() -> None:
    for slug in ("risor", "harstad"):
        handbook = checked(ROOT / "handbook", slug, "handbook").handbook
        shown = {load.actor: load.hours for load in self_check(handbook).overview.loads}
        asked = {answer.asked.value.actor: answer.asked.value.hours for answer in answers(handbook, meeting_load)}
        assert asked.items() <= shown.items()
        assert all(handbook.find(SERVICES, actor) for actor in shown.keys() - asked.keys())
    assert shown["barnehage.styrer"] == pytest.approx(65 / 24)


def test_the_page_has_every_sentence_with_links(mini: Handbook, mini_html: dict[str, str]) -> None:
    document = Document(mini_html["egenkontroll"])
    for found in self_check(mini).criteria:
        assert found.title in document.text
        assert found.id in document.ids
        for statement in found.statements:
            if not any(isinstance(value, dt.date) for value in statement.message.values.values()):
                assert statement.message.text() in document.text
    assert "tjenester/ppt.html#kontakt-leder" in document.addresses
    assert "planer.html#avtale-ppt" in document.addresses
    assert "moteplasser/team.html" in document.addresses


ACCEPTED = """\
id: venter
rule: contact-deputy
record: services:ppt
reason: Ny leder kommer i januar.
accepted_by: Kommunalsjef
until: 2027-01-31
"""


def test_an_accepted_finding_is_on_the_page(tmp_path: Path) -> None:
    result = checked(varied(tmp_path, {"lillevik/accepted.yml": ACCEPTED}))
    text = Document(site_html(result.handbook)["egenkontroll"]).text
    assert "Ny leder kommer i januar." in text
    assert "Godtatt av Kommunalsjef til og med søndag 31. januar 2027" in text


def test_status_tells_a_person(mini_checked: Checked) -> None:
    result = said_by_handbok("status", "--handbook", str(MINI), "lillevik")
    assert result.returncode == 0, result.stderr
    for word in ("Sammen i Lillevik", "Rolleavklaring", "Mangler", "Utdatert", "Møtetid per rolle"):
        assert word in result.stdout


def test_status_as_json_has_all_evidence(mini: Handbook) -> None:
    result = said_by_handbok("status", "--handbook", str(MINI), "--format", "json")
    (found,) = json.loads(result.stdout)
    assert found["municipality"] == "lillevik"
    assert [one["id"] for one in found["criteria"]] == CRITERIA
    expected = sum(len(s.evidence) for one in self_check(mini).criteria for s in one.statements)
    assert sum(len(s["evidence"]) for one in found["criteria"] for s in one["statements"]) == expected
    assert {s["status"] for one in found["criteria"] for s in one["statements"]} == {s.value for s in Status}


def test_who_pays_is_counted_with_what_is_left_open(mini: Handbook) -> None:
    counted = said(mini, "rolleavklaring")
    assert counted["2 av 2 svar på hvem som bestemmer og betaler er til å ringe på"][0] == "covered"
    assert counted["2 av 2 svar sier hva som skjer mens det ikke er avgjort"][0] == "covered"
    assert counted["1 av 2 svar har noe som ikke er avklart"] == ("missing", ["tolk"])


def test_who_pays_is_no_matter_for_a_handbook_that_has_no_answers(tmp_path: Path) -> None:
    pathways = "lillevik/pathways.yml"
    changes = {"lillevik/needs.yml": None, pathways: mini_file(pathways).replace("      needs: [reise]\n", "")}
    counted = said(checked(varied(tmp_path, changes)).handbook, "rolleavklaring")
    assert not [sentence for sentence in counted if " svar " in sentence]


EVENT = "  - {{id: {id}, title: Personalmøte, by: ppt.leder, {fields}}}\n"
EDITION = 'editions: [{id: "1", version: "2026.1", status: approved, by: Leder, date: 2026-02-01}]\n'


def introducing(*events: str, before: str = "") -> dict[str, tuple[str, list[str]]]:
    told = "".join(EVENT.format(id=f"e{number}", fields=fields) for number, fields in enumerate(events))
    return said(with_fragment(f"{before}introductions:\n{told}").handbook, "samhandlingskompetanse")


def test_the_share_that_was_introduced_in_the_last_year_is_told_with_those_it_is_of() -> None:
    found = introducing(
        "date: 2026-09-15, services: [ppt], exercises: [stille-barn]", "date: 2025-01-15, places: [barneskolen]"
    )
    assert found["Håndboka er innført på 1 av 2 arbeidsplasser det siste året (50 %)"] == ("covered", ["ppt"])
    assert found["Håndboka skulle vært innført på nytt på 1 av 2 arbeidsplasser"] == ("stale", ["barneskolen"])
    assert found["1 av 2 innføringer ble gjort med en øvelse"] == ("covered", ["e0"])
    assert found["1 av 2 innføringer ble gjort uten øvelse"] == ("missing", ["e1"])
    assert found["Demonstrasjon: innføringene er eksempler"] == ("missing", ["lillevik"])


def test_the_share_is_held_against_the_last_edition() -> None:
    same = introducing("date: 2026-02-01, services: [ppt]", before=EDITION)
    sentence = "Håndboka er innført på 1 av 2 arbeidsplasser det siste året (50 %); 1 av 2 da utgave 2026.1 ble godkjent 2026-02-01"
    assert same[sentence] == ("covered", ["ppt"])
    assert same["Håndboka er ikke innført på 1 av 2 arbeidsplasser"] == ("missing", ["barneskolen"])
    old = EDITION.replace("2026-02-01", "2025-02-01")
    fallen = introducing("date: 2025-02-01, services: [ppt]", before=old)
    sentence = "Håndboka er innført på 0 av 2 arbeidsplasser det siste året (0 %); 1 av 2 da utgave 2026.1 ble godkjent 2025-02-01"
    assert fallen[sentence] == ("missing", ["lillevik"])
    more = "date: 2025-02-01, services: [ppt, skole]"
    some = introducing(more, "date: 2026-02-01, services: [ppt]", before=old)
    assert [found for told, found in some.items() if "(50 %); 2 av 2 da" in told] == [("stale", ["ppt"])]


def test_what_nobody_has_introduced_or_approved_says_nothing_of_it(mini: Handbook) -> None:
    assert not [sentence for sentence in said(mini, "samhandlingskompetanse") if "innført" in sentence]
    approved = with_fragment("municipality: [{id: lillevik, demonstration: null, approved: 2026-09-01}]").handbook
    found = said(approved, "samhandlingskompetanse")
    assert [sentence for sentence in found if "innført" in sentence] == [
        "Håndboka er ikke innført på 2 av 2 arbeidsplasser"
    ]


@pytest.mark.parametrize(
    ("asked", "status"),
    [("", "missing"), ("users_asked: {date: 2026-05-01}\n", "covered"), ("users_asked: {date: 2025-05-01}\n", "stale")],
)
def test_leaders_see_which_services_have_asked_their_users(tmp_path: Path, asked: str, status: str) -> None:
    name = "lillevik/services/ppt.yml"
    found = said(checked(varied(tmp_path, {name: mini_file(name) + asked})).handbook, "brukermedvirkning")
    (of_ppt,) = [told for text, (told, ids) in found.items() if "brukerne" in text and "ppt" in ids]
    assert of_ppt == status


def test_a_service_tells_when_it_asked_and_what_came_of_it(tmp_path: Path) -> None:
    name = "lillevik/services/ppt.yml"
    asked = "users_asked: {date: 2026-05-01, how: Spørreskjema, learned: Vi ringer tilbake samme dag.}\n"
    text = Document(
        site_html(checked(varied(tmp_path, {name: mini_file(name) + asked})).handbook)["tjenester/ppt"]
    ).text
    for words in ("1. mai 2026", "Spørreskjema", "Vi ringer tilbake samme dag."):
        assert words in text
