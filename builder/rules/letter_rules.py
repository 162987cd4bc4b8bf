"""What is expected of letters: that they can be printed."""

from __future__ import annotations

from builder.facts.printable import unprintable
from builder.facts.record_texts import shown
from builder.i18n import N_
from builder.model.base import Record
from builder.model.register import LawRegister
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, Scope, itself, warning

_NOT_PRINTED = N_(
    "skrifta i utskriftene har ikke «{letters}», og der kan det bli en tom firkant; skriv det med ord, eller med "
    "bokstaver skrifta har (latinske, greske, kyrilliske, arabiske og etiopiske)"
)


@warning("unprintable-letters", of=itself, scope=Scope.RECORD)
def printable(record: Record, _law: LawRegister) -> Findings:
    """Bokstavene i teksten finnes i skrifta som utskriftene er satt med.

    På skjermen har leserens maskin en skrift for det meste. I PDF-ene er det bare skriftene som følger med: latinske
    bokstaver (også nord-, lule- og sørsamiske, polske og vietnamesiske), greske, kyrilliske, arabiske og etiopiske
    (tigrinja og amharisk), og emoji, uten farger. Andre bokstaver blir tomme firkanter på maskiner som ikke
    tilfeldigvis har en skrift med dem.

    Kilde: PDF/UA-1 (ISO 14289-1), punkt 7.21: det som står i en utskrift, skal kunne leses.

    Riktig::

        services:
          - id: ppt
            summary: "Ring 📞 når det haster. Čáhput, Łódź, допомога, شما می‌توانید, ትርጉም."
            aliases: [மொழிபெயர்ப்பு]

    Feil::

        services:
          - id: ppt
            does: ["Tamil: மொழிபெயர்ப்பு."]

    Feil::

        services:
          - id: ppt
            summary: "Skoltesamisk: nuõrttsääʹmǩiõll."

    Feil::

        glossary:
          - {id: pp, term: tolk, meaning: En som oversetter., synonyms: [மொழிபெயர்ப்பு]}
    """
    found = shown(record)
    if not unprintable("\n".join(text for _, text in found)):
        return
    for path, text in found:
        letters = unprintable(text)
        if letters:
            yield Finding(record.at(*path), Message(_NOT_PRINTED, letters=letters), Lack.WRONG)


EXPECTATIONS = (printable,)
