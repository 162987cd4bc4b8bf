"""The groups that the results of a search are shown in."""

from __future__ import annotations

from enum import Enum

from builder.i18n import N_


class ResultGroup(Enum):
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
    #: Named after what has a page of its own, which whoever does not ask who pays wants first.
    PAYS = (N_("Hvem bestemmer og hvem betaler"), 0.6)
    PRINT = (N_("Utskrifter"), 0.9)
    PRACTICE = (N_("Øvelser og sjekklister"), 0.85)
    FAMILY = (N_("For familier"), 0.6)
    MORE = (N_("Mer i håndboka"), 0.9)

    def __init__(self, label: str, weight: float) -> None:
        self.label = label
        self.weight = weight
