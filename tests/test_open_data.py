"""What other programs read: the data follow their published schema, and nothing internal is in any file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from builder.feeds import files
from builder.model.handbook import Handbook
from jsonschema import Draft202012Validator, FormatChecker

from tests.support import TODAY, checked, filled_handbook, mini_file, varied


def exported(handbook: Handbook) -> tuple[Any, Any]:
    made = files(handbook)
    return json.loads(made["handbook.json"]), json.loads(made["handbook.schema.json"])


def faults(data: Any, schema: Any) -> list[str]:
    Draft202012Validator.check_schema(schema)
    found = Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(data)
    return [f"{fault.json_path}: {fault.message}" for fault in found]


@pytest.mark.parametrize("filled", [False, True])
def test_the_data_follow_their_schema(mini: Handbook, filled: bool) -> None:
    data, schema = exported(filled_handbook("Æ «x»") if filled else mini)
    assert faults(data, schema) == []


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("services", {"category": "ukjent"}),
        ("services", {"reviewed": "i går"}),
        ("services", {"direct_phone": "22 22 22 22"}),
        ("services", {"name": ""}),
        ("forums", {"minutes": "60"}),
        ("municipality", {"number": "301"}),
    ],
)
def test_the_schema_refuses_what_is_wrong(mini: Handbook, kind: str, change: dict[str, Any]) -> None:
    data, schema = exported(mini)
    next(iter(data["records"][kind].values())).update(change)
    assert len(faults(data, schema)) == 1


def test_the_data_hold_every_record(mini: Handbook) -> None:
    data, _ = exported(mini)
    assert (data["$schema"], data["version"], data["date"]) == ("handbook.schema.json", "1.0", TODAY.isoformat())
    assert [(kind, name) for kind, records in data["records"].items() for name in records] == [
        (kind, record.id) for kind, record in mini.everything()
    ]
    service = data["records"]["services"]["ppt"]
    assert service["ages"] == {"from": 0, "to": 18}
    assert service["contacts"][0]["hours"] == [
        {"days": ["monday", "tuesday", "wednesday"], "opens": "09:00", "closes": "15:30"}
    ]


def test_the_published_schema_is_the_one_in_the_documentation(mini: Handbook) -> None:
    _, schema = exported(mini)
    assert schema == json.loads(Path("docs/schema/handbook.schema.json").read_text(encoding="utf-8"))


def test_nothing_internal_leaves(tmp_path: Path) -> None:
    name = "lillevik/services/skole.yml"
    text = mini_file(name).replace("    role: Rektor\n", "    role: Rektor\n    direct_phone: 41 23 45 67\n")
    handbook = checked(varied(tmp_path, {name: text})).handbook
    assert handbook.contact("skole.rektor")[1].direct_phone == "41 23 45 67"  # type: ignore[index]
    for path, content in files(handbook).items():
        digits = content.replace(b" ", b"").replace(b"-", b"")
        assert b"41234567" not in digits, path
        assert b"direct_phone" not in content, path
