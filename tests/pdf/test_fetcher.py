"""Printing reads the package's own files and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
import weasyprint
from builder.pdf.fetcher import OwnFilesOnly
from weasyprint.urls import FatalURLFetchingError

from tests.support import TEMPLATES


@pytest.mark.parametrize(
    "address",
    [
        "http://example.com/x.css",
        "https://example.com/x.png",
        "ftp://example.com/x",
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        f"{TEMPLATES.as_uri()}/../pyproject.toml",
        f"{TEMPLATES.as_uri()}/%2e%2e/pyproject.toml",
        f"{TEMPLATES.as_uri()}/..%2fpyproject.toml",
        f"{TEMPLATES.as_uri()}-annet/x.css",
        "/etc/passwd",
        "data:text/plain,x",
        "",
    ],
)
def test_anything_but_the_packages_own_files_is_refused(address: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        OwnFilesOnly(TEMPLATES).fetch(address)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "secret.txt").write_text("hemmelig")
    (tmp_path / "own" / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(FatalURLFetchingError):
        OwnFilesOnly(tmp_path / "own").fetch((tmp_path / "own" / "way-out.txt").as_uri())


def test_the_packages_own_files_are_read() -> None:
    response = OwnFilesOnly(TEMPLATES).fetch((TEMPLATES / "book" / "book.css").as_uri())
    assert b"@page" in response.read()


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="stylesheet" href="file:///etc/passwd">',
        '<img src="file:///etc/passwd">',
        '<img src="http://127.0.0.1:9/x">',
    ],
)
def test_a_rendering_that_wants_more_stops(html: str, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    with pytest.raises(FatalURLFetchingError):
        weasyprint.HTML(string=html, base_url=TEMPLATES.as_uri() + "/", url_fetcher=OwnFilesOnly(TEMPLATES)).write_pdf(
            target
        )
    assert not target.exists()
