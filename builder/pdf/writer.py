"""What the book and the sheets share: one way from HTML to an accessible PDF that is the same every time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pydyf
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from builder.cache.fingerprints import digest_of
from builder.cache.program import program_digest
from builder.pdf import archive, form_fields, written_once
from builder.pdf.asked_once import ask_once
from builder.pdf.fetcher import OwnFilesOnly
from builder.pdf.filled_columns import fill_once
from builder.pdf.kept_lines import keep_lines
from builder.pdf.measured_lines import measure_once
from builder.pdf.tags.mending import mend
from builder.resources import TEMPLATES

# WeasyPrint makes its PDFs of what pydyf has by this name.
pydyf.PDF = written_once.PDF
measure_once()
ask_once()
fill_once()
keep_lines()


def own_files() -> OwnFilesOnly:
    """What a print may read: styles and fonts of the package."""
    return OwnFilesOnly(TEMPLATES)


def identifier(html: str) -> bytes:
    """The identifier of a PDF follows from its content, so the same content gives the same bytes."""
    return hashlib.sha256(html.encode()).hexdigest()[:32].encode()


@dataclass(frozen=True, slots=True)
class Standard:
    """What a PDF keeps to: always PDF/UA-1 (tagged, with title and language), for the archive also PDF/A-2a."""

    for_archive: bool = False

    @property
    def options(self) -> dict[str, Any]:
        """What WeasyPrint is told when it lays out and when it writes."""
        return {"pdf_variant": "pdf/a-2a" if self.for_archive else "pdf/ua-1", "pdf_tags": True}

    def made_from(self, *parts: str) -> str:
        """What stands for a print: what is on it, how it is made, and the program with its styles and packages."""
        return digest_of([program_digest(), repr(self), *parts])

    def finish(self, document: weasyprint.Document, pdf: pydyf.PDF) -> None:
        """Mends what is drawn and not yet written."""
        mend(document, pdf)
        form_fields.finish(document, pdf)
        if self.for_archive:
            archive.claim_accessible_too(pdf)


#: What everybody can read.
UNIVERSAL = Standard()


class Writer:
    """Lays out and writes many small documents. Typefaces and styles are read once, for all of them."""

    def __init__(self, standard: Standard, *stylesheets: Path) -> None:
        self._standard = standard
        self._fetcher = own_files()
        self._fonts = FontConfiguration()
        self._styles = [
            weasyprint.CSS(filename=str(sheet), font_config=self._fonts, url_fetcher=self._fetcher)
            for sheet in stylesheets
        ]

    def lay_out(self, html: str) -> weasyprint.Document:
        """The pages of a document. Raises FatalURLFetchingError where it asks for a file that is not the package's."""
        source = weasyprint.HTML(string=html, base_url=TEMPLATES.as_uri() + "/", url_fetcher=self._fetcher)
        return source.render(
            font_config=self._fonts, stylesheets=self._styles, pdf_forms=True, **self._standard.options
        )

    def write(self, document: weasyprint.Document, target: Path | BinaryIO, identity: bytes) -> None:
        """Writes the pages as PDF."""
        document.write_pdf(
            target,
            finisher=self._standard.finish,
            pdf_forms=True,
            pdf_identifier=identity,
            **self._standard.options,
        )
