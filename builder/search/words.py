"""What the search says to the reader, in the municipality's written standard."""

from __future__ import annotations

from builder.edition.words import Translate
from builder.i18n import N_
from builder.model.service import SERVICES
from builder.views import routes

_WORDS = {
    "none": N_("Ingen treff på «{query}»"),
    "one": N_("Ett treff"),
    "many": N_("{count} treff"),
    "all": N_("Alle"),
    "filter": N_("Vis bare"),
    "meant": N_("Viser treff for «{query}»"),
    "didYouMean": N_("Mente du:"),
    "help": N_("Prøv et annet ord, eller begynn her:"),
    "tell": N_("Mangler det noe? Si fra til {editors}"),
    "subject": N_("Dette fant jeg ikke i håndboka"),
    "asked": N_("Jeg søkte etter dette, og fant ikke svar:"),
    "nearest": N_("Kanskje en av disse situasjonene?"),
    "ring": N_("Ring nå"),
    "answer": N_("Svaret"),
    "later": N_("Deretter:"),
    "noDates": N_("Ingen datoer er satt framover"),
    "noNumber": N_("Nummeret mangler i håndboka"),
    "placeholder": N_("plassholder"),
    "call": N_("Ring"),
    "more": N_("Vis alle under «{kind}»"),
    "copy": N_("Søket bruker en lagret kopi fra {date}. Kontroller nummeret før du stoler på det."),
}
#: Where to begin when nothing is found.
START = (
    (routes.SITUATIONS, N_("Alle situasjoner")),
    (routes.CONTACT_LIST, N_("Alle kontakter")),
    (routes.list_of(SERVICES), N_("Alle tjenester")),
)


def interface_words(translate: Translate) -> dict[str, str]:
    """Key -> sentence."""
    return {key: translate(text) for key, text in _WORDS.items()}
