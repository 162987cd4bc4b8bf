"""How each kind of value is written: in words for people, and as a pattern for editors.

The builder's own checks are in `fields.py`. A pattern here may let through what they refuse (a date
that is not in the calendar), never refuse what they let through; the tests hold the two together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

#: No upper or lower limit.
_ANY = (None, None)


@dataclass(frozen=True)
class Format:
    """What stands in the file.

    `numbers` are the limits of what an editor takes for a number, though the builder reads it as text
    (`0301`, `112`, `9.30`); None where a number is never right.
    """

    words: str
    pattern: str
    examples: tuple[str, ...] = ()
    numbers: tuple[float | None, float | None] | None = None
    whole: bool = True
    #: Words that editors take for true or false may stand too.
    truths: bool = False
    #: Whether it is another text in another language.
    translated: bool = False
    #: How many characters it may have, with what stands around it; None where the pattern is limit enough.
    longest: int | None = None
    #: Whether it stands on one line.
    one_line: bool = False


#: Something that can be seen: not only spaces.
_NOT_EMPTY = r"\S"
#: As above, and no new line within: after the last word there may be one, as YAML has it under «|».
_ONE_LINE = r"^\s*\S(.*\S)?\s*$"
_ID = "[a-z0-9]+(-[a-z0-9]+)*"

#: The limits are twice what anybody has written, and far from what a page, a print or a rule has trouble with.
TEXT = Format(
    "tekst på én linje",
    _ONE_LINE,
    (),
    _ANY,
    whole=False,
    truths=True,
    translated=True,
    longest=2000,
    one_line=True,
)
#: A text that is the same in all languages: a number of an act, a title as the act has it, the name of a person.
VERBATIM = replace(TEXT, translated=False)
NAME = replace(TEXT, words="navn", longest=200)
PROSE = Format(
    "tekst, med **fet**, *kursiv*, lister og lenker",
    _NOT_EMPTY,
    (),
    _ANY,
    whole=False,
    truths=True,
    translated=True,
    longest=10_000,
)
CITATION = Format("lov og paragraf", r"(§|[Aa]rt)", ("barnevernsloven § 13-2",), longest=200, one_line=True)
IDENTIFIER = Format("små bokstaver a–z, tall og bindestrek", f"^{_ID}$", ("ppt",), (0, None), truths=True, longest=80)
REFERENCE = Format("id-en til en post", rf"^{_ID}(\.{_ID})?$", (), (0, None), whole=False, truths=True)
FLAG = Format("true (ja) eller false (nei)", "^(true|false)$", (), None, truths=True)
DATE = Format("dato, år-måned-dag", r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", ("2026-03-31",))
SINCE = Format(
    "år, måned eller dato", r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$", ("2019", "2019-08-20"), (0, 9999)
)
TIME = Format("klokkeslett", r"^([01]?\d|2[0-3])[:.][0-5]\d$", ("9:00", "15:30"), (0, 23.59), whole=False)
PHONE = Format("telefonnummer; 00 00 00 00 til det er kjent", r"\d\D*\d", ("22 22 22 22", "00 00 00 00"), (0, None))
EMAIL = Format(
    "e-postadresse",
    r"^(?!\.)(?!.*\.\..*@)[A-Za-zÆØÅæøå0-9._%+-]+@[A-Za-z0-9æøåÆØÅ-]+(\.[A-Za-z0-9æøåÆØÅ-]+)+$",
    ("navn@kommune.no",),
    longest=254,  # RFC 5321, 4.5.3.1.3
)
ORGANISATION_NUMBER = Format("ni siffer", r"^ *(\d *){9}$", ("974760673",), (0, 999_999_999))
WEB_ADDRESS = Format(
    "nettadresse som begynner med https://",
    r"^https://[^\s/]+\.[^\s/]+(/\S*)?$",
    ("https://www.udir.no",),
    longest=2000,
)
MUNICIPALITY_NUMBER = Format("fire siffer", r"^\d{4}$", ("0301",), (0, 9999))
