"""Everything a file says, in whatever way it is packed: what a search for something that should not be there reads."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import quopri
import re
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdf
from pypdf.generic import StreamObject

_BASE64 = re.compile(rb"[A-Za-z0-9+/]{40,}={0,2}")
_NOT_SAID = re.compile(r"[^a-z0-9]+")


def squashed(text: str) -> str:
    """Letters and digits alone: what is broken over lines, hyphenated, spaced or in capitals is the same."""
    return _NOT_SAID.sub("", text.casefold())


def said_in(folder: Path) -> Iterator[tuple[str, str]]:
    """The path of each file below a folder, with everything it says; its path is one of the things."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        yield name, name
        if path.is_file():
            yield from ((name, text) for text in texts(path.read_bytes()))


def texts(content: bytes) -> Iterator[str]:
    """What some bytes say: as they are, and unpacked in every way they may be packed."""
    if content.startswith(b"%PDF"):
        yield from _of_pdf(content)
    if content.startswith(b"\x1f\x8b"):
        yield from texts(gzip.decompress(content))
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                yield member
                yield from texts(archive.read(member))
    text = content.decode("utf-8", "replace")
    yield text
    yield html.unescape(text)
    yield urllib.parse.unquote(text)
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    yield unfolded
    if "=" in text:
        yield quopri.decodestring(content).decode("utf-8", "replace")
    yield from _of_json(text)
    for packed in _BASE64.findall(content):
        yield _plain(packed).decode("utf-8", "replace")


def _plain(packed: bytes) -> bytes:
    try:
        return base64.b64decode(packed + b"=" * (-len(packed) % 4))
    except ValueError:
        return b""


def _of_json(text: str) -> Iterator[str]:
    """The strings of JSON, also where a script is made of it."""
    start = min((text.find(one) for one in "{[" if one in text), default=-1)
    if start < 0:
        return
    try:
        data, _ = json.JSONDecoder().raw_decode(text, start)
    except ValueError:
        return
    yield "\n".join(_strings(data))


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for item in data:
            yield from _strings(item)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _strings(value)


def _of_pdf(content: bytes) -> Iterator[str]:
    """The words of its pages, what it says of itself, and every object it is made of."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    yield "".join(page.extract_text() for page in reader.pages)
    yield str(reader.metadata)
    yield str(reader.outline)
    for number in range(1, reader.trailer["/Size"]):
        made = reader.get_object(number)
        yield str(made)
        if isinstance(made, StreamObject):
            yield made.get_data().decode("latin-1")
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            yield zlib.decompress(packed).decode("latin-1")
        except zlib.error:
            yield packed.decode("latin-1")
