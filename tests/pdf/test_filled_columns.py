"""Columns that are filled one after the other are laid out once, and are what WeasyPrint would have made of them."""

from __future__ import annotations

from typing import Any

import pytest
import weasyprint
from builder.pdf import filled_columns
from builder.pdf.writer import UNIVERSAL
from weasyprint.layout import block

_SENTENCE = "Den som er bekymret for et barn, ringer barneverntjenesten i dag, og sier fra til foreldrene. "
_LINES = "".join(f"<p>{n} {_SENTENCE * 3}</p>" for n in range(30))
_OVER_BOTH = "<h1>Står over begge</h1>"
_NOTE = "<p>Se her<small>Står nederst</small></p>"
#: What is told of columns, and what stands in them: over several pages, and on part of one.
_CASES = {
    "filled": ("auto", _LINES),
    "heading over both": ("auto", f"{_OVER_BOTH}{_LINES}<p class=in>Sist</p>"),
    "heading below": ("auto", f"{_LINES}{_OVER_BOTH}"),
    "heading between": ("auto", f"{_LINES}{_OVER_BOTH}{_LINES}"),
    "columns in columns": ("auto", f"{_LINES}<div class=even>{_SENTENCE * 9}</div>{_LINES}"),
    "kept together": ("auto", f"<section>{_LINES[:900]}</section>" * 9),
    "notes": ("auto", f"{_LINES}{_NOTE * 4}{_LINES}"),
    "evened out": ("balance", f"{_OVER_BOTH}{_LINES[:2000]}"),
}


def written(fill: str, content: str) -> bytes:
    html = f"""<html lang="nb"><title>Prøve</title><style>
    @page {{ size: A5 }} .c {{ columns: 2; column-fill: {fill}; border-bottom: 1px solid; padding-bottom: 3mm }}
    h1 {{ column-span: all }} .in {{ position: relative; break-inside: avoid }} .even {{ columns: 2 }}
    section {{ break-inside: avoid }} aside {{ float: right; width: 30% }} small {{ float: footnote }}
    </style><body><h2>Før</h2><div class="c">{content}<aside>{_SENTENCE}</aside></div><p>Etter</p>"""
    pdf: bytes = weasyprint.HTML(string=html).write_pdf(**UNIVERSAL.options, pdf_identifier=b"1")
    return pdf


@pytest.mark.parametrize("case", _CASES)
def test_the_same_bytes_as_where_they_are_tried_first(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = written(*_CASES[case])
    monkeypatch.setattr(block, "columns_layout", filled_columns._columns_layout)
    monkeypatch.setattr(block, "block_box_layout", filled_columns._block_box_layout)
    assert written(*_CASES[case]) == mine


@pytest.mark.parametrize(("case", "tried"), [("filled", False), ("heading over both", False), ("heading below", True)])
def test_columns_are_tried_only_where_that_tells_something(
    case: str, tried: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, margins = filled_columns._block_box_layout, list[bool]()

    def seen(context: Any, box: Any, *how: Any, **more: Any) -> Any:
        if box.is_column:
            margins.append(how[6] is not None)
        return theirs(context, box, *how, **more)

    monkeypatch.setattr(filled_columns, "_block_box_layout", seen)
    written(*_CASES[case])
    assert margins
    assert any(margins) == tried
