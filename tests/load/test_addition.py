"""`add` under `extends`: items that come after those of the shared record."""

from __future__ import annotations

import pytest
from builder.load.addition import added, faults
from builder.load.local import overridden
from builder.load.tree import Mapping, Node, Scalar, Sequence, plain
from builder.model.service import SERVICES, Service
from builder.problem import Mark
from hypothesis import given
from hypothesis import strategies as st

from tests.load.test_merge import BUP, declared, extended
from tests.support import checked, varied

EXTENDS = "extends: bup\nid: bup\n"


def told(local: str, path: str = "l/bup.yml") -> list[tuple[str, str]]:
    """Place and message of what is wrong with a local addition to BUP."""
    _, problems, _ = overridden([declared(BUP)], [declared(EXTENDS + local, path=path)])
    assert {problem.rule for problem in problems} <= {"extends"}
    return [(str(problem.mark), problem.message.text()) for problem in problems]


def test_new_lines_come_after_the_shared_ones() -> None:
    assert extended(EXTENDS + "add: {does: [Veileder.]}")["does"] == ["Utreder.", "Behandler.", "Veileder."]


def test_a_list_within_a_field_grows_and_the_field_stays() -> None:
    assert extended(EXTENDS + "add: {access: {routes: [self-referral]}}")["access"] == {
        "routes": ["referral", "self-referral"],
        "how": "Send henvisning.",
    }


def test_a_list_the_shared_record_does_not_have_is_begun() -> None:
    assert extended(EXTENDS + "add: {aliases: [Poliklinikken], access: {who_may_refer: [Legen]}}")["aliases"] == [
        "Poliklinikken"
    ]


def test_a_list_the_shared_record_left_empty_is_begun() -> None:
    result, problems, _ = overridden([declared(BUP + "aliases:\n")], [declared(EXTENDS + "add: {aliases: [Ny]}")])
    assert problems == []
    assert result[0].tree.fields["aliases"] == Sequence(
        result[0].tree.fields["aliases"].mark, [Scalar(Mark("f.yml", 3, 17), "Ny")]
    )


def test_a_thing_with_an_id_gets_longer_lists_and_a_new_one_comes_last() -> None:
    added_contacts = "add: {contacts: [{id: leder, languages: [samisk]}, {id: ny, role: Ny}]}"
    contacts = extended(EXTENDS + added_contacts)["contacts"]
    assert isinstance(contacts, list)
    assert [contact["id"] for contact in contacts] == ["leder", "merkantil", "ny"]
    assert contacts[0]["languages"] == ["samisk"]
    assert contacts[0]["role"] == "Leder"


def test_what_replaces_comes_before_what_is_added() -> None:
    assert extended(EXTENDS + "does: [Alt.]\nadd: {does: [Mer.]}")["does"] == ["Alt.", "Mer."]


def test_add_itself_is_no_field_of_the_result() -> None:
    assert "add" not in extended(EXTENDS + "add: {does: [Mer.]}")


def test_each_line_keeps_its_own_place_in_the_files() -> None:
    local = declared(EXTENDS + "add:\n  does:\n    - Mer.", path="lillevik/bup.yml")
    result, _, _ = overridden([declared(BUP, path="common/bup.yml")], [local])
    does = result[0].tree.fields["does"]
    assert isinstance(does, Sequence)
    assert [str(item.mark) for item in does.items] == [
        "common/bup.yml:6:8",
        "common/bup.yml:6:18",
        "lillevik/bup.yml:5:7",
    ]


def test_the_shared_record_itself_is_not_changed() -> None:
    shared = declared(BUP)
    before = plain(shared.tree)
    overridden([shared], [declared(EXTENDS + "add: {does: [Mer.], contacts: [{id: leder, languages: [samisk]}]}")])
    assert plain(shared.tree) == before


# What can be wrong


@pytest.mark.parametrize(
    ("local", "place", "field"),
    [
        ("add:\n  summary: Mer.", "l/bup.yml:4:12", "summary"),
        ("add:\n  access:\n    how: Ring.", "l/bup.yml:5:10", "how"),
        ("add:\n  access: [Ring.]", "l/bup.yml:4:11", "access"),
        ("add:\n  contacts:\n    - {id: leder, phone: '112'}", "l/bup.yml:5:26", "phone"),
        ("add:\n  does:", "l/bup.yml:4:8", "does"),
    ],
)
def test_only_lists_can_be_added_to(local: str, place: str, field: str) -> None:
    message = f"«{field}» er ikke en liste, så add kan ikke legge noe til; skriv feltet utenfor add"
    assert told(local) == [(place, message)]


def test_a_line_that_is_there_already_is_told() -> None:
    assert told("add:\n  does: [Veileder., Behandler.]") == [
        ("l/bup.yml:4:21", "«Behandler.» står allerede i den felles lista; fjern det her")
    ]


def test_add_without_fields_is_told() -> None:
    assert told("add: Mer.") == [
        ("l/bup.yml:3:6", "add skal ha felter med lister under seg, som «does:» med «- » på linjene under")
    ]


def test_add_in_a_record_of_ones_own_is_told_once() -> None:
    result, problems, _ = overridden([], [declared("id: bup\nadd: {does: [Mer.]}", path="l/bup.yml")])
    assert [(str(p.mark), p.message.text()) for p in problems] == [
        (
            "l/bup.yml:2:1",
            "add legger til i en felles post, så posten må også ha extends; er den kommunens egen, skriv i lista",
        )
    ]
    assert plain(result[0].tree) == {"id": "bup"}


def test_a_wrong_word_in_an_addition_is_told_where_it_stands(tmp_path_factory: pytest.TempPathFactory) -> None:
    files: dict[str, str | bytes | None] = {
        "common/services/bup.yml": BUP,
        "lillevik/services/bup.yml": EXTENDS + "add:\n  access:\n    routes: [henvisning]\n  dose: [Mer.]\n",
    }
    result = checked(varied(tmp_path_factory.mktemp("wrong"), files))
    assert [(str(p.mark), p.rule) for p in result.problems][:2] == [
        ("mini/lillevik/services/bup.yml:5:14", "shape"),
        ("mini/lillevik/services/bup.yml:6:3", "unknown-field"),
    ]


def test_an_addition_reaches_the_record(tmp_path_factory: pytest.TempPathFactory) -> None:
    files: dict[str, str | bytes | None] = {
        "common/services/bup.yml": BUP,
        "lillevik/services/bup.yml": EXTENDS + "add:\n  does:\n    - Veileder.\n",
    }
    bup = checked(varied(tmp_path_factory.mktemp("right"), files)).handbook.find(SERVICES, "bup")
    assert isinstance(bup, Service)
    assert bup.does == ("Utreder.", "Behandler.", "Veileder.")


# Laws that hold for any data

_MARK = Mark("f")
_texts = st.text("abcæøå", min_size=1, max_size=3).map(lambda text: Scalar(_MARK, text))
_names = st.sampled_from(["a", "b", "c"])


def _mapping(fields: dict[str, Node]) -> Mapping:
    return Mapping(_MARK, fields, dict.fromkeys(fields, _MARK))


def _with_ids(items: dict[str, dict[str, Node]]) -> Sequence:
    return Sequence(_MARK, [_mapping({"id": Scalar(_MARK, key), **fields}) for key, fields in items.items()])


_lists: st.SearchStrategy[Node] = st.lists(_texts, max_size=3).map(lambda items: Sequence(_MARK, list(items)))
_parts = st.dictionaries(_names, st.dictionaries(_names, _lists, max_size=2), max_size=3).map(_with_ids)
#: Records where a name is always the same kind of value, as in the model.
_records = st.fixed_dictionaries(
    {},
    optional={
        "lines": _lists,
        "parts": _parts,
        "under": st.dictionaries(_names, _lists, max_size=2).map(_mapping),
    },
).map(_mapping)


@given(_records)
def test_adding_nothing_changes_nothing(base: Mapping) -> None:
    assert plain(added(base, _mapping({}))) == plain(base)


@given(_records, _records)
def test_what_was_shared_comes_first_and_what_is_added_last(base: Mapping, extra: Mapping) -> None:
    result = plain(added(base, extra))
    assert isinstance(result, dict)
    first, last = plain(base), plain(extra)
    assert isinstance(first, dict)
    assert isinstance(last, dict)
    assert result.get("lines", []) == first.get("lines", []) + last.get("lines", [])
    for name in {*first.get("under", {}), *last.get("under", {})}:
        assert result["under"][name] == first.get("under", {}).get(name, []) + last.get("under", {}).get(name, [])


@given(_records, _records)
def test_no_id_is_there_twice(base: Mapping, extra: Mapping) -> None:
    result = plain(added(base, extra))
    assert isinstance(result, dict)
    ids = [part["id"] for part in result.get("parts", [])]
    assert len(ids) == len(set(ids))


@given(_records, _records, _records)
def test_adding_in_two_turns_is_adding_both(base: Mapping, one: Mapping, two: Mapping) -> None:
    assert plain(added(added(base, one), two)) == plain(added(base, _both(one, two)))


def _both(one: Mapping, two: Mapping) -> Mapping:
    return added(one, two)


@given(_records, _records)
def test_only_repeated_lines_are_wrong_with_lists(base: Mapping, extra: Mapping) -> None:
    assert all("allerede" in message.text() for _, message in faults(base, extra))
