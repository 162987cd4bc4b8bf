"""The page of laws: what is not settled, how old the texts are, and how a date is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builder.check.checker import Checked
from builder.model.law import Act, Provision
from builder.model.register_date import RegisterDate

from tests.support import ROOT, Document, checked, findings, mini_file, site_html, varied

REGISTER = """\
id: lovregister
verified: {date: 2026-10-01, by: Redaksjonen, how: Leste kildene.}
reservations:
  - {topic: Lite farlig, risk: low, what: Hva lite., action: Spør lite.}
  - {topic: Farlig, risk: high, what: Hva farlig., action: Spør farlig.}
  - {topic: Middels farlig, risk: medium, what: Hva middels., action: Spør middels.}
"""
LAW = "common/laws/barnevernsloven.yml"
SECOND = "    description: Den som arbeider for det offentlige skal melde fra ved alvorlig bekymring for et barn.\n"


def page(tmp_path: Path, register: str = REGISTER, law: str | None = None) -> str:
    """What a reader sees on the page of laws."""
    return Document(site_html(result(tmp_path, register, law).handbook)["lover"]).text


def result(tmp_path: Path, register: str = REGISTER, law: str | None = None) -> Checked:
    return checked(varied(tmp_path, {"common/register.yml": register, LAW: law or mini_file(LAW)}))


def test_what_may_do_most_harm_stands_before_the_provisions_and_the_rest_after(tmp_path: Path) -> None:
    text = page(tmp_path)
    places = [text.index(words) for words in ("Farlig risiko: høy", "Registeret ble kontrollert", "§ 13-2")]
    places += [text.index(words) for words in ("Flere forbehold", "Middels farlig risiko", "Lite farlig risiko: lav")]
    assert places == sorted(places)


def test_a_reservation_says_what_to_do(tmp_path: Path) -> None:
    assert "Hva farlig. Gjør dette: Spør farlig." in page(tmp_path).replace("farlig.Gjør", "farlig. Gjør")


def test_reservations_that_are_not_urgent_stand_last_under_their_own_name(tmp_path: Path) -> None:
    text = page(tmp_path, REGISTER.replace("risk: high", "risk: low"))
    assert "Flere forbehold" not in text
    assert text.index("§ 13-2") < text.rindex("Forbehold") < text.index("Farlig risiko: lav")


def test_the_day_of_a_text_is_written_as_a_reader_writes_it(tmp_path: Path) -> None:
    text = page(tmp_path)
    assert "Lovteksten slik den var 20. juni 2026" in text
    assert not re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)


def test_a_provision_tells_the_day_of_its_text_only_where_it_differs_from_that_of_the_act(tmp_path: Path) -> None:
    same = page(tmp_path / "same", law=mini_file(LAW).replace(SECOND, SECOND + "    source_as_of: 2026-06-20\n"))
    other = page(tmp_path / "other", law=mini_file(LAW).replace(SECOND, SECOND + "    source_as_of: 2026-07-28\n"))
    assert (same.count("20. juni 2026"), same.count("28. juli 2026")) == (2, 0)
    assert other.count("Lovteksten slik den var 28. juli 2026") == 1


def test_the_register_tells_between_which_days_the_texts_are(tmp_path: Path) -> None:
    law = mini_file(LAW).replace(SECOND, SECOND + "    source_as_of: 2026-07-28\n")
    text = page(tmp_path, law=law)
    first = "Lovteksten er lest slik den var mellom "
    assert first in text
    assert text.index("Registeret ble kontrollert 1. oktober 2026") < text.index(first)


def test_a_provision_that_was_not_read_in_the_source_says_so(tmp_path: Path) -> None:
    assert "ikke lest i kilden" not in page(tmp_path / "read")
    law = mini_file(LAW).replace(SECOND, SECOND + "    verified: false\n")
    assert "ikke lest i kilden" in page(tmp_path / "unread", law=law)


def test_the_day_of_a_text_is_a_date_and_nothing_else(tmp_path: Path) -> None:
    law = mini_file(LAW).replace('source_as_of: "2026-06-20"', "source_as_of: 2026-06-20 (utledet)")
    assert any("skal være en dato skrevet år-måned-dag" in text for _, _, text in findings(result(tmp_path, law=law)))


@pytest.fixture(scope="module")
def shared() -> Checked:
    """The register that ships with the handbooks."""
    return checked(ROOT / "handbook", "risor", "handbook")


def test_the_register_speaks_to_staff(shared: Checked) -> None:
    """Words of developers and days as a machine writes them have no place in what staff read."""
    jargon = re.compile(
        r"siter|verifis|tredjepart|datasett|metadata|konsolider|[0-9]{4}-[0-9]{2}-[0-9]{2}\b(?!-)", re.I
    )
    texts = [text for act in shared.handbook.law.acts for text in _texts(act)]
    register = shared.handbook.law_checked
    assert register is not None
    texts += _words(register)
    assert [text for text in texts if jargon.search(re.sub(r"(LOV|FOR)-[0-9-]+", "", text))] == []


def _texts(act: Act) -> list[str]:
    return [text for one in act.provisions for text in (one.description, one.note) if text]


def _words(register: RegisterDate) -> list[str]:
    told = [text for one in register.reservations for text in (one.topic, one.what, one.action)]
    return [*told, *register.sources, register.verified.how, register.note or ""]


def test_every_provision_tells_the_day_of_its_text(shared: Checked) -> None:
    missing = [act.id for act in shared.handbook.law.acts for one in act.provisions if not _day(act, one)]
    assert missing == []


def _day(act: Act, provision: Provision) -> object:
    return provision.source_as_of or act.source_as_of
