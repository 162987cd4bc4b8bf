"""Looks citations up in the register of law.

A citation names an act and a section: «barnevernsloven § 13-2», «personvernforordningen artikkel 6».
A subsection may follow («første ledd»); it is kept, but not looked up.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.model.law import Act, Moved, Provision
from builder.model.vocabulary import ActStatus

_SECTION = re.compile(r"^(?P<act>.*?)\s*(?P<section>(?:§§?|artikkel\b|art\.).*)$", re.IGNORECASE)
_SUBSECTION = re.compile(
    r"(,?\s*(første|andre|annet|tredje|fjerde|femte|sjette|sjuende|syvende|siste|\d+\.)?\s*"
    r"(ledd|punktum|bokstav(er)? [a-zæøå](\s*(og|–|-|,)\s*[a-zæøå])*|nr\.? ?\d+))+",
    re.IGNORECASE,
)
#: A number, and the part of the section where only that has moved.
_OLD_SECTION = re.compile(r"\d+(?: [A-Z])?(?:-\d+)?(?: ?[a-z]\b)?(?: (?:nr\. \d+|\w+ ledd))?")


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation was found to mean. `provision` is None where the act is known but not the section."""

    act: Act
    section: str
    provision: Provision | None
    moved: tuple[Moved, ...] = ()

    @property
    def id(self) -> str:
        """The canonical citation: official short title and section."""
        return f"{self.act.name} {self.provision.section if self.provision else self.section}"


def split(citation: str) -> tuple[str, str]:
    """Name of the act and section («§ 13-2»); the section is empty where the citation has none."""
    text = " ".join(citation.split())
    match = _SECTION.match(text)
    if not match:
        return text, ""
    section = re.sub(r"^(§§?)\s*", r"\1 ", match["section"])
    return match["act"].strip(), re.sub(r"^art\.", "artikkel", section, flags=re.IGNORECASE)


@functools.lru_cache(maxsize=2)
def register_of(acts: tuple[Act, ...]) -> LawRegister:
    """The register of these acts: one and the same for every municipality that shares them."""
    return LawRegister(acts)


class LawRegister:
    """The acts by every name they go by."""

    def __init__(self, acts: Iterable[Act]) -> None:
        self.acts = tuple(acts)
        self._by_id = {act.id: act for act in self.acts}
        self._by_name = self._names()
        self._found: dict[str, Cited | None] = {}

    def _names(self) -> dict[str, Act]:
        """Name -> act. Official names win over aliases, those over misnomers; acts in force over others."""
        names: dict[str, Act] = {}
        ranked = sorted(self.acts, key=lambda act: (act.status is not ActStatus.IN_FORCE, act.id))
        groups = (
            lambda act: (act.name, act.name_nn or act.name),
            lambda act: act.aliases,
            lambda act: act.misnomers,
        )
        for group in groups:
            for act in ranked:
                for name in group(act):
                    names.setdefault(name.casefold(), act)
        return names

    @property
    def names(self) -> tuple[str, ...]:
        """The official short titles of acts in force, for suggestions."""
        return tuple(act.name for act in self.acts if act.status is ActStatus.IN_FORCE)

    def act(self, name: str) -> Act | None:
        """The act that goes by a name, in force or not."""
        return self._by_name.get(name.casefold())

    def successor(self, act: Act) -> Act | None:
        """The act that replaced a repealed one."""
        return self._by_id.get(act.replaced_by) if act.replaced_by else None

    def find(self, citation: str) -> Cited | None:
        """What a citation means, or None when the act is not in the register."""
        if citation not in self._found:
            self._found[citation] = self._look_up(citation)
        return self._found[citation]

    def _look_up(self, citation: str) -> Cited | None:
        name, section = split(citation)
        act = self.act(name)
        if act is None:
            return None
        provision = next((p for p in _longest_first(act.provisions) if covers(p.section, section)), None)
        return Cited(act, section, provision, _found_now([m for m in act.moved if self._is_law(m.to)], section))

    def _is_law(self, place: str | None) -> bool:
        """Whether a section has moved to where it applies today: not to an act that is only adopted."""
        act = self.act(split(place)[0]) if place else None
        return place is not None and (act is None or act.status is not ActStatus.ADOPTED)


def _found_now(moved: Sequence[Moved], section: str) -> tuple[Moved, ...]:
    """Where a section is found now: what is noted of just that, or else of it at an earlier time or in part."""
    just_that = tuple(one for one in moved if covers(one.section, section))
    return just_that or tuple(one for one in moved if any(covers(old, section) for old in _sections(one.section)))


def _sections(written: str) -> list[str]:
    """The sections in «§ 25 første ledd og § 45 (før 2026-07-01)», or «§§ 31 og 33», each by itself."""
    numbers = _OLD_SECTION.findall(written.partition("(")[0]) if written.startswith("§") else ()
    return [f"§ {' '.join(number.split())}" for number in numbers]


def _longest_first(provisions: Iterable[Provision]) -> list[Provision]:
    return sorted(provisions, key=lambda provision: -len(provision.section))


def covers(registered: str, cited: str) -> bool:
    """Whether a cited section is the registered one, or a subsection of it."""
    if not cited.casefold().startswith(registered.casefold()):
        return False
    rest = cited[len(registered) :]
    return not rest or _SUBSECTION.fullmatch(rest) is not None
