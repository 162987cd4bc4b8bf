"""What is expected of every file: that it tells nothing of those the services help (see `builder.traces`).

Each sort of trace has a rule, because they weigh differently: what is sure to be about a person stops the build, and
what may be something else is warned of, so that it can be accepted.
"""

from __future__ import annotations

from functools import lru_cache

from builder.i18n import N_
from builder.problem import Mark, Message
from builder.rules.expectation import File, Finding, Findings, Lack, Scope, error, itself, warning
from builder.traces import Sort, Trace, traces

_IDENTITY = N_("her står noe som ligner et fødselsnummer; slett det, håndboka skal ikke ha personopplysninger")
_POSSIBLE = N_(
    "her står elleve siffer som kan være et fødselsnummer med en skrivefeil; slett dem, eller skriv foran hva slags "
    "nummer det er, som «ordrenummer»"
)
_CLIENT = N_(
    "her står når noen er født, eller nummeret de har i en tjeneste; slett det, håndboka skal ikke ha "
    "personopplysninger. Er datoen en grense, så skriv «født etter …» eller «født … eller senere»"
)
_CASE = N_(
    "her står noe som ligner et saksnummer; slett det hvis saken gjelder en person. Er saken åpen for alle, så skriv "
    "hvem som har behandlet den, som «kommunestyret, sak …»"
)
_IN_NAME = N_(
    "navnet på fila eller mappa har noe som ligner et fødselsnummer eller en fødselsdato; gi den et annet navn, for "
    "sidene viser hvor teksten er hentet fra"
)


@error("national-identity-number", of=itself, scope=Scope.FILE)
def identity_number(file: File, _same: File) -> Findings:
    """Ingen fødselsnummer eller D-nummer noe sted i håndboka.

    Håndboka er åpen for mange. Den skal aldri inneholde opplysninger om et barn, en familie eller en
    ansatts private forhold. Elleve siffer som begynner med en mulig fødselsdato, blir avvist hvordan de enn er
    skrevet, også i merknader og i navnet på en fil, når kontrollsifrene stemmer eller ingenting tyder på
    at det er et annet nummer. Det gjelder også D-nummer, hjelpenumre i helsetjenesten og testnumre.

    Kilde: personvernforordningen artikkel 5 og forvaltningsloven § 13.

    Riktig::

        services:
          - id: ppt
            note: Telefon 00 00 00 00

    Feil::

        services:
          - id: ppt
            note: Gjelder 010203 00000

    Riktig::

        services:
          - id: ppt
            note: Kontonummer 99999 99 9999 og løpenummer 2026001234567

    Feil::

        services:
          - id: ppt
            note: Gjelder 01020300000

    Feil::

        # Gjelder 01.02.03-000.00
        services:
          - id: ppt

    Feil::

        services:
          - id: ppt
            note: Med nummeret 410203 00000, som noen får før de har et annet

    Feil::

        services:
          - id: ppt
            note: Gjelder **010203** &#48;0000

    Riktig::

        services:
          - id: ppt
            note: "Konto 0102.03.00000, KID 01020300000, telefon 22 01 02 03 / 41 00 00 00"

    Feil::

        services:
          - id: ppt
            note: Skriv fødselsnummer 99 88 77 66 554
    """
    for trace in _found(file, Sort.IDENTITY):
        yield Finding(file.at(trace.start), Message(_IDENTITY), Lack.WRONG)
    if any(trace.sort in _NEVER_IN_NAMES for trace in traces(file.path)):
        yield Finding(Mark(file.path), Message(_IN_NAME), Lack.WRONG)


@warning("possible-identity-number", of=itself, scope=Scope.FILE)
def possible_number(file: File, _same: File) -> Findings:
    """Siffer som kan være et fødselsnummer med skrivefeil, har foran seg hva slags nummer det er.

    Hjelpenumre og testnumre har en måned over tolv. Stemmer ikke kontrollsifrene, kan det være et slikt nummer med en
    skrivefeil, eller noe helt annet.

    Kilde: personvernforordningen artikkel 5; Skatteetaten, «Nytt fødselsnummer fra 2032».

    Riktig::

        services:
          - id: ppt
            note: Ordrenummer 01820300000

    Feil::

        services:
          - id: ppt
            note: Gjelder 01820300000
    """
    for trace in _found(file, Sort.POSSIBLE):
        yield Finding(file.at(trace.start), Message(_POSSIBLE), Lack.WRONG)


@error("client-details", of=itself, scope=Scope.FILE)
def client_details(file: File, _same: File) -> Findings:
    """Ingen fødselsdatoer, klientnumre eller journalnumre noe sted i håndboka.

    En fødselsdato er nok til at noen på et lite sted vet hvem det gjelder. En grense, som «født etter 1. september
    2019», gjelder mange, og kan stå.

    Kilde: personvernforordningen artikkel 4 nr. 1 og artikkel 5; forvaltningsloven § 13.

    Riktig::

        services:
          - id: ppt
            note: Gjelder barn født etter 01.09.2019, og barn født 01.09.2019 eller senere.

    Feil::

        services:
          - id: ppt
            note: Gjelder en gutt født 12.03.2015.

    Feil::

        # Ola Nordmann (f. 2015)
        services:
          - id: ppt

    Feil::

        services:
          - id: ppt
            note: Journalnr. 98765

    Riktig::

        services:
          - id: ppt
            note: Møtet er 12.03.2026, f.eks. kl. 9. Skriv ikke fødselsdato eller personnummer (5 siffer).
    """
    for trace in _found(file, Sort.CLIENT):
        yield Finding(file.at(trace.start), Message(_CLIENT), Lack.WRONG)


@warning("case-number", of=itself, scope=Scope.FILE)
def case_number(file: File, _same: File) -> Findings:
    """Ingen saksnumre fra saker om personer i håndboka.

    Et saksnummer fører den som har tilgang til arkivet, rett til saken. Saker i kommunestyret og andre folkevalgte
    organer, rundskriv og rettskilder er åpne for alle, og kan stå.

    Kilde: forvaltningsloven § 13 og offentleglova § 13.

    Riktig::

        services:
          - id: ppt
            note: Vedtatt i kommunestyret 12.03.2024, sak 24/15. Se rundskriv IS-2021/12 og forordning 2016/679.

    Feil::

        services:
          - id: ppt
            note: Se sak 24/123.

    Feil::

        services:
          - id: ppt
            note: Saksnummer 2024001234
    """
    for trace in _found(file, Sort.CASE):
        yield Finding(file.at(trace.start), Message(_CASE), Lack.WRONG)


_NEVER_IN_NAMES = {Sort.IDENTITY, Sort.CLIENT}


def _found(file: File, sort: Sort) -> tuple[Trace, ...]:
    return tuple(trace for trace in _traces(file.text) if trace.sort is sort)


@lru_cache(maxsize=1)
def _traces(text: str) -> tuple[Trace, ...]:
    """Worked out once for all rules: they are asked of one file after the other."""
    return tuple(traces(text))


EXPECTATIONS = (identity_number, possible_number, client_details, case_number)
