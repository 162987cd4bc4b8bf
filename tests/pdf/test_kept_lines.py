"""Lines are drawn as they were measured, and are what WeasyPrint would have drawn."""

from __future__ import annotations

from collections import Counter

import pytest
import weasyprint
from builder.pdf import kept_lines
from builder.pdf.writer import UNIVERSAL
from weasyprint.text.line_break import Layout

_SENTENCE = "Den som er bekymret for et barn, ringer barneverntjenesten i dag, og sier fra til foreldrene. "
#: All that has a line drawn in another way than it was measured, and what ends a line.
_TEXT = f"""<html lang="nb"><title>Prøve</title><style>
@page {{ size: A5; @bottom-right {{ content: "Side " counter(page) }} }} .even {{ text-align: justify }}
.apart {{ letter-spacing: 1px; word-spacing: 3px }} .cut {{ overflow: hidden; white-space: nowrap; text-overflow: ellipsis }}
.few {{ line-clamp: 2 }} .broken {{ overflow-wrap: anywhere; width: 20mm }} .hyphens {{ hyphens: auto; width: 25mm }}
.small {{ font-variant-caps: small-caps; text-decoration: underline line-through overline }} pre {{ tab-size: 3 }}
.lines {{ white-space: pre-line }} .kept {{ white-space: pre-wrap; width: 30mm }}
</style><body><p>{_SENTENCE * 4}</p><p class="even">{_SENTENCE * 4}</p><p class="apart">{_SENTENCE}</p>
<p class="cut">{_SENTENCE * 3}</p><p class="few">{_SENTENCE * 9}</p><p class="broken">{"barnevern" * 9}</p>
<p class="hyphens">Barneverntjenesten, spesialisthelsetjenesten og kommune&shy;overlegen</p>
<p class="small">{_SENTENCE}</p><pre>En\tto\r\n  tre\n\nfire </pre><p class="lines">Først\nså \n\u2029sist</p>
<p class="kept">{_SENTENCE}   \n etter </p><p dir="rtl" lang="ar">مرحبا {_SENTENCE}</p>
<svg width="200" height="40"><text x="5" y="20" letter-spacing="2">Først <tspan dy="3">så</tspan></text></svg>
<ul><li>{_SENTENCE}<li>{_SENTENCE}</ul>"""


def written() -> bytes:
    content: bytes = weasyprint.HTML(string=_TEXT).write_pdf(**UNIVERSAL.options, pdf_identifier=b"1")
    return content


def test_the_same_bytes_as_where_each_is_shaped_again(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = written()
    monkeypatch.setattr(Layout, "set_text", kept_lines._set_text)
    monkeypatch.setattr(Layout, "deactivate", kept_lines._deactivate)
    monkeypatch.setattr(Layout, "reactivate", kept_lines._reactivate)
    assert written() == mine


def test_most_lines_are_shaped_once(monkeypatch: pytest.MonkeyPatch) -> None:
    times: Counter[str] = Counter()

    def taken_up(layout: Layout, style: object) -> None:
        times["drawn"] += 1
        kept_lines._take_up(layout, style)

    def shaped_again(layout: Layout, style: object) -> None:
        times["again"] += 1
        reactivate(layout, style)

    reactivate = kept_lines._reactivate
    monkeypatch.setattr(Layout, "reactivate", taken_up)
    monkeypatch.setattr(kept_lines, "_reactivate", shaped_again)
    written()
    assert 0 < 2 * times["again"] < times["drawn"]
