"""The numbers of cases in an archive: «sak 24/123», «2024/1234-5», «saksnr. 24/00123».

A number in a public journal is no secret, and cases of the council are cited often; so those and what else is written
in this way (regulations, circulars, school years) are left alone, and the rest is only warned of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from builder.traces.groups import Group

_NUMBER = re.compile(r"([0-9]{2,4})/([0-9]{1,7})(?:-[0-9]{1,4})?(?![0-9/])")
_WITHOUT_YEAR = re.compile(r"[0-9][0-9-]{4,15}(?![0-9/])")
_CALLED_CASE = re.compile(
    r"(?<![^\W_])(?:arkiv|journal|klient|barneverns?|elements|websak)?-?sak(?:en|s)?(?:[- ]?(?:nummer|nr|id|ref))?\.?$"
    r"|(?:vår|deres|dykkar|arkiv)[ -]?ref\.?$|(?:journalpost|dok(?:ument)?nr\.?)$",
    re.IGNORECASE,
)
_CALLED_NUMBER = re.compile(r"(?<![^\W_])(?:arkiv|journal)?saks?-? ?(?:nummer|nr|id)\.?$", re.IGNORECASE)
#: Four digits of a year before the slash, and more after it than a school year or a month has.
_PLAIN = re.compile(r"(?:19|20)[0-9]{2}/[0-9]{3,7}(?:-[0-9]{1,4})?(?![\w/]|[.-]\w)")
#: Said of what is open to all: the council's cases, and sources of law.
_OPEN = re.compile(
    r"styre|råd|utval|nemnd|\bPS\b|\bRS\b|politisk|vedt[ae]|møtebok|rundskriv|\bIS\b|\bQ\b|\bprop|\bmeld|\binnst|\bdok\b"
    r"|\bNOU\b|\bHR\b|\bLB\b|\bRt\b|\bLOV\b|\bFOR\b|forordning|direktiv|\(E[UFØ]|EØS|/EU|/EF|lov|dom\b|ombud|tingrett"
    r"|lagmannsrett|statsforvalter|avgjørelse|\bgnr|\bbnr|skoleår|skuleår|https?:|www\.",
    re.IGNORECASE,
)
_AROUND = " \t\r\n\"'“”«»:=,(*_`#"
#: What makes a number a part of something longer: an address, a version.
_TIED = ("/", ".", "-")
_BEFORE, _NEAR = 90, 12
_NAMES = ("nr", "nr.", "ummer", "id")


def cases(text: str, groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Where a folded text has the number of a case: offsets of the number."""
    for group in groups:
        if text.startswith("/", group.end):
            found = _NUMBER.match(text, group.start)
            if found and not _is_school_year(found[1], found[2]) and _is_case(text, group.start):
                yield found.span()
        elif len(group.digits) >= 2 and text[max(0, group.start - _NEAR) : group.start].rstrip(_AROUND).endswith(
            _NAMES
        ):
            found = _WITHOUT_YEAR.match(text, group.start)
            if found and _CALLED_NUMBER.search(_said(text, group.start)):
                yield found.span()


def _is_case(text: str, start: int) -> bool:
    """Whether it is called a case, or can be nothing else, and is not one that is open to all."""
    said = _said(text, start)
    if _OPEN.search(said):
        return False
    if _CALLED_CASE.search(said):
        return True
    before = text[max(0, start - 1) : start]
    return not (before.isalnum() or before in _TIED) and _PLAIN.match(text, start) is not None


def _said(text: str, start: int) -> str:
    """What stands before a place, in the same line."""
    first = max(0, start - _BEFORE)
    return text[max(first, text.rfind("\n", first, start) + 1) : start].rstrip(_AROUND)


def _is_school_year(first: str, second: str) -> bool:
    """«2026/2027» is a year at school."""
    return len(first) == len(second) == 4 and int(second) == int(first) + 1
