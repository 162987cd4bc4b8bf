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

from builder.problem import Mark, Message, Severity
from builder.rules.subject import Findings

ID = "national-identity-number"
SEVERITY = Severity.ERROR

#: Eleven digits, also in the groups people write them in: day, month, year, and the number in three and two.
_ELEVEN_DIGITS = re.compile(
    r"(?<![0-9])[0-9]{2}[ \u00a0.-]?[0-9]{2}[ \u00a0.-]?[0-9]{2}[ \u00a0.-]?[0-9]{3}[ \u00a0.-]?[0-9]{2}(?![0-9])"
)

_FOUND = Message("her står noe som ligner et fødselsnummer; slett det, håndboka skal ikke ha personopplysninger")


def check_file(path: str, text: str) -> Findings:
    """No file holds eleven digits that begin with a date of birth."""
    for found in _ELEVEN_DIGITS.finditer(text):
        if _looks_like_one(found.group()):
            line = text.count("\n", 0, found.start()) + 1
            yield Mark(path, line, found.start() - text.rfind("\n", 0, found.start())), _FOUND


def _looks_like_one(digits: str) -> bool:
    """Whether the digits begin with a possible date. The check digits are not asked: a mistyped number is one too."""
    try:
        fodselsnummer.get_birth_date(re.sub(r"[^0-9]", "", digits))
    except ValidationError:
        return False
    return True
