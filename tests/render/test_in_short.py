"""What comes many times on a print is whole at first, and then in short where nobody can take it for another."""

from __future__ import annotations

from builder.render.in_short import again, contact_again, together

CONSENT = "Samtykke – når familien sier ja"


def test_a_name_is_whole_at_first_and_then_without_what_explains_it() -> None:
    assert again(CONSENT, []) == CONSENT
    assert again(CONSENT, [CONSENT]) == "Samtykke"
    assert again("Akutt: barnet er i fare nå", ["Akutt: barnet er i fare nå"]) == "Akutt"
    assert again("Vi er uenige", ["Vi er uenige"]) == "Vi er uenige"


def test_a_name_that_could_be_another_stays_whole() -> None:
    assert again(CONSENT, [CONSENT, "Samtykke – når den unge er 16 år"]) == CONSENT


def test_a_contact_is_named_with_its_service_at_first() -> None:
    nurse, other = "Leder, Helsestasjonen", "Leder, PPT"
    assert contact_again(nurse, []) == nurse
    assert contact_again(nurse, [nurse]) == "Leder"
    assert contact_again(nurse, [nurse, other]) == nurse


def test_sections_of_an_act_stand_together_and_no_other_citation_is_touched() -> None:
    child, school = "barnevernsloven § 2-1", "opplæringslova § 24-3"
    regulation = "personvernforordningen artikkel 5"
    assert together([child, "barnevernsloven § 2-2", school]) == ["barnevernsloven §§ 2-1, 2-2", school]
    assert together([child, school, "barnevernsloven § 2-2"]) == [child, school, "barnevernsloven § 2-2"]
    assert together([regulation, regulation, "forvaltningsloven § 13 a"]) == [
        regulation,
        regulation,
        "forvaltningsloven § 13 a",
    ]
    assert together([]) == []
