"""What is expected of who the municipality says it is: its number is today's, and its own."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.municipality import Municipality
from builder.municipalities.lookup import Lookup, look_up
from builder.municipalities.register import TRIAL, current
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, warning
from builder.rules.findings import described_alone, may_hold_placeholders

_ENDED = N_("kommunenummeret {number} ble sist brukt {last}; {name} har {now}")
_UNKNOWN = N_("ingen kommune har nummeret {number}; {name} har {now}")
_NOBODY = N_("ingen kommune har nummeret {number}")
_ANOTHER = N_("{number} er nummeret til {owner}, ikke til {name}")
_ANOTHER_HAS = N_("{number} er nummeret til {owner}; {name} har {now}")


def of_today(handbook: Handbook) -> tuple[Municipality, ...]:
    """The municipality, when the handbook is in use, and it is neither merged, divided nor made up for a trial."""
    if may_hold_placeholders(handbook):
        return ()
    return tuple(one for one in described_alone(handbook) if not one.successors and one.number != TRIAL)


@warning("municipality-number", of=of_today)
def number(municipality: Municipality, _handbook: Handbook) -> Findings:
    """Kommunenummeret er kommunens eget, slik det er i dag.

    Nummeret følger håndboka ut i kalendere, kontaktkort og åpne data, og andre bruker det til å finne kommunen. Mange
    fikk nytt nummer i 2020 og i 2024. Lista over kommuner ligger i programmet, med kilde og dato. En oppdiktet kommune
    til en prøve har 0000.

    Kilde: språkvedtaksforskrifta (forskrift 20. desember 2019 nr. 2114) og Statistisk sentralbyrå, KLASS 131.

    Riktig::

        municipality:
          - {id: lillevik, demonstration: null, name: Haram, number: 1580}

    Feil::

        municipality:
          - {id: lillevik, demonstration: null, name: Haram, number: 1534}

    Riktig::

        municipality:
          - {id: lillevik, demonstration: null, name: Porsáŋgu, number: 5622}

    Riktig::

        municipality:
          - id: lillevik
            demonstration: null
            name: Fet
            number: 0227
            successors: [{number: 3205, name: Lillestrøm, from: 2020-01-01}]

    Riktig::

        municipality:
          - {id: lillevik, demonstration: null, name: Lillevik, number: 0000}

    Feil::

        municipality:
          - {id: lillevik, demonstration: null, name: Haram, number: 9998}

    Feil::

        municipality:
          - {id: lillevik, demonstration: null, name: Lillevik, number: 9998}

    Feil::

        municipality:
          - {id: lillevik, demonstration: null, name: Haram, number: 4201}

    Feil::

        municipality:
          - {id: lillevik, demonstration: null, name: Lillevik, number: 4201}
    """
    named = look_up(municipality.name)
    if current().get(municipality.number) in named.meant:
        return
    numbered = look_up(municipality.number)
    yield Finding(municipality.at("number"), _told(municipality, named, numbered), Lack.WRONG)


def _told(municipality: Municipality, named: Lookup, numbered: Lookup) -> Message:
    """What is wrong with the number, and the right one where it is known."""
    own = named.meant[0] if len(named.meant) == 1 else None
    values: dict[str, object] = {"number": municipality.number, "name": own.name if own else municipality.name}
    if own:
        values["now"] = own.number
    if numbered.former and numbered.meant:
        heir = own or numbered.meant[0]
        return Message(_ENDED, **{**values, "name": heir.name, "now": heir.number, "last": numbered.former.last_day})
    if numbered.meant:
        return Message(_ANOTHER_HAS if own else _ANOTHER, owner=numbered.meant[0].name, **values)
    return Message(_UNKNOWN if own else _NOBODY, **values)


EXPECTATIONS = (number,)
