"""What the rules say of themselves, in nynorsk and English."""

from __future__ import annotations

import pytest
from babel.messages.pofile import read_po
from builder.check.catalogue import catalogue
from builder.i18n import LANGUAGES, LOCALE_FOLDER, RULES, SOURCE_LANGUAGE, translations
from builder.rules.documentation import Documentation

from tests.support import said_by_handbok

OTHERS = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
#: Words of bokmål that are no words in the other language.
FOREIGN = {"nn": (" ikke ", " hvem ", " tjenester ", " noen ", " blir gjort av en "), "en": (" og ", " ikke ", " som ")}


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated_and_no_other(language: str) -> None:
    with (LOCALE_FOLDER / language / "LC_MESSAGES" / f"{RULES}.po").open("rb") as source:
        known = {message.id: message.string for message in read_po(source, locale=language) if message.id}
    expected = {sentence for rule in catalogue().values() for sentence in rule.sentences}
    assert known.keys() == expected, "run `make messages` and translate builder/locale/*/LC_MESSAGES/rules.po"
    assert [text for text, translated in known.items() if not translated] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_is_left_in_bokmal(language: str) -> None:
    translate = translations(language, RULES).gettext
    for rule in catalogue().values():
        told = rule.told(translate)
        assert told.title != rule.title, rule.id
        assert told.reason != rule.reason, rule.id
        assert [word for word in FOREIGN[language] if word in f" {told.title} {told.reason} "] == [], rule.id


def test_paragraphs_sources_and_examples_keep_their_places() -> None:
    rule = next(iter(catalogue().values()))
    rule = Documentation(rule.id, rule.severity, "T.", "En.\n\nTo.", "a § 1; b § 2.", ("x: 1\n",), ("x: 2\n",))
    assert rule.sentences == ("T.", "En.", "To.", "a § 1", "b § 2")
    told = rule.told(str.upper)
    assert (told.title, told.reason, told.source) == ("T.", "EN.\n\nTO.", "A § 1; B § 2.")
    assert (told.id, told.right, told.wrong) == (rule.id, ("x: 1\n",), ("x: 2\n",))
    assert rule.told(str) == rule


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("nb", "Hver kontakt har en stedfortreder."),
        ("nn", "Kvar kontakt har ein stadfortredar."),
        ("en", "Each contact has a deputy."),
    ],
)
def test_explain_speaks_the_language_it_is_asked_for(language: str, title: str) -> None:
    for command in (["explain", "contact-deputy"], ["explain"]):
        result = said_by_handbok(*command, "--language", language)
        assert result.returncode == 0
        assert title in result.stdout
