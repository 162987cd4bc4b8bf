"""What a municipality lets others hold against their own: only where it says so, in its own language, by its schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from builder.cache.editions import COMPARED
from builder.edition.edition import Edition
from builder.feeds.compared import comparison
from builder.feeds.files import files
from builder.model.compared import Comparison
from builder.model.handbook import Handbook
from jsonschema import Draft202012Validator, FormatChecker

from tests.support import ROOT, Document, checked, filled_handbook, mini_file, public, site_html, varied

MUNICIPALITY = "lillevik/municipality.yml"


def compared(target: Path, changes: dict[str, str] | None = None, words: dict[str, str] | None = None) -> Handbook:
    text = mini_file(MUNICIPALITY) + "compared: true\n"
    for before, after in (words or {}).items():
        text = text.replace(before, after)
    return checked(varied(target, {MUNICIPALITY: text, **(changes or {})})).handbook


def of(handbook: Handbook) -> Any:
    return json.loads(comparison(Edition(handbook))[COMPARED])


def test_nobody_is_compared_who_does_not_say_so(mini: Handbook) -> None:
    assert not mini.municipality.compared
    assert comparison(Edition(mini)) == {}
    assert COMPARED not in files(Edition(mini))


def test_situations_and_meetings_with_a_common_word_are_in_it(tmp_path: Path) -> None:
    handbook = compared(tmp_path)
    said = of(handbook)
    assert (said["name"], said["number"], said["language"], said["demonstration"]) == ("Lillevik", "0301", "nb", True)
    assert [one["title"] for one in said["pathways"]] == [one.title for one in handbook.pathways if one.situation]
    assert [one["name"] for one in said["forums"]] == [one.name for one in handbook.forums if one.type]
    assert said["pathways"]
    assert said["forums"]


def test_it_counts_what_the_handbook_says(tmp_path: Path) -> None:
    handbook = compared(tmp_path)
    for pathway, said in zip(
        (one for one in handbook.pathways if one.situation), of(handbook)["pathways"], strict=True
    ):
        assert said["steps"] == len(pathway.steps)
        assert said["with_deadline"] == sum(bool(step.deadline) for step in pathway.steps)
        assert said["agreed"] <= said["handovers"] <= said["steps"]
        assert said["page"].endswith(f"/{pathway.id}.html")
    for forum, found in zip((one for one in handbook.forums if one.type), of(handbook)["forums"], strict=True):
        assert found["minutes"] == forum.minutes
        assert max(found["deciders"], found["deputies"]) <= found["members"] <= len(forum.members)


def test_levels_with_a_common_word_are_in_it_in_the_words_of_the_municipality(tmp_path: Path) -> None:
    first = "{number: 0, name: Første bekymring, means: worry"
    changed = {f"{first}}}": f"{first}, description: 'Skriv **det du ser**. [Mer](pathways:bekymret-barn).'}}"}
    said = of(compared(tmp_path, words=changed | {", means: own-service}": "}"}))
    assert said["levels"] == [
        {
            "means": "worry",
            "number": 0,
            "name": "Første bekymring",
            "page": "om/index.html#nivaer",
            "description": "Skriv det du ser. Mer.",
        }
    ]


def test_a_level_leads_to_where_the_levels_are_told(tmp_path: Path) -> None:
    handbook = compared(tmp_path)
    path, _, anchor = of(handbook)["levels"][0]["page"].partition(".html#")
    assert anchor in Document(site_html(handbook)[path]).ids


def test_a_municipality_without_levels_is_compared_all_the_same(tmp_path: Path) -> None:
    lines = mini_file(MUNICIPALITY).splitlines(keepends=True)
    levels = "".join(line for line in lines if line.startswith(("levels:", "  - {number:")))
    said = of(compared(tmp_path, words={levels: ""}))
    assert said["levels"] == []
    assert said["forums"]


def test_a_meeting_that_is_internal_is_not_in_the_edition_for_everybody(tmp_path: Path) -> None:
    name = "lillevik/forums.yml"
    handbook = compared(tmp_path, {name: mini_file(name).replace("  kind: ", "  audience: internal\n  kind: ")})
    assert of(handbook)["forums"]
    assert of(public(handbook))["forums"] == []


@pytest.mark.parametrize("filled", [False, True])
def test_it_follows_its_schema_and_can_be_read_again(tmp_path: Path, filled: bool) -> None:
    handbook = filled_handbook("Æ «x»") if filled else compared(tmp_path)
    made = comparison(Edition(handbook))
    schema = json.loads(made["sammenligning.schema.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(json.loads(made[COMPARED]))
    assert Comparison.model_validate_json(made[COMPARED]).name == handbook.municipality.name
    published = ROOT / "docs/schema/sammenligning.schema.json"
    assert schema == json.loads(published.read_text(encoding="utf-8"))
