"""Who must approve a change of which file, from the owners of the records: `CODEOWNERS` of GitHub and GitLab."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from builder.facts.approvals import maintained
from builder.model.actor import Actor
from builder.model.handbook import Handbook
from builder.model.maintained import Maintained
from builder.model.onboarding import Onboarding
from builder.model.plan import Plan
from builder.proposals.accounts import REST, Accounts


@dataclass(frozen=True, slots=True)
class Owners:
    """The lines of a `CODEOWNERS`, and the owners whose accounts nobody has written down."""

    lines: tuple[str, ...]
    unknown: tuple[str, ...]


def owners(handbooks: Iterable[Handbook], accounts: Accounts, prefix: str) -> Owners:
    """Who owns each file below a data folder that lies at `prefix` in its repository.

    The last line that fits a file decides, so only files that others own than the rest have lines of their own.
    """
    lines, unknown = [_line(prefix, accounts[REST])], set[str]()
    for handbook in handbooks:
        for file, owned_by in sorted(_owned(handbook).items()):
            known = {owner: _accounts_of(handbook, owner, accounts) for owner in owned_by}
            unknown |= {owner for owner, found in known.items() if owner and not found}
            named = [account for owner in sorted(known) for account in known[owner] or accounts[REST]]
            if set(named) != set(accounts[REST]):
                lines.append(_line(prefix + file, dict.fromkeys(named)))
    return Owners(tuple(lines), tuple(sorted(unknown)))


def _owned(handbook: Handbook) -> Mapping[str, set[str]]:
    """The municipality's own files, below the data folder -> the owners of what is in each; "" is nobody."""
    own = posixpath.dirname(handbook.municipality.at().path)
    root = posixpath.dirname(own)
    found: dict[str, set[str]] = {}
    for path, owner in _owners(handbook):
        if path.startswith(f"{own}/"):
            found.setdefault(path.removeprefix(f"{root}/"), set()).add(owner)
    return {file: named for file, named in found.items() if named != {""}}


def _owners(handbook: Handbook) -> Iterator[tuple[str, str]]:
    records: tuple[Maintained | Plan | Onboarding, ...] = (
        *maintained(handbook),
        *handbook.plans,
        *handbook.onboarding,
    )
    yield from ((record.at().path, record.owner or "") for record in records)


def _accounts_of(handbook: Handbook, owner: str, accounts: Accounts) -> tuple[str, ...]:
    """The accounts of an owner: its own, those of its service, or of whoever holds the role."""
    if not owner:
        return ()
    holders = (role.held_by for role in handbook.roles if role.id == owner)
    for name in (owner, *chain.from_iterable(holders)):
        for known in (name, Actor(name).service):
            if known in accounts:
                return accounts[known]
    return ()


def _line(path: str, named: Iterable[str]) -> str:
    return f"/{path.replace(' ', chr(92) + ' ')} {' '.join(named)}"
