"""What must stand on one line: the number of a section with its sign, and the groups of a telephone number."""

from __future__ import annotations

import re

_NO_BREAK = "\N{NO-BREAK SPACE}"
_SECTION = re.compile(r"(§§?) (?=\d)")
#: «116 117», «00 00 00 00», «800 12 345»; not what is part of a longer number.
#: It begins with a digit, and then looks back: so most of a page is passed over without looking anywhere.
_PHONE = re.compile(
    r"\d(?<!\d\d)(?<!\d[ .,:/-]\d)(?:(?<=1)16 \d{3}|\d(?: \d\d){3}|(?<=[489])\d\d \d\d \d{3})(?![\d-]| \d)"
)


def unbroken(html: str) -> str:
    """The same, with no break in such numbers."""
    html = _SECTION.sub(rf"\1{_NO_BREAK}", html)
    return _PHONE.sub(lambda found: found[0].replace(" ", _NO_BREAK), html)
