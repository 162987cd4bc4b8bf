"""The settings of the forms: a widget for each field of the model, and what may be chosen is what is known."""

from __future__ import annotations

import json
from typing import Any

import pytest
from builder.cms.config import Place, Settings
from builder.cms.served import VENDOR, forms_files
from builder.load.folder import Folder
from builder.model.description import described
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS

from tests.support import MINI


@pytest.fixture(scope="module")
def collections(mini: Handbook) -> dict[str, Any]:
    shared = Folder(MINI, KINDS).common.declarations
    config: Any = Settings(mini, shared, Place(MINI)).all()
    return {one["name"]: one for one in config["collections"]}


def by_name(fields: list[Any]) -> dict[str, Any]:
    return {one["name"]: one for one in fields}


def test_each_field_of_a_service_has_a_widget(collections: dict[str, Any]) -> None:
    fields = by_name(collections["services"]["fields"])
    assert {one.key for one in described(KINDS["services"].record)} | {"extends", "replaces"} == set(fields)
    assert all(one["widget"] for one in fields.values())


def test_what_may_be_chosen_is_what_is_known(collections: dict[str, Any]) -> None:
    owner = by_name(collections["services"]["fields"])["owner"]
    assert "ppt.leder" in {one["value"] for one in owner["options"]}


def test_id_and_name_are_first_and_a_contact_is_called_by_its_role(collections: dict[str, Any]) -> None:
    fields = [one for one in collections["services"]["fields"] if one["widget"] != "hidden"]
    assert [one["name"] for one in fields[:2]] == ["id", "name"]
    contacts = by_name(fields)["contacts"]
    assert contacts["summary"] == "{{fields.role}}"
    verified = by_name(contacts["fields"])["verified"]
    assert [one["name"] for one in verified["fields"]] == ["date", "by", "how"]


def test_what_lies_over_a_shared_record_need_only_say_what_differs(collections: dict[str, Any]) -> None:
    fields = by_name(collections["rules-felles"]["fields"])
    assert {name for name, one in fields.items() if one.get("required")} == {"id"}
    assert fields["extends"]["options"]


def test_records_in_one_file_are_a_list(collections: dict[str, Any]) -> None:
    (file,) = collections["forums"]["files"]
    assert file["file"] == "handbook/lillevik/forums.yml"
    assert file["fields"][0]["root"]


def test_all_files_are_there_and_no_other_host_is_in_the_page(mini: Handbook) -> None:
    files = forms_files(Settings(mini, (), Place(MINI)), "nb", "Lillevik")
    assert {"index.html", "config.json", "sveltia-cms.js"} <= set(files)
    program = files["sveltia-cms.js"].decode()
    assert "https://unpkg.com" not in program
    assert "cdn.jsdelivr.net/fontsource" not in program


def keys(tree: Any, path: str = "") -> set[str]:
    if not isinstance(tree, dict):
        return {path}
    return {key for name, below in tree.items() for key in keys(below, f"{path}.{name}")}


def test_both_written_standards_have_the_same_texts() -> None:
    nb, nn = (json.loads((VENDOR / "locales" / f"{name}.json").read_text(encoding="utf-8")) for name in ("nb", "nn"))
    assert keys(nb) == keys(nn)
