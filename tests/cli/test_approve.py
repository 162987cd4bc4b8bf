"""`handbok approve`: an edition somebody stands behind; what is changed since is a draft until it is approved again."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.facts.approvals import approved_edition, drafts, gone
from builder.model.approved_edition import EDITIONS
from builder.pdf.sheets import Printer

from tests.support import checked, mini_file, own, said_by_handbok, site_html, varied

NAME = "lillevik/municipality.yml"
PPT = "lillevik/services/ppt.yml"


def approve(
    root: Path, version: str = "2026.2", by: str = "Kommunedirektør", *more: str
) -> subprocess.CompletedProcess:
    return said_by_handbok("approve", "--by", by, "--version", version, "--handbook", str(root), "--yes", *more)


def real(root: Path) -> Path:
    """As a municipality's own is: without placeholders."""
    for path in root.rglob("*.yml"):
        text = path.read_text(encoding="utf-8").replace(".example", ".no").replace("00 00 00 0", "22 22 22 2")
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return real(varied(tmp_path, {NAME: own(mini_file(NAME))}))


@pytest.fixture
def approved(root: Path) -> Path:
    result = approve(root)
    assert result.returncode == 0, result.stderr
    return root


def test_an_edition_is_written_and_the_handbook_is_approved(approved: Path) -> None:
    found = checked(approved).handbook
    edition = approved_edition(found)
    assert edition is not None
    assert (edition.id, edition.version, edition.by, str(edition.date)) == (
        "2026-2",
        "2026.2",
        "Kommunedirektør",
        "2026-11-22",
    )
    municipality = found.municipality
    assert (municipality.version, municipality.approver, str(municipality.approved)) == (
        "2026.2",
        "Kommunedirektør",
        "2026-11-22",
    )
    assert drafts(found) == gone(found) == ()
    rules = [problem.rule for problem in checked(approved).problems]
    assert "text-approved" not in rules
    assert "handbook-approver" not in rules


def test_the_pages_say_in_which_edition_they_were_approved(approved: Path) -> None:
    pages = site_html(checked(approved).handbook)
    assert "Godkjent søndag 22. november 2026 av Kommunedirektør, utgave 2026.2" in pages["tjenester/ppt"]
    assert "Utkast" not in pages["tjenester/ppt"]
    assert "2026.2" in pages["om/index"].partition("Utgaver")[2]


def test_a_text_that_is_changed_is_a_draft_on_its_page_and_in_the_check(approved: Path) -> None:
    path = approved / PPT
    path.write_text(path.read_text(encoding="utf-8").replace("Utreder og", "Tester og"), encoding="utf-8")
    found = checked(approved)
    assert [record.id for record in drafts(found.handbook)] == ["ppt"]
    pages = site_html(found.handbook)
    said = "Utkast. Ny eller endret etter at utgave 2026.2 ble godkjent søndag 22. november 2026."
    assert said in pages["tjenester/ppt"]
    assert said not in pages["tjenester/skole"]
    edition = Edition(found.handbook)
    printed = {sheet.path: Printer(edition).html(sheet) for sheet in edition.sheets}
    assert {path for path, text in printed.items() if said in text} == {"ark/tjeneste-ppt", "kontakter/ppt"}
    (problem,) = [problem for problem in found.problems if problem.rule == "text-approved"]
    assert "«PP-tjenesten» er ny eller endret" in problem.message.text() or "«PPT» er ny" in problem.message.text()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("phone: 22 22 22 20", "phone: 22 22 22 29"),
        ("date: 2026-10-01", "date: 2026-11-20"),
        ("next_review: 2027-09-01", "next_review: 2027-10-01"),
        ("id: ppt\n", "# en merknad\nid: ppt\n"),
    ],
)
def test_what_is_kept_true_every_day_is_no_draft(approved: Path, before: str, after: str) -> None:
    path = approved / PPT
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    assert drafts(checked(approved).handbook) == ()


def test_new_and_removed_texts_are_known(approved: Path) -> None:
    new = (
        (approved / PPT)
        .read_text(encoding="utf-8")
        .replace("id: ppt\n", "id: ppt-nord\n")
        .replace("owner: ppt.leder\n", "")
    )
    (approved / "lillevik/services/ppt-nord.yml").write_text(new, encoding="utf-8")
    (approved / "lillevik/training.yml").unlink()
    found = checked(approved).handbook
    assert [record.id for record in drafts(found)] == ["ppt-nord"]
    assert gone(found) == ("training:stille-barn",)


def test_a_draft_may_be_approved_by_itself(approved: Path) -> None:
    path = approved / PPT
    text = path.read_text(encoding="utf-8").replace("Utreder og", "Tester og")
    path.write_text(text + "approved_by: Kommunalsjef\napproved: 2026-11-22\n", encoding="utf-8")
    assert [record.id for record in drafts(checked(approved).handbook)] == ["ppt"], "before or with the edition"
    editions = approved / "lillevik/editions.yml"
    editions.write_text(editions.read_text(encoding="utf-8").replace("2026-11-22", "2026-11-01"), encoding="utf-8")
    assert drafts(checked(approved).handbook) == ()


def test_the_next_edition_supersedes_the_one_before(approved: Path) -> None:
    path = approved / PPT
    path.write_text(path.read_text(encoding="utf-8").replace("Utreder og", "Tester og"), encoding="utf-8")
    result = approve(approved, "2026.3")
    assert result.returncode == 0, result.stderr
    assert "git tag v2026.3" in result.stdout
    found = checked(approved).handbook
    assert [(one.version, str(one.status), bool(one.texts)) for one in found.of(EDITIONS)] == [
        ("2026.3", "approved", True),
        ("2026.2", "superseded", False),
    ]
    assert drafts(found) == ()


def test_a_draft_edition_becomes_the_approved_one(root: Path) -> None:
    draft = '- id: neste\n  version: "2026.2"\n  status: draft\n'
    (root / "lillevik/editions.yml").write_text(draft, encoding="utf-8")
    assert approved_edition(checked(root).handbook) is None
    assert approve(root).returncode == 0
    assert [(one.version, str(one.status)) for one in checked(root).handbook.of(EDITIONS)] == [("2026.2", "approved")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2026.2",), "Utgave 2026.2 er alt godkjent 2026-11-22"),
        (("2026 3",), "kan ikke være en utgave"),
        (("2026.3", " "), "Skriv rollen som godkjente"),
        (("2026.3", "Leder", "--date", "2026-11-21"), "ble godkjent 2026-11-22, som er etter 2026-11-21"),
        (("2026.3", "Leder", "--date", "2026-11-23"), "ikke kommet ennå"),
    ],
)
def test_what_cannot_be_approved_is_refused(approved: Path, arguments: tuple[str, ...], said: str) -> None:
    before = (approved / "lillevik/editions.yml").read_bytes()
    result = approve(approved, *arguments)
    assert (result.returncode, said in " ".join(result.stderr.split())) == (2, True)
    assert (approved / "lillevik/editions.yml").read_bytes() == before


def test_a_demonstration_cannot_be_approved(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    result = approve(root)
    assert result.returncode == 2
    assert "Lillevik er en demonstrasjon, og ingenting i en demonstrasjon kan godkjennes" in result.stderr
    assert not (root / "lillevik/editions.yml").exists()


def test_data_with_errors_cannot_be_approved(root: Path) -> None:
    (root / PPT).write_text(
        (root / PPT).read_text(encoding="utf-8").replace("category: ppt", "category: pptt"), encoding="utf-8"
    )
    result = approve(root)
    assert result.returncode == 2
    assert "har feil i data" in result.stderr
