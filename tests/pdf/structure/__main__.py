"""`python -m tests.pdf.structure FILE …` tells what is wrong in PDFs."""

from __future__ import annotations

import sys

import pypdf

from tests.pdf.structure import faults

found = [(path, fault) for path in sys.argv[1:] for fault in faults(pypdf.PdfReader(path))]
for file, one in found:
    print(f"{file}: {one.rule}: {one.where} ({one.clause})")  # noqa: T201 - this is what it is for
sys.exit(bool(found))
