"""Records that do not have their shape: told at the right place, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import MINI, checked, findings, mini_file, place_in, varied

SCHOOL = "lillevik/services/skole.yml"
PLACE = f"mini/{SCHOOL}"
#: Where a line added to the school's file begins.
END_OF_SCHOOL = place_in(SCHOOL, mini_file(SCHOOL) + "farge: rød\n", "farge")
SHAPE, MISSING, UNKNOWN = "shape", "missing-field", "unknown-field"
GOVERNMENTS = "municipality, inter-municipal, county, health-trust, state, private, voluntary"
LIST = "skal være en liste: hvert punkt på sin egen linje, med «- » foran"


def school(tmp_path: Path, old: str, new: str) -> list[tuple[str, str, str]]:
    """The findings when the school's file has something else in one place."""
    text = mini_file(SCHOOL)
    assert old in text
    return findings(checked(varied(tmp_path, {SCHOOL: text.replace(old, new, 1)})))


def test_the_miniature_handbook_has_no_findings() -> None:
    assert findings(checked(MINI)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # missing
        ("name: Lillevik skole\n", "", [("1:1", MISSING, "Navn (name) mangler")]),
        ("    role: Rektor\n", "", [("7:5", MISSING, "Rolle (role) mangler")]),
        ("date: 2026-10-01, ", "", [("11:15", MISSING, "Dato (date) mangler")]),
        (
            "date: 2026-10-01, by: Sekretær, how: Spurte rektor",
            "",
            [
                ("11:15", MISSING, "Av (by) mangler"),
                ("11:15", MISSING, "Dato (date) mangler"),
                ("11:15", MISSING, "Hvordan (how) mangler"),
            ],
        ),
        # unknown
        ("id: skole\n", "id: skole\nfarge: rød\n", [("2:1", UNKNOWN, "«farge» er ikke et felt her")]),
        (
            "summary:",
            "sumary:",
            [
                ("1:1", MISSING, "Kort fortalt (summary) mangler"),
                ("5:1", UNKNOWN, "«sumary» er ikke et felt her; mente du «summary»?"),
            ],
        ),
        (
            "deputy: {role:",
            "deputy: {rolle:",
            [
                ("10:13", MISSING, "Rolle (role) mangler"),
                ("10:14", UNKNOWN, "«rolle» er ikke et felt her; mente du «role»?"),
            ],
        ),
        (
            "id: rektor\n",
            "id: rektor\n    phonne: 112\n",
            [("8:5", UNKNOWN, "«phonne» er ikke et felt her; mente du «phone»?")],
        ),
        ("id: skole\n", "id: skole\n<<: {a: b}\n", [("2:1", UNKNOWN, "«<<» er ikke et felt her")]),
        ("id: skole\n", "id: skole\nfrom_: x\n", [("2:1", UNKNOWN, "«from_» er ikke et felt her")]),
        (
            "id: skole\n",
            "id: skole\nages: {from_: 1}\n",
            [("2:8", UNKNOWN, "«from_» er ikke et felt her; mente du «from»?")],
        ),
        # wrong type
        (
            "name: Lillevik skole",
            "name: [Lillevik]",
            [("2:7", SHAPE, "«name» skal være én verdi, ikke en liste eller felter")],
        ),
        ("name: Lillevik skole", "name:", [("2:6", SHAPE, "«name» er tomt")]),
        ("name: Lillevik skole", "name: ''", [("2:7", SHAPE, "«name» er tomt")]),
        ("name: Lillevik skole", "name: '  '", [("2:7", SHAPE, "«name» er tomt")]),
        (
            "id: skole\n",
            "id: skole\nages: liten\n",
            [("2:7", SHAPE, "«ages» skal ha felter under seg, ikke bare tekst")],
        ),
        ("id: skole\n", "id: skole\nages: {from: ti}\n", [("2:14", SHAPE, "«from» skal være et helt tall, ikke «ti»")]),
        (
            "id: skole\n",
            "id: skole\nages: {from: 1.5}\n",
            [("2:14", SHAPE, "«from» skal være et helt tall, ikke «1.5»")],
        ),
        ("id: skole\n", "id: skole\nages: {from: -1}\n", [("2:14", SHAPE, "«from» skal være minst 0")]),
        ("id: skole\n", "id: skole\nages: {to: 121}\n", [("2:12", SHAPE, "«to» skal være høyst 120")]),
        (
            "id: skole\n",
            "id: skole\nages: {from: [1]}\n",
            [("2:14", SHAPE, "«from» skal være én verdi, ikke en liste eller felter")],
        ),
        (
            "id: skole\n",
            "id: skole\nages: {from: 10, to: 5}\n",
            [("2:7", SHAPE, "«ages» slutter på 5 år, før aldersgruppa begynner på 10 år")],
        ),
        # wrong choice
        (
            "government: municipality",
            "government: municpality",
            [
                (
                    "4:13",
                    SHAPE,
                    "«government» kan ikke være «municpality»; mente du «municipality»?",
                )
            ],
        ),
        (
            "government: municipality",
            "government: jernbanen",
            [("4:13", SHAPE, f"«government» kan ikke være «jernbanen»; bruk en av {GOVERNMENTS}")],
        ),
        # lists
        ("id: skole\n", "id: skole\ndoes: Underviser.\n", [("2:7", SHAPE, f"«does» {LIST}")]),
        ("id: skole\n", "id: skole\ndoes: {a: b}\n", [("2:7", SHAPE, f"«does» {LIST}")]),
        (
            "id: skole\n",
            "id: skole\ndoes: [{a: b}]\n",
            [("2:8", SHAPE, "«does» skal være én verdi, ikke en liste eller felter")],
        ),
        ("id: skole\n", "id: skole\ndoes: [a, , b]\n", None),
        (
            "  - id: rektor",
            "  - tekst\n  - id: rektor",
            [("7:5", SHAPE, "«contacts» skal ha felter under seg, ikke bare tekst")],
        ),
        # nested
        (
            "id: skole\n",
            "id: skole\nopening_hours:\n  - {days: [monday], opens: 9:00, closes: 15:00}\n"
            "  - {days: [mandag], opens: ni, closes: 15:00}\n",
            [
                (
                    "4:13",
                    SHAPE,
                    "«days» kan ikke være «mandag»; mente du «monday»?",
                ),
                ("4:29", SHAPE, "«opens» skal være et klokkeslett mellom 0:00 og 23:59, som 9:00, ikke «ni»"),
            ],
        ),
        (
            "id: skole\n",
            "id: skole\nopening_hours: [{days: [], opens: 9:00, closes: 10:00}]\n",
            [("2:24", SHAPE, "«days» må ha minst ett punkt")],
        ),
        (
            "id: skole\n",
            "id: skole\nopening_hours: [{days: [monday], opens: 9:00, closes: 8:00}]\n",
            [("2:17", SHAPE, "«opening_hours» stenger 08:00, men åpner 09:00")],
        ),
        (
            "phone: 00 00 00 01",
            "phone: 123",
            [
                (
                    "9:12",
                    SHAPE,
                    "«phone» «123» er ikke et mulig norsk telefonnummer (bruk 00 00 00 00 til nummeret er kjent)",
                )
            ],
        ),
        # several at once
        (
            "category: school\ngovernment: municipality\n",
            "category: school\nfarge: rød\ndoes: tekst\n",
            [
                ("1:1", MISSING, "Drives av (government) mangler"),
                ("4:1", UNKNOWN, "«farge» er ikke et felt her"),
                ("5:7", SHAPE, f"«does» {LIST}"),
            ],
        ),
    ],
)
def test_what_does_not_fit_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, expected: list[tuple[str, str, str]] | None
) -> None:
    found = school(tmp_path, old, new)
    if expected is None:
        assert found
    else:
        assert found == [(f"{PLACE}:{place}", rule, message) for place, rule, message in expected]


@pytest.mark.parametrize("field", ["government:", "contacts:\n  - id: rektor\n    vacant:", "reviewed: {a: b}\nname:"])
def test_no_message_speaks_python(tmp_path: Path, field: str) -> None:
    text = "id: skole\nname: S\ncategory: school\ngovernment: municipality\nsummary: S.\n"
    name = field.split(":", maxsplit=1)[0]
    kept = "".join(
        line
        for line in text.splitlines(keepends=True)
        if not line.startswith((name, "name:") if "\nname" in field else name)
    )
    for _, _, message in findings(checked(varied(tmp_path, {SCHOOL: kept + field + "\n"}))):
        assert "None" not in message
        assert "{'" not in message
        assert "Input should" not in message


@pytest.mark.parametrize(
    ("name", "text", "place", "message"),
    [
        (
            "lillevik/forums.yml",
            "recurrence: {every: 4, to: 6, unit: week, weekday: tuesday}",
            "recurrence: {every: 4, times: 2}",
            "«recurrence» skal ha nøyaktig én av every, times, dates og as_needed",
        ),
        (
            "lillevik/forums.yml",
            "recurrence: {every: 4, to: 6, unit: week, weekday: tuesday}",
            "recurrence: {every: 4}",
            "«recurrence» har every, men mangler unit (day, week, month …)",
        ),
        (
            "lillevik/forums.yml",
            "recurrence: {every: 4, to: 6, unit: week, weekday: tuesday}",
            "recurrence: {times: 4}",
            "«recurrence» har times, men mangler per (month, semester, year …)",
        ),
        (
            "lillevik/forums.yml",
            "recurrence: {every: 4, to: 6, unit: week, weekday: tuesday}",
            "recurrence: {every: 4, to: 4, unit: week}",
            "«recurrence» feltet «to» skal være større enn «every» eller «times»",
        ),
        (
            "lillevik/pathways.yml",
            "deadline: {at_once: true}",
            "deadline: {at_once: true, amount: 3, unit: days}",
            "«deadline» skal ha enten at_once: true eller amount med unit",
        ),
        (
            "lillevik/pathways.yml",
            "deadline: {at_once: true}",
            "deadline: {amount: 3}",
            "«deadline» har amount, men mangler unit (days, working-days, weeks …)",
        ),
        (
            "lillevik/pathways.yml",
            "{when: Bekymringen er der fortsatt, step: meld}",
            "{when: Bekymringen er der fortsatt}",
            "«transitions» skal ha nøyaktig én av step og pathway",
        ),
        (
            "lillevik/municipality.yml",
            "number: 0301",
            "number: 301",
            "«number» kan ikke være «301»; det skal være fire siffer",
        ),
    ],
)
def test_fields_that_exclude_each_other_are_told_in_plain_words(
    tmp_path: Path, name: str, text: str, place: str, message: str
) -> None:
    old = mini_file(name)
    assert text in old
    found = findings(checked(varied(tmp_path, {name: old.replace(text, place)})))
    assert message in [message for _, rule, message in found if rule == SHAPE]
    assert all(place.startswith(f"mini/{name}:") for place, _, _ in found)


def test_two_contacts_of_a_service_may_not_have_the_same_id(tmp_path: Path) -> None:
    again = "  - {id: rektor, role: Rektor, phone: 00 00 00 02, deputy: {role: X}, verified: {date: 2026-10-01, by: X, how: X}}\n"
    after = "how: Spurte rektor}\n"
    text = mini_file(SCHOOL).replace(after, after + again)
    found = findings(checked(varied(tmp_path, {SCHOOL: text})))
    assert [place for place, _, _ in found] == [place_in(SCHOOL, text, "rektor, role: Rektor")]


def test_two_steps_of_a_pathway_may_not_have_the_same_id(tmp_path: Path) -> None:
    name = "lillevik/pathways.yml"
    again = "    - {id: mote, title: Ta et møte til, responsible: ppt.leder, deadline: {at_once: true}, ends: true}\n"
    before, last, after = mini_file(name).partition("    - {id: mote,")
    rest_of_line, _, after = after.partition("\n")
    text = f"{before}{last}{rest_of_line}\n{again}{after}"
    found = findings(checked(varied(tmp_path, {name: text})))
    assert [place for place, _, _ in found] == [place_in(name, text, "mote, title: Ta et møte til")]
