"""Who has which account where proposals are approved: a small file beside the data folder.

rest: kommunen/redaksjonen                      # what none of the others owns
barnevern.leder: [kari, kommunen/barnevern]     # owners as records name them: roles, contacts, services
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from builder.load.tree import Mapping as Fields
from builder.load.tree import Node, Scalar, Sequence
from builder.load.yaml_text import parse
from builder.problem import Mark, Message

#: Whoever gets what nobody else owns.
REST = "rest"
_ACCOUNT = re.compile(r"@[\w.-]+(/[\w.-]+)*|[^\s@]+@[^\s@]+\.[^\s@]+")

Accounts = Mapping[str, tuple[str, ...]]


class AccountsError(Exception):
    """The file cannot be used; the message says where and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text())
        self.message = message


def read_accounts(path: Path) -> Accounts:
    """The accounts of each owner. Raises AccountsError, and OSError where the file cannot be read."""
    tree, problems = parse(path.as_posix(), path.read_bytes())
    for problem in problems:
        raise _wrong(problem.mark, problem.message)
    if not isinstance(tree, Fields):
        raise _wrong(Mark(path.as_posix()), Message("her ventes linjer som «ppt.leder: kari»"))
    found = {owner: tuple(_account(item) for item in _items(node)) for owner, node in tree.fields.items()}
    if not found.get(REST):
        raise _wrong(tree.mark, Message("skriv hvem som får det ingen andre eier, for eksempel «rest: redaksjonen»"))
    return found


def _items(node: Node) -> list[Node]:
    return node.items if isinstance(node, Sequence) else [node]


def _account(node: Node) -> str:
    """An account as approvers are named. The @ may be left out, since YAML lets no value begin with it."""
    text = (node.text if isinstance(node, Scalar) else None) or ""
    account = text if "@" in text else f"@{text}"
    if not _ACCOUNT.fullmatch(account):
        raise _wrong(
            node.mark, Message("«{text}» er ikke navnet på en konto, en gruppe eller en e-postadresse", text=text)
        )
    return account


def _wrong(mark: Mark, message: Message) -> AccountsError:
    return AccountsError(Message("{place}: {message}", place=mark, message=message))
