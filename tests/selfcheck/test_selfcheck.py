"""The self-check: every statement follows from the data, and leads to the records behind it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from builder.check.checker import Checked
from builder.model.handbook import Handbook
from builder.model.recurrence import Recurrence
from builder.selfcheck.criteria import self_check
from builder.selfcheck.overview import meetings_a_month
from builder.selfcheck.statement import Criterion, Status

from tests.support import MINI, Document, checked, mini_file, said_by_handbok, site_html, varied

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


def criterion(handbook: Handbook, name: str) -> Criterion:
    return next(found for found in self_check(handbook).criteria if found.id == name)


def said(handbook: Handbook, name: str) -> dict[str, tuple[str, list[str]]]:
    """Sentence -> status and ids of the evidence."""
    return {
        statement.message.text(): (statement.status.value, [evidence.id for evidence in statement.evidence])
        for statement in criterion(handbook, name).statements
    }


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
    assert said(mini, "formalisering")["3 av 3 forløp er ikke godkjent"][0] == "missing"
    assert said(mini, "samhandlingsarenaer")["2 av 2 tjenester er med i minst én møteplass"] == (
        "covered",
        ["skole", "ppt"],
    )
    assert said(mini, "internkontroll")["1 av 1 møteplasser er aldri evaluert"] == ("missing", ["team"])


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


def test_services_on_the_same_step_without_a_forum_are_a_pair(tmp_path: Path) -> None:
    assert self_check(checked(MINI).handbook).overview.pairs == ()
    name = "lillevik/forums.yml"
    alone = (
        mini_file(name).replace("    - {actor: skole, mandate: recommend}\n", "").replace("skole.rektor", "ppt.leder")
    )
    pairs = self_check(checked(varied(tmp_path, {name: alone})).handbook).overview.pairs
    assert [(pair.first, pair.second) for pair in pairs] == [("ppt", "skole")]
    assert [(pathway.id, step.id) for pathway, step in pairs[0].steps] == [("bekymret-barn", "meld")]


@pytest.mark.parametrize(
    ("recurrence", "expected"),
    [
        ({"every": "1", "unit": "month"}, 1),
        ({"every": "2", "unit": "week"}, 52 / 24),
        ({"every": "4", "to": "6", "unit": "week"}, 52 / 60),
        ({"times": "2", "per": "semester"}, 1 / 3),
        ({"dates": ["2026-01-01", "2026-04-01", "2026-09-01"]}, 0.25),
        ({"as_needed": "Når det trengs"}, None),
    ],
)
def test_meetings_a_month(recurrence: dict[str, object], expected: float | None) -> None:
    found = meetings_a_month(Recurrence.model_validate(recurrence))
    assert found == (None if expected is None else pytest.approx(expected))


def test_the_load_counts_those_who_must_come_once_each(tmp_path: Path) -> None:
    name = "lillevik/forums.yml"
    text = mini_file(name).replace("every: 4, to: 6, unit: week", "every: 1, unit: month")
    text = text.replace("minutes: 60", "minutes: 90")
    loads = self_check(checked(varied(tmp_path, {name: text})).handbook).overview.loads
    assert [(load.actor, load.hours) for load in loads] == [("ppt.leder", 1.5), ("skole", 1.5), ("skole.rektor", 1.5)]


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
    assert "Godtatt av Kommunalsjef til og med 31. januar 2027" in text


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
