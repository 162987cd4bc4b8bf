"""The demonstration handbooks, built once and opened the way readers open them."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
MUNICIPALITIES = ("risor", "harstad")
PHONE: ViewportSize = {"width": 390, "height": 844}
#: One page of each kind, the same in both handbooks.
KINDS = (
    "index",
    "situasjoner/index",
    "situasjoner/bekymret-barn",
    "situasjoner/akutt",
    "taushetsplikt/index",
    "taushetsplikt/meldeplikt",
    "tjenester/index",
    "tjenester/ppt",
    "tjenester/bup",
    "kontakter",
    "moteplasser/index",
    "moteplasser/motearet",
    "moteplasser/ansvarsgruppe",
    "hvem-gjor-hva",
    "skjemaer/index",
    "skjemaer/samtykke",
    "for-familier/index",
    "for-familier/regel-meldeplikt",
    "ordliste",
    "lover",
    "om/index",
    "jobber/index",
    "jobber/barnehage",
    "kan-jeg-dele/index",
    "kan-jeg-dele/barnehage",
    "planer",
    "ny-her/index",
    "ovelser/index",
    "hva-er-nytt",
    "egenkontroll",
    "kontrollrunde",
    "hva-vi-driver-med",
    "apne-data",
    "utskrift/index",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built sites: those `make test` just made, or made here when the tests run alone."""
    made = os.environ.get("HANDBOK_TEST_SITE")
    if made:
        return ROOT / made
    folder = tmp_path_factory.getbasetemp().parent / "demonstration-site"
    with FileLock(f"{folder}.lock"):
        if not (folder / "index.html").exists():
            command = [sys.executable, "-m", "builder", "build", "--output", str(folder)]
            subprocess.run(command, cwd=ROOT, check=True)
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the sites are served, on this machine only."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, kept from looking for its maker's servers, and from drawing in a process of its own."""
    quiet = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", *quiet, "--disable-gpu", "--in-process-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def phone(browser: Browser) -> BrowserContext:
    """One reader's phone, for the tests of one process: scripts and styles are fetched and compiled once."""
    return browser.new_context(viewport=PHONE, locale="nb-NO", service_workers="block")


@pytest.fixture(scope="session")
def without_script(browser: Browser) -> BrowserContext:
    """A phone where scripts do not run."""
    return browser.new_context(viewport=PHONE, java_script_enabled=False)


@pytest.fixture
def page(phone: BrowserContext, address: str) -> Iterator[Page]:
    """A phone-sized page that fails the test on a script error, a failed request or one to another origin.

    What a site remembers is forgotten when the test is over.
    """
    tab = phone.new_page()
    trouble: list[str] = []
    tab.on("pageerror", lambda error: trouble.append(f"script: {error}"))
    # What is still on its way when the page is closed is aborted, and no fault of the page.
    tab.on(
        "requestfailed",
        lambda request: None if request.failure == "net::ERR_ABORTED" else trouble.append(f"failed: {request.url}"),
    )
    tab.on(
        "response", lambda answer: trouble.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None
    )
    tab.on(
        "request",
        lambda request: (
            None if request.url.startswith((address, "data:", "blob:")) else trouble.append(f"outside: {request.url}")
        ),
    )
    yield tab
    if tab.url.startswith(address):
        tab.evaluate("localStorage.clear()")
    tab.close()
    phone.clear_cookies()
    assert trouble == []


def barriers(page: Page) -> dict[str, list[str]]:
    """What axe finds against WCAG 2.0–2.2, A and AA: rule -> the first places. It writes no list of all that is well."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    results = Axe().run(page, options={"runOnly": tags, "resultTypes": ["violations"]})
    return {
        violation["id"]: [node["html"][:160] for node in violation["nodes"][:3]]
        for violation in results.response["violations"]
    }
