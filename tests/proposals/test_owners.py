"""Who approves what: the owners of the records, by their accounts."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.model.handbook import Handbook
from builder.proposals.accounts import AccountsError, read_accounts
from builder.proposals.owners import owners

from tests.support import checked, mini_file, varied

PPT = "lillevik/services/ppt.yml"


def owned_by(name: str, tmp_path: Path, more: dict[str, str | bytes | None] | None = None) -> Handbook:
    text = "".join(line for line in mini_file(PPT).splitlines(keepends=True) if not line.startswith("owner:"))
    return checked(varied(tmp_path, {PPT: f"{text}owner: {name}\n"} | (more or {}))).handbook


@pytest.mark.parametrize("owner", ["ppt.leder", "ppt"])
def test_a_file_is_owned_by_the_account_of_its_owner(tmp_path: Path, owner: str) -> None:
    found = owners([owned_by("ppt.leder", tmp_path)], {"rest": ("@alle",), owner: ("@kari", "@ola")}, "data/")
    assert found.lines[0] == "/data/ @alle"
    assert "/data/lillevik/services/ppt.yml @kari @ola" in found.lines


def test_a_role_is_held_by_somebody_with_an_account(tmp_path: Path) -> None:
    roles = "- id: ppt-ansvarlig\n  name: PPT-ansvarlig\n  held_by: [ppt.leder]\n"
    handbook = owned_by("ppt-ansvarlig", tmp_path, {"lillevik/roles.yml": roles})
    found = owners([handbook], {"rest": ("@alle",), "ppt.leder": ("@kari",)}, "")
    assert "/lillevik/services/ppt.yml @kari" in found.lines


def test_what_nobody_else_owns_is_for_the_rest(tmp_path: Path) -> None:
    found = owners([owned_by("ppt.leder", tmp_path)], {"rest": ("@alle",)}, "data/")
    assert found.lines == ("/data/ @alle",)
    assert "ppt.leder" in found.unknown


def test_signs_that_part_names_are_written_so_that_they_do_not(tmp_path: Path) -> None:
    found = owners([owned_by("ppt.leder", tmp_path)], {"rest": ("@alle",), "ppt": ("@kari",)}, "min mappe/")
    assert "/min\\ mappe/lillevik/services/ppt.yml @kari" in found.lines


def accounts(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "accounts.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_accounts_are_written_as_one_says_them(tmp_path: Path) -> None:
    path = accounts(tmp_path, 'rest: kommunen/redaksjonen\nppt: [kari, "@ola", ppt@kommunen.no]\n')
    assert read_accounts(path) == {"rest": ("@kommunen/redaksjonen",), "ppt": ("@kari", "@ola", "ppt@kommunen.no")}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ppt: kari\n", ":1:1: skriv hvem som får det ingen andre eier, for eksempel «rest: redaksjonen»"),
        ("rest: []\n", ":1:1: skriv hvem som får det ingen andre eier"),
        ("rest: alle\nppt: kari og ola\n", ":2:6: «kari og ola» er ikke navnet på en konto"),
        ("rest: alle\nppt:\n  leder: kari\n", ":3:3: «» er ikke navnet på en konto"),
        ("- rest\n", ":1:1: her ventes linjer som «ppt.leder: kari»"),
        ("", ":1:1: her ventes linjer som «ppt.leder: kari»"),
        ("rest: @alle\n", ":1:7: "),
        ("rest: a\nrest: b\n", ":2:1: "),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    path = accounts(tmp_path, text)
    with pytest.raises(AccountsError) as raised:
        read_accounts(path)
    assert raised.value.message.text().startswith(f"{path}{said}")
