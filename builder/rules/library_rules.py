"""What is expected of a handbook that follows the shared library: somebody has read the version in use."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.library import LIBRARY, Library
from builder.model.municipality import Municipality
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, advice, error
from builder.rules.findings import described_alone

_NEWER = N_(
    "det felles biblioteket er nå versjon {version}, og dere har gått gjennom {read}; se hva som er nytt med "
    "handbok library upgrade"
)
_OLDER = N_(
    "dere har gått gjennom versjon {read} av det felles biblioteket, men {version} er i bruk; oppdater programmet, "
    "eller kjør handbok library upgrade"
)


def in_use(handbook: Handbook) -> Library | None:
    """The version of the shared records, where they say it."""
    return next(iter(handbook.of(LIBRARY)), None)


def followers(handbook: Handbook) -> tuple[Municipality, ...]:
    """The municipality, where it has said which version of the library it has read, and one is in use."""
    return tuple(one for one in described_alone(handbook) if one.library and in_use(handbook))


def _number(version: str) -> tuple[int, ...]:
    """A version as numbers, so that 2026.9 is before 2026.11."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


@advice("library-newer", of=followers)
def read(municipality: Municipality, handbook: Handbook) -> Findings:
    """Noen har gått gjennom versjonen av det felles biblioteket som er i bruk.

    De felles tekstene er en del av håndboka kommunen har godkjent. Kommer det nye, bør noen lese hva som er endret for
    leserne, og om det passer med det kommunen selv har skrevet.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        library:
          - {id: felles, version: "2026.11", date: 2026-11-28, changes: Nye forløp.}
        municipality:
          - {id: lillevik, library: "2026.11"}

    Riktig::

        library:
          - {id: felles, version: "2026.11", date: 2026-11-28, changes: Nye forløp.}

    Feil::

        library:
          - {id: felles, version: "2026.11", date: 2026-11-28, changes: Nye forløp.}
        municipality:
          - {id: lillevik, library: "2026.9"}

    Feil::

        library:
          - {id: felles, version: "2027.1", date: 2026-11-28, changes: Nye forløp.}
        municipality:
          - {id: lillevik, library: "2026.11"}
    """
    library = in_use(handbook)
    if library and municipality.library and _number(municipality.library) < _number(library.version):
        message = Message(_NEWER, version=library.version, read=municipality.library)
        yield Finding(municipality.at("library"), message, Lack.WRONG)


@error("library-older", of=followers)
def not_older(municipality: Municipality, handbook: Handbook) -> Findings:
    """Det felles biblioteket er ikke eldre enn det kommunen har gått gjennom.

    Ellers leser folk eldre tekster enn dem kommunen har godkjent, for eksempel fordi én maskin har en gammel utgave av
    programmet.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        library:
          - {id: felles, version: "2026.11", date: 2026-11-28, changes: Nye forløp.}
        municipality:
          - {id: lillevik, library: "2026.11"}

    Riktig::

        library:
          - {id: felles, version: "2026.11", date: 2026-11-28, changes: Nye forløp.}
        municipality:
          - {id: lillevik, library: "2026.9"}

    Feil::

        library:
          - {id: felles, version: "2026.11", date: 2026-11-28, changes: Nye forløp.}
        municipality:
          - {id: lillevik, library: "2027.1"}

    Feil::

        library:
          - {id: felles, version: "2026.9", date: 2026-11-28, changes: Nye forløp.}
        municipality:
          - {id: lillevik, library: "2026.11"}
    """
    library = in_use(handbook)
    if library and municipality.library and _number(municipality.library) > _number(library.version):
        message = Message(_OLDER, version=library.version, read=municipality.library)
        yield Finding(municipality.at("library"), message, Lack.WRONG)


EXPECTATIONS = (read, not_older)
