"""What is fuzzed: each takes bytes, and raises where the program breaks a promise. They need no fuzzer to run."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from urllib.parse import unquote

from builder import prose
from builder.check.checker import check as check_loaded
from builder.load.folder import Folder
from builder.load.tree import Mapping, Node, Scalar, Sequence, plain
from builder.load.yaml_text import MAX_BYTES, MAX_DEPTH, parse
from builder.model.kinds import KINDS
from builder.prose import OUTSIDE_SCHEMES, to_html, to_inline

from tests.fuzz.handbook import SLUG, Changed
from tests.support import TODAY, Document, site_html
from tests.test_prose import ALLOWED, LENIENT, resolve
from tests.test_prose import KINDS as LINKED

#: Tags that load, run or restyle something: no page of a handbook's content has one.
FORBIDDEN_TAGS = {"base", "embed", "frame", "iframe", "link", "math", "meta", "object", "script", "style", "svg"}
FORBIDDEN_ATTRIBUTES = {"background", "formaction", "ping", "srcdoc", "style", "xlink:href"}
#: A text this long is converted within so many seconds of the processor, however it is written.
LONG, SECONDS = 6_000, 2.0


def load(data: bytes) -> None:
    """Any bytes become a tree of bounded depth, or problems at places that exist; data that is read is text."""
    tree, problems = parse("f.yml", data)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for problem in problems:
        assert 1 <= problem.mark.line <= lines, problem
        assert problem.mark.column >= 1
        said = problem.text()
        assert said
        assert "\n" not in said
    assert tree is not None or problems or len(data) <= MAX_BYTES
    if tree is not None:
        _walk(tree, 0)
        plain(tree)


def _walk(node: Node, depth: int) -> None:
    assert depth <= MAX_DEPTH
    assert node.mark.line >= 1
    assert node.mark.column >= 1
    if isinstance(node, Scalar):
        assert node.text is None or isinstance(node.text, str)
        return
    children = node.items if isinstance(node, Sequence) else list(node.fields.values())
    if isinstance(node, Mapping):
        assert all(isinstance(key, str) for key in node.fields)
        assert set(node.keys) == set(node.fields)
    for child in children:
        _walk(child, depth + 1)


def check(data: bytes) -> None:
    """A handbook with hostile changes is checked without an exception, and every finding can be said in one line."""
    with Changed(data) as root:
        found = check_loaded(Folder(root, KINDS, "mini").load(SLUG), TODAY)
    for problem in found.problems:
        said = problem.text()
        assert said
        assert said.splitlines() == [said]
        assert problem.mark.line >= 1


def running_text(data: bytes) -> None:
    """Any text becomes the small subset of HTML, twice the same, with no address of another kind."""
    text = data.decode("utf-8", "replace")
    prose._converted.cache_clear()
    made = to_html(text, resolve, LINKED)
    assert made == to_html(text, resolve, LINKED)
    for html in (made, to_inline(text, resolve, LINKED)):
        for tag, attributes in Document(html).tags:
            assert tag in ALLOWED, tag
            assert set(attributes) <= ALLOWED[tag] | LENIENT.get(tag, set()), attributes
            _harmless(attributes.get("href", ""))
    prose.links(text)
    prose.plain(text)


def long_text(data: bytes) -> None:
    """A text that is repeated until it is long takes no time to speak of."""
    text = data.decode("utf-8", "replace")
    if not text:
        return
    prose._converted.cache_clear()
    long = (text * (LONG // len(text) + 1))[:LONG]
    started = time.process_time()
    to_html(long, resolve, LINKED)
    prose.plain(long)
    prose.links(long)
    used = time.process_time() - started
    assert used < SECONDS, f"{used:.1f} s for {LONG} characters"


def pages(data: bytes) -> None:
    """A handbook that is let through makes every page, and nothing in it loads, runs or leads somewhere harmful."""
    with Changed(data) as root:
        found = check_loaded(Folder(root, KINDS, "mini").load(SLUG), TODAY)
    if not found.ok:
        return
    for path, html in site_html(found.handbook).items():
        for tag, attributes in Document(html).tags:
            assert tag not in FORBIDDEN_TAGS, (path, tag)
            wrong = {name for name in attributes if name.startswith("on")} | FORBIDDEN_ATTRIBUTES & set(attributes)
            assert not wrong, (path, tag, wrong)
            _harmless(attributes.get("href", ""))
            _harmless(attributes.get("action", ""))


def _harmless(address: str) -> None:
    scheme, colon, _ = re.sub(r"[\x00-\x20\x7f]", "", unquote(address)).partition(":")
    if colon and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme):
        assert scheme.casefold() in OUTSIDE_SCHEMES, address


TARGETS: dict[str, Callable[[bytes], None]] = {
    "load": load,
    "check": check,
    "prose": running_text,
    "long": long_text,
    "pages": pages,
}
