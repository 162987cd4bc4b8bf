"""Prints of their own, from the miniature handbook: what is on them, that they are accessible, and always the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest
from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.model.audience import Audience
from builder.model.handbook import Handbook
from builder.model.service import SERVICES
from builder.pdf.sheets import Printer, write_sheets
from builder.pdf.writer import Standard
from builder.views.sheets.posters import Poster
from builder.views.sheets.sheet import Sheet
from dateutil.relativedelta import relativedelta

from tests.pdf.structure import faults
from tests.pdf_reading import elements, fields_in_tags, text_of, unembedded
from tests.support import MINI, checked, filled_handbook, varied

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@pytest.fixture(scope="module")
def mini() -> Handbook:
    return checked(MINI).handbook


@pytest.fixture(scope="module")
def printed(mini: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prints")
    write_sheets(Edition(mini), folder)
    return folder


def sheet(handbook: Handbook, path: str) -> Sheet:
    return next(found for found in Edition(handbook).sheets if found.path == path)


def html(handbook: Handbook, path: str) -> str:
    return Printer(Edition(handbook)).html(sheet(handbook, path))


def files(handbook: Handbook) -> list[str]:
    """The files of the sheets; books are written by others."""
    return [copy.file for found in Edition(handbook).sheets for copy in found.copies]


def test_each_file_that_is_promised_is_written_and_no_other(mini: Handbook, printed: Path) -> None:
    promised = files(mini)
    assert set(promised) <= set(Edition(mini).files)
    assert sorted(promised) == sorted(str(path.relative_to(printed)) for path in printed.rglob("*.pdf"))
    assert len(set(promised)) == len(promised)


def test_every_print_is_accessible(mini: Handbook, printed: Path) -> None:
    found = {file: faults(pypdf.PdfReader(printed / file)) for file in files(mini)}
    assert {file: said for file, said in found.items() if said} == {}


def test_the_same_handbook_gives_the_same_bytes(mini: Handbook, printed: Path, tmp_path: Path) -> None:
    printer = Printer(Edition(checked(MINI).handbook))
    one_of_each = {found.template: found.path for found in Edition(mini).sheets}
    assert len(one_of_each) == 13
    for path in one_of_each.values():
        found = sheet(mini, path)
        printer.write(found, tmp_path)
        for copy in found.copies:
            assert (tmp_path / copy.file).read_bytes() == (printed / copy.file).read_bytes()


# WeasyPrint leaves its colour profile open until the garbage is collected.
@pytest.mark.whole
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_for_the_archive_a_print_keeps_to_both_standards(mini: Handbook, tmp_path: Path) -> None:
    printer = Printer(Edition(mini), Standard(for_archive=True))
    one_of_each = {found.template: found for found in Edition(mini).sheets}
    for template in ("form", "card"):
        printer.write(one_of_each[template], tmp_path)
        for copy in one_of_each[template].copies:
            pdf = pypdf.PdfReader(tmp_path / copy.file)
            root = pdf.trailer["/Root"]
            claims = ElementTree.fromstring(root["/Metadata"].get_data()).find(f"{{{RDF}}}RDF")
            assert claims is not None
            said = {name: value for part in claims for name, value in part.attrib.items()}
            assert said["{http://www.aiim.org/pdfa/ns/id/}part"] == "2"
            assert said["{http://www.aiim.org/pdfa/ns/id/}conformance"] == "A"
            assert said["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
            assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
            assert "/NeedAppearances" not in root.get("/AcroForm", {})
            assert faults(pdf) == []
            assert unembedded(tmp_path / copy.file) == []


def test_every_print_says_how_old_it_is_and_what_it_is(mini: Handbook, printed: Path) -> None:
    for found in Edition(mini).sheets:
        for copy in found.copies:
            first = text_of(printed / copy.file)[0]
            for said in ("skrevet ut 22. november 2026", "gyldig til", "kode ", "Nettsiden gjelder:", "Demonstrasjon"):
                assert said in first, f"{copy.file}: {said}"


def test_without_an_address_a_print_names_the_page(mini: Handbook) -> None:
    assert mini.municipality.website is None
    found = html(mini, "lommekort")
    assert "«Sammen i Lillevik» i Sammen i Lillevik" in found
    assert "<svg" not in found


def test_with_an_address_a_print_gives_it_in_letters_and_as_a_code(tmp_path: Path) -> None:
    text = (MINI / "lillevik" / "municipality.yml").read_text(encoding="utf-8")
    root = varied(tmp_path, {"lillevik/municipality.yml": f"{text}website: https://handbok.lillevik.example/\n"})
    handbook = checked(root).handbook
    forum = handbook.forums[0]
    found = html(handbook, f"moteark/{forum.id}")
    assert f'href="https://handbok.lillevik.example/moteplasser/{forum.id}.html"' in found
    assert "<title>QR-kode til siden på nettet</title>" in found


def test_the_code_follows_the_content_and_not_the_day(mini: Handbook) -> None:
    def code(handbook: Handbook, path: str) -> str:
        return html(handbook, path).split("kode ")[1][:8]

    later = Handbook(mini.municipality, mini._records, mini.today + dt.timedelta(days=1))
    form = f"skjema/{mini.forms[0].id}"
    assert code(mini, form) == code(later, form)
    assert code(mini, form) != code(mini, "lommekort")


def test_a_list_is_valid_until_its_first_contact_must_be_verified_again(mini: Handbook) -> None:
    months = mini.municipality.contact_check_months
    oldest = min(found.verified.date for _, found in mini.contacts if found.verified)
    until = sheet(mini, "kontakter").until
    assert until is not None
    assert until == oldest + relativedelta(months=months)
    assert sheet(mini, "lommekort").until == dt.date(2027, 9, 1)


def test_a_contact_nobody_verified_is_marked(tmp_path: Path, mini: Handbook) -> None:
    service = next(s for s in mini.services if any(c.verified for c in s.contacts))
    later = Handbook(mini.municipality, mini._records, mini.today + dt.timedelta(days=800))
    assert "må kontrolleres</span>" not in html(mini, f"kontakter/{service.id}")
    assert "må kontrolleres</span>" in html(later, f"kontakter/{service.id}")


def test_a_number_that_rings_nobody_is_marked_and_the_mark_is_explained(mini: Handbook) -> None:
    for path in ("kontakter", "kontakter/ppt", "lommekort"):
        found = html(mini, path).replace("\xa0", " ")
        assert found.count("00 00 00 00") == found.count('00 00 00 00<span class="mark">*</span>') > 0
        assert "* Plassholder: ringer ingen." in found


def test_where_every_number_rings_somebody_no_mark_is_explained(mini: Handbook) -> None:
    found = html(mini, f"skjema/{mini.forms[0].id}")
    assert '<span class="mark">' not in found
    assert "Plassholder" not in found


def test_what_is_lacking_is_marked_on_the_wall_for_staff_alone(mini: Handbook) -> None:
    later = Handbook(mini.municipality, mini._records, mini.today + dt.timedelta(days=800))
    mark = '<span class="flag">?</span>'
    assert mark in html(later, "kontakter")
    assert mark not in html(for_audience(later, Audience.PUBLIC), "kontakter")


def test_a_wall_list_of_many_contacts_is_printed_whole(mini: Handbook, tmp_path: Path) -> None:
    service = next(found for found in mini.services if found.contacts)
    many = [service.contacts[0].model_copy(update={"id": f"r{n}", "role": f"Rolle nr {n}."}) for n in range(200)]
    records = {**mini._records, SERVICES.name: {service.id: service.model_copy(update={"contacts": tuple(many)})}}
    handbook = Handbook(mini.municipality, records, mini.today)
    wall = sheet(handbook, "kontakter")
    assert 2 < Printer(Edition(handbook)).write(wall, tmp_path) <= 4
    text = " ".join(text_of(tmp_path / wall.copies[0].file))
    assert [contact.role for contact in many if contact.role not in text] == []


def test_a_step_says_whom_to_ring_where_that_is_not_who_answers_for_it(mini: Handbook) -> None:
    poster = next(found for found in Edition(mini).sheets if found.template == "poster").context
    assert isinstance(poster, Poster)
    for row in poster.steps:
        assert bool(row.answering) + bool(row.others) <= 1
    assert any(row.answering for row in poster.steps)


def test_fields_come_in_the_order_they_are_read_and_say_where_they_belong(mini: Handbook, printed: Path) -> None:
    for form in mini.forms:
        pdf = pypdf.PdfReader(printed / sheet(mini, f"skjema/{form.id}").copies[0].file)
        fields = pdf.get_fields() or {}
        assert fields_in_tags(pdf) == list(fields)
        labels = [str(field["/TU"]) for field in fields.values()]
        for section in form.sections:
            for field in section.fields:
                assert any(field.label in label for label in labels), field.label


def test_text_that_is_filled_in_can_be_read_back(mini: Handbook, printed: Path, tmp_path: Path) -> None:
    path = printed / sheet(mini, f"skjema/{mini.forms[0].id}").copies[0].file
    fields = pypdf.PdfReader(path).get_fields() or {}
    texts = {name: f"Blåbærsyltetøy § {n}" for n, (name, field) in enumerate(fields.items()) if field["/FT"] == "/Tx"}
    boxes = {name: "/on" for name, field in fields.items() if field["/FT"] == "/Btn"}
    writer = pypdf.PdfWriter(clone_from=path)
    for page in writer.pages:
        writer.update_page_form_field_values(page, texts | boxes, auto_regenerate=False)
    writer.write(tmp_path / "filled.pdf")
    filled = pypdf.PdfReader(tmp_path / "filled.pdf").get_fields() or {}
    assert texts
    assert {name: filled[name]["/V"] for name in texts} == texts
    assert {name: filled[name]["/V"] for name in boxes} == boxes


def test_a_form_says_not_to_keep_what_is_filled_in(mini: Handbook) -> None:
    for form in mini.forms:
        assert "Ikke lagre utfylte skjemaer her." in html(mini, f"skjema/{form.id}")


def test_pages_link_only_to_prints_that_are_written(mini: Handbook) -> None:
    assert not any(page.prints for chapter in Edition(mini).chapters() for page in chapter.pages)
    assert "utskrift/index" not in [page.path for chapter in Edition(mini).chapters() for page in chapter.pages]
    written = Edition(mini).files
    pages = [page for chapter in Edition(mini).chapters(written=written) for page in chapter.pages]
    assert {found.file for page in pages for found in page.prints} == set(written)
    assert "utskrift/index" in [page.path for page in pages]


def test_text_from_data_stays_text() -> None:
    hostile = filled_handbook("<script>alert(1)</script>")
    printer = Printer(Edition(hostile))
    found = [printer.html(each) for each in Edition(hostile).sheets]
    assert found
    assert not any("<script" in each for each in found)


def test_headings_are_in_the_tags(mini: Handbook, printed: Path) -> None:
    kinds = [element["/S"] for element in elements(pypdf.PdfReader(printed / "utskrift/kontakter.pdf"))]
    assert kinds.count("/H1") == 1
    assert kinds.index("/H1") < kinds.index("/H2") < kinds.index("/LI")


def test_whoever_leads_a_meeting_is_given_what_to_take_along(mini: Handbook) -> None:
    def taken(*written: str) -> dict[str, list[str]]:
        chapters = Edition(mini).chapters(written=written)
        pages = [page for chapter in chapters for page in chapter.pages if page.pack]
        return {page.path: [found.file for found in page.pack.prints] for page in pages if page.pack}

    team, consent = "utskrift/moteark-team.pdf", "utskrift/skjema-samtykke.pdf"
    situation = "utskrift/situasjon-bekymret-barn.pdf"
    assert taken(*files(mini))["moteplasser/team"] == [team, "utskrift/kontakter.pdf", consent, situation]
    assert taken(team, consent) == {"moteplasser/team": [team, consent]}
    assert taken(team) == taken(consent) == {}
