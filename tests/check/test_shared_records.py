"""What is worked out once for shared records: the same as if each municipality had them to itself."""

from __future__ import annotations

import gc
import shutil
import weakref
from pathlib import Path

import nh3
import pytest
from builder.check.checker import Checked, check
from builder.load.folder import Folder
from builder.memoize import memoize
from builder.model.confidentiality import RULES
from builder.model.kinds import KINDS
from builder.model.municipality import MUNICIPALITY
from builder.model.register import register_of
from builder.prose import _PLAIN_LINE, _Addresses, _by_engine, _converted, links, to_html
from hypothesis import given
from hypothesis import strategies as st

from tests.support import SLUG, TODAY, findings, varied

FAULTY = """\
id: delt
title: Delt regel
kind: consent
summary: Fødselsnummer 010203 00000, og rådmannen.
sender: {everyone: true}
receiver: {everyone: true}
practice: ["Se [det](forms:finnes-ikke) og barneverntjenesteloven."]
legal_basis: [barneverntjenesteloven § 6-4]
"""
OTHER = "storevik"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two municipalities that share a faulty rule; one of them has an act of its own with the name it uses."""
    root = varied(tmp_path, {"common/rules/delt.yml": FAULTY})
    shutil.copytree(root / SLUG, root / OTHER)
    card = root / OTHER / "municipality.yml"
    card.write_text(card.read_text(encoding="utf-8").replace(f"id: {SLUG}", f"id: {OTHER}"), encoding="utf-8")
    act = "id: ny\ntitle: Ny lov\nname: barneverntjenesteloven\nstatus: in-force\nprovisions:\n"
    (root / OTHER / "laws").mkdir()
    (root / OTHER / "laws" / "ny.yml").write_text(act + "  - {section: § 6-4, description: Ny.}\n", encoding="utf-8")
    return root


def one_by_one(root: Path, slug: str) -> Checked:
    return check(Folder(root, KINDS, "mini").load(slug), TODAY)


def test_what_is_found_in_shared_records_is_the_same_for_one_as_for_many(two: Path) -> None:
    folder = Folder(two, KINDS, "mini")
    together = [check(folder.load(slug), TODAY) for slug in (SLUG, OTHER, SLUG)]
    alone = [one_by_one(two, slug) for slug in (SLUG, OTHER, SLUG)]
    assert [findings(result) for result in together] == [findings(result) for result in alone]


def test_a_register_with_an_act_of_its_own_gives_other_findings_in_a_shared_record(two: Path) -> None:
    folder = Folder(two, KINDS, "mini")
    rules = {
        slug: {p.rule for p in check(folder.load(slug), TODAY).problems if p.mark.path.endswith("delt.yml")}
        for slug in (SLUG, OTHER)
    }
    assert {"national-identity-number", "old-title", "prose-link", "law-citation"} <= rules[SLUG]
    assert rules[SLUG] - rules[OTHER] == {"law-citation", "law-misnomer"}


def test_shared_records_are_the_same_objects(two: Path) -> None:
    folder = Folder(two, KINDS, "mini")
    first, second = (check(folder.load(slug), TODAY).handbook for slug in (SLUG, OTHER))
    assert first.find(RULES, "delt") is second.find(RULES, "delt")
    assert first.find(MUNICIPALITY, SLUG) is not second.find(MUNICIPALITY, OTHER)


def test_the_same_acts_give_the_same_register(two: Path) -> None:
    folder = Folder(two, KINDS, "mini")
    handbook = check(folder.load(SLUG), TODAY).handbook
    assert register_of(handbook.law.acts) is handbook.law


class Thing:
    pass


def test_what_is_remembered_goes_when_the_thing_goes() -> None:
    asked: list[Thing] = []

    @memoize
    def answer(thing: Thing) -> list[str]:
        asked.append(thing)
        return ["svar"]

    thing = Thing()
    assert answer(thing) is answer(thing)
    assert len(asked) == 1
    gone = weakref.ref(thing)
    asked.clear()
    del thing
    gc.collect()
    assert gone() is None


def by_converting(text: str) -> list[str]:
    parser = _Addresses()
    parser.feed(_converted(text))
    return parser.found


WORDS = st.text("aÆ1.,;:?/()«»–§%=$@'\"-_*+!# \n", max_size=12)


@given(WORDS)
def test_a_plain_line_is_what_converting_gives(text: str) -> None:
    assert _converted.__wrapped__(text) == _by_engine(text)


@given(st.from_regex(_PLAIN_LINE, fullmatch=True))
def test_a_plain_line_is_what_cleaning_leaves(text: str) -> None:
    assert to_html(text, lambda _: None, frozenset()) == nh3.clean(_converted(text), tags={"p"})


PIECES = st.sampled_from(
    ["[a]", "(b:c)", "[a](b:c)", "*", "**", "_", "\\", "`", "<", ">", "&amp;", "!", '"', "'", " ", "\n", "\n\n", "- ",
     "1. ", "    ", "[", "]", "(", ")", "x", "æ", "https://a.no/b_c_d", "#", ":", "\t"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
def test_links_found_without_converting_are_those_that_converting_gives(text: str) -> None:
    assert links(text) == by_converting(text)
