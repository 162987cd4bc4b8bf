"""What has changed between two states, in sentences in the reader's language."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from builder.changes import differences
from builder.changes.state import State, state_of
from builder.i18n import FIELDS, LANGUAGES, LOCALE_FOLDER, SOURCE_LANGUAGE
from builder.model.export import records_as_data
from builder.model.handbook import Handbook
from builder.model.parts import titles

from tests.support import checked, mini_file, public, varied


def changed(mini: Handbook, path: str, value: Any, language: str = "nb", *, minor: bool = False) -> list[str]:
    """The sentences after one value of the miniature handbook is set, or removed where None."""
    before = records_as_data(mini)
    after = copy.deepcopy(before)
    *above, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    target: Any = after
    for step in above:
        target = target[step]
    if value is None:
        del target[last]
    elif isinstance(target, list) and last == len(target):
        target.append(value)
    else:
        target[last] = value
    return [one.text for one in differences(state_of(before), state_of(after), language) if one.minor is minor]


LEADER = "services/ppt/contacts/0"
SENTENCES: list[tuple[str, Any, list[str]]] = [
    (f"{LEADER}/phone", "22 22 22 22", ["Leder, PPT har fått telefonnummer: 22 22 22 22"]),
    (f"{LEADER}/phone", "00 00 00 09", []),
    (f"{LEADER}/email", "ny@lillevik.example", ["E-posten til Leder, PPT er endret"]),
    (f"{LEADER}/person", "Navn Etternavn", ["Leder, PPT er nå Navn Etternavn"]),
    (f"{LEADER}/vacant", True, ["Stillingen som Leder, PPT er ubesatt"]),
    (f"{LEADER}/deputy/role", "Rådgiver", ["Stedfortreder for Leder, PPT er nå Rådgiver"]),
    (f"{LEADER}/deputy", None, ["Leder, PPT har ingen stedfortreder lenger"]),
    (f"{LEADER}/hours", None, ["Tiden Leder, PPT treffes, er endret"]),
    (f"{LEADER}/area", "Skolene", ["Opplysningene om Leder, PPT er endret"]),
    (f"{LEADER}/role", "Fagleder", ["Rollen Leder heter nå Fagleder, PPT"]),
    (LEADER, None, ["Kontakten Leder, PPT er tatt ut"]),
    ("services/ppt/contacts/1", {"id": "inntak", "role": "Inntak"}, ["Ny kontakt for PPT: Inntak"]),
    ("services/ppt/name", "Læringstjenesten", ["PP-tjenesten heter nå Læringstjenesten"]),
    ("services/ppt/does", ["Annet."], ["PPT: «Dette gjør vi» er endret"]),
    ("services/ppt", None, ["Tatt ut: PPT (tjeneste)"]),
    ("services/nav", {"id": "nav", "name": "NAV"}, ["Ny tjeneste: NAV"]),
    ("forums/team/recurrence/weekday", "monday", ["Tverrfaglig team er flyttet fra tirsdag til mandag"]),
    (
        "forums/team/recurrence",
        {"every": 2, "unit": "week", "weekday": "tuesday"},
        ["Tverrfaglig team møtes nå hver 14. dag, tirsdag"],
    ),
    (
        "forums/team/recurrence/exceptions",
        [{"date": "2026-12-01", "cancelled": True}],
        ["Tverrfaglig team: Møtet tirsdag 1. desember 2026 er avlyst"],
    ),
    ("forums/team/recurrence", None, ["Det står ikke lenger hvor ofte Tverrfaglig team møtes"]),
    ("forums/team/starts", "10:00", ["Tverrfaglig team begynner nå klokka 10:00"]),
    ("forums/team/place", "Biblioteket", ["Nytt sted for Tverrfaglig team: Biblioteket"]),
    ("forums/team/chair", "ppt.leder", ["Leder, PPT leder nå Tverrfaglig team"]),
    ("forums/team/members/1", None, ["Lillevik skole er ikke lenger med i Tverrfaglig team"]),
    ("forums/team/members/2", {"actor": "skole.rektor"}, ["Rektor, Lillevik skole er nå med i Tverrfaglig team"]),
    ("pathways/uenighet/steps/0/deadline", {"at_once": True}, ["Fristen for «{step}» i «{pathway}» er nå straks"]),
    (
        "pathways/uenighet/steps/0/responsible",
        "skole.rektor",
        ["Rektor, Lillevik skole har nå ansvaret for «{step}» i «{pathway}»"],
    ),
    ("pathways/uenighet/steps/0/say", ["Hei."], ["Steget «{step}» i «{pathway}» er skrevet om"]),
    ("changes/ny-rutine", None, []),
]


@pytest.mark.parametrize(("path", "value", "expected"), SENTENCES, ids=[f"{s[0]}={s[1]}"[:60] for s in SENTENCES])
def test_each_change_is_a_sentence(mini: Handbook, path: str, value: Any, expected: list[str]) -> None:
    pathway: Any = records_as_data(mini)["pathways"]["uenighet"]
    words = {"pathway": pathway["title"], "step": pathway["steps"][0]["title"]}
    assert changed(mini, path, value) == [sentence.format(**words) for sentence in expected]


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (f"{LEADER}/verified/date", "2026-11-20", ["Leder, PPT ble kontrollert fredag 20. november 2026"]),
        ("services/ppt/reviewed", "2026-11-20", ["PPT: «Sist gjennomgått» er endret"]),
    ],
)
def test_what_only_editors_follow_is_apart(mini: Handbook, path: str, value: Any, expected: list[str]) -> None:
    assert changed(mini, path, value, minor=True) == expected
    assert changed(mini, path, value) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nn", "Tverrfaglig team er flytt frå tysdag til måndag"),
        ("en", "Tverrfaglig team has moved from Tuesday to Monday"),
    ],
)
def test_the_sentences_are_in_the_readers_language(mini: Handbook, language: str, said: str) -> None:
    assert changed(mini, "forums/team/recurrence/weekday", "monday", language) == [said]


@pytest.mark.parametrize(
    ("language", "said"), [("nn", "PPT: «Dette gjer vi» er endra"), ("en", "PPT: «What we do» changed")]
)
def test_a_field_that_is_only_named_has_a_name_in_the_readers_language(
    mini: Handbook, language: str, said: str
) -> None:
    assert changed(mini, "services/ppt/does", ["Annet."], language) == [said]


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE_LANGUAGE])
def test_every_field_that_is_named_has_a_name_in_every_language(language: str) -> None:
    with (LOCALE_FOLDER / language / "LC_MESSAGES" / f"{FIELDS}.po").open("rb") as source:
        known = {message.id: message.string for message in read_po(source, locale=language) if message.id}
    assert known.keys() == titles(), "run `make messages` and translate builder/locale/*/LC_MESSAGES/fields.po"
    assert [title for title, translated in known.items() if not translated] == []


def test_nothing_is_different_from_itself(mini: Handbook) -> None:
    assert differences(State(mini), state_of(records_as_data(mini)), "nb") == ()


def test_an_internal_number_is_no_news(mini: Handbook, tmp_path: Path) -> None:
    name = "lillevik/services/skole.yml"
    text = mini_file(name).replace("    role: Rektor\n", "    role: Rektor\n    direct_phone: 41 23 45 67\n")
    after = checked(varied(tmp_path, {name: text})).handbook
    before = state_of(records_as_data(mini))
    assert differences(before.told_to_all(), State(public(after)), "nb") == ()
    assert differences(before, State(after), "nb") != ()
