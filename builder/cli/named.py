"""Looking up what somebody names on the command line: a kind, and a record of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from builder.cli.errors import WrongUse
from builder.i18n import N_
from builder.model.kind import Named
from builder.problem import Message
from builder.suggest import did_you_mean

K = TypeVar("K", bound=Named)

_NO_KIND = N_("Det finnes ingen type «{kind}»{hint} (velg blant {known})")
_NO_RECORD = N_("{slug} har ingen «{kind}» med id «{id}»{hint}")


def kind_among(kinds: Mapping[str, K], name: str, but: Iterable[str]) -> K:
    """The kind of a name, which is none of those in `but`. Raises WrongUse."""
    left_out = frozenset(but)
    known = [one for one in kinds if one not in left_out]
    if name not in known:
        raise WrongUse(Message(_NO_KIND, kind=name, hint=did_you_mean(name, known), known=", ".join(known)))
    return kinds[name]


def no_record(slug: str, kind: Named, record_id: str, known: Iterable[str]) -> WrongUse:
    """That a municipality has no such record; what is nearest is proposed."""
    return WrongUse(Message(_NO_RECORD, slug=slug, kind=kind.label, id=record_id, hint=did_you_mean(record_id, known)))
