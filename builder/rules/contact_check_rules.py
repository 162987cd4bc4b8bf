"""What is expected of a verification: that it tells what somebody did, and is more than a date that was moved."""

from __future__ import annotations

from builder.facts.parts import ContactIn, contacts
from builder.facts.verification import date_moved, says_how
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, warning

_SAYS_NOTHING = N_(
    "«{how}» sier ikke hvordan «{role}» i {service} ble kontrollert; skriv hva dere gjorde, som «ringte»"
)
_ONLY_DATE = N_(
    "datoen for «{role}» i {service} er flyttet fra {before} til {date}, men hvem og hvordan står som før; ble den "
    "kontrollert, skriv hva dere gjorde denne gangen, ellers sett datoen tilbake"
)


@warning("contact-verified-how", of=contacts)
def verified_how(contact: ContactIn, handbook: Handbook) -> Findings:
    """En kontroll sier hva som ble gjort, og er mer enn en dato som er flyttet.

    En dato alene beviser ingenting. Står det bare «sjekket», eller er datoen flyttet mens hvem og hvordan står som
    før, vet ingen om noen ringte. Det siste sjekkes mot historikken i git, når den finnes.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (Bemanning og kapasitet); håndbokas egen sammenheng.

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                verified: {date: 2026-10-01, by: Sekretær, how: Ringte nummeret}

    Feil::

        services:
          - id: ppt
            contacts:
              - id: leder
                verified: {date: 2026-10-01, by: Sekretær, how: Sjekket}

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                verified: {date: 2026-10-01, by: Sekretær, how: Sjekket nettsida og spurte leder}

    Feil::

        services:
          - id: ppt
            contacts:
              - id: leder
                verified: {date: 2026-10-01, by: Sekretær, how: OK}

    Riktig::

        services:
          - id: ppt
            contacts:
              - id: leder
                verified: null
    """
    verified = contact.value.verified
    if verified is None:
        return
    whose = {"role": contact.value.role, "service": contact.record.label}
    if not says_how(verified.how):
        message = Message(_SAYS_NOTHING, how=verified.how, **whose)
        yield Finding(contact.at("verified", "how"), message, Lack.WRONG)
    elif before := date_moved(handbook, contact):
        message = Message(_ONLY_DATE, before=before, date=verified.date, **whose)
        yield Finding(contact.at("verified", "date"), message, Lack.STALE)


EXPECTATIONS = (verified_how,)
