"""What is approved can be built again as it was, and the public edition holds nothing that is not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from builder.render.unbroken import unbroken

from tests.cli.conftest import contents
from tests.cli.test_approve import NAME, PPT, approve, real
from tests.support import handbok, mini_file, own, varied


def git(root: Path, *arguments: str) -> None:
    author = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    subprocess.run(("git", "-C", str(root.parent), *author, *arguments), check=True, capture_output=True)


def build(root: Path, output: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return handbok("build", "--no-pdf", "--handbook", str(root), "--output", str(output), *arguments, **environment)


def changed(root: Path, name: str, before: str, after: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert before in text
    (root / name).write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture(scope="module")
def tagged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook of a municipality's own that was approved and tagged, and has gone on since."""
    root = real(varied(tmp_path_factory.mktemp("tagged"), {NAME: own(mini_file(NAME))}))
    git(root, "init", "--quiet")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1794700800")  # 2026-11-15
        assert approve(root, "2026.2").returncode == 0
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Utgave 2026.2")
    git(root, "tag", "v2026.2")
    changed(root, PPT, "Utreder og gir råd", "Gir råd som ingen har godkjent")
    changed(root, PPT, "22 22 22 20", "22 22 22 30")
    new = (root / PPT).read_text(encoding="utf-8").replace("id: ppt\n", "id: nytt\n").replace("owner: ppt.leder\n", "")
    (root / "lillevik/services/nytt.yml").write_text(new, encoding="utf-8")
    return root


def test_an_approved_edition_is_built_again_byte_for_byte(tagged: Path, tmp_path: Path) -> None:
    first = build(tagged, tmp_path / "en", "--tag", "v2026.2")
    assert first.returncode == 0, first.stderr
    assert "lillevik: utgave 2026.2, godkjent 2026-11-15" in first.stdout
    again = build(tagged, tmp_path / "to", "--tag", "v2026.2", SOURCE_DATE_EPOCH="1830000000")
    assert again.returncode == 0, again.stderr
    assert contents(tmp_path / "en/lillevik") == contents(tmp_path / "to/lillevik")
    page = (tmp_path / "en/lillevik/tjenester/ppt.html").read_text(encoding="utf-8")
    assert "Utreder og gir råd" in page
    assert unbroken("22 22 22 20") in page
    assert "15. november 2026" in page
    assert not (tmp_path / "en/lillevik/tjenester/nytt.html").exists()
    over = build(tagged, tmp_path / "to", "--tag", "v2026.2")
    assert over.returncode == 0, over.stderr
    assert contents(tmp_path / "en/lillevik") == contents(tmp_path / "to/lillevik"), "also over what was published"


def test_the_public_edition_has_what_is_approved_with_the_numbers_of_today(tagged: Path, tmp_path: Path) -> None:
    result = build(tagged, tmp_path / "ut", "--approved")
    assert result.returncode == 0, result.stderr
    assert "2 tekster er utkast" in result.stdout
    page = (tmp_path / "ut/lillevik/tjenester/ppt.html").read_text(encoding="utf-8")
    assert "Utreder og gir råd" in page
    assert "ingen har godkjent" not in page
    assert unbroken("22 22 22 30") in page
    assert not (tmp_path / "ut/lillevik/tjenester/nytt.html").exists()
    assert "Utkast" not in page


def test_the_working_edition_has_the_drafts_marked(tagged: Path, tmp_path: Path) -> None:
    assert build(tagged, tmp_path / "ut").returncode == 0
    page = (tmp_path / "ut/lillevik/tjenester/ppt.html").read_text(encoding="utf-8")
    assert "ingen har godkjent" in page
    assert "Utkast. Ny eller endret etter at utgave 2026.2 ble godkjent søndag 15. november 2026." in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--tag", "v2026.9"), "Git kjenner ikke revisjonen «v2026.9»"),
        (("--approved",), "har ingen godkjent utgave. Godkjenn med handbok approve"),
        (("--edition", "offentlig"), "offentlig"),
    ],
)
def test_what_cannot_be_built_is_told(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    root = varied(tmp_path, {})
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Først")
    result = build(root, tmp_path / "ut", *arguments)
    assert (result.returncode, said in " ".join(result.stderr.split())) == (2, True), result.stderr
    assert not (tmp_path / "ut/lillevik").exists()


def test_a_tag_without_an_approved_edition_and_an_edition_without_its_tag_are_told(tmp_path: Path) -> None:
    root = real(varied(tmp_path, {NAME: own(mini_file(NAME))}))
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Først")
    git(root, "tag", "v1")
    result = build(root, tmp_path / "ut", "--tag", "v1")
    assert (result.returncode, "lillevik har ingen godkjent utgave i v1" in result.stderr) == (2, True)
    assert approve(root, "2026.2").returncode == 0
    changed(root, PPT, "Utreder og gir råd", "Gir råd")
    result = build(root, tmp_path / "ut", "--approved")
    assert result.returncode == 2
    assert "«git tag v2026.2»" in " ".join(result.stderr.split())


def test_where_nothing_is_changed_since_the_approval_no_tag_is_needed(tmp_path: Path) -> None:
    root = real(varied(tmp_path, {NAME: own(mini_file(NAME))}))
    assert approve(root, "2026.2").returncode == 0
    result = build(root, tmp_path / "ut", "--approved")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "ut/lillevik/tjenester/ppt.html").exists()
