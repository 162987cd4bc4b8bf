"""What is expected of each kind of forum: what makes a fixed meeting hold would kill an informal one.

Source: NOVA report 18/2011, chapters 4 and 10 (meetings that hold have a form; informal contact grows out of them), and
working paper 5/2019 of Nord University, which counts as formal the networks that meet regularly and have a name, and
leaves out meetings around one case and informal contact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto

from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.vocabulary import ForumKind


class Demand(Enum):
    """Something a forum may be asked for."""

    CONVENER = auto()
    CHAIR = auto()
    MINUTES = auto()
    INTERVAL = auto()
    MANDATE = auto()
    DECIDER = auto()
    DEPUTY = auto()
    AGENDA = auto()
    CANCELLING = auto()
    ANCHORING = auto()
    #: That it says what it is in the common words for meetings.
    COMMON_WORD = auto()
    #: That what is decided reaches the staff.
    REPORTING = auto()
    #: That it is held as often as it says, followed up and evaluated.
    CONTROL = auto()


_OF_ALL = frozenset(Demand)
DEMANDS: Mapping[ForumKind, frozenset[Demand]] = {
    ForumKind.STANDING: _OF_ALL,
    # Nobody can know how often one is needed, and what is decided concerns one family alone.
    ForumKind.CASE: _OF_ALL - {Demand.REPORTING, Demand.CONTROL},
    # Somebody to ask; no more, or it is no longer informal.
    ForumKind.INFORMAL: frozenset({Demand.CONVENER}),
}


def is_asked(forum: Forum, demand: Demand) -> bool:
    """Whether something is asked of a forum."""
    return demand in DEMANDS[forum.kind]


def asked_for(demand: Demand) -> Callable[[Handbook], tuple[Forum, ...]]:
    """The forums of a handbook that are asked for something, by name."""

    def asked(handbook: Handbook) -> tuple[Forum, ...]:
        return tuple(forum for forum in handbook.forums if is_asked(forum, demand))

    return asked
