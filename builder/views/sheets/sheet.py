"""What a print of its own is, before anybody decides how it looks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Protocol

from builder.i18n import Key
from builder.model.handbook import Handbook
from builder.views import routes
from builder.views.page import NO_KEY, Page, Place


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that a sheet is written to, perhaps laid out in another way than the sheet itself.

    `look` names that way, for the template and the styles. Such a copy is set as tight as the sheet is, or, where it
    has `sides` of its own, as tight as it must be to fit those; `fitting` is as that of the sheet. `name` is what a
    link to it says, where the kind of the sheet does not tell it apart.
    """

    file: str
    paper: str
    look: str = ""
    name: Key = NO_KEY
    sides: int | None = None
    fitting: tuple[int, ...] = ()


class Printable(Protocol):
    """What is printed and listed: a sheet, or a book. `kind` says what sort it is, `of` what it belongs to."""

    @property
    def kind(self) -> Key: ...

    @property
    def title(self) -> str: ...

    @property
    def of(self) -> Place: ...

    @property
    def copies(self) -> tuple[Copy, ...]: ...

    @property
    def language(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Sheet(Page):
    """One print. `path` identifies it and is no address; `copies` are the files it is written to.

    `kind` says what sort of print it is, `of` where its content stands on the site, `until` how long
    it is valid. `sides` is the most pages it may have: it is set tighter until it fits. `fewest` sets it tighter
    where that saves a page, as for a form that may be of any length. `fitting` has how
    many letters have been seen to fit at each setting, the roomiest first, so that most fit at the first
    try. `one_side` has the same of a single page, which it is where it fits in any of those settings. `multiple` is
    what the number of pages must divide by, so that a booklet can be folded. `language` is said where it is not that
    of the handbook. `along` has the paths of the sheets that are taken along with it. `given` is true of what is
    printed from the edition for everybody: it says nothing else, and leads there.
    """

    kind: Key = NO_KEY
    copies: tuple[Copy, ...] = ()
    of: Place = field(default_factory=lambda: Place(routes.FRONT))
    until: dt.date | None = None
    sides: int | None = None
    one_side: tuple[int, ...] = ()
    fewest: bool = False
    multiple: int = 1
    fitting: tuple[int, ...] = ()
    language: str = ""
    along: tuple[str, ...] = ()
    given: bool = False


def valid_until(handbook: Handbook, *dates: dt.date | None) -> dt.date | None:
    """The first day when something in the print must be looked at again, or None where nothing says so."""
    known = [date for date in (handbook.municipality.next_review, *dates) if date]
    return min(known) if known else None
