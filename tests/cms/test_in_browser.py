"""A record is changed in a form, in a browser, and the file holds what was typed and all that was there."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from builder.model.handbook import Handbook
from playwright.sync_api import sync_playwright

from tests.cms.browsing import Forms
from tests.support import ROOT, SLUG, checked, environment_with, errors, varied

ADDED = {"id": "radgiver", "role": "Rådgiver", "phone": "00 00 00 02", "email": "radgiver@lillevik.example"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The data folder of a miniature repository."""
    (tmp_path / ".git").mkdir()
    return varied(tmp_path, {})


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    """Where the command shows the forms."""
    command = [sys.executable, "-u", "-m", "builder", "forms", SLUG, "--handbook", str(root), "--port", "18010"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment_with()) as server:
        try:
            assert server.stdout
            said = re.search(r"http://[\w.]+:(\d+)", server.stdout.readline())
            assert said
            yield f"http://127.0.0.1:{said[1]}/"
        finally:
            server.kill()


@pytest.mark.whole
def test_what_is_typed_is_in_the_file_and_the_rest_is_kept(
    root: Path, address: str, mini: Handbook, tmp_path: Path
) -> None:
    outside: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(locale="nb-NO", viewport={"width": 1280, "height": 1000}).new_page()
        page.on(
            "response",
            lambda one: outside.append(one.url) if not one.url.startswith((address, "blob", "data")) else None,
        )
        forms = Forms(page, address, tmp_path)
        forms.begin()
        forms.open("services/entries/ppt")
        forms.write("name", "Tjenesten for læring")
        forms.add("contacts", "Kontakter")
        for field, text in ADDED.items():
            forms.write(f"contacts.1.{field}", text)
        forms.save()
        browser.close()
    after = checked(root)
    assert errors(after) == []
    assert outside == []
    service = next(one for one in after.handbook.services if one.id == "ppt")
    before = next(one for one in mini.services if one.id == "ppt")
    assert service.name == "Tjenesten for læring"
    kept = {"name", "contacts"}
    assert service.model_dump(exclude=kept) == before.model_dump(exclude=kept)
    assert service.contacts[0] == before.contacts[0]
    assert {field: getattr(service.contacts[1], field) for field in ADDED} == ADDED
