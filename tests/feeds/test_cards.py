"""Contact cards read back by a library that did not write them."""

from __future__ import annotations

import uuid
from typing import Any
from xml.etree import ElementTree

import pytest
import vobject
from builder.edition.edition import Edition
from builder.feeds.files import files
from builder.model.handbook import Handbook
from builder.model.service import Service

from tests.support import TODAY, public

CONTACT: dict[str, Any] = {
    "id": "leder",
    "role": "Leder; «PPT», æøå",
    "phone": "22 22 22 22",
    "direct_phone": "22 22 22 99",
    "email": "ppt@lillevik.example",
    "deputy": {"role": "Nestleder", "phone": "22 22 22 23"},
    "hours": [{"days": ["monday"], "opens": "9:00", "closes": "15:30"}],
    "verified": {"date": "2026-10-01", "by": "sekretær", "how": "ringte nummeret"},
}
BOTH = pytest.mark.parametrize("path", ["kontakter/ppt.leder.vcf", "kontakter/vcard3/ppt.leder.vcf"])


def cards_of(mini: Handbook, website: str | None = None, for_all: bool = False, **fields: Any) -> dict[str, bytes]:
    service = Service.model_validate(
        {
            "id": "ppt",
            "name": "PP-tjenesten",
            "category": "ppt",
            "government": "municipality",
            "summary": "Hjelper.",
            "address": "Storgata 1, 2. etasje",
            "contacts": [CONTACT | fields, {"id": "vakt", "role": "Vakt", "phone": "112"}],
        }
    )
    municipality = mini.municipality.model_copy(update={"website": website})
    handbook = Handbook(municipality, {"services": {"ppt": service}}, TODAY)
    return files(Edition(public(handbook) if for_all else handbook))


def read(content: bytes) -> Any:
    return vobject.readOne(content.decode())


@BOTH
def test_a_card_is_read_back(mini: Handbook, path: str) -> None:
    card = read(cards_of(mini, "https://handbok.example")[path])
    assert card.fn.value == "Leder; «PPT», æøå, PP-tjenesten"
    assert card.title.value == "Leder; «PPT», æøå"
    assert card.org.value == ["PP-tjenesten"]
    assert [one.value.removeprefix("tel:") for one in card.tel_list] == ["+47-22-22-22-22", "+47-22-22-22-99"]
    assert {kind.lower() for kind in card.tel.params["TYPE"]} == {"work", "voice"}
    assert card.email.value == "ppt@lillevik.example"
    assert card.adr.value.street == "Storgata 1, 2. etasje"
    assert card.url.value == "https://handbok.example/tjenester/ppt.html"
    assert card.note.value.splitlines() == [
        "Treffes: mandag 09:00–15:30",
        "Ved fravær: Nestleder, 22 22 22 23",
        "Sist kontrollert torsdag 1. oktober 2026 av sekretær: ringte nummeret",
        "Fra Sammen i Lillevik. Roller og numre endres: det er håndboka som gjelder.",
        "Demonstrasjonsdata, ikke kommunens egen håndbok.",
    ]


def test_each_edition_says_which_it_is_first_and_is_complete(mini: Handbook) -> None:
    made = cards_of(mini)
    four, three = made["kontakter/ppt.leder.vcf"], made["kontakter/vcard3/ppt.leder.vcf"]
    assert four.startswith(b"BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\n")
    assert three.startswith(b"BEGIN:VCARD\r\nVERSION:3.0\r\n")
    read(three).validate(raiseException=True)
    assert b"TEL;TYPE=work,voice;VALUE=uri:tel:+47-22-22-22-22\r\n" in four
    assert all(len(line) <= 75 for line in (four + three).splitlines())


@BOTH
def test_the_one_who_holds_the_role_is_named(mini: Handbook, path: str) -> None:
    card = read(cards_of(mini, person="Navn Etternavn")[path])
    assert (card.fn.value, card.title.value) == ("Navn Etternavn", CONTACT["role"])
    assert (card.n.value.family, card.n.value.given) == ("Etternavn", "Navn")


@BOTH
@pytest.mark.parametrize("fields", [{"phone": "00 00 00 00"}, {"phone": None}])
@pytest.mark.parametrize("deputy", [{"role": "Nestleder", "phone": "00 00 00 01"}, {"role": "Nestleder"}])
def test_a_placeholder_is_never_a_number(
    mini: Handbook, path: str, fields: dict[str, Any], deputy: dict[str, Any]
) -> None:
    made = cards_of(mini, **fields, direct_phone=None, deputy=deputy)[path]
    assert not hasattr(read(made), "tel")
    assert b"00 00 00" not in made
    assert ("ikke lagt inn ennå" in read(made).note.value) is bool(fields["phone"] or deputy.get("phone"))


@BOTH
def test_vacancy_and_a_missing_deputy_are_said(mini: Handbook, path: str) -> None:
    note = read(cards_of(mini, vacant=True, deputy=None, verified=None)[path]).note.value
    assert note.startswith("Stillingen er ubesatt.\n")
    assert "Ved fravær: ingen stedfortreder" in note
    assert "Aldri kontrollert." in note


@BOTH
@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"vacant": True}, "Stillingen er ubesatt."),
        ({"away_until": "2030-01-01"}, "Borte til og med tirsdag 1. januar 2030."),
    ],
)
def test_the_number_is_that_of_the_deputy_while_nobody_else_answers(
    mini: Handbook, path: str, fields: dict[str, Any], said: str
) -> None:
    deputy = {"role": "Nestleder", "phone": "22 22 22 23"}
    card = read(cards_of(mini, phone="22 22 22 21", deputy=deputy, **fields)[path])
    assert "22222223" in card.tel.value.replace("-", "")
    assert card.note.value.startswith(f"{said}\nNummeret på kortet går til Nestleder.\n")


def test_the_direct_number_is_on_no_card_that_all_may_have(mini: Handbook) -> None:
    assert not [
        path for path, content in cards_of(mini, for_all=True).items() if b"22 99" in content or b"22-99" in content
    ]


def test_all_cards_are_in_one_file_and_a_short_number_stays_short(mini: Handbook) -> None:
    made = cards_of(mini)
    found = list(vobject.readComponents(made["kontakter/alle.vcf"].decode()))
    assert [card.fn.value for card in found] == ["Leder; «PPT», æøå, PP-tjenesten", "Vakt, PP-tjenesten"]
    assert found[1].tel.value == "tel:112"
    assert len({uuid.UUID(card.uid.value) for card in found}) == 2
    assert cards_of(mini) == made


def test_a_code_for_the_phone_is_made_only_of_a_number_that_rings(mini: Handbook) -> None:
    made = cards_of(mini)
    drawing = ElementTree.fromstring(made["kontakter/ppt.leder.svg"])
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    assert drawing.get("width") == drawing.get("height")
    assert "kontakter/ppt.vakt.svg" in made
    without = cards_of(mini, phone="00 00 00 00")
    assert "kontakter/ppt.leder.svg" not in without
    assert cards_of(mini) == made


@BOTH
@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("Kari Nordmann", "Nordmann;Kari;;;"),
        ("Kari Nordmann (vikar)", "Nordmann;Kari;;;"),
        ("Ola Nordmann jr.", "Nordmann;Ola;;;jr."),
        ("Jan van der Berg", "van der Berg;Jan;;;"),
        ("Élan Åsheim", "Åsheim;Élan;;;"),
        ("Máret Čáhppesjohka", "Čáhppesjohka;Máret;;;"),
        ("Nguyễn Thị Hương", "Hương;Nguyễn Thị;;;"),
        ("Solveig", "Solveig;;;;"),
        ("(vikar)", "(vikar);;;;"),
    ],
)
def test_a_card_is_filed_under_the_family_name_and_shows_the_whole(
    mini: Handbook, path: str, person: str, name: str
) -> None:
    text = cards_of(mini, person=person)[path].decode().replace("\r\n ", "")
    assert f"\r\nN:{name}\r\n" in text
    assert f"\r\nFN:{person}\r\n" in text
