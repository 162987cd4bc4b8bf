"""Who does something, named by a role, a service, or a contact of a service."""

from __future__ import annotations

import pickle
import re

import pytest
from builder.model.actor import Actor
from builder.model.handbook import Handbook

from tests.support import ROOT


@pytest.mark.parametrize(
    ("written", "service", "contact"),
    [("ppt.leder", "ppt", "leder"), ("ppt", "ppt", ""), ("", "", ""), ("a.b.c", "a", "b.c")],
)
def test_an_actor_is_taken_apart_once(written: str, service: str, contact: str) -> None:
    actor = Actor(written)
    assert (actor, actor.service, actor.contact) == (written, service, contact)
    assert Actor(actor) is actor
    assert Actor.of("ppt", "leder") == "ppt.leder"


@pytest.mark.parametrize(
    ("actor", "other", "inside"),
    [
        ("ppt.leder", "ppt", True),
        ("ppt.leder", "ppt.leder", True),
        ("ppt", "ppt", True),
        ("ppt-nord.leder", "ppt", False),
        ("ppt", "ppt.leder", False),
        ("ppt.leder", "ppt.inntak", False),
    ],
)
def test_an_actor_is_in_itself_and_in_its_service(actor: str, other: str, inside: bool) -> None:
    assert Actor(actor).is_in(other) is inside


def test_an_actor_is_text_to_those_who_write_it_and_reaches_another_process_whole() -> None:
    actor = Actor("ppt.leder")
    again = pickle.loads(pickle.dumps(actor))
    assert (f"{again}", again.service, again.contact) == ("ppt.leder", "ppt", "leder")
    assert {actor: 1}["ppt.leder"] == 1


def test_the_records_hold_actors(mini: Handbook) -> None:
    named = [*mini.forums[0].leading, *(member.actor for member in mini.forums[0].members)]
    assert named
    assert all(isinstance(actor, Actor) for actor in named)
    assert all(isinstance(step.responsible, Actor) for _, step in mini.steps() if step.responsible)


def test_no_other_place_takes_one_apart_or_puts_one_together() -> None:
    by_hand = re.compile(r"""partition\(["']\.["']\)\[0\]|startswith\(f"\{\w+\}\."\)|\{\w+\.id\}\.\{\w+\.id\}""")
    found = [
        f"{path.name}:{number}"
        for path in sorted((ROOT / "builder").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if by_hand.search(line)
    ]
    others = ("state.py", "public_services.py")  # a version, and the first sentence of a text
    assert [one for one in found if not one.startswith(others)] == []
