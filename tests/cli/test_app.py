"""The command line is made for the one who asks: nothing of the environment is read when it is imported."""

from __future__ import annotations

import pytest
from builder.cli.app import command_line
from builder.cli.errors import WrongUse
from builder.cli.terminal import Terminal, wanted_language
from builder.i18n import LANGUAGES, translations

from tests.support import said_by_handbok


def helped(language: str) -> dict[str, str]:
    """The help of each command and of each of its options, by name."""
    made = command_line(translations(language).gettext)
    parts = [(name, command) for name, command in made.commands.items()]
    parts += [(f"{name} {option.name}", option) for name, command in made.commands.items() for option in command.params]
    return {name: getattr(part, "help", None) or "" for name, part in parts}


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "nb"])
def test_all_help_is_made_in_the_language_asked_for(language: str) -> None:
    written, made = helped("nb"), helped(language)
    assert made.keys() == written.keys()
    catalogue = translations(language).gettext
    assert {name: catalogue(text) for name, text in written.items() if text and "nb, nn" not in text} == {
        name: text for name, text in made.items() if text and "nb, nn" not in text
    }
    assert sum(made[name] != written[name] for name in made) > len(made) / 2


def test_the_languages_are_named_in_the_help_of_the_option() -> None:
    assert helped("nb")["check language"].endswith(f"{', '.join(LANGUAGES)}.")


def test_one_process_can_help_in_several_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOK_LANGUAGE", "en")
    english = said_by_handbok("check", "--help").stdout
    monkeypatch.setenv("HANDBOK_LANGUAGE", "nn")
    nynorsk = said_by_handbok("check", "--help").stdout
    assert english != nynorsk
    assert "without building anything" in english


def test_an_unknown_language_in_the_environment_is_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOK_LANGUAGE", "tlh")
    assert wanted_language() == "nb"
    with pytest.raises(WrongUse, match="tlh"):
        Terminal("tlh")
