"""When the register of law was checked against its sources, and what is still uncertain in it."""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.audience import Audience
from builder.model.base import Part, Verified
from builder.model.fields import Prose, Text
from builder.model.kind import Kind, Together
from builder.model.maintained import Maintained
from builder.model.vocabulary import Risk


class Reservation(Part):
    """Something the register could not settle, and what to do about it."""

    topic: Text = Field(title="Tema", description="Det usikkerheten gjelder.")
    risk: Risk = Field(title="Risiko", description="Hvor mye skade det kan gjøre om det er feil.")
    what: Text = Field(
        title="Hva som er uavklart",
        description="Hva registeret ikke kan svare sikkert på, og hva det betyr for leseren.",
    )
    action: Text = Field(
        title="Gjør dette", description="Hva leseren gjør til det er avklart, for eksempel «spør kommuneadvokaten»."
    )


class RegisterDate(Maintained):
    """The one place that says the date the register was verified."""

    TITLE = "id"

    verified: Verified = Field(
        title="Kontrollert",
        description="Da noen sist holdt registeret opp mot kildene, hvem og hvordan. Etter et år varsler sjekken.",
    )
    note: Prose | None = Field(None, title="Merknad", description="Det en leser av lovsiden bør vite.")
    sources: tuple[Text, ...] = Field((), title="Kilder", description="Hvor lovene er lest.")
    reservations: tuple[Reservation, ...] = Field(
        (), title="Forbehold", description="Det som ikke er avklart. Står på lovsiden, det med høy risiko øverst."
    )


REGISTER = Kind(
    name="register",
    record=RegisterDate,
    label=N_("kontroll av lovregisteret"),
    plural=N_("Lover og paragrafer"),
    description="Når lovregisteret sist ble kontrollert, av hvem og hvordan, med forbehold. Bare i common.",
    address=Together("lover"),
    sorted=False,
    linkable=False,
    minor=True,
    audience=Audience.PUBLIC,
)
