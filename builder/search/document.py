"""One thing that can be found."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.result_group import ResultGroup
from builder.search.at_once import Fact
from builder.views.page import Place


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found.

    `names` are other words for the title, `asked` is what people say who need it, `about` is what it
    belongs to, `lines` is what it says, one thought a line, and `law` the provisions it cites. `phone` is
    shown with the result. Where the lines stand at places of their own on the page, `anchors` has one for
    each, and a result leads to the line that was found. `file` is what a result leads to where that is no page.
    `facts` are what it says at once to what is asked of it.
    """

    group: ResultGroup
    place: Place
    title: str
    about: str = ""
    names: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    phone: str = ""
    anchors: tuple[str, ...] = ()
    file: str = ""
    facts: tuple[Fact, ...] = ()
