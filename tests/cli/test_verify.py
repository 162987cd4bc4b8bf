"""`handbok verify`: somebody checked contacts, and it is written where the municipality keeps its own."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support import SLUG, checked, findings, mini_file, own, said_by_handbok, varied

PPT = "lillevik/services/ppt.yml"
SHARED = """\
# BUP, for alle
id: bup
name: BUP
category: bup
government: health-trust
summary: Hjelper barn.
owner: redaksjonen
next_review: 2027-09-01
contacts:
  - {id: inntak, role: Inntak, phone: 00 00 00 00, deputy: {role: Leder}}
"""
HOW = "Ringte nummeret, mottaket svarte"


def verify(root: Path, *arguments: str, by: str = "Sekretær", how: str = HOW) -> subprocess.CompletedProcess[str]:
    return said_by_handbok("verify", *arguments, "--by", by, "--how", how, "--handbook", str(root), "--yes")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return varied(tmp_path, {"common/services/bup.yml": SHARED})


def test_a_verification_is_written_in_the_municipalitys_own_file(root: Path) -> None:
    before = (root / PPT).read_text(encoding="utf-8")
    result = verify(root, "ppt.leder")
    assert result.returncode == 0, result.stderr
    old = "verified: {date: 2026-10-01, by: Sekretær, how: Ringte nummeret}"
    new = f"verified: {{date: 2026-11-22, by: Sekretær, how: '{HOW}'}}"
    assert (root / PPT).read_text(encoding="utf-8") == before.replace(old, new)
    assert f"-    {old}\n+    {new}\n" in result.stdout


def test_a_shared_contact_gets_a_local_file_that_extends_it(root: Path) -> None:
    result = verify(root, "bup.inntak", "ppt.leder", "--date", "2026-11-20")
    assert result.returncode == 0, result.stderr
    assert (root / "lillevik/services/bup.yml").read_text(encoding="utf-8") == (
        "id: bup\nextends: bup\ncontacts:\n  - id: inntak\n    verified:\n"
        f"      date: 2026-11-20\n      by: Sekretær\n      how: {HOW}\n"
    )
    assert (root / "common/services/bup.yml").read_text(encoding="utf-8") == SHARED
    verified = {c.id: c.verified for s, c in checked(root).handbook.contacts if s.id == "bup"}["inntak"]
    assert verified is not None
    assert str(verified.date) == "2026-11-20"
    assert "2026-11-20" in (root / PPT).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("id: bup\nextends: bup\narea: Lillevik\nadd: {does: [Mer.]}\n", "area: Lillevik\ncontacts:\n  - id: inntak\n"),
        (
            "id: bup\nextends: bup\nadd:\n  contacts:\n    - id: vakt\n      role: Vakt\n",
            "role: Vakt\n      verified:\n",
        ),
    ],
)
def test_a_local_file_that_extends_is_written_in(root: Path, text: str, after: str) -> None:
    path = root / "lillevik/services/bup.yml"
    path.write_text(text, encoding="utf-8")
    result = verify(root, "bup.vakt" if "vakt" in text else "bup.inntak")
    assert result.returncode == 0, result.stderr
    assert after in path.read_text(encoding="utf-8")


def test_records_that_stand_together_get_one_more(root: Path) -> None:
    together = root / "lillevik/services.yml"
    for path in (root / "lillevik/services").iterdir():
        text = path.read_text(encoding="utf-8").replace("\n", "\n  ").rstrip()
        so_far = together.read_text(encoding="utf-8") if together.exists() else ""
        together.write_text(f"{so_far}- {text}\n", encoding="utf-8")
        path.unlink()
    (root / "lillevik/services").rmdir()
    assert verify(root, "bup.inntak").returncode == 0
    assert "- id: bup\n  extends: bup\n  contacts:\n    - id: inntak\n" in together.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"names": ("ppt.ledr",)}, "mente du «ppt.leder»?"),
        ({"names": ("ppt",)}, "lillevik har ingen kontakt «ppt»; skriv tjenesten og kontakten med punktum mellom"),
        ({"how": "Sjekket"}, "«Sjekket» sier ikke hvordan"),
        ({"how": "  ok, 2026 "}, "sier ikke hvordan"),
        ({"by": " "}, "sier ikke"),
        ({"how": "ringte  NUMMERET"}, "av samme rolle med samme ord"),
        ({"names": ("ppt.leder", "--date", "2026-11-23")}, "2026-11-23 er ikke kommet ennå"),
        ({"names": ("ppt.leder", "--date", "2026-09-30")}, "alt kontrollert 2026-10-01"),
        ({"names": ("ppt.leder", "--date", "30.9.2026")}, "30.9.2026"),
        ({"names": ("ppt.leder", "--municipality", "lilevik")}, "mente du «lillevik»?"),
    ],
)
def test_what_is_no_verification_is_refused_and_nothing_written(root: Path, arguments: Any, said: str) -> None:
    before = (root / PPT).read_bytes()
    names = arguments.pop("names", ("ppt.leder",))
    result = verify(root, *names, **arguments)
    assert result.returncode == 2
    assert said in " ".join(result.stderr.split())
    assert (root / PPT).read_bytes() == before


def test_several_municipalities_need_a_name(root: Path) -> None:
    (root / "storvik").mkdir()
    (root / "storvik/municipality.yml").write_text("id: storvik\n", encoding="utf-8")
    result = verify(root, "ppt.leder")
    assert (result.returncode, "--municipality (lillevik, storvik)" in result.stderr) == (2, True)
    assert verify(root, "ppt.leder", "--municipality", SLUG).returncode == 0


def test_a_file_with_faults_is_not_touched(root: Path) -> None:
    (root / PPT).write_text(mini_file(PPT) + "id: igjen\n", encoding="utf-8")
    result = verify(root, "ppt.leder")
    assert result.returncode == 2
    assert "står to ganger" in result.stderr
    assert "fila er ikke endret" in result.stderr


# A date that is only moved.


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A handbook of a municipality's own, in git, where contacts were verified on the first of October."""
    name = "lillevik/municipality.yml"
    root = varied(tmp_path, {name: own(mini_file(name))})
    git = ("git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@x.example")
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "Før")):
        subprocess.run((*git, *arguments), check=True)
    return root


def moved(root: Path) -> list[str]:
    result = said_by_handbok("check", "--handbook", str(root), "--no-source", "--fresh")
    return [line for line in result.stdout.splitlines() if "contact-verified-how" in line]


def test_a_date_that_is_only_moved_is_told_by_the_history(history: Path) -> None:
    assert moved(history) == []
    text = mini_file(PPT)
    (history / PPT).write_text(text.replace("date: 2026-10-01", "date: 2026-11-20"), encoding="utf-8")
    (line,) = moved(history)
    assert "flyttet fra 2026-10-01 til 2026-11-20, men hvem og hvordan står som før" in line
    subprocess.run(("git", "-C", str(history), "add", "."), check=True)
    author = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    subprocess.run(("git", "-C", str(history), *author, "commit", "--quiet", "-m", "Etter"), check=True)
    assert moved(history) == [line], "also when it is committed"


def test_a_verification_is_not_suspected(history: Path) -> None:
    assert verify(history, "ppt.leder").returncode == 0
    assert moved(history) == []


def test_without_a_history_nobody_is_suspected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "lillevik/municipality.yml"
    text = mini_file(PPT).replace("date: 2026-10-01", "date: 2026-11-20")
    root = varied(tmp_path, {name: own(mini_file(name)), PPT: text})
    assert moved(root) == []
    monkeypatch.setenv("PATH", "")
    assert moved(root) == []
    assert [rule for _, rule, _ in findings(checked(root)) if rule == "contact-verified-how"] == []
