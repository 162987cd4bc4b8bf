"""A translation has only texts, as many as the record, and is of the texts as they are now."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.check.translations import STALE_RULE, digest, followed
from builder.load.declaration import Declaration
from builder.load.tree import Mapping
from builder.load.yaml_text import parse

from tests.load.test_translation import FORM, OF_FORM, ROLE, translated, with_digest
from tests.support import errors, findings, place_in


def declaration(kind: str, text: str) -> Declaration:
    tree, problems = parse("x.yml", text.encode())
    assert isinstance(tree, Mapping)
    assert problems == []
    return Declaration(kind, tree.text("id"), tree)


ROLE_TEXT = "id: a\nname: Du som er bekymret\ndescription: Den som først ser at noe er galt.\n"


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (("Du som er bekymret", "Du som er redd"), False),
        (("Den som først ser at noe er galt.", ">-\n  Den som først ser\n  at noe er galt."), True),
        (("id: a", "id: a\nheld_by: [ppt.leder]"), True),
        (("id: a", "# merknad\nid: a"), True),
    ],
)
def test_the_digest_follows_the_texts_and_nothing_else(change: tuple[str, str], same: bool) -> None:
    before, after = declaration("roles", ROLE_TEXT), declaration("roles", ROLE_TEXT.replace(*change))
    assert (digest(before) == digest(after)) is same


def test_the_digest_is_letters_that_no_editor_takes_for_a_number() -> None:
    assert digest(declaration("roles", ROLE_TEXT)).isalpha()
    assert len(digest(declaration("roles", ROLE_TEXT))) == 8


def test_upkeep_is_not_followed() -> None:
    form = "id: a\ntitle: T\nlegal_review: {date: 2026-01-01, by: B, how: H}\napproved_by: C\n"
    assert [one.path for one in followed(declaration("forms", form))] == [("title",)]


def test_what_may_stand_short_is_a_text_as_well() -> None:
    forum = declaration("forums", "id: a\nname: N\nmode: physical\n")
    assert [one.path for one in followed(forum)] == [("name",)]


def test_a_translation_without_digest_is_told_which(tmp_path: Path) -> None:
    text = "- {id: ansatt, name: Du som er uroa}\n"
    ((place, rule, said),) = errors(translated(tmp_path, {ROLE: text}))
    assert (place, rule) == (place_in(ROLE, text, "{id"), "translation")
    assert with_digest("translates: %s", "roles", "ansatt") in said


def test_a_translation_of_another_text_is_warned_of(tmp_path: Path) -> None:
    text = "- {id: ansatt, translates: gammalt, name: Du som er uroa}\n"
    result = translated(tmp_path, {ROLE: text})
    assert errors(result) == []
    ((place, said),) = [(place, said) for place, rule, said in findings(result) if rule == STALE_RULE]
    assert place == place_in(ROLE, text, "gammalt")
    assert with_digest("translates: %s i stedet for gammalt", "roles", "ansatt") in said
    assert "mini/common/roles.yml:1:3" in said


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (("  title: Samtykke", "  kind: referral\n  title: Samtykke"), "kind"),
        (("- label: Namn", "- {label: Namn, kind: text}"), None),
        (("  title: Samtykke", "  next_review: 2028-01-01\n  title: Samtykke"), "next_review"),
        (("- label: Kva kan delast?", "- {label: Kva kan delast?, kind: line}"), "kind"),
    ],
)
def test_only_texts_may_differ(tmp_path: Path, change: tuple[str, str], field: str | None) -> None:
    text = with_digest(OF_FORM.replace(*change), "forms", "samtykke")
    found = errors(translated(tmp_path, {FORM: text}))
    if field is None:  # the field is not written in the record
        assert "«kind» står ikke i posten" in found[0][2]
    else:
        assert [said for _, _, said in found] == [
            f"«{field}» er ikke en tekst, og er lik på alle språk; fjern feltet fra oversettelsen"
        ]


def test_a_field_that_is_the_same_does_no_harm(tmp_path: Path) -> None:
    text = with_digest(OF_FORM.replace("  title: Samtykke", "  kind: consent\n  title: Samtykke"), "forms", "samtykke")
    assert errors(translated(tmp_path, {FORM: text})) == []


def test_a_list_of_texts_has_as_many_as_in_the_record(tmp_path: Path) -> None:
    text = with_digest(OF_FORM.replace("[Kva, Kven, Når]", "[Kva, Kven]"), "forms", "samtykke")
    ((place, _, said),) = errors(translated(tmp_path, {FORM: text}))
    assert place == place_in(FORM, text, "Kva, Kven]")
    assert "«columns» har 2 punkter, men 3 i posten som er oversatt" in said
