"""Rows of facts: what a field is called and how its value is said follow from the model alone."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from babel.messages.pofile import read_po
from builder.edition.localization import localization as written_in
from builder.edition.rows import Form, Rows
from builder.i18n import FIELDS, INTERFACE, LANGUAGES, LOCALE_FOLDER, SOURCE_LANGUAGE
from builder.model.ages import Ages
from builder.model.description import described, field_of, group_in
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.service import Access, Service
from builder.views.page import Link
from builder.views.routes import Names

from tests.support import filled_handbook

#: Groups of fields that have no words for the whole: a page lays out what is in them, or names a field within.
LAID_OUT = {
    "Access",
    "AgreementSide",
    "BasisForSome",
    "Confirmation",
    "Consent",
    "Contact",
    "Decisions",
    "Delivery",
    "Editors",
    "Families",
    "Figure",
    "FormSection",
    "FormerNumber",
    "ForumPlace",
    "GreyZone",
    "InCharge",
    "LaterNumber",
    "Level",
    "MeetingNote",
    "Member",
    "Moved",
    "Parties",
    "Precedence",
    "Proposal",
    "Provision",
    "Question",
    "Related",
    "Reservation",
    "SchoolBreak",
    "Standing",
    "StartItem",
    "Step",
    "SurveyGroup",
    "TextSection",
    "Trigger",
    "UsersAsked",
    "Verified",
}


def rows_of(handbook: Handbook, language: str = "nb") -> Rows:
    return Rows(written_in(language), Names(handbook))


@pytest.fixture(scope="module")
def rows(mini: Handbook) -> Rows:
    return rows_of(mini)


def service(**fields: object) -> Service:
    return Service.model_construct(**{**dict.fromkeys(Service.model_fields), **fields})


def said(rows: Rows, record: Service | Forum, *paths: str) -> list[str]:
    return [row.text for row in rows.rows(record, *paths)]


def test_every_field_of_every_record_can_be_said_and_what_has_no_words_of_its_own_is_rows_of_its_fields() -> None:
    handbook = filled_handbook("ord")
    rows = rows_of(handbook)
    laid_out = set()
    for kind, record in handbook.everything():
        for field in described(kind.record):
            part = group_in(field.value)
            name = {"from": "from_"}.get(field.key, field.key)
            for row in rows.rows(record, name):
                assert row.text
                if row.form is Form.GROUP:
                    assert part, field
                    laid_out.add(part.__name__)
    assert laid_out == LAID_OUT


def test_the_title_is_the_fields_and_the_order_is_the_pages(rows: Rows) -> None:
    found = rows.rows(service(area="Sør", reviewed=dt.date(2026, 3, 31)), "reviewed", "area")
    assert [(row.title, row.items) for row in found] == [
        ("Sist gjennomgått", ("tirsdag 31. mars 2026",)),
        ("Område", ("Sør",)),
    ]


def test_a_field_within_another_is_named_with_points(rows: Rows) -> None:
    record = service(access=Access(how="Ring."))
    assert said(rows, record, "access.how", "access.otherwise", "access.routes") == ["Slik gjør du: Ring."]
    assert said(rows, service(), "access.how") == []
    assert rows.named("Forum", "members.mandate") == "Mandat"
    assert rows.named(record, "access.how") == "Slik gjør du"


def test_a_field_there_is_not_is_a_mistake_of_the_template(rows: Rows) -> None:
    with pytest.raises(KeyError):
        rows.named("Service", "nothing")
    with pytest.raises(KeyError):
        field_of(Service, "area.within")


def test_nothing_gives_no_row_and_neither_does_a_no(rows: Rows) -> None:
    assert said(rows, service(area=None, aliases=()), "area", "aliases") == []


def test_the_form_of_a_value_follows_from_its_type(rows: Rows, mini: Handbook) -> None:
    by_path = {
        path: (row.form, row.items)
        for path in ("note", "website", "legal_basis", "works_with", "ages", "area")
        for row in rows.rows(
            service(
                note="**Ja**",
                website="https://x.no",
                legal_basis=("barnevernsloven § 13-2",),
                works_with=("ppt",),
                ages=Ages.model_validate({"from": 0, "to": 5}),
                area="Sør",
            ),
            path,
        )
    }
    assert by_path["note"] == (Form.PROSE, ("**Ja**",))
    assert by_path["website"] == (Form.WEB, ("https://x.no",))
    assert by_path["ages"] == (Form.TEXT, ("0–5 år",))
    assert by_path["area"] == (Form.TEXT, ("Sør",))
    assert by_path["works_with"] == (Form.LINK, (Names(mini).service("ppt"),))
    (law,) = by_path["legal_basis"][1]
    assert isinstance(law, Link)
    assert law.place
    assert by_path["legal_basis"][0] is Form.LINK


def test_texts_are_listed_in_a_sentence_and_names_are_told_apart_by_commas(rows: Rows) -> None:
    record = service(aliases=("Rus og psykiatri", "Psykisk helse"), access=Access(who_may_refer=("lege", "skole")))
    assert said(rows, record, "aliases", "access.who_may_refer") == [
        "Også kalt: Rus og psykiatri, Psykisk helse",
        "Hvem kan henvise: lege og skole",
    ]


@pytest.mark.parametrize(("language", "title"), [("nb", "Område"), ("nn", "Område"), ("en", "Area")])
def test_the_title_is_in_the_language_of_the_handbook(mini: Handbook, language: str, title: str) -> None:
    assert rows_of(mini, language).named("Service", "area") == title


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE_LANGUAGE])
def test_a_word_that_is_also_the_name_of_a_field_is_the_same_word_everywhere(language: str) -> None:
    """«Kontakter» is a chapter and a field: a reader must not meet two translations of it."""
    folder = LOCALE_FOLDER / language / "LC_MESSAGES"
    interface, fields = (
        {m.id: m.string for m in read_po(BytesIO((folder / f"{name}.po").read_bytes()), locale=language) if m.id}
        for name in (INTERFACE, FIELDS)
    )
    assert {
        text: (interface[text], fields[text]) for text in fields.keys() & interface if interface[text] != fields[text]
    } == {}
