"""A form that is only ticked is read on its page; one that is handed in says to whom, and how soon it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.pdf.sheets import Printer

from tests.support import Document, checked, mini_file, public, site_html, varied

FORMS = "common/forms.yml"
GUIDE = """
- id: lede-mote
  title: Slik leder du møtet
  kind: meeting-guide
  purpose: Ta med arket.
  owner: ansatt
  next_review: 2027-09-01
  sections:
    - {title: Før, fields: [{label: Alle som må være der kommer., kind: checkbox}]}
"""
REFERRAL = """
- id: egen-henvisning
  title: Vi ber om hjelp
  kind: self-referral
  purpose: For deg som trenger hjelp.
  owner: ansatt
  next_review: 2027-09-01
  delivery: {to: ppt.leder%s}
  sections:
    - {title: Dine ord, fields: [{label: Hva er vanskelig?, kind: text}]}
"""
AGREED = ", answer: {amount: 2, unit: working-days}"


def with_forms(folder: Path, answer: str) -> Handbook:
    return checked(varied(folder, {FORMS: mini_file(FORMS) + GUIDE + REFERRAL % answer})).handbook


@pytest.fixture(scope="module")
def agreed(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    return with_forms(tmp_path_factory.mktemp("agreed"), AGREED)


@pytest.fixture(scope="module")
def pages(agreed: Handbook) -> Mapping[str, str]:
    return site_html(agreed)


def printed(handbook: Handbook, name: str) -> str:
    edition = Edition(handbook)
    return Printer(edition).html(next(one for one in edition.sheets if one.path == f"skjema/{name}"))


def test_every_meeting_leads_to_how_it_is_led(agreed: Handbook, pages: Mapping[str, str]) -> None:
    for forum in agreed.forums:
        assert "Slik leder du møtet" in Document(pages[f"moteplasser/{forum.id}"]).text


def test_without_a_guide_a_meeting_leads_to_none(mini_html: Mapping[str, str], mini: Handbook) -> None:
    assert all("Slik leder du møtet" not in mini_html[f"moteplasser/{forum.id}"] for forum in mini.forums)


def test_a_form_that_is_only_ticked_is_read_at_once(agreed: Handbook, pages: Mapping[str, str]) -> None:
    assert "hb-more" not in pages["skjemaer/lede-mote"]
    assert "hb-more" in pages["skjemaer/egen-henvisning"]
    assert "Ikke lagre utfylte skjemaer" not in printed(agreed, "lede-mote")
    assert "Ikke lagre utfylte skjemaer" in printed(agreed, "samtykke")


def test_a_form_says_who_receives_it_and_how_soon_it_is_answered(agreed: Handbook, pages: Mapping[str, str]) -> None:
    for text in (Document(pages["skjemaer/egen-henvisning"]).text, Document(printed(agreed, "egen-henvisning")).text):
        assert "innen 2 arbeidsdager" in text.replace("\xa0", " ")
        assert "Lever til" in text


def test_where_no_answer_is_agreed_staff_see_it_and_the_family_is_told_to_ask(tmp_path: Path) -> None:
    handbook = with_forms(tmp_path, "")
    assert "ikke avtalt" in site_html(handbook)["skjemaer/egen-henvisning"]
    assert "ikke avtalt" not in site_html(public(handbook))["skjemaer/egen-henvisning"]
    assert "spør når du leverer" in printed(handbook, "egen-henvisning")
