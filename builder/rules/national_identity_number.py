"""Ingen fødselsnummer eller D-nummer noe sted i håndboka.

Håndboka er åpen for mange. Den skal aldri inneholde opplysninger om et barn, en familie eller en
ansatts private forhold. Elleve siffer som begynner med en mulig fødselsdato, blir alltid avvist.

Kilde: personvernforordningen artikkel 5 og forvaltningsloven § 13.

Riktig::

    services:
      - id: ppt
        note: Telefon 00 00 00 00

Feil::

    services:
      - id: ppt
        note: Gjelder 010203 00000
"""

from __future__ import annotations

import re

from stdnum.exceptions import ValidationError
from stdnum.no import fodselsnummer

from builder.load.tree import scalars
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "national-identity-number"
SEVERITY = Severity.ERROR

_ELEVEN_DIGITS = re.compile(r"(?<!\d)\d{6}[ .-]?\d{5}(?!\d)")


def check(subject: Subject) -> Findings:
    """No value in any file holds eleven digits that begin with a date of birth."""
    for tree in subject.trees:
        for scalar in scalars(tree):
            if scalar.text and any(_looks_like_one(found) for found in _ELEVEN_DIGITS.findall(scalar.text)):
                yield (
                    scalar.mark,
                    Message(
                        "her står noe som ligner et fødselsnummer; slett det, håndboka skal ikke ha personopplysninger"
                    ),
                )


def _looks_like_one(digits: str) -> bool:
    """Whether the digits begin with a possible date. The check digits are not asked: a mistyped number is one too."""
    try:
        fodselsnummer.get_birth_date(re.sub(r"\D", "", digits))
    except ValidationError:
        return False
    return True
