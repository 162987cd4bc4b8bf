"""Where identity numbers stand in a text after folding, in whatever groups they are written.

Digits that stand together are a group; what is between two groups decides whether they may be read as one number. With
the right check digits a number is one wherever it stands. With wrong ones it is told too, for a mistyped number tells
the birth date all the same, but then only where it is written as these numbers are, and not said to be another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from builder.traces.groups import Between, Group, between
from builder.traces.identity import Checks, Series, checks, series, without_century

_DIGITS, _WITH_CENTURY = 11, 13
_DATE = 6
#: The loosest that ties two groups in one line.
_TIED = Between.SPACED_SIGN
#: How people group them. The groups of an account number are apart: it begins with a possible date one time in five.
_SHAPES = {(11,), (6, 5), (6, 3, 2), (2, 2, 2, 5), (2, 2, 2, 3, 2), (4, 4, 3)}
_SHAPES_WITH_CENTURY = {(13,), (8, 5), (8, 3, 2), (2, 2, 4, 5), (2, 2, 4, 3, 2)}
_DAY_AND_REST = (2, 2, 4, 5)
_ACCOUNT_SHAPE = (4, 2, 5)
#: The date and the rest.
_PARTS = (6, 5)

_CALLED_ONE = re.compile(
    r"(?:f[øo]dsels?-?|person-?|identitets-?|\b[fdp]\.? ?|\bfh?-|\b[dh]-)(?:nummer|nr\.?|n\.)[^0-9\n]{0,12}$",
    re.IGNORECASE,
)
_CALLED_ANOTHER = re.compile(
    r"(?:konto(?!r)|\bkid\b|\borg\b|organisasjonsn|kostra|\bart\b|\bansvar\b|tjenestekode|\bprosjekt(?:nr|nummer)?\b"
    r"|faktura|ordren|bestillingsn|\bean\b|\bgln\b|\bisbn\b|\bissn\b|\bsha|commit\b|\bversjon\b|\bversion\b|imei|serien|avtalen|kunden|måler|lisens|saksn"
    r"|epoch\b)"
    r"[^0-9\n]{0,25}$",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"konto(?!r)[^0-9\n]{0,25}$", re.IGNORECASE)
_BEFORE = 40
_TOKEN_BEFORE, _TOKEN_AFTER = re.compile(r"[0-9A-Za-z]*\Z"), re.compile(r"[0-9A-Za-z]*")
_HEXADECIMAL = re.compile(r"[0-9a-f]+|[0-9A-F]+")
_LONGEST_TOKEN = 80


class Number(NamedTuple):
    """A place in the folded text, and whether it is sure to be an identity number, or only looks like one."""

    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Neighbouring groups with the right count of digits together."""

    text: str
    start: int
    end: int
    digits: str
    shape: tuple[int, ...]
    between: tuple[Between, ...]
    before: Between
    after: Between

    @property
    def joined(self) -> bool:
        """Whether other digits are tied to these, as in a version or a decimal number."""
        return Between.SIGN in (self.before, self.after)

    @property
    def alone(self) -> bool:
        """Whether no other digits are near enough to be part of the same number."""
        return min(self.before, self.after) >= Between.LINE

    @property
    def is_apart(self) -> bool:
        """Whether it is a number by itself: digits in many groups may be a part of any row of them, as of phones."""
        return self.alone or (len(self.shape) <= len(_PARTS) and max(self.between, default=_TIED) <= _TIED)

    @property
    def is_even(self) -> bool:
        """Whether the same stands between all groups: not so in an amount, or between a date and what follows it."""
        return len(set(self.between)) <= 1 and max(self.between, default=_TIED) <= _TIED

    @property
    def is_close(self) -> bool:
        """Whether the groups are tied as those of one number: evenly, or with a sign or the end of a line amid them."""
        ends = list(accumulate(self.shape))
        return self.is_even or (_DATE in ends and self.between[ends.index(_DATE)] in (Between.SIGN, Between.LINE))

    @property
    def said(self) -> str:
        """What stands before it."""
        return self.text[max(0, self.start - _BEFORE) : self.start]


def numbers(text: str, groups: Sequence[Group]) -> Iterator[Number]:
    """The identity numbers in a folded text with these groups of digits, in order; none overlaps another."""
    first, lengths = 0, [len(group.digits) for group in groups]
    while first < len(groups):
        found = _told_from(text, groups, first) if _may_have_as_many(lengths, first) else None
        if found:
            one, sure = found
            yield Number(one.start, one.end, bool(sure))
            first += len(one.shape)
        else:
            first += 1


def _told_from(text: str, groups: Sequence[Group], first: int) -> tuple[_Candidate, bool] | None:
    told = ((one, _verdict(one)) for one in _candidates(text, groups, first))
    return next(((one, sure) for one, sure in told if sure is not None), None)


def _candidates(text: str, groups: Sequence[Group], first: int) -> Iterator[_Candidate]:
    """From one group on, those that have as many digits as they should."""
    count = len(groups[first].digits)
    gaps: list[Between] = []
    while count <= _WITH_CENTURY:
        if count in (_DIGITS, _WITH_CENTURY):
            yield _candidate(text, groups, first, gaps)
        gaps.append(_after(text, groups, first + len(gaps)))
        if gaps[-1] is Between.OTHER:
            return
        count += len(groups[first + len(gaps)].digits)


def _may_have_as_many(lengths: Sequence[int], first: int) -> bool:
    """Whether some groups from this one on have as many digits: counted before it is asked what is between them."""
    count = 0
    for length in lengths[first : first + _WITH_CENTURY]:
        count += length
        if count >= _DIGITS and count != _DIGITS + 1:
            return count <= _WITH_CENTURY
    return False


def _candidate(text: str, groups: Sequence[Group], first: int, gaps: Sequence[Between]) -> _Candidate:
    last = first + len(gaps)
    chosen = groups[first : last + 1]
    return _Candidate(
        text,
        chosen[0].start,
        chosen[-1].end,
        "".join(group.digits for group in chosen),
        tuple(len(group.digits) for group in chosen),
        tuple(gaps),
        _after(text, groups, first - 1),
        _after(text, groups, last),
    )


def _after(text: str, groups: Sequence[Group], place: int) -> Between:
    """What is between a group and the next; where either is missing, nothing that ties them."""
    if not 0 <= place < len(groups) - 1:
        return Between.OTHER
    return between(text, groups[place].end, groups[place + 1].start)


def _verdict(one: _Candidate) -> bool | None:
    """Whether it is sure to be an identity number, or only looks like one; None where it does not."""
    if len(one.digits) == _WITH_CENTURY:
        return _with_century(one)
    if len(set(one.digits)) == 1 or one.said.endswith("+"):  # all zeros stand for no number; + begins a foreign phone
        return None
    if _CALLED_ONE.search(one.said) and _is_tied(one, _DATE):
        return True
    sort = series(one.digits)
    if sort is None or not _is_tied(one, _DATE):
        return None
    found = checks(one.digits)
    return _by_shape(one, sort) if found is Checks.WRONG else _checked(one, sort, found)


def _is_tied(one: _Candidate, at: int) -> bool:
    """Whether the groups belong together: at most one break, where a line ends, or between the date and the rest."""
    breaks = [(place, sort) for place, sort in zip(accumulate(one.shape), one.between, strict=False) if sort > _TIED]
    return len(breaks) <= 1 and all(sort is Between.LINE or place == at for place, sort in breaks)


def _checked(one: _Candidate, sort: Series, found: Checks) -> bool | None:
    """With the right check digits. More is asked of what may be another number: an account has the last of them too."""
    if sort is Series.UNDATED:
        return _undated(one) if found is Checks.RIGHT else None
    if _ACCOUNT.search(one.said) and one.shape != _PARTS:
        return None
    if _other(one) and (found is not Checks.RIGHT or (one.shape == (_DIGITS,) and sort is not Series.REGISTERED)):
        return None
    if one.shape in _SHAPES:
        return (one.is_apart and (one.is_close or found is Checks.RIGHT)) or None
    return (one.alone and one.is_even and one.shape != _ACCOUNT_SHAPE) or None


def _undated(one: _Candidate) -> bool | None:
    """With no date to go by: sure only in the groups of an identity number, for accounts begin with 8 and 9 too."""
    if one.shape not in _SHAPES or not one.is_close or not one.is_apart or _other(one):
        return None
    return len(one.shape) > 1


def _by_shape(one: _Candidate, sort: Series) -> bool | None:
    """With wrong check digits: what is written as these numbers are, and not said to be something else."""
    if sort is Series.UNDATED or one.shape not in _SHAPES or not one.is_close or not one.is_apart or _other(one):
        return None
    return sort is Series.REGISTERED


def _with_century(one: _Candidate) -> bool | None:
    """A date with the whole year, and five digits."""
    short = without_century(one.digits)
    if short is None or one.shape not in _SHAPES_WITH_CENTURY or not _is_tied(one, _DATE + 2):
        return None
    sort = series(short)
    if sort is None or sort is Series.UNDATED:
        return None
    found = checks(short)
    if found is not Checks.WRONG:  # a day is often followed by an amount
        return (one.alone and (found is Checks.RIGHT or one.shape != _DAY_AND_REST)) or None
    return False if one.shape == (8, 5) and one.alone and one.is_even and not _other(one) else None


def _other(one: _Candidate) -> bool:
    """Whether it is said to be another sort of number, or is a part of a longer one: a version, a digest, a decimal."""
    return one.joined or _is_hexadecimal(one) or _CALLED_ANOTHER.search(one.said) is not None


def _is_hexadecimal(one: _Candidate) -> bool:
    """Whether the digits stand in what a program has made: letters from a to f among them, and no others."""
    before = _TOKEN_BEFORE.search(one.text[max(0, one.start - _LONGEST_TOKEN) : one.start])
    after = _TOKEN_AFTER.match(one.text, one.end, one.end + _LONGEST_TOKEN)
    letters = (before[0] if before else "") + (after[0] if after else "")
    return bool(letters) and _HEXADECIMAL.fullmatch(letters) is not None
