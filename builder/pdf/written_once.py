"""A PDF whose objects are each put into bytes once.

pydyf puts each object into bytes, and compresses it, twice: to write it, and to tell files apart. And it makes the list
of references to pages anew each time that WeasyPrint asks for one of them, which is for each element of the text.
"""

from __future__ import annotations

import zlib
from typing import Any

import pydyf

#: More is hardly smaller, and takes twice the time.
_LEVEL = 6


class PDF(pydyf.PDF):  # type: ignore[misc]
    """As that of pydyf, and the same bytes whenever the same is written."""

    _writing = False
    _references: tuple[bytes, ...] = ()

    @property
    def page_references(self) -> tuple[bytes, ...]:
        """The references to the pages, in their order."""
        if len(self._references) != self.pages["Count"]:
            self._references = super().page_references
        return self._references

    def add_object(self, object_: pydyf.Object) -> None:
        """Adds an object. What is added while the file is written, will not change any more."""
        super().add_object(object_)
        if self._writing and isinstance(object_, pydyf.Stream):
            _compress(object_)

    def write(self, *args: Any, **kwargs: Any) -> None:
        """Writes what there is; nothing can be changed afterwards."""
        self._writing = True
        for number, one in enumerate(self.objects):
            if isinstance(one, pydyf.Stream):
                _compress(one)
            else:
                self.objects[number] = _Settled(one) if one.free != "f" else _Free()
        super().write(*args, **kwargs)


class _Settled(pydyf.Object):  # type: ignore[misc]
    """The bytes of an object."""

    data = b""

    def __init__(self, one: pydyf.Object) -> None:
        super().__init__()
        self.number, self.generation, self.data = one.number, one.generation, one.data


class _Free(pydyf.Object):  # type: ignore[misc]
    """The place of an object that is not written, as ISO 32000-1, 7.5.4, wants a number that is not used again.

    pydyf counts such a place among the objects it has packed together, so that readers who trust the number of a place
    (Poppler, pdf.js) find nothing, or another object, for each that comes after it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.number, self.generation, self.free = 0, 65535, "f"


def _compress(stream: pydyf.Stream) -> None:
    if stream.compress:
        content = zlib.compress(b"\n".join(map(pydyf._to_bytes, stream.stream)), _LEVEL)
        stream.stream, stream.compress = [content], False
        stream.extra = pydyf.Dictionary({**stream.extra, "Filter": "/FlateDecode"})
