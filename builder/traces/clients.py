"""When somebody was born, and the numbers services give those they help.

A day of birth says who somebody is to those who know the place. A limit («født 01.01.2020 eller senere») is no trace,
nor is a year alone where no name stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from builder.traces.groups import Group

_MONTHS = "jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des|ođđ|guov|njuk|cuoŋ|mies|geas|suoi|borg|čakč|golg|skáb|juov"
_YEAR = r"(?:19|20)[0-9]{2}"
_DAY = re.compile(
    rf"""(?:[0-9]{{1,2}}\ ?[./-]\ ?[0-9]{{1,2}}\ ?[./-]\ ?(?:{_YEAR}|[0-9]{{2}})
    |{_YEAR}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{4}}{_YEAR}|[0-9]{{6}}
    |[0-9]{{1,2}}\.?\ (?:{_MONTHS})[^\W\d]{{0,12}}\.?\ {_YEAR})(?![0-9])
    (?!\s{{0,3}}(?:eller|og|til|t\.o\.m|[-–])\s{{0,3}}(?:senere|seinere|tidlig|før|etter|[0-9]{{1,2}}\.|{_YEAR}))""",
    re.VERBOSE,
)
_BORN = re.compile(
    r"(?<![^\W_])(?:f[øo]dsels?[_ -]?da(?:to|g|ta)[^\W\d]{0,3}|født|fødd|f\. ?dato|fdt\.?|(?<!bokstav )f\."
    r"|date[_ ]of[_ ]birth|birth[_ ]?da(?:te|y)|dob|born|riegádan[^\W\d]{0,8})"
    r"(?:[\s\"':=,(*_]{0,6}(?:den|dag|på|er|var|on))?$",
    re.IGNORECASE,
)
#: A name of at least two words: «Ola Nordmann (f. 2015)».
_NAMED = re.compile(r"[A-ZÆØÅÁČĐŊŠŦŽ][^\W\d_]{1,30}[ -][A-ZÆØÅÁČĐŊŠŦŽ][^\W\d_]{1,30},? \(?(?:f\.?|født|fødd)$")
_YEAR_ALONE = re.compile(rf"{_YEAR}(?![0-9/-])(?!\s{{0,3}}(?:eller|og)\s{{1,3}}(?:senere|seinere|tidlig|{_YEAR}))")
_GIVEN = re.compile(
    r"(?<![^\W_])(?:klient|journal|pasient|elev|brukar|bruker|barnets)[- ]?(?:nummer|nr|id)\.?(?:[\s:]{1,3}er)?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[0-9](?:[ /-]?[0-9]){2,15}")
_REST = re.compile(r"(?<![^\W_])personn(?:umme)?r\.?$", re.IGNORECASE)
_FIVE = re.compile(r"(?:[0-9]{5}|[0-9]{3} [0-9]{2})(?! ?[0-9])")
_ASYLUM = re.compile(r"(?<![^\W_])DUF(?:[- ]?(?:nummer|nr\.?))?$", re.IGNORECASE)
_TWELVE = re.compile(r"[0-9]{4} ?[0-9]{6} ?[0-9]{2}(?![0-9])")
_SAID = ((_BORN, _DAY), (_NAMED, _YEAR_ALONE), (_GIVEN, _NUMBER), (_REST, _FIVE), (_ASYLUM, _TWELVE))

#: What stands between the words and the number.
_AROUND = " \t\r\n\"'“”«»:=,(*_`#"
#: How the words end: looked for first, as nearly no number has one of them before it.
_ENDS = (
    "ødt", "ødd", "dt.", "dt", "f.", " f", "(f", "dato", "data", "dag", "date", "day", "birth", "dob", "orn",
    "ummer", "nr", "nr.", "id", "duf", "gádan", "beaivi", " den", " er", " på", " var", " on",
)  # fmt: skip
_LONGEST_END = 6
_BEFORE = 80


def clients(text: str, groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Where a folded text tells when somebody was born, or who is the client: offsets of the number that tells it."""
    for group in groups:
        said = text[max(0, group.start - _BEFORE) : group.start].rstrip(_AROUND)
        if not said[-_LONGEST_END:].lower().endswith(_ENDS):
            continue
        for words, number in _SAID:
            found = number.match(text, group.start)
            if found and words.search(said):
                yield found.span()
                break
