"""Lines of text are measured once for each document, and are where WeasyPrint would have them."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import weasyprint
from builder.pdf import measured_lines
from builder.pdf.writer import UNIVERSAL
from weasyprint.layout import inline
from weasyprint.text.line_break import split_first_line

_SENTENCE = "Den som er bekymret for et barn, ringer barneverntjenesten i dag, og sier fra til foreldrene. "
#: Columns are evened out, and a page is set again when the number it names is known.
_TEXT = f"""<html lang="nb"><title>Prøve</title><style>
@page {{ size: A5 }} div {{ columns: 2 }} a::after {{ content: target-counter(attr(href), page) }}
.even {{ text-align: justify }}</style><body><a href="#b">Se side </a>
<div>{f"<p>{_SENTENCE * 4}</p><p class=even>{_SENTENCE * 3}</p>" * 4}</div><h1 id="b">Etterpå</h1>"""


def written(document: str = _TEXT) -> bytes:
    options = UNIVERSAL.options | {"pdf_identifier": b"1"}
    content: bytes = weasyprint.HTML(string=document).write_pdf(**options)
    return content


def test_the_same_bytes_as_where_each_is_measured_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = written()
    monkeypatch.setattr(inline, "split_first_line", split_first_line)
    assert written() == mine


def test_a_line_that_is_set_again_is_not_measured_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[Any] = Counter()

    def counted(text: str, style: Any, *how: Any, **more: Any) -> Any:
        asked[text, id(style), how[1:], *more.items()] += 1
        return split_first_line(text, style, *how, **more)

    monkeypatch.setattr(measured_lines, "split_first_line", counted)
    written()
    assert set(asked.values()) == {1}
    known = sum(asked.values())
    monkeypatch.setattr(inline, "split_first_line", counted)
    written()
    assert sum(asked.values()) - known > 1.5 * known, "WeasyPrint does not measure them again any more"
