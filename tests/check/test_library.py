"""The shared library is whole in itself, and makes a full handbook of a municipality that has written nothing yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import resources
from builder.check.checker import Checked, check
from builder.edition.edition import Edition
from builder.load.folder import Folder
from builder.model.fields import is_national
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS
from builder.model.pathway import PATHWAYS
from builder.model.service import SERVICES
from builder.model.vocabulary import Category
from builder.problem import Severity
from builder.render.renderer import Renderer
from builder.site.links import SiteLinks
from builder.views.contacts import ContactsPage

from tests.support import TODAY, errors

CARD = """\
id: lillevik
name: Lillevik
number: 0301
written_standard: nb
title: Sammen i Lillevik
motto: Ett barn, ett lag
introduction: En liten håndbok.
owner: kommuneledelse.koordinator
next_review: 2027-09-01
editors: {role: Redaktør, email: redaksjon@lillevik.no}
disagreement: uenighet
draft: Numrene er ikke kontrollert.
"""
FULL = "phone: 22 22 22 22\n    verified: {date: 2026-11-01, by: Leder, how: Ringte nummeret}\n"


def municipality(folder: Path, **files: str) -> Checked:
    """What is found in a municipality that follows the shipped library and has a few files of its own."""
    root = folder / "data" / "lillevik"
    for name, text in {"municipality": CARD, **files}.items():
        path = root / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return check(Folder(folder / "data", KINDS).load("lillevik"), TODAY)


def handbook(result: Checked) -> Handbook:
    assert errors(result) == []
    assert result.handbook is not None
    return result.handbook


def texts(result: Checked, rule: str) -> list[str]:
    return [problem.message.text() for problem in result.problems if problem.rule == rule]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return municipality(tmp_path_factory.mktemp("alone"))


def test_nothing_in_the_library_points_to_what_only_some_municipalities_have(alone: Checked) -> None:
    assert errors(alone) == []


def test_it_has_what_every_municipality_has_by_law(alone: Checked) -> None:
    found = handbook(alone)
    assert {
        Category.CHILD_WELFARE,
        Category.PPT,
        Category.CHILD_HEALTH,
        Category.KINDERGARTEN,
        Category.SCHOOL,
        Category.MENTAL_HEALTH,
        Category.COORDINATION,
        Category.ADMINISTRATION,
        Category.NAV,
        Category.GP,
    } <= {service.category for service in found.services}


def test_its_pathways_are_whole(alone: Checked) -> None:
    pathways = {pathway.id: pathway for pathway in handbook(alone).of(PATHWAYS)}
    assert pathways.keys() > {"akutt", "bekymret-barn", "dele-opplysninger", "individuell-plan", "uenighet"}
    for pathway in pathways.values():
        assert any(step.ends for step in pathway.steps)
        assert all(step.responsible and step.deadline and step.text for step in pathway.steps)


def test_no_shared_contact_has_a_number_but_those_that_are_the_same_in_the_whole_country(alone: Checked) -> None:
    numbers = {
        number
        for service in handbook(alone).services
        for contact in service.contacts
        for number in (contact.phone, contact.deputy and contact.deputy.phone)
        if number
    }
    assert numbers == {"112", "02800", "116 117"}
    assert all(map(is_national, numbers))
    assert not any(contact.email for service in handbook(alone).services for contact in service.contacts)


def test_the_numbers_to_write_are_told_as_one_and_become_fewer(alone: Checked, tmp_path: Path) -> None:
    (before,) = texts(alone, "contact-reachable")
    count = sum(not contact.phone for service in handbook(alone).services for contact in service.contacts)
    assert before.startswith(f"felles kontakter uten lokalt nummer: {count}, som «")
    local = f"id: ppt\nextends: ppt\ncontacts:\n  - id: leder\n    {FULL}"
    after = municipality(tmp_path, services__ppt=local)
    (left,) = texts(after, "contact-reachable")
    assert left.startswith(f"felles kontakter uten lokalt nummer: {count - 1}, som «")
    (found,) = [problem for problem in after.problems if problem.rule == "contact-reachable"]
    assert found.severity is Severity.WARNING
    assert found.mark.path.endswith("lillevik/municipality.yml")
    assert texts(after, "contact-verified") == []


def test_what_is_missing_is_said_and_never_looks_like_a_number(alone: Checked) -> None:
    edition = Edition(handbook(alone))
    pages = {page.path: page for chapter in edition.chapters() for page in chapter.pages}
    renderer = Renderer(edition, SiteLinks())
    shown = {path: renderer.text(page) for path, page in pages.items()}
    assert [path for path, text in shown.items() if "00 00 00 00" in text] == []
    (contacts,) = [shown[path] for path, page in pages.items() if isinstance(page.context, ContactsPage)]
    assert "nummer mangler, spør Redaktør" in contacts
    assert "aldri" not in contacts
    (acute,) = [text for text in shown.values() if text.startswith("# Akutt: barnet er i fare nå")]
    assert "nummer mangler, spør Redaktør" in acute
    assert 'href="tel:112"' in acute


def test_a_service_may_have_another_id_and_all_that_is_said_of_it_follows(tmp_path: Path) -> None:
    found = handbook(
        municipality(tmp_path, services__ppt="id: pp-tjenesten\nextends: ppt\nname: PP-tjenesten i Lillevik\n")
    )
    names = {service.id for service in found.services}
    assert "pp-tjenesten" in names
    assert "ppt" not in names
    worry = next(pathway for pathway in found.of(PATHWAYS) if pathway.id == "bekymret-barn")
    (advice,) = [step for step in worry.steps if step.id == "anonym"]
    assert "pp-tjenesten" in advice.participants
    assert "](services:pp-tjenesten)" in advice.todo[0]


def test_two_schools_stand_where_the_library_says_school(tmp_path: Path) -> None:
    schools = {
        f"services__{name}": f"id: {name}\nextends: skole\nname: {name.title()} skole\nshort_name: {name.title()}\n"
        for name in ("fjord", "fjell")
    }
    found = handbook(municipality(tmp_path, **schools))
    plan = next(pathway for pathway in found.of(PATHWAYS) if pathway.id == "individuell-plan")
    (group,) = [step for step in plan.steps if step.id == "gruppe"]
    assert {"fjell", "fjord"} <= set(group.participants)


def test_a_municipality_may_write_a_service_of_its_own_instead(tmp_path: Path) -> None:
    own = "id: senter\nreplaces: krisesenter\nname: Krisesenteret i nabokommunen\ncategory: crisis-centre\n"
    own += "government: municipality\nsummary: Et trygt sted å være.\n"
    found = handbook(municipality(tmp_path, services__senter=own))
    assert "krisesenter" not in {service.id for service in found.of(SERVICES)}


def test_the_library_lies_where_the_program_looks_for_it() -> None:
    assert {path.stem for path in (resources.SHARED / "pathways").glob("*.yml")} >= {"akutt", "bekymret-barn"}
