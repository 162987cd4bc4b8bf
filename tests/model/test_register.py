"""Citations of law, against the register that comes with the handbooks."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.check.validation import records_of
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.model.law import Act
from builder.model.register import LawRegister, split

from tests.support import ROOT, checked, findings, mini_file, place_in, varied


@pytest.fixture(scope="module")
def register() -> LawRegister:
    loaded = Folder(ROOT / "handbook", ["laws"]).common
    laws = [d for d in loaded.declarations if d.kind == "laws"]
    records, problems = records_of(laws)
    assert problems == []
    return LawRegister([act for act in records["laws"].values() if isinstance(act, Act)])


@pytest.mark.parametrize(
    ("citation", "parts"),
    [
        ("barnevernsloven § 13-2", ("barnevernsloven", "§ 13-2")),
        ("barnevernsloven §13-2", ("barnevernsloven", "§ 13-2")),
        ("  barnevernsloven   §  13-2 ", ("barnevernsloven", "§ 13-2")),
        ("barnevernsloven §\u00a013-2", ("barnevernsloven", "§ 13-2")),
        ("forvaltningsloven §§ 13 a og 13 b", ("forvaltningsloven", "§§ 13 a og 13 b")),
        ("personvernforordningen artikkel 6", ("personvernforordningen", "artikkel 6")),
        ("personvernforordningen art. 6", ("personvernforordningen", "artikkel 6")),
        ("forvaltningsloven (2025) § 34", ("forvaltningsloven (2025)", "§ 34")),
        ("barnevernsloven", ("barnevernsloven", "")),
        ("§ 13-2", ("", "§ 13-2")),
    ],
)
def test_a_citation_is_an_act_and_a_section(citation: str, parts: tuple[str, str]) -> None:
    assert split(citation) == parts


@pytest.mark.parametrize(
    ("citation", "canonical"),
    [
        ("barnevernsloven § 13-2", "barnevernsloven § 13-2"),
        ("Barnevernsloven §13-2", "barnevernsloven § 13-2"),
        ("bvl § 13-2", "barnevernsloven § 13-2"),
        ("barnevernlova § 13-2", "barnevernsloven § 13-2"),
        ("barnevernsloven § 13-2 første ledd", "barnevernsloven § 13-2"),
        ("barnevernsloven § 13-2 første ledd bokstav a", "barnevernsloven § 13-2"),
        ("barnevernsloven § 13-2 andre ledd, første punktum", "barnevernsloven § 13-2"),
        ("forvaltningsloven § 13", "forvaltningsloven § 13"),
        ("forvaltningslova § 13", "forvaltningsloven § 13"),
        ("forvaltningsloven § 13 b", "forvaltningsloven § 13 b"),
        ("forvaltningsloven § 13 b første ledd nr. 5", "forvaltningsloven § 13 b"),
        ("spesialisthelsetjenesteloven § 2-5 a", "spesialisthelsetjenesteloven § 2-5 a"),
        ("spesialisthelsetjenesteloven § 2-5", "spesialisthelsetjenesteloven § 2-5"),
        ("personvernforordningen artikkel 6", "personvernforordningen artikkel 6"),
        ("personvernforordningen art. 6", "personvernforordningen artikkel 6"),
        ("personvernforordningen artikkel 6 nr. 1 bokstav c", "personvernforordningen artikkel 6"),
        ("GDPR artikkel 6", "personvernforordningen artikkel 6"),
    ],
)
def test_a_citation_finds_its_provision(register: LawRegister, citation: str, canonical: str) -> None:
    cited = register.find(citation)
    assert cited is not None
    assert cited.provision is not None
    assert cited.id == canonical


@pytest.mark.parametrize(
    "citation",
    [
        "helse- og omsorgstjenesteloven § 7-2 b",
        "spesialisthelsetjenesteloven § 2-5 c",
        "forvaltningsloven § 13 z",
        "barnevernsloven § 13-22",
        "barnevernsloven § 13",
        "barnevernsloven § 13-2a",
        "personvernforordningen artikkel 66",
        "personvernforordningen § 6",
    ],
)
def test_a_section_that_only_resembles_a_known_one_is_not_it(register: LawRegister, citation: str) -> None:
    cited = register.find(citation)
    assert cited is not None
    assert cited.provision is None


@pytest.mark.parametrize(
    "name",
    ["helse- og omsorgstjenesteloven § 7-2", "helse- og omsorgstjenesteloven § 7-2 a", "forvaltningsloven § 13 a"],
)
def test_a_section_with_a_letter_is_another_than_the_one_without(register: LawRegister, name: str) -> None:
    cited = register.find(name)
    assert cited is not None
    assert cited.id == name


def test_every_provision_is_found_by_its_own_citation_under_every_official_name(register: LawRegister) -> None:
    for act in register.acts:
        if act.status == "in-force":
            for name in filter(None, (act.name, act.name_nn)):
                if register.act(name) is not act:
                    continue
                for provision in act.provisions:
                    cited = register.find(f"{name} {provision.section}")
                    assert cited is not None
                    assert cited.provision is provision


def test_the_official_name_of_an_act_in_force_always_means_that_act(register: LawRegister) -> None:
    for act in register.acts:
        if act.status == "in-force":
            assert register.act(act.name) is act, act.name
            assert register.act(act.name.upper()) is act


def test_every_successor_and_every_new_place_is_in_the_register(register: LawRegister) -> None:
    ids = {act.id for act in register.acts}
    for act in register.acts:
        assert {act.replaced_by, act.adopted_successor} - {None} <= ids, act.id


def test_no_two_acts_share_an_official_name(register: LawRegister) -> None:
    names = [act.name.casefold() for act in register.acts]
    assert len(names) == len(set(names))


# What the rule says of a citation that does not hold


SCHOOL = "lillevik/services/skole.yml"


def citing(legal_basis: str) -> str:
    """The school's file, with another legal basis."""
    text = mini_file(SCHOOL)
    assert _LEGAL_BASIS in text
    return text.replace(_LEGAL_BASIS, legal_basis)


_LEGAL_BASIS = 'legal_basis: ["barnevernsloven § 13-2"]\n'


def place_cited(citation: str) -> str:
    """Where the school's citation stands."""
    return place_in(SCHOOL, citing(f'legal_basis: ["{citation}"]\n'), f'"{citation}"')


def cited_in_school(tmp_path: Path, citation: str) -> list[tuple[str, str, str]]:
    """The findings when the school cites this, with the real register."""
    laws: dict[str, str | bytes | None] = {
        f"common/laws/{path.name}": path.read_bytes() for path in (ROOT / "handbook/common/laws").glob("*.yml")
    }
    text = citing(f'legal_basis: ["{citation}"]\n')
    return findings(checked(varied(tmp_path, laws | {SCHOOL: text})))


_NOT_SO = "mangler paragraf; skriv lov og paragraf, som «barnevernsloven § 13-2»"


@pytest.mark.parametrize(
    ("citation", "message"),
    [
        (
            "barnevernslova § 13-2",
            "loven «barnevernslova» er ikke i lovregisteret; mente du «barnevernsloven»?",
        ),
        (
            "romfartsloven § 1",
            "loven «romfartsloven» er ikke i lovregisteret; gjelder den, kan dere legge den til i deres egen mappe "
            "laws/, med source og source_as_of (docs/lovregisteret.nb.md)",
        ),
        ("barnevernsloven", f"«barnevernsloven» {_NOT_SO}"),
        ("loven om alt", f"«loven om alt» {_NOT_SO}"),
        (
            "barneverntjenesteloven § 6-4",
            "«barneverntjenesteloven § 6-4» viser til en lov som er opphevet 2023-01-01; nå står dette i barnevernsloven § 13-2",
        ),
        (
            "forvaltningsloven (2025) § 34",
            "«forvaltningsloven (2025) § 34» er vedtatt, men ikke i kraft; vis til loven som gjelder nå",
        ),
    ],
)
def test_a_citation_that_does_not_hold_is_told_with_what_to_do(tmp_path: Path, citation: str, message: str) -> None:
    assert cited_in_school(tmp_path, citation) == [(place_cited(citation), "law-citation", message)]


def test_a_repealed_section_nobody_has_traced_is_told_with_the_new_act(tmp_path: Path) -> None:
    assert cited_in_school(tmp_path, "barneverntjenesteloven § 99-9") == [
        (
            place_cited("barneverntjenesteloven § 99-9"),
            "law-citation",
            "«barneverntjenesteloven § 99-9» viser til en lov som er opphevet 2023-01-01; den er erstattet av barnevernsloven",
        )
    ]


_ADD_IT = (
    "står den i loven, kan dere legge den til i deres egen mappe laws/, med source og source_as_of"
    " (docs/lovregisteret.nb.md)"
)


@pytest.mark.parametrize("section", ["§ 13-22", "§ 13-99", "§ 99", "§ 13-2 a"])
def test_an_unknown_section_is_told_with_how_to_add_it_and_never_with_one_that_looks_like_it(
    tmp_path: Path, section: str
) -> None:
    ((_, _, message),) = cited_in_school(tmp_path, f"barnevernsloven {section}")
    assert message == f"barnevernsloven {section} er ikke i lovregisteret; {_ADD_IT}"


def an_act(**fields: object) -> Act:
    return Act.model_validate({"id": "loven", "title": "L", "name": "loven", "status": "in-force"} | fields)


def now_in(cited: str, *moved: tuple[str, str], **fields: object) -> list[str | None]:
    act = an_act(moved=[{"section": section, "to": to} for section, to in moved], **fields)
    adopted = an_act(id="ny", name="loven (2030)", status="adopted")
    found = LawRegister([act, adopted]).find(f"loven {cited}")
    assert found is not None
    return [one.to for one in found.moved]


@pytest.mark.parametrize(
    ("cited", "moved", "places"),
    [
        ("§ 6", [("§ 6", "loven § 7")], ["loven § 7"]),
        ("§ 6 andre ledd", [("§ 6", "loven § 7")], ["loven § 7"]),
        ("§ 6", [("§ 6 (før 2026-07-01)", "loven § 7")], ["loven § 7"]),
        ("§ 6", [("§ 6 (frister)", "loven § 8"), ("§ 6", "loven § 7")], ["loven § 7"]),
        ("§ 6", [("§ 6 (frister)", "loven § 8"), ("§ 6 (mulkt)", "loven § 9")], ["loven § 8", "loven § 9"]),
        ("§ 6 a", [("§§ 6 og 6 a", "loven § 8")], ["loven § 8"]),
        ("§ 6 a", [("§ 5 første ledd og § 6 a (før 2026)", "loven § 8")], ["loven § 8"]),
        ("§ 9 A-4", [("§ 9 A-4 (skolemiljø)", "loven § 12-4")], ["loven § 12-4"]),
        ("§ 6", [("§ 6 første ledd (før 2026)", "loven § 8")], []),
        ("§ 6", [("§ 23 nr. 6 (før 2026)", "loven § 8")], []),
        ("§ 6", [("(hele loven)", "loven § 8"), ("regler fra § 6 av", "loven § 9")], []),
        ("§ 66", [("§ 6", "loven § 7"), ("§ 6 (før 2026)", "loven § 8")], []),
        ("§ 6", [("§ 6", "loven (2030) § 7")], []),
    ],
)
def test_where_a_section_is_now_is_what_the_register_says_has_moved(
    cited: str, moved: list[tuple[str, str]], places: list[str]
) -> None:
    assert now_in(cited, *moved) == places


def test_a_section_of_an_act_in_force_that_has_moved_is_told_with_where_it_is(tmp_path: Path) -> None:
    ((_, _, message),) = cited_in_school(tmp_path, "helsepersonelloven § 45 a")
    assert (
        message == "helsepersonelloven § 45 a er ikke i lovregisteret; nå står dette i helsepersonelloven § 25 og § 26"
    )


def test_a_good_citation_is_not_told_of(tmp_path: Path) -> None:
    assert cited_in_school(tmp_path, "barnevernsloven § 13-2 andre ledd") == []


def test_each_citation_is_told_at_its_own_place(tmp_path: Path) -> None:
    text = citing('legal_basis:\n  - "barnevernsloven § 13-2"\n  - "barnevernsloven § 99"\n  - "nonsensloven § 1"\n')
    assert [place for place, _, _ in findings(checked(varied(tmp_path, {SCHOOL: text})))] == [
        place_in(SCHOOL, text, '"barnevernsloven § 99"'),
        place_in(SCHOOL, text, '"nonsensloven § 1"'),
    ]


def test_every_kind_of_record_in_the_register_is_known() -> None:
    assert "laws" in KINDS
