"""The prints of the demonstration handbooks: complete, fitting their paper, and opened by two readers."""

from __future__ import annotations

import functools
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from builder import prose
from builder.edition.edition import Edition
from builder.facts.agenda import agenda, allotted
from builder.facts.held import Held, held_of
from builder.facts.portfolio import portfolio
from builder.facts.ring_now import ring_now
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.model.vocabulary import Category
from builder.views.confidentiality import RulePage
from builder.views.page import Context
from builder.views.pathways import PathwayPage
from builder.views.services import ServicePage
from builder.views.share_answers import SharePage
from builder.views.sheets.agreement_sheets import AgreementSheet
from builder.views.sheets.easy_sheets import EasySheet
from builder.views.sheets.family_sheets import FamilySheet
from builder.views.sheets.fillable import FillableForm
from builder.views.sheets.leaders import IntroductionList
from builder.views.sheets.monday_sheets import MondaySheet
from builder.views.sheets.one_page import OnePage
from builder.views.sheets.questionnaire import Questionnaire
from builder.views.sheets.sheet import Copy, Sheet
from builder.views.sheets.who_pays import WhoPaysSheet

from tests.demonstration.conftest import MUNICIPALITIES
from tests.demonstration.test_book import handbook
from tests.pdf.structure import faults
from tests.pdf_reading import letters, said_by_poppler, text_of, unembedded

MILLIMETRES = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "A6": (105, 148)}


@functools.cache
def made(slug: str) -> tuple[Sheet, ...]:
    return Edition(handbook(slug)).sheets


@functools.cache
def texts(path: Path) -> tuple[str, ...]:
    return tuple(text_of(path))


#: What each page of a print says, by the language of the print where it is not that of the handbook.
SAID = {"": ("Demonstrasjon", "skrevet ut", "gyldig til"), "en": ("Demonstration", "printed", "valid until")}


def copies(slug: str) -> list[tuple[Sheet, Copy]]:
    return [(sheet, copy) for sheet in made(slug) for copy in sheet.copies]


@pytest.fixture(params=MUNICIPALITIES)
def slug(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def bare(text: str) -> str:
    """The text without spaces and hyphens: poppler takes away a hyphen where a line ends."""
    return "".join(text.split()).replace("-", "").replace("\N{HYPHEN}", "")


def missing(text: str, wanted: list[str]) -> list[str]:
    """What cannot be found, however lines are broken."""
    seen = bare(text)
    return [part for part in wanted if bare(part) not in seen]


def overdue(data: Handbook) -> list[str]:
    """Every contact that is overdue, by the role a reader knows."""
    months = data.municipality.contact_check_months
    return [contact.role for _, contact in data.contacts if months and contact.verified is None]


def going_on(data: Handbook) -> list[str]:
    """All that leaders decide on, by name."""
    return [item.record.label for item in portfolio(data)]


FOR_LEADERS = {"kontrollrunde": overdue, "hva-vi-driver-med": going_on}


def facts(data: Handbook, sheet: Sheet, look: str = "") -> list[str]:
    """What the records say that must be on a print of them, or on a copy that says it in short."""
    kind, _, name = sheet.path.partition("/")
    if kind == "moteark":
        held = (one for found in data.forums for one in (Held(found, found), *held_of(data, found)))
        forum = next(one.at for one in held if one.key == name)
        return [
            prose.plain(forum.purpose),
            *(prose.plain(item.text) for item in agenda(forum)),
            *(prose.plain(item) for item in forum.preparation),
            *(member.deputy for member in forum.members if member.deputy),
            *(member.mandate.label for member in forum.members if member.mandate),
        ]
    if kind == "kontakter":
        contacts = [contact for service, contact in data.contacts if not name or service.id == name]
        # On the wall there is room for an address only where there is no number.
        return [
            said
            for contact in contacts
            for email in [contact.email if name or not contact.phone else None]
            for said in (contact.role, contact.phone, email, contact.deputy and contact.deputy.role)
            if said
        ]
    if kind == "skjema":
        # In another language it is the translated record that the print is given.
        translated = sheet.context.form if sheet.language and isinstance(sheet.context, FillableForm) else None
        form = translated or next(found for found in data.forms if found.id == name)
        fields = [field for section in form.sections for field in section.fields]
        return [section.title for section in form.sections] + [
            said for field in fields for said in (field.label, *field.columns, *field.options)
        ]
    if kind == "plakat":
        pathway = next(found for found in data.pathways if found.id == name)
        texts_ = [] if look else [prose.plain(step.text or "") for step in pathway.steps]
        return [step.title for step in pathway.steps] + texts_ + whom_to_ring(data) + numbers_of(data, pathway)
    if kind in FOR_LEADERS:
        return FOR_LEADERS[kind](data)
    if isinstance(sheet.context, OnePage):
        return [prose.plain(said) for said in told(sheet.context.printed.context)]
    if isinstance(sheet.context, FamilySheet):
        text = sheet.context.text
        paragraphs = (text.answer, *text.what_happens, *text.consent, *(right.text for right in text.rights))
        return [text.question, *map(prose.plain, paragraphs)]
    if isinstance(sheet.context, EasySheet):
        return [said for part in sheet.context.parts for said in (part.title, *part.lines)]
    if kind == "hefte":
        checklist = next(found for found in data.onboarding if found.id == name)
        return [prose.plain(item.text) for item in checklist.items]
    return on_a_sheet_of_its_own(sheet) or whom_to_ring(data) + [number.label for number in ring_now(data).urgent]


def on_a_sheet_of_its_own(sheet: Sheet) -> list[str]:
    """What is on a sheet that has neither whom to ring nor steps."""
    match sheet.context:
        case WhoPaysSheet(needs=rows):
            return [row.need.name for row in rows]
        case AgreementSheet(agreement=agreement):
            sides = (agreement.one, agreement.other)
            return [prose.plain(promise.what) for side in sides for promise in side.gives]
        case MondaySheet(now=now, next=after, deciders=deciders):
            return [link.text for link in (*now, *after, *deciders)]
        case IntroductionList(standing=standing):
            return [row.link.text for row in (*standing.never, *standing.late, *standing.done)]
        case Questionnaire(questions=questions):
            return [question.label for question in questions]
    return []


def told(page: Context) -> list[str]:
    """What a page tells that is made to be read from: all of it must be on its sheet."""
    match page:
        case PathwayPage(pathway=pathway, steps=rows):
            steps = pathway.steps
            in_steps = [said for step in steps for said in (step.title, step.text or "", *step.todo, *step.say)]
            in_steps += [
                said for step in steps for said in (step.information, step.participation, step.while_waiting) if said
            ]
            in_steps += [turn.when for step in steps for turn in step.transitions]
            links = [link.text for row in rows for link in (*row.others, *row.rules)]
            return [pathway.title, pathway.summary, pathway.goal or "", *in_steps, *set(links), pathway.feedback or ""]
        case RulePage(rule=rule):
            lists = (*rule.conditions, *rule.practice, *rule.can_say, *rule.cannot_say, *rule.notes)
            return [rule.title, rule.answer or "", rule.summary, *lists, rule.records or ""]
        case ServicePage(service=service):
            contacts = [said for contact in service.contacts for said in (contact.role, contact.phone, contact.email)]
            return [service.name, service.summary, *service.does, *service.does_not, *filter(None, contacts)]
        case SharePage(cards=cards, others=others):
            rules = [card.lead for card in (*cards, *others) if card.lead]
            return [
                said for rule in rules for said in (rule.answer or rule.title, *rule.conditions, rule.records or "")
            ]
    raise AssertionError(page)


def whom_to_ring(data: Handbook) -> list[str]:
    """Every number of the table, and when those answer that do not always."""
    ring = ring_now(data)
    assert len(ring.contacts) > 1
    shown = [said for one in ring.contacts for said in (one.phone or "", one.name)]
    return [number.phone for number in ring.urgent] + shown


def numbers_of(data: Handbook, pathway: Pathway) -> list[str]:
    """Whom to ring for each step that a contact answers for, and the number."""
    answering = [step.responsible for step in pathway.steps if isinstance(step.responsible, str)]
    found = [contact for actor in answering if (contact := data.contact(actor))]
    return [said for _, contact in found for said in (contact.role, contact.phone) if said]


def goes_on_overleaf(printed: str, text: str) -> bool:
    """Whether a text is there in two parts, with the foot of a page and the head of the next between them."""
    words, seen = text.split(), bare(printed)
    parts = ((" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words)))
    return any(bare(before) in seen and bare(after) in seen for before, after in parts)


def test_every_fact_is_on_the_print(site: Path, slug: str) -> None:
    checked = 0
    for sheet, copy in copies(slug):
        wanted = facts(handbook(slug), sheet, copy.look)
        printed = " ".join(texts(site / slug / copy.file))
        assert [one for one in missing(printed, wanted) if not goes_on_overleaf(printed, one)] == [], copy.file
        checked += len(wanted)
    assert checked > 1000


def test_every_print_fits_its_paper(site: Path, slug: str) -> None:
    for sheet, copy in copies(slug):
        pdf = pypdf.PdfReader(site / slug / copy.file)
        pages = len(pdf.pages)
        sides = copy.sides or sheet.sides
        assert sides is None or pages <= sides, copy.file
        assert pages % sheet.multiple == 0, copy.file
        for page in pdf.pages:
            size = (float(page.mediabox.width) * 25.4 / 72, float(page.mediabox.height) * 25.4 / 72)
            assert size == pytest.approx(MILLIMETRES[copy.paper], abs=1), copy.file


def test_the_agenda_has_the_time_the_meeting_has(site: Path, slug: str) -> None:
    timed = [forum for forum in handbook(slug).forums if allotted(agenda(forum))]
    assert len(timed) > 10
    for forum in timed:
        assert allotted(agenda(forum)) == forum.minutes, forum.id
        said = f"Fordelt: {forum.minutes} av {forum.minutes} minutter"
        assert missing(texts(site / slug / f"utskrift/moteark-{forum.id}.pdf")[0], [said]) == [], forum.id


def test_a_meeting_sheet_has_a_field_for_the_name_of_each_who_is_there(site: Path, slug: str) -> None:
    for forum in handbook(slug).forums:
        fields = pypdf.PdfReader(site / slug / f"utskrift/moteark-{forum.id}.pdf").get_fields() or {}
        members = len(forum.members)
        assert {f"navn-{n}" for n in range(1, members + 1)} == {name for name in fields if name.startswith("navn-")}
        assert {"dato", "neste", "annen-navn-1", "annen-rolle-1", "bestemt-5", "hvem-5", "nar-5"} <= set(fields)


def test_every_page_says_it_is_a_demonstration_and_when_it_was_printed(site: Path, slug: str) -> None:
    for sheet, copy in copies(slug):
        pages = texts(site / slug / copy.file)
        whole_sheet = sheet.template in ("card", "booklet")
        for text in pages[:1] if whole_sheet else pages:
            for said in SAID[sheet.language]:
                assert said in text, copy.file
        assert missing(pages[0], [f"handbok.{slug}.example/{sheet.of.page}.html"]) == [], copy.file


def test_every_print_is_accessible(site: Path, slug: str) -> None:
    found = {copy.file: faults(pypdf.PdfReader(site / slug / copy.file)) for _, copy in copies(slug)}
    assert {file: said for file, said in found.items() if said} == {}
    for _, copy in copies(slug):
        assert said_by_poppler(["pdfinfo", "-struct", str(site / slug / copy.file)]), copy.file


def test_every_print_says_its_language_and_carries_its_typefaces(site: Path, slug: str) -> None:
    one_of_each = {(sheet.template, sheet.language): copy for sheet, copy in copies(slug)}
    for (_, language), copy in one_of_each.items():
        path = site / slug / copy.file
        assert pypdf.PdfReader(path).trailer["/Root"]["/Lang"] == (language or "nb")
        assert unembedded(path) == []


def test_every_print_is_linked_from_its_page_and_from_the_list(site: Path, slug: str) -> None:
    listed = (site / slug / "utskrift" / "index.html").read_text(encoding="utf-8")
    for sheet, copy in copies(slug):
        name = Path(copy.file).name
        assert f'href="{name}"' in listed
        assert f"utskrift/{name}" in (site / slug / f"{sheet.of.page}.html").read_text(encoding="utf-8")


def test_the_whole_municipality_is_on_both_sides_of_one_sheet_of_paper(site: Path, slug: str) -> None:
    path = site / slug / "utskrift" / "kontakter.pdf"
    assert len(pypdf.PdfReader(path).pages) == 2
    sizes = [letter.size for page in range(2) for letter in letters(path, page)]
    foot = 7.8
    assert min({*sizes} - {foot}) >= 8


def test_posters_are_read_from_some_way_off(site: Path, slug: str) -> None:
    """Below 12 points there is only what identifies the print: above and below its title, and in its foot."""
    identifies = {"A4": 9.0, "A3": 10.0}
    for sheet, copy in copies(slug):
        if sheet.template == "poster":
            found = letters(site / slug / copy.file)
            small = {letter.size for letter in found if letter.size < 12}
            assert small <= {identifies[copy.paper]}, copy.file
            assert all(letter.down < 0.2 or letter.down > 0.9 for letter in found if letter.size < 12), copy.file


def test_the_front_of_the_card_is_full_and_child_welfare_comes_first(site: Path, slug: str) -> None:
    """After the numbers for danger to life, as everywhere."""
    path = site / slug / "utskrift" / "lommekort.pdf"
    found = letters(path)
    assert max(letter.down for letter in found) > 0.85
    front = bare(texts(path)[0])
    ring = ring_now(handbook(slug))
    order = [*(number.phone for number in ring.danger), *(one.name for one in ring.contacts)]
    order += [number.label for number in ring.numbers]
    places = [front.index(bare(said), front.index("Ringnå")) for said in order]
    assert places == sorted(places)
    assert ring.contacts[0].takes_turns is Category.CHILD_WELFARE


def test_each_panel_of_the_card_is_filled(site: Path, slug: str) -> None:
    """What is left of the third is lines to write one's own numbers on."""
    path = site / slug / "utskrift" / "lommekort.pdf"
    ends = [max(letter.down for letter in letters(path, page)) for page in range(4)]
    assert min(ends[0], ends[1], ends[3]) > 0.7
    assert "Egne numre" in texts(path)[2]


def test_numbers_that_ring_nobody_are_marked(site: Path, slug: str) -> None:
    """Wherever they stand, on every print; and the print says what the mark is."""
    marked = set()
    for sheet, copy in copies(slug):
        text = " ".join(texts(site / slug / copy.file)).replace("\xa0", " ")
        numbers = text.count("00 00 00 00")
        assert numbers == text.count("00 00 00 00*"), copy.file
        if numbers:
            marked.add(sheet.template)
            assert sheet.language or "* Plassholder: ringer ingen." in text, copy.file
    assert marked >= {"wall", "contacts", "card", "poster", "one-page", "family", "form", "booklet", "round"}


def drawn(path: Path, page: int = 0) -> bytes:
    """A page as the engine of Chromium draws it, with what is filled in."""
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    return bytes(document[page].render(scale=1, may_draw_forms=True).buffer)


def test_what_is_filled_in_is_read_back_and_drawn(site: Path, slug: str, tmp_path: Path) -> None:
    for form in handbook(slug).forms:
        empty = site / slug / next(copy.file for sheet, copy in copies(slug) if sheet.path == f"skjema/{form.id}")
        fields = pypdf.PdfReader(empty).get_fields() or {}
        written = {name: "Blåbær på Ørland" for name, field in fields.items() if field["/FT"] == "/Tx"}
        ticked = {name: "/on" for name, field in fields.items() if field["/FT"] == "/Btn"}
        writer = pypdf.PdfWriter(clone_from=empty)
        for page in writer.pages:
            writer.update_page_form_field_values(page, written | ticked, auto_regenerate=False)
        filled = tmp_path / f"{form.id}.pdf"
        writer.write(filled)
        back = pypdf.PdfReader(filled).get_fields() or {}
        assert {name: back[name]["/V"] for name in fields} == written | ticked
        assert drawn(filled) != drawn(empty)


def test_two_readers_open_every_kind(site: Path, slug: str) -> None:
    for copy in {(sheet.template, sheet.kind): copy for sheet, copy in copies(slug)}.values():
        path = site / slug / copy.file
        assert len(pypdfium2.PdfDocument(path)) == len(texts(path)) > 0
        assert len(set(drawn(path))) > 1, "nothing is drawn"


def test_a_form_takes_one_sheet_of_paper_where_its_fields_have_room(site: Path, slug: str) -> None:
    lengths = {
        sheet.path.partition("/")[2]: len(pypdf.PdfReader(site / slug / copy.file).pages)
        for sheet, copy in copies(slug)
        if isinstance(sheet.context, FillableForm)
    }
    assert {name for name, pages in lengths.items() if pages > 2} <= {"individuell-plan"}
    assert {"samtykke", "samtykke-en", "bekymringsmelding"} <= set(lengths)
    assert max(lengths.values()) <= 3


def test_what_whoever_leads_a_meeting_takes_along_is_eight_pages_at_most(site: Path, slug: str) -> None:
    edition = Edition(handbook(slug))
    pages = [page for chapter in edition.chapters(written=edition.files) for page in chapter.pages if page.pack]
    assert len(pages) == len(handbook(slug).forums)
    for page in pages:
        assert page.pack
        taken = [found.file for found in page.pack.prints]
        lengths = {file: len(pypdf.PdfReader(site / slug / file).pages) for file in taken}
        assert sum(lengths.values()) <= 8, (page.path, lengths)
        shown = (site / slug / f"{page.path}.html").read_text(encoding="utf-8")
        assert "Møtelederens pakke" in shown
        assert [file for file in taken if file not in shown] == []
    kinds = {Path(found.file).name.partition("-")[0] for page in pages if page.pack for found in page.pack.prints}
    assert kinds >= {"moteark", "kontakter.pdf", "skjema"}
