"""What is said many times on a print, in short: names the reader has just read, and sections of the same act."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import groupby

#: What divides a name from what explains it: «Samtykke – når familien sier ja», «Akutt: barnet er i fare nå».
_EXPLAINED = re.compile(r" – |: ")
#: What divides the role of a contact from the service it is in: «Helsesykepleier, Helsestasjonen».
_IN_SERVICE = re.compile(r", ")
_CITED = re.compile(r"(?P<act>\D+) § (?P<section>\S+)")


def again(name: str, before: Collection[str]) -> str:
    """A name that stands among those before it, without what explains it; whole where it is new or unclear."""
    return _in_short(name, before, _EXPLAINED)


def contact_again(name: str, before: Collection[str]) -> str:
    """The same of a contact, whose name says which service it is in."""
    return _in_short(name, before, _IN_SERVICE)


def _in_short(name: str, before: Collection[str], divider: re.Pattern[str]) -> str:
    short = divider.split(name, maxsplit=1)[0]
    same = {one for one in before if divider.split(one, maxsplit=1)[0] == short}
    return short if same == {name} else name


def together(citations: Iterable[str]) -> list[str]:
    """Citations with the sections of an act side by side: «barnevernsloven §§ 2-1, 2-2»."""
    return [said for act, cited in groupby(citations, _act) for said in _of_act(act, list(cited))]


def _act(citation: str) -> str:
    """The act, where the citation is of one section in it."""
    found = _CITED.fullmatch(citation)
    return found["act"] if found else ""


def _of_act(act: str, citations: list[str]) -> list[str]:
    if not act or len(citations) == 1:
        return citations
    return [f"{act} §§ {', '.join(citation.removeprefix(f'{act} § ') for citation in citations)}"]
