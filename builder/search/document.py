"""One thing that can be found, and the kinds such things are grouped by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from builder.i18n import N_
from builder.views.page import Place


class Kind(Enum):
    """A group of results: its label, and how much a match in it counts against a match in another.

    A reader in a hurry needs what to do and whom to call before what a word means.
    """

    SITUATION = (N_("Situasjoner"), 1.5)
    CONTACT = (N_("Kontakter"), 1.3)
    SERVICE = (N_("Tjenester"), 1.3)
    RULE = (N_("Kan jeg dele?"), 1.3)
    FORUM = (N_("Møter"), 1.3)
    FORM = (N_("Skjemaer"), 1.25)
    STEP = (N_("Steg i situasjonene"), 0.85)
    LAW = (N_("Lov"), 0.8)
    TERM = (N_("Ordliste"), 0.7)
    ROLE = (N_("Hvem gjør hva"), 0.9)
    PRACTICE = (N_("Øvelser og sjekklister"), 0.85)
    MORE = (N_("Mer i håndboka"), 0.9)

    def __init__(self, label: str, weight: float) -> None:
        self.label = label
        self.weight = weight


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found.

    `names` are other words for the title, `asked` is what people say who need it, `about` is what it
    belongs to, `lines` is what it says, one thought a line, and `law` the provisions it cites. `phone` is
    shown with the result. Where the lines stand at places of their own on the page, `anchors` has one for
    each, and a result leads to the line that was found.
    """

    kind: Kind
    place: Place
    title: str
    about: str = ""
    names: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    phone: str = ""
    anchors: tuple[str, ...] = ()
