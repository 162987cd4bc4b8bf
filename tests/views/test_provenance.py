"""The foot of a page: which record it shows, in which file, and who verified what."""

from __future__ import annotations

from pathlib import Path

from builder.edition.phrases import Phrases
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.views.provenance import approved, provenance

from tests.support import SLUG, all_pages, checked, mini_file, own, varied

MUNICIPALITY = f"{SLUG}/municipality.yml"


def said(messages: tuple[Message, ...]) -> list[str]:
    phrases = Phrases("nb", str)
    return [phrases.said(message) for message in messages]


def test_a_page_of_a_record_names_it_and_its_file(mini: Handbook) -> None:
    found = provenance(mini)
    assert found["tjenester/ppt"].record == "services:ppt"
    assert found["tjenester/ppt"].file == "lillevik/services/ppt.yml"
    assert found["taushetsplikt/meldeplikt"].file == "common/rules.yml"


def test_every_page_that_is_named_is_one(mini: Handbook) -> None:
    assert set(provenance(mini)) <= {page.path for page in all_pages(mini)}


def test_a_service_says_the_oldest_verification_of_its_contacts(tmp_path: Path) -> None:
    name = "lillevik/services/ppt.yml"
    contact = "  - id: ny\n    role: Ny\n    verified: {date: 2025-01-02, by: Sekretæren, how: Ringte}\n"
    text = mini_file(name).replace("contacts:\n", f"contacts:\n{contact}")
    found = provenance(checked(varied(tmp_path, {name: text})).handbook)["tjenester/ppt"]
    assert "Kontaktene ble kontrollert torsdag 2. januar 2025 eller senere: Sekretæren." in said(found.verified)


def test_a_contact_nobody_verified_is_told_of(tmp_path: Path) -> None:
    name = "lillevik/services/ppt.yml"
    text = mini_file(name).replace("contacts:\n", "contacts:\n  - {id: ny, role: Ny}\n")
    found = provenance(checked(varied(tmp_path, {name: text})).handbook)["tjenester/ppt"]
    assert "Ikke alle kontaktene er kontrollert." in said(found.verified)


def test_rules_and_routines_say_when_the_law_was_checked(mini: Handbook) -> None:
    law = "Lovregisteret ble kontrollert torsdag 1. oktober 2026: Redaksjonen."
    assert law in said(provenance(mini)["taushetsplikt/meldeplikt"].verified)
    assert law in said(provenance(mini)["situasjoner/bekymret-barn"].verified)
    assert law not in said(provenance(mini)["tjenester/ppt"].verified)


def test_the_forum_says_when_it_was_evaluated_and_in_a_demonstration_that_this_is_an_example(
    mini: Handbook, tmp_path: Path
) -> None:
    assert said(provenance(mini)["moteplasser/team"].verified) == [
        "Eksempel: Møteplassen ble evaluert tirsdag 2. juni 2026."
    ]
    handbook = checked(varied(tmp_path, {MUNICIPALITY: own(mini_file(MUNICIPALITY))})).handbook
    assert said(provenance(handbook)["moteplasser/team"].verified) == ["Møteplassen ble evaluert tirsdag 2. juni 2026."]


def test_a_handbook_nobody_approved_claims_nothing(tmp_path: Path) -> None:
    text = "".join(line for line in mini_file(MUNICIPALITY).splitlines(True) if not line.startswith("approve"))
    assert approved(checked(varied(tmp_path, {MUNICIPALITY: own(text)})).handbook) == ()


def test_a_handbook_says_who_approved_it_and_a_demonstration_that_nobody_did(mini: Handbook, tmp_path: Path) -> None:
    assert said(approved(mini)) == ["Ikke godkjent – demonstrasjon."]
    text = own(mini_file(MUNICIPALITY)) + "approved: 2026-09-01\n"
    handbook = checked(varied(tmp_path, {MUNICIPALITY: text})).handbook
    assert said(approved(handbook)) == ["Håndboka ble godkjent tirsdag 1. september 2026 av Kommunedirektør."]
