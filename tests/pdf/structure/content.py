"""What is drawn on a page: what of it is marked, and as what."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pypdf

#: What matters in a stream: strings, to pass over them; names; what begins and ends marked content; what paints.
_TOKENS = re.compile(
    rb"\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f\s]+>"
    rb"|/(?P<name>[^\s<>\[\]()/%{}]+)|(?P<number>[-+.\d]+)"
    rb"|(?P<operator>[A-Za-z'\"]+\*?)",
    re.DOTALL,
)
_PAINTS = frozenset(b"Tj TJ ' \" sh f f* F B B* b b* S s EI".split())


@dataclass(slots=True)
class Content:
    """What a page draws: how often each MCID is given, and what is drawn outside all that is marked."""

    marked: Counter[int] = field(default_factory=Counter)
    unmarked: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    within_forms: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, page: pypdf.PageObject) -> Content:
        """Of a page."""
        drawn, found = page.get_contents(), cls()
        if drawn is not None:
            found._read(drawn.get_data(), page.get("/Resources", {}).get("/XObject", {}))
        return found

    def _read(self, data: bytes, others: Any) -> None:
        open_: list[str] = []  # of all that is marked and not ended: "artifact", "real" or ""
        names: list[bytes] = []
        number = -1
        for token in _TOKENS.finditer(data):
            kind = token.lastgroup
            if kind == "name":
                names.append(token["name"])
            elif kind == "number":
                number = int(token["number"]) if token["number"].isdigit() else -1
            elif kind == "operator":
                operator = token["operator"]
                if operator in (b"BDC", b"BMC"):
                    open_.append(self._begun(names, number, open_))
                elif operator == b"EMC":
                    open_.pop()
                elif operator == b"Do":
                    self._other(names[-1].decode(), others, any(open_))
                elif operator in _PAINTS and not any(open_):
                    self.unmarked.append(operator.decode())
                names = []

    def _begun(self, names: list[bytes], number: int, within: list[str]) -> str:
        """What begins here, which may not stand in its opposite."""
        kind = "artifact" if names and names[0] == b"Artifact" else "real" if b"MCID" in names else ""
        if kind == "real":
            self.marked[number] += 1
        if kind and set(within) - {kind, ""}:
            self.mixed.append(f"{kind} content within {within[-1]}")
        if kind == "real" and "real" in within:
            self.mixed.append("content with an MCID within another")
        return kind

    def _other(self, name: str, others: Any, marked: bool) -> None:
        """What is drawn by name: a picture, or a stream of its own, where no MCID of the page can be."""
        other = others[f"/{name}"].get_object()
        if other.get("/Subtype") != "/Form":
            self.unmarked.extend([] if marked else [f"Do {name}"])
            return
        inner = Content()
        inner._read(other.get_data(), other.get("/Resources", {}).get("/XObject", {}))
        self.unmarked.extend([] if marked else inner.unmarked)
        self.within_forms.extend(f"MCID {mcid} in {name}" for mcid in inner.marked)
