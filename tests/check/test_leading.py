"""What shared records name leads to the local records that stand for them, whatever these are called."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builder.check.checker import Checked
from builder.edition.edition import Edition
from builder.model.pathway import PATHWAYS
from builder.model.service import SERVICES
from builder.problem import Severity
from builder.render.renderer import Renderer
from builder.site.links import SiteLinks

from tests.support import checked, errors, findings, varied

SHARED = """\
id: {id}
name: Felles {id}
category: ppt
government: municipality
summary: Hjelper barn.
contacts:
  - id: leder
    role: Leder
    phone: 00 00 00 00
    deputy: {{role: Nestleder}}
    verified: {{date: 2026-10-01, by: Sekretær, how: Ringte}}
  - id: merkantil
    role: Merkantil
    phone: 00 00 00 00
    deputy: {{role: Nestleder}}
    verified: {{date: 2026-10-01, by: Sekretær, how: Ringte}}
"""
PATHWAY = """\
id: felles-vei
title: Felles vei
summary: Spør [PP-tjenesten](services:delt) først.
steps:
  - id: ring
    title: Ring
    responsible: delt.leder
    participants: [delt, delt.merkantil, annen]
    todo: ["[Her](services:delt) og [der](services:annen)."]
    handover_to: delt
    ends: true
"""
FILES = {
    "common/services/delt.yml": SHARED.format(id="delt"),
    "common/services/annen.yml": SHARED.format(id="annen") + "works_with: [delt]\n",
    "common/pathways/felles-vei.yml": PATHWAY,
}


def with_local(folder: Path, **records: str) -> Checked:
    return checked(varied(folder, FILES | {f"lillevik/services/{name}.yml": text for name, text in records.items()}))


def step(result: Checked) -> tuple[object, ...]:
    pathway = result.handbook.find(PATHWAYS, "felles-vei")
    assert pathway is not None
    one = pathway.steps[0]
    return one.responsible, one.participants, one.handover_to, one.todo, pathway.summary


RENAMED = (
    "vart-kontor.leder",
    ("vart-kontor", "vart-kontor.merkantil", "annen"),
    "vart-kontor",
    ("[Her](services:vart-kontor) og [der](services:annen).",),
    "Spør [PP-tjenesten](services:vart-kontor) først.",
)


def test_a_shared_record_built_on_under_another_id_is_known_by_that_id_alone(tmp_path: Path) -> None:
    result = with_local(tmp_path, kontor="id: vart-kontor\nextends: delt\nname: Vårt kontor\n")
    assert errors(result) == []
    assert step(result) == RENAMED
    assert result.handbook.find(SERVICES, "delt") is None
    other = result.handbook.find(SERVICES, "annen")
    assert other is not None
    assert other.works_with == ("vart-kontor",)


def test_a_local_record_stands_whole_instead_of_the_shared_one_it_replaces(tmp_path: Path) -> None:
    local = SHARED.format(id="vart-kontor") + "replaces: delt\naliases: [Kontoret]\n"
    result = with_local(tmp_path, kontor=local)
    assert errors(result) == []
    assert step(result) == RENAMED
    assert result.handbook.find(SERVICES, "delt") is None


def test_one_that_replaces_may_keep_the_id_without_saying_it_again(tmp_path: Path) -> None:
    local = SHARED.format(id="delt").replace("id: delt\n", "replaces: delt\n", 1).replace("Felles delt", "Vår egen")
    result = with_local(tmp_path, delt=local)
    service = result.handbook.find(SERVICES, "delt")
    assert errors(result) == []
    assert service is not None
    assert service.name == "Vår egen"


def test_several_may_build_on_one_a_list_gets_all_and_a_single_reference_the_first(tmp_path: Path) -> None:
    result = with_local(
        tmp_path, nord="id: nord\nextends: delt\nname: Nord\n", sor="id: sor\nextends: delt\nname: Sør\n"
    )
    assert errors(result) == []
    responsible, participants, handover, _, summary = step(result)
    assert (responsible, handover) == ("nord.leder", "nord")
    assert participants == ("nord", "sor", "nord.merkantil", "sor.merkantil", "annen")
    assert summary == "Spør [PP-tjenesten](services:nord) først."


def test_of_two_that_become_one_the_name_stands_once_in_a_list(tmp_path: Path) -> None:
    local = SHARED.format(id="kontor").replace("merkantil", "vakt") + "replaces: delt\n"
    _, participants, *_ = step(with_local(tmp_path, kontor=local))
    assert participants == ("kontor", "annen")


REPLACED_WITHOUT = SHARED.format(id="kontor").replace("id: leder", "id: sjef").replace("merkantil", "vakt")


def test_a_contact_that_is_not_there_leads_to_who_is_and_is_advice_at_the_local_record(tmp_path: Path) -> None:
    result = with_local(tmp_path, kontor=REPLACED_WITHOUT + "replaces: delt\n")
    assert errors(result) == []
    responsible, participants, *_ = step(result)
    assert (responsible, participants) == ("kontor.sjef", ("kontor", "annen"))
    told = [problem for problem in result.problems if problem.rule == "stand-in-contact"]
    assert {problem.severity for problem in told} == {Severity.ADVICE}
    assert [problem.mark.path for problem in told] == ["mini/lillevik/services/kontor.yml"] * 2
    assert told[0].message.text().startswith("felles tekster viser til kontakten «delt.leder», som ikke finnes her;")


def test_the_same_id_whole_instead_needs_the_contacts_shared_texts_name_too(tmp_path: Path) -> None:
    local = REPLACED_WITHOUT.replace("id: kontor", "id: delt") + "replaces: delt\n"
    result = with_local(tmp_path, delt=local)
    assert errors(result) == []
    assert step(result)[0] == "delt.sjef"


def test_what_a_municipality_names_itself_means_what_it_says(tmp_path: Path) -> None:
    result = with_local(
        tmp_path,
        delt="id: delt\nextends: delt\n",
        nord="id: nord\nextends: delt\nname: Nord\n",
        tredje=SHARED.format(id="tredje") + "works_with: [delt]\n",
    )
    third, other = (result.handbook.find(SERVICES, name) for name in ("tredje", "annen"))
    assert third is not None
    assert other is not None
    assert third.works_with == ("delt",)
    assert other.works_with == ("delt", "nord")


def test_the_shared_name_may_be_used_where_no_local_record_has_it(tmp_path: Path) -> None:
    result = with_local(
        tmp_path,
        kontor="id: vart-kontor\nextends: delt\n",
        tredje=SHARED.format(id="tredje") + "works_with: [delt]\n",
    )
    third = result.handbook.find(SERVICES, "tredje")
    assert third is not None
    assert third.works_with == ("vart-kontor",)


def test_a_finding_in_what_is_led_on_points_to_the_shared_line(tmp_path: Path) -> None:
    files = FILES | {
        "common/pathways/felles-vei.yml": PATHWAY.replace("delt.merkantil, annen", "delt.merkantil, annet"),
        "lillevik/services/kontor.yml": "id: kontor\nextends: delt\n",
        "lillevik/services/nord.yml": "id: nord\nextends: delt\n",
    }
    (place,) = [place for place, rule, _ in findings(checked(varied(tmp_path, files))) if rule == "unknown-reference"]
    line, column = (
        PATHWAY[: PATHWAY.index("delt.merkantil")].count("\n") + 1,
        "    participants: [delt, delt.merkantil, ",
    )
    assert place == f"mini/common/pathways/felles-vei.yml:{line}:{len(column) + 1}"


def test_the_pages_link_to_the_local_record(tmp_path: Path) -> None:
    result = with_local(tmp_path, kontor="id: vart-kontor\nextends: delt\nname: Vårt kontor\n")
    edition = Edition(result.handbook)
    renderer = Renderer(edition, SiteLinks())
    text = "".join(renderer.text(page) for chapter in edition.chapters() for page in chapter.pages)
    assert "vart-kontor" in text
    assert "/delt" not in text


@pytest.mark.parametrize(
    ("local", "said"),
    [
        ("id: delt\nname: Vår\n", "skriv extends: delt for å bygge på den, replaces: delt for å bruke deres egen"),
        ("id: x\nreplaces: dellt\n", "replaces viser til «dellt», som ikke finnes"),
        ("id: x\nextends: delt\nreplaces: delt\n", "enten bygge på en felles post (extends) eller erstatte den"),
    ],
)
def test_what_cannot_be_says_how_it_can(tmp_path: Path, local: str, said: str) -> None:
    assert any(said in message for _, _, message in errors(with_local(tmp_path, x=local)))


def test_law_is_the_same_for_all_and_cannot_be_replaced(tmp_path: Path) -> None:
    act = next(iter(checked(varied(tmp_path, {})).handbook.law.acts)).id
    root = varied(tmp_path / "to", {"lillevik/laws/egen.yml": f"id: egen\nreplaces: {act}\n"})
    assert any("kan ikke erstattes" in message for _, _, message in errors(checked(root)))


def test_a_copy_of_a_file_is_told_at_the_copy(tmp_path: Path) -> None:
    names = """skole - Kopi, skole (1), skole (kopi), skole-DESKTOP-AB12, skole - Copy (2), Kopi av skole, kopi av skole,
    Copy of skole, skole copy 2, skole kopi, skole – kopi, skole_conflict, skole (Karis konflikt 2026), skole~1, skole 2,
    skole_v2, skole.sync-conflict-20261129, 0 skole"""
    for number, name in enumerate(re.split(r",\s+", names)):
        text = (varied(tmp_path / f"a{number}", {}) / "lillevik/services/skole.yml").read_text(encoding="utf-8")
        root = varied(tmp_path / f"b{number}", {f"lillevik/services/{name}.yml": text})
        (found,) = [finding for finding in errors(checked(root)) if finding[1] == "duplicate-id"]
        assert found[0].startswith(f"mini/lillevik/services/{name}.yml:")
        assert "ser ut som en kopi" in found[2]


@pytest.mark.parametrize(
    ("own", "said"),
    [("", "Hva gjør de?"), ("families: null\n", None), ("families: {question: Vår, answer: Ja.}\n", "Vår")],
)
def test_what_is_said_to_families_stands_until_the_municipality_says_it_itself(
    tmp_path: Path, own: str, said: str | None
) -> None:
    root = varied(
        tmp_path,
        {
            "common/services/delt.yml": SHARED.format(id="delt")
            + "families: {question: Hva gjør de?, answer: De hjelper.}\n",
            "lillevik/services/delt.yml": SHARED.format(id="delt").replace("id: delt\n", "replaces: delt\n", 1) + own,
        },
    )
    result = checked(root)
    service = result.handbook.find(SERVICES, "delt")
    assert errors(result) == []
    assert service is not None
    assert (service.families.question if service.families else None) == said
