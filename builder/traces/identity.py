"""What makes eleven digits a national identity number: the date they begin with, and their check digits.

Fødselsnummer and D-numbers (day + 40) are given by the National Registry, H-numbers (month + 40) and FH-numbers (first
digit 8 or 9, no date) by the health service; made-up numbers for tests have a month + 40, + 65 or + 80. From 2032 the
first check digit may leave a remainder of 0 to 3, and the individual number no longer tells the century: so the
century is not asked for. Source: Skatteetaten, «Nytt fødselsnummer fra 2032» and the documentation of the registry.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum

from stdnum.no import fodselsnummer

#: What is added to a month: nothing, by the health service and for tests, and for tests alone.
_MONTHS_ADDED = (0, 40, 65, 80)
_DAYS_ADDED = (0, 40)
_FIRST_OF_FH = "89"
#: What the first check digit may leave, from 2032; until then nothing.
_REMAINDERS = range(4)
#: A year with all days a year can have.
_LEAP_YEAR = 2000


class Series(Enum):
    """Which numbers the digits could be one of."""

    REGISTERED = "registered"  # fødselsnummer or D-number
    MARKED = "marked"  # H-number, or made up for tests
    UNDATED = "undated"  # FH-number


class Checks(Enum):
    """What the two check digits say."""

    RIGHT = "right"
    RIGHT_FROM_2032 = "right from 2032"
    WRONG = "wrong"


def series(digits: str) -> Series | None:
    """Which sort of number eleven digits could be; None where they begin with no possible date."""
    if digits[0] in _FIRST_OF_FH:
        return Series.UNDATED
    day, month = int(digits[:2]), int(digits[2:4])
    for added in _MONTHS_ADDED:
        if any(_is_day(day - more, month - added) for more in _DAYS_ADDED):
            return Series.MARKED if added else Series.REGISTERED
    return None


def checks(digits: str) -> Checks:
    """What the last two of eleven digits say of the others."""
    if digits[10] != fodselsnummer.calc_check_digit2(digits):
        return Checks.WRONG
    remainder = (int(digits[9]) - int(fodselsnummer.calc_check_digit1(digits))) % 11
    if remainder not in _REMAINDERS:
        return Checks.WRONG
    return Checks.RIGHT_FROM_2032 if remainder else Checks.RIGHT


def without_century(digits: str) -> str | None:
    """Eleven of thirteen digits that begin with a date whose year is whole; None where it is no year of birth."""
    if not 1850 <= int(digits[4:8]) <= 2099:
        return None
    return digits[:4] + digits[6:]


def _is_day(day: int, month: int) -> bool:
    try:
        dt.date(_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True
