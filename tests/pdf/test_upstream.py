"""The faults of WeasyPrint in `docs/developers/upstream-weasyprint.md` are there, and mended here."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
import weasyprint
from builder.pdf.writer import UNIVERSAL

from tests.pdf.structure import RULES, faults
from tests.support import ROOT

pytestmark = pytest.mark.whole

_PAGE = (ROOT / "docs" / "developers" / "upstream-weasyprint.md").read_text(encoding="utf-8")
#: The heading of each fault, the rule that finds it, and the document that shows it.
FAULTS = re.findall(r"^## ([^\n]+)\n\n\[(\w+)\].*?```html\n(.*?)\n```", _PAGE, re.MULTILINE | re.DOTALL)
NOT_MENDED = {"Text that is half transparent is lost to those who listen"}


def broken(html: str, mended: bool) -> set[str]:
    """The rules that a document breaks, as WeasyPrint writes it or mended."""
    options = UNIVERSAL.options | {"pdf_forms": True}
    document = weasyprint.HTML(string=f'<html lang="en"><title>x</title><body>{html}').render(**options)
    written = document.write_pdf(finisher=UNIVERSAL.finish if mended else None, **options)
    return {fault.rule for fault in faults(pypdf.PdfReader(io.BytesIO(written)))}


def test_each_section_is_read() -> None:
    assert len(FAULTS) == _PAGE.count("```html") == _PAGE.count("\n## ") - 1
    assert {rule for _, rule, _ in FAULTS} <= {rule.name for rule in RULES}


@pytest.mark.parametrize(("heading", "rule", "html"), FAULTS, ids=[heading for heading, _, _ in FAULTS])
def test_a_fault_is_still_there_and_mended_here(heading: str, rule: str, html: str) -> None:
    assert rule in broken(html, mended=False), f"WeasyPrint {weasyprint.__version__} has mended this: {heading}"
    assert (rule in broken(html, mended=True)) == (heading in NOT_MENDED)
