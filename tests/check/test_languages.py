"""A shared text that is not in the handbook's own language says so, and nothing else does."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from builder.check.checker import Checked
from builder.model.foreign import Foreign
from builder.model.form import FORMS
from builder.model.municipality import ROLES
from builder.selfcheck.own_standard import in_own_standard

from tests.load.test_translation import FORM, OF_FORM, translated, with_digest
from tests.support import MINI, checked, errors, varied


@pytest.fixture
def nynorsk(tmp_path: Path) -> Checked:
    """A handbook in nynorsk over shared records in bokmål, of which a form is translated."""
    local = "- {id: leiar, name: Leiaren}\n- {id: ansatt, extends: ansatt, name: Du som er uroa}\n"
    files = {FORM: with_digest(OF_FORM, "forms", "samtykke"), "lillevik/roles.yml": local}
    return translated(tmp_path, files)


def language(text: str | None) -> str | None:
    return text.language if isinstance(text, Foreign) else None


def test_a_shared_text_that_is_not_translated_says_its_language(nynorsk: Checked) -> None:
    assert errors(nynorsk) == []
    form = nynorsk.handbook.find(FORMS, "samtykke")
    assert form is not None
    assert [language(text) for text in (form.title, form.purpose, form.instructions[0])] == [None, "nb", None]
    fields = form.sections[0].fields
    assert [language(field.label) for field in fields] == [None, None, "nb", "nb", None]
    assert [language(option) for option in fields[2].options] == ["nb", "nb"]


def test_what_is_no_text_says_nothing(nynorsk: Checked) -> None:
    for rule in nynorsk.handbook.rules:
        assert language(rule.id) is None
        assert language(rule.owner) is None
        assert [language(citation) for citation in rule.legal_basis] == [None]
        assert language(rule.title) == "nb"


def test_a_municipality_s_own_words_are_in_its_language(nynorsk: Checked) -> None:
    own, laid_over = (nynorsk.handbook.find(ROLES, name) for name in ("leiar", "ansatt"))
    assert own is not None
    assert laid_over is not None
    assert [language(text) for text in (own.name, laid_over.name, laid_over.description)] == [None, None, "nb"]


def test_nothing_is_told_apart_where_all_is_in_one_language() -> None:
    handbook = checked(MINI).handbook
    assert not any(isinstance(text, Foreign) for _, _, text in handbook.prose)
    assert not any(isinstance(role.name, Foreign) for role in handbook.roles)


def test_a_record_has_its_place_still(nynorsk: Checked) -> None:
    role = nynorsk.handbook.find(ROLES, "ansatt")
    assert role is not None
    assert role.at("description").path == "mini/common/roles.yml"
    assert role.at("name").path == "mini/lillevik/roles.yml"


def test_a_record_that_stands_in_english_can_be_had_in_it_beside_its_own(tmp_path: Path) -> None:
    english = with_digest(OF_FORM, "forms", "samtykke").replace("Namn", "Name")
    local = "{id: samtykke, extends: samtykke, title: Vårt samtykke}\n"
    result = checked(varied(tmp_path, {"common/forms.en.yml": english, "lillevik/forms.yml": local}))
    assert errors(result) == []
    form = result.handbook.find(FORMS, "samtykke")
    assert form is not None
    assert form.sections[0].fields[0].label == "Navn"
    ((code, other),) = result.handbook.in_other_languages(form)
    assert (code, other.sections[0].fields[0].label) == ("en", "Name")
    assert [language(text) for text in (other.title, other.purpose, other.sections[0].fields[0].label)] == [
        "nb",
        "nb",
        None,
    ]
    rule = result.handbook.rules[0]
    assert list(result.handbook.in_other_languages(rule)) == []


def test_the_self_check_counts_what_is_not_in_the_handbook_s_standard(nynorsk: Checked) -> None:
    statements = list(in_own_standard(nynorsk.handbook))
    rules = next(one for one in statements if one.message.text().startswith("Taushetsplikt og deling: "))
    assert {one.id for one in rules.evidence} == {rule.id for rule in nynorsk.handbook.rules}
    assert "ord er ikke på kommunens målform" in rules.message.text()
    assert not any(one.message.text().startswith("Møteplasser") for one in statements)
    assert list(in_own_standard(checked(MINI).handbook)) == []


def test_a_text_in_another_language_is_a_text() -> None:
    text = Foreign("Skole", "nb")
    assert (text, f"{text}", text.upper(), {text: 1}["Skole"]) == ("Skole", "Skole", "SKOLE", 1)
    assert language(str(text)) == "nb"
    again = pickle.loads(pickle.dumps(text))
    assert (again, language(again)) == ("Skole", "nb")
