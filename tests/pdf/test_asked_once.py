"""What is found out once about a box is what WeasyPrint would have found each time."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from typing import Any

import pytest
import tinyhtml5.inputstream
import weasyprint
from builder.pdf import asked_once
from builder.pdf.asked_once import resolve_percentages, strut
from builder.pdf.writer import UNIVERSAL
from hypothesis import given
from hypothesis import strategies as st
from weasyprint.formatting_structure.boxes import Box

_WORDS = "Den som er bekymret for et barn, ringer barneverntjenesten i dag. "
#: Everything whose size depends on what it stands in, set more than once: columns, flexible boxes, grids, tables.
_TEXT = f"""<html lang="nb"><title>Prøve</title><style>
@page {{ size: A5; margin: 10%; @bottom-right {{ content: counter(page); padding: 5% }} }}
.columns {{ columns: 2 }} .flex {{ display: flex; width: 80% }} .flex p {{ flex: 1; padding: 2%; box-sizing: border-box }}
.flex p + p {{ flex: 0 0 30%; min-width: 25%; margin-top: 3% }} .grid {{ display: grid; grid-template-columns: 1fr 2fr }}
.grid p {{ width: calc(50% + 4mm); max-height: 40% }} aside {{ float: right; width: 33%; margin: 0 0 2% 2% }}
.over {{ position: relative }} .over small {{ position: absolute; right: 5%; top: 0; line-height: 2 }}
table {{ border-collapse: collapse; width: 70% }} td {{ border: 1px solid; padding: 1% }} .apart {{ border-collapse: separate }}
.half {{ width: 50%; height: 20% }} .half div {{ height: 50%; border-top: 3px solid; line-height: 180% }}
</style><body>
<div class="columns">{f"<p>{_WORDS * 3}</p><div class=half><div>{_WORDS}</div></div>" * 3}</div>
<div class="flex"><p>{_WORDS * 2}</p><p>{_WORDS}</p></div><div class="grid"><p>{_WORDS}</p><p>{_WORDS * 3}</p></div>
<aside>{_WORDS}</aside><p class="over">{_WORDS * 4}<small>Ytterst</small></p>
{f"<table class={{}}><tr><td>{_WORDS}<td><p style='margin: 5%'>{_WORDS}</p></table>".format("apart") * 2}
<table><tr><td>{_WORDS}<td style="border-width: 4px">Bred<tr><td>Under<td>Ved siden</table>"""


def written() -> bytes:
    content: bytes = weasyprint.HTML(string=_TEXT).write_pdf(**UNIVERSAL.options, pdf_identifier=b"1")
    return content


def put_back(monkeypatch: pytest.MonkeyPatch, ours: Callable[..., Any], theirs: Callable[..., Any]) -> int:
    """In how many modules ours stood."""
    found = [m for n, m in list(sys.modules.items()) if n.startswith("weasyprint.")]
    found = [module for module in found if getattr(module, theirs.__name__, None) is ours]
    for module in found:
        monkeypatch.setattr(module, theirs.__name__, theirs)
    return len(found)


def test_the_same_bytes_as_where_all_is_asked_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = written()
    assert put_back(monkeypatch, asked_once._resolve, resolve_percentages) > 4
    assert put_back(monkeypatch, asked_once._strut, strut) > 0
    monkeypatch.setattr(Box, "is_in_normal_flow", asked_once._in_normal_flow)
    assert written() == mine


def test_the_sides_of_most_boxes_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    times = {"asked": 0, "found out": 0}

    def counted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def asked(*how: Any, **more: Any) -> Any:
            times[name] += 1
            return function(*how, **more)

        return asked

    put_back(monkeypatch, asked_once._resolve, resolve_percentages)
    for module in [m for n, m in list(sys.modules.items()) if n.startswith("weasyprint.layout.")]:
        if getattr(module, "resolve_percentages", None) is resolve_percentages:
            monkeypatch.setattr(module, "resolve_percentages", counted("asked", asked_once._resolve))
    monkeypatch.setattr(asked_once, "resolve_percentages", counted("found out", resolve_percentages))
    written()
    assert times["asked"] > 2 * times["found out"] > 0


@given(
    st.text("ab<>&-]^\\\u0000\n é", max_size=9), st.text("ab<>&-]^\\\u0000\n é", min_size=1, max_size=5), st.booleans()
)
def test_patterns_find_what_those_of_the_reader_find(text: str, characters: str, among: bool) -> None:
    ours = asked_once._Patterns()[characters, among]
    first = "".join(itertools.takewhile(lambda one: (one in characters) is among, text))
    found = ours.match(text)
    assert (found[0] if found else "") == first


def test_a_pattern_is_made_once() -> None:
    weasyprint.HTML(string=f"<title>Prøve</title>{_WORDS}<b class='a b'>{_WORDS}</b>")
    patterns = tinyhtml5.inputstream.characters_until_regex
    known = dict(patterns)
    weasyprint.HTML(string=f"<title>Prøve</title>{_WORDS}<b class='c d'>{_WORDS}</b>")
    assert patterns == known
    assert all(isinstance(characters, (str, tuple, frozenset)) for characters, _ in known)
