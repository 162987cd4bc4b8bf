"""Law that a municipality adds to the register itself: it counts as law, and goes before nothing that all share."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.check.checker import Checked
from builder.facts.own_law import own_acts, own_provisions

from tests.support import checked, findings, mini_file, varied

SCHOOL, OWN = "lillevik/services/skole.yml", "lillevik/laws/barnevernsloven.yml"
TRACED = "source: Lovdata, source_as_of: 2026-11-20"
ACT = """\
- id: arkivforskrifta
  title: Forskrift om offentlege arkiv
  name: arkivforskrifta
  status: in-force
  kind: regulation
  reference: FOR-2017-12-15-2105
  source: Lovdata
  source_as_of: 2026-11-20
  provisions:
    - {section: § 1, description: Hvem forskriften gjelder for.}
"""


def adding(provision: str) -> str:
    return f"id: barnevernsloven\nextends: barnevernsloven\nadd:\n  provisions:\n    - {{{provision}}}\n"


def citing(tmp_path: Path, citation: str, **files: str) -> Checked:
    old = 'legal_basis: ["barnevernsloven § 13-2"]'
    text = mini_file(SCHOOL)
    assert old in text
    own: dict[str, str | bytes | None] = {f"lillevik/{name}": content for name, content in files.items()}
    return checked(varied(tmp_path, own | {SCHOOL: text.replace(old, f'legal_basis: ["{citation}"]')}))


def faults(tmp_path: Path, **files: str) -> list[tuple[str, str]]:
    """Rule and message of each finding."""
    own: dict[str, str | bytes | None] = {f"lillevik/{name}": content for name, content in files.items()}
    return [(rule, message) for _, rule, message in findings(checked(varied(tmp_path, own)))]


def added(tmp_path: Path, content: str) -> list[tuple[str, str]]:
    return faults(tmp_path, **{"laws/barnevernsloven.yml": content})


def test_a_provision_added_to_a_shared_act_can_be_cited(tmp_path: Path) -> None:
    own = adding(f"section: § 1-3, description: Barnets beste., {TRACED}")
    result = citing(tmp_path, "barnevernsloven § 1-3 andre ledd", **{"laws/barnevernsloven.yml": own})
    assert findings(result) == []
    assert own_acts(result.handbook) == ()
    assert [one.value.section for one in own_provisions(result.handbook)] == ["§ 1-3"]
    shared = result.handbook.law.find("barnevernsloven § 13-2")
    assert shared is not None
    assert shared.provision is not None


def test_an_act_of_its_own_can_be_cited(tmp_path: Path) -> None:
    result = citing(tmp_path, "arkivforskrifta § 1", **{"laws.yml": ACT})
    assert findings(result) == []
    assert [act.id for act in own_acts(result.handbook)] == ["arkivforskrifta"]
    assert own_provisions(result.handbook) == ()


def test_what_one_municipality_adds_is_no_law_for_its_neighbour(tmp_path: Path) -> None:
    root = varied(
        tmp_path,
        {
            "lillevik/laws.yml": ACT,
            "common/services.yml": "- {id: bup, name: BUP, category: bup, government: health-trust, summary: S, legal_basis: [arkivforskrifta § 1]}\n",
            "naboby/municipality.yml": mini_file("lillevik/municipality.yml").replace("id: lillevik", "id: naboby"),
        },
    )
    unknown = [
        slug
        for slug in ("lillevik", "naboby")
        if any(rule == "law-citation" for _, rule, _ in findings(checked(root, slug)))
    ]
    assert unknown == ["naboby"]


@pytest.mark.parametrize(
    ("provision", "missing"),
    [
        ("source_as_of: 2026-11-20", ["source: hvor teksten er lest"]),
        ("source: Lovdata", ["source_as_of: datoen teksten gjaldt"]),
        ("verified: false", ["source: hvor teksten er lest", "source_as_of: datoen teksten gjaldt"]),
    ],
)
def test_a_provision_that_cannot_be_traced_is_an_error(tmp_path: Path, provision: str, missing: list[str]) -> None:
    assert added(tmp_path, adding(f"section: § 1-3, description: D, {provision}")) == [
        ("law-own-source", f"barnevernsloven § 1-3 har dere lagt til selv, så den må ha {one}") for one in missing
    ]


def test_an_act_that_cannot_be_traced_is_an_error(tmp_path: Path) -> None:
    bare = ACT.replace("  source: Lovdata\n", "").replace("  source_as_of: 2026-11-20\n", "")
    assert faults(tmp_path, **{"laws.yml": bare}) == [
        ("law-own-source", "arkivforskrifta har dere lagt til selv, så den må ha source: hvor teksten er lest"),
        ("law-own-source", "arkivforskrifta har dere lagt til selv, så den må ha source_as_of: datoen teksten gjaldt"),
    ]


@pytest.mark.parametrize(
    ("section", "shared"),
    [("§ 13-2", "§ 13-2"), ("§ 13-2 andre ledd", "§ 13-2"), ("§ 13-1", "§ 13-1")],
)
def test_what_is_there_already_is_not_said_once_more(tmp_path: Path, section: str, shared: str) -> None:
    assert added(tmp_path, adding(f"section: {section}, description: Noe annet., {TRACED}")) == [
        ("law-own-clash", f"barnevernsloven {section} står alt i lovregisteret, som {shared}; fjern den her")
    ]


def test_what_is_added_twice_is_told(tmp_path: Path) -> None:
    one = f"{{section: § 1-3, description: D, {TRACED}}}"
    content = adding(one[1:-1]) + f"    - {one}\n"
    assert [rule for rule, _ in added(tmp_path, content)] == ["law-own-clash"]


@pytest.mark.parametrize(
    ("field", "name", "act"),
    [
        ("name: barnevernsloven", "barnevernsloven", "barnevernsloven"),
        ("name: BVL", "BVL", "barnevernsloven"),
        ("name: a\n  aliases: [bvl]", "bvl", "barnevernsloven"),
        ("name: a\n  name_nn: barneverntjenesteloven", "barneverntjenesteloven", "barnevernloven"),
    ],
)
def test_no_name_of_a_shared_act_is_taken(tmp_path: Path, field: str, name: str, act: str) -> None:
    found = faults(tmp_path, **{"laws.yml": ACT.replace("name: arkivforskrifta", field)})
    message = f"«{name}» er alt et navn på {act} i lovregisteret; bruk extends og add, eller et annet navn"
    assert ("law-own-clash", message) in found


def test_an_act_that_is_there_under_another_name_is_told(tmp_path: Path) -> None:
    shared = mini_file("common/laws/barnevernsloven.yml") + "reference: FOR-2017-12-15-2105\n"
    root = varied(tmp_path, {"common/laws/barnevernsloven.yml": shared, "lillevik/laws.yml": ACT})
    assert [(rule, message) for _, rule, message in findings(checked(root))] == [
        (
            "law-own-clash",
            "FOR-2017-12-15-2105 står alt i lovregisteret, som barnevernsloven; bruk extends: barnevernsloven og add",
        )
    ]


def test_an_act_with_the_id_of_a_shared_one_is_told(tmp_path: Path) -> None:
    found = faults(tmp_path, **{"laws.yml": ACT.replace("id: arkivforskrifta", "id: barnevernsloven")})
    assert "duplicate-id" in [rule for rule, _ in found]


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        ("id: barnevernsloven\nextends: barnevernsloven\nstatus: repealed\n", ["status"]),
        ("id: barnevernsloven\nextends: barnevernsloven\nprovisions: []\nname: x\n", ["provisions", "name"]),
        ("id: barnevernsloven\nextends: barnevernsloven\nadd: {aliases: [bv]}\n", ["aliases"]),
        ("id: annen\nextends: barnevernsloven\n", ["id"]),
    ],
)
def test_nothing_is_laid_over_what_all_share(tmp_path: Path, content: str, fields: list[str]) -> None:
    result = checked(varied(tmp_path, {OWN: content}))
    assert [(rule, message) for _, rule, message in findings(result)] == [
        (
            "extends",
            f"«{field}» kan ikke endres her, for posten er lik for alle; under add kan dere legge til provisions",
        )
        for field in fields
    ]
    act = result.handbook.law.act("bvl")
    assert act is not None
    assert (act.id, act.name, act.status.value, len(act.provisions)) == (
        "barnevernsloven",
        "barnevernsloven",
        "in-force",
        2,
    )
