"""A form is set tighter where that saves a page, and only then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from builder.edition.edition import Edition
from builder.model.form import FormField
from builder.model.handbook import Handbook
from builder.model.vocabulary import FieldKind
from builder.pdf.sheets import Printer
from builder.views.sheets.fillable import FillableForm, SectionRow, field_rows
from builder.views.sheets.sheet import Sheet

AREA = FormField(label="Hva er prøvd?", kind=FieldKind.TEXT, rows=5)


@pytest.fixture(scope="module")
def printer(mini: Handbook) -> Printer:
    return Printer(Edition(mini))


def form(mini: Handbook, areas: int) -> Sheet:
    """The form of the miniature handbook with so many areas to write in, and nothing else."""
    sheet = next(one for one in Edition(mini).sheets if isinstance(one.context, FillableForm))
    assert isinstance(sheet.context, FillableForm)
    section = sheet.context.sections[0].section
    rows = [SectionRow(section, field_rows([AREA] * areas))]
    return replace(sheet, context=replace(sheet.context, sections=rows))


def pages(printer: Printer, sheet: Sheet, folder: Path) -> int:
    printer.write(sheet, folder)
    return len(pypdf.PdfReader(folder / sheet.copies[0].file).pages)


def test_a_form_with_a_little_too_much_takes_no_page_for_it(mini: Handbook, printer: Printer, tmp_path: Path) -> None:
    sheet = form(mini, 5)
    assert pages(printer, replace(sheet, fewest=False), tmp_path) == 2
    assert pages(printer, sheet, tmp_path) == 1


def test_a_form_that_needs_its_pages_is_not_set_tight_for_nothing(
    mini: Handbook, printer: Printer, tmp_path: Path
) -> None:
    sheet = form(mini, 8)
    assert pages(printer, sheet, tmp_path) == pages(printer, replace(sheet, fewest=False), tmp_path) == 2
    printer.write(sheet, tmp_path / "fewest")
    printer.write(replace(sheet, fewest=False), tmp_path / "roomy")
    file = sheet.copies[0].file
    assert (tmp_path / "fewest" / file).read_bytes() == (tmp_path / "roomy" / file).read_bytes()
