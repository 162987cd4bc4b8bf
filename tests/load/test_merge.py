"""`extends`: what a shared record becomes when a municipality changes some of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.load.declaration import Declaration
from builder.load.local import overridden
from builder.load.merge import merged
from builder.load.tree import Mapping, Node, Scalar, Sequence, plain
from builder.load.yaml_text import parse
from builder.problem import Mark
from hypothesis import given
from hypothesis import strategies as st

from tests.support import checked, errors, findings, varied

BUP = """\
id: bup
name: BUP
category: bup
government: health-trust
summary: Hjelper barn med psykiske vansker.
does: [Utreder., Behandler.]
access:
  routes: [referral]
  how: Send henvisning.
contacts:
  - id: leder
    role: Leder
    phone: 00 00 00 00
    deputy: {role: Nestleder}
    verified: {date: 2026-10-01, by: Sekretær, how: Ringte}
  - id: merkantil
    role: Merkantil
    deputy: {role: Sekretær}
    verified: {date: 2026-10-01, by: Sekretær, how: Ringte}
"""


def tree(text: str, path: str = "f.yml") -> Mapping:
    found, problems = parse(path, text.encode())
    assert problems == []
    assert isinstance(found, Mapping)
    return found


def declared(text: str, kind: str = "services", path: str = "f.yml") -> Declaration:
    root = tree(text, path)
    return Declaration(kind, root.text("id"), root)


def extended(local: str) -> dict[str, object]:
    """BUP as the local record makes it."""
    result, problems, _ = overridden([declared(BUP)], [declared(local)])
    assert problems == []
    (only,) = result
    data = plain(only.tree)
    assert isinstance(data, dict)
    return data


# Meaning


def test_a_field_the_municipality_names_replaces_the_shared_one() -> None:
    assert extended("extends: bup\nid: bup\nsummary: Vår egen.")["summary"] == "Vår egen."


def test_fields_that_are_not_named_stay() -> None:
    changed = extended("extends: bup\nid: bup\nsummary: Vår egen.")
    assert {**changed, "summary": "Hjelper barn med psykiske vansker."} == plain(tree(BUP))


def test_a_mapping_is_merged_field_by_field() -> None:
    assert extended("extends: bup\nid: bup\naccess: {how: Ring først.}")["access"] == {
        "routes": ["referral"],
        "how": "Ring først.",
    }


def test_a_list_without_ids_is_replaced_whole() -> None:
    assert extended("extends: bup\nid: bup\ndoes: [Veileder.]")["does"] == ["Veileder."]


def test_a_list_of_things_with_ids_is_merged_by_id_and_new_ones_come_last() -> None:
    contacts = extended(
        "extends: bup\nid: bup\ncontacts:\n  - {id: merkantil, phone: '112'}\n  - {id: lokal, role: Lokal kontakt}"
    )["contacts"]
    assert isinstance(contacts, list)
    assert [contact["id"] for contact in contacts] == ["leder", "merkantil", "lokal"]
    assert contacts[1]["role"] == "Merkantil"
    assert contacts[1]["phone"] == "112"
    assert contacts[0] == plain(tree(BUP))["contacts"][0]  # type: ignore[index]


def test_null_takes_a_shared_value_away() -> None:
    assert extended("extends: bup\nid: bup\naccess: null")["access"] is None


def test_extends_itself_is_no_field_of_the_result() -> None:
    assert "extends" not in extended("extends: bup\nid: bup")


def test_the_shared_record_is_not_there_a_second_time() -> None:
    result, _, _ = overridden([declared(BUP)], [declared("extends: bup\nid: bup\nname: Vår BUP")])
    assert [(d.kind, d.id, d.tree.text("name")) for d in result] == [("services", "bup", "Vår BUP")]


def test_the_shared_record_itself_is_not_changed() -> None:
    shared = declared(BUP)
    overridden(
        [shared], [declared("extends: bup\nid: bup\nsummary: Ny\naccess: {how: Ny}\ncontacts: [{id: leder, role: Ny}]")]
    )
    assert plain(shared.tree) == plain(tree(BUP))


def test_each_part_keeps_its_own_place_in_the_files() -> None:
    result, _, _ = overridden(
        [declared(BUP, path="common/bup.yml")],
        [declared("extends: bup\nid: bup\naccess:\n  how: Ring", path="lillevik/bup.yml")],
    )
    access = result[0].tree.fields["access"]
    assert isinstance(access, Mapping)
    assert str(access.fields["how"].mark) == "lillevik/bup.yml:4:8"
    assert str(access.fields["routes"].mark) == "common/bup.yml:8:11"
    assert str(result[0].tree.fields["name"].mark) == "common/bup.yml:2:7"


@pytest.mark.parametrize("kind", ["forums", "rules"])
def test_a_base_of_another_kind_is_no_base(kind: str) -> None:
    _, problems, _ = overridden([declared(BUP)], [declared("extends: bup\nid: bup", kind)])
    assert [p.rule for p in problems] == ["extends"]


# Laws that hold for any data

_scalars = st.one_of(st.none(), st.text("abcæøå 019", max_size=5)).map(lambda text: Scalar(Mark("f"), text))
_names = st.sampled_from(["a", "b", "c", "d"])


def _mapping(fields: dict[str, Node]) -> Mapping:
    return Mapping(Mark("f"), fields, dict.fromkeys(fields, Mark("f")))


def _with_ids(items: dict[str, dict[str, Node]]) -> Sequence:
    return Sequence(Mark("f"), [_mapping({"id": Scalar(Mark("f"), key), **fields}) for key, fields in items.items()])


_trees: st.SearchStrategy[Node] = st.recursive(
    _scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: Sequence(Mark("f"), items)),
        st.dictionaries(_names, inner, max_size=3).map(_mapping),
        st.dictionaries(_names, st.dictionaries(_names, inner, max_size=2), min_size=1, max_size=3).map(_with_ids),
    ),
    max_leaves=12,
)
_mappings = st.dictionaries(_names, _trees, max_size=4).map(_mapping)


@given(_trees)
def test_laying_a_value_over_itself_changes_nothing(node: Node) -> None:
    assert plain(merged(node, node)) == plain(node)


@given(_mappings)
def test_extends_with_nothing_changes_nothing(base: Mapping) -> None:
    assert plain(merged(base, _mapping({}))) == plain(base)


@given(_mappings, _mappings)
def test_every_value_the_municipality_writes_is_in_the_result(base: Mapping, local: Mapping) -> None:
    result = merged(base, local)
    assert isinstance(result, Mapping)
    for key, value in local.fields.items():
        assert _holds(plain(result.fields[key]), plain(value))
    for key in base.fields.keys() - local.fields.keys():
        assert plain(result.fields[key]) == plain(base.fields[key])


def _holds(result: object, written: object) -> bool:
    """Whether the result says all that was written, perhaps with more fields and items around it."""
    if isinstance(written, dict):
        return isinstance(result, dict) and all(key in result and _holds(result[key], written[key]) for key in written)
    if isinstance(written, list):
        return isinstance(result, list) and all(any(_holds(found, item) for found in result) for item in written)
    return result == written


@given(_mappings, _mappings)
def test_laying_the_same_over_twice_is_the_same_as_once(base: Mapping, local: Mapping) -> None:
    once = merged(base, local)
    assert plain(merged(once, local)) == plain(once)


# What can be wrong


def test_an_unknown_base_is_told_with_the_nearest_name() -> None:
    _, problems, _ = overridden([declared(BUP)], [declared("id: bup\nextends: bpu", path="l/bup.yml")])
    assert [(str(p.mark), p.rule, p.message.text()) for p in problems] == [
        (
            "l/bup.yml:2:10",
            "extends",
            "extends viser til «bpu», som ikke finnes blant de felles postene for denne kommunen; mente du «bup»?",
        )
    ]


def test_an_unknown_base_unlike_all_others_is_told_without_a_guess() -> None:
    _, problems, _ = overridden([declared(BUP)], [declared("id: x\nextends: helsestasjonen")])
    assert problems[0].message.text() == (
        "extends viser til «helsestasjonen», som ikke finnes blant de felles postene for denne kommunen"
    )


def test_a_base_that_serves_only_others_is_unknown(tmp_path: Path) -> None:
    root = varied(
        tmp_path,
        {
            "common/services/bup.yml": BUP + "serves: [storevik]\n",
            "lillevik/services/bup.yml": "extends: bup\nid: bup\nsummary: Vår\n",
        },
    )
    assert ("mini/lillevik/services/bup.yml:1:10", "extends") in [found[:2] for found in findings(checked(root))]


def test_the_same_id_twice_is_told_with_the_place_of_the_first(tmp_path: Path) -> None:
    root = varied(tmp_path, {"lillevik/roles.yml": "- id: leder\n  name: En\n- id: leder\n  name: To\n"})
    ((place, rule, message),) = errors(checked(root))
    assert (place, rule) == ("mini/lillevik/roles.yml:3:7", "duplicate-id")
    assert message.startswith("id-en «leder» er brukt før, i mini/lillevik/roles.yml:1:3; gi denne ")


def test_a_shared_id_used_again_without_extends_is_told(tmp_path: Path) -> None:
    root = varied(tmp_path, {"lillevik/roles.yml": "- id: ansatt\n  name: En\n"})
    assert [found[:2] for found in findings(checked(root))] == [("mini/lillevik/roles.yml:1:7", "duplicate-id")]


def test_one_base_extended_twice_is_told(tmp_path: Path) -> None:
    twice = "- {extends: ansatt, id: ansatt, name: En}\n- {extends: ansatt, id: ansatt, name: To}\n"
    root = varied(tmp_path, {"lillevik/roles.yml": twice})
    assert [found[1] for found in findings(checked(root))] == ["duplicate-id"]


def test_the_same_id_in_two_kinds_is_fine(mini_checked: object, tmp_path: Path) -> None:
    root = varied(tmp_path, {"lillevik/roles.yml": "- {id: ppt, name: PPT-rollen}\n"})
    assert findings(checked(root)) == []


VOUCHED_FOR = {
    "approved_by": "Leder",
    "approved": "2026-09-15",
    "legal_review": {"date": "2026-09-01", "by": "Kommuneadvokaten", "how": "Lest mot loven"},
}
SHARED_RULE = """\
id: internt
title: Dele internt
owner: leder
conditions: [Kollegaen trenger det.]
approved_by: Leder
approved: 2026-09-15
legal_review: {date: 2026-09-01, by: Kommuneadvokaten, how: Lest mot loven}
"""


def rule(local: str) -> dict[str, object]:
    """The shared rule as the local record makes it."""
    own = declared("id: internt\nextends: internt\n" + local, "rules")
    (only,), problems, _ = overridden([declared(SHARED_RULE, "rules")], [own])
    data = plain(only.tree)
    assert problems == []
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize("local", ["conditions: [Lederen sier ja.]\n", "add: {conditions: [Og lederen vet det.]}\n"])
def test_nobody_has_vouched_for_a_shared_rule_that_says_something_else_here(local: str) -> None:
    assert not VOUCHED_FOR.keys() & rule(local).keys()
    assert rule(local)["owner"] == "leder"


@pytest.mark.parametrize("local", ["aliases: [si det til en kollega]\n", "add: {receiver: {services: [slt]}}\n"])
def test_what_was_vouched_for_stays_where_a_rule_says_the_same(local: str) -> None:
    assert {key: rule(local)[key] for key in VOUCHED_FOR} == VOUCHED_FOR


def test_the_municipality_vouches_for_its_own_words() -> None:
    own = rule("conditions: [Lederen sier ja.]\napproved_by: Kommunedirektøren\napproved: 2026-10-01\n")
    assert (own["approved_by"], own["approved"]) == ("Kommunedirektøren", "2026-10-01")
    assert "legal_review" not in own
