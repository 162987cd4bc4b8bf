"""The handbook in the browser while it is written: what is wrong is in a panel, and the last good version below it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builder.site.serve import with_panel
from playwright.sync_api import Page, expect, sync_playwright

from tests.support import ROOT, SLUG, environment_with, mini_file, said_by_handbok, varied

SCHOOL = f"{SLUG}/services/skole.yml"
BROKEN = mini_file(SCHOOL).replace("government: municipality", "government: kommune <b>")
#: A page is renewed within this, on a busy machine.
SOON = 60_000


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


Serve = Callable[[Path], tuple[str, "subprocess.Popen[str]"]]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts `handbok serve`, and gives its address when it answers."""
    running: list[subprocess.Popen[str]] = []

    def start(root: Path) -> tuple[str, subprocess.Popen[str]]:
        port = free_port()
        command = [sys.executable, "-m", "builder", "serve", SLUG, "--handbook", str(root), "--port", str(port)]
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment_with(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        running.append(process)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return f"http://127.0.0.1:{port}/", process
            time.sleep(0.2)
        raise AssertionError(process.communicate())

    yield start
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser.new_page()
        browser.close()


@pytest.mark.whole
def test_an_error_is_a_panel_over_the_last_good_version_until_it_is_mended(
    tmp_path: Path, serve: Serve, page: Page
) -> None:
    root = varied(tmp_path, {})
    address, process = serve(root)
    page.goto(f"{address}tjenester/skole.html")
    heading, panel = page.locator("article h1"), page.locator(".hb-findings")
    expect(heading).to_contain_text("Lillevik skole")
    expect(panel).to_have_count(0)

    (root / SCHOOL).write_text(BROKEN, encoding="utf-8")
    expect(panel).to_be_visible(timeout=SOON)
    expect(panel).to_contain_text("Håndboka har feil, og kan ikke vises slik den er nå")
    expect(panel).to_contain_text(f"{root}/{SCHOOL}:4")
    expect(panel).to_contain_text("«government» kan ikke være «kommune <b>»; mente du «municipality»?")
    expect(panel.locator("pre")).to_have_text("government: kommune <b>\n            ^")
    expect(heading).to_contain_text("Lillevik skole")
    assert panel.get_attribute("lang") == "nb"

    mended = mini_file(SCHOOL).replace("name: Lillevik skole", "name: Lillevik barneskole")
    (root / SCHOOL).write_text(mended, encoding="utf-8")
    expect(panel).to_have_count(0, timeout=SOON)
    expect(heading).to_contain_text("Lillevik barneskole", timeout=SOON)

    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert out.splitlines()[-1] == "Avsluttet."
    assert "Fornyet." in out
    assert "Traceback" not in out + err


@pytest.mark.whole
def test_a_handbook_with_errors_at_the_start_is_shown_when_it_is_mended(
    tmp_path: Path, serve: Serve, page: Page
) -> None:
    nynorsk = mini_file(f"{SLUG}/municipality.yml").replace("written_standard: nb", "written_standard: nn")
    root = varied(tmp_path, {SCHOOL: BROKEN, f"{SLUG}/municipality.yml": nynorsk})
    address, _ = serve(root)
    page.goto(f"{address}tenester/skole.html")
    panel = page.locator(".hb-findings")
    expect(panel).to_contain_text("Rett dei, så blir handboka vist her av seg sjølv.")
    assert panel.get_attribute("lang") == "nn"
    (root / SCHOOL).write_text(mini_file(SCHOOL), encoding="utf-8")
    expect(panel).to_have_count(0, timeout=SOON)


def test_a_port_in_use_is_told_with_another() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = said_by_handbok("serve", SLUG, "--handbook", "tests/handbooks/mini", "--port", str(port))
    assert result.returncode == 2
    said = " ".join(result.stderr.split())
    other = port + 1 if port < 65535 else port - 1
    assert said == (f"Port {port} er i bruk av noe annet på maskinen. Velg en annen, for eksempel --port {other}.")


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("text/html", b"<html><body class=x><p>", b"<html><body class=x>!<p>"),
        ("text/html", b"borte", b"!borte"),
        ("text/plain", b"<body>", b"<body>"),
    ],
)
def test_the_panel_stands_first_on_pages_and_nowhere_else(kind: str, body: bytes, expected: bytes) -> None:
    def app(_environ: object, start: object) -> list[bytes]:
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(body)))])  # type: ignore[operator]
        return [body]

    begun: list[tuple[str, list[tuple[str, str]]]] = []
    answer = with_panel(app, lambda: "!")({}, lambda status, headers: begun.append((status, headers)))  # type: ignore[arg-type,return-value]
    assert list(answer) == [expected]
    assert ("Content-Length", str(len(expected))) in begun[0][1]


LOST = """
import signal, sys, threading, time, weakref
from pathlib import Path
from builder import resources
from builder.site.serve import serve_site

watched, port, kept = Path(sys.argv[1]), int(sys.argv[2]), []

class Freed:
    pass

class Source:
    panel, times = "", 0

    def edition(self):
        self.times += 1
        if self.times > 1:
            freed = Freed()
            kept.append(weakref.ref(freed, lambda _: signal.raise_signal(signal.SIGINT)))
            del freed

    def failed(self, error):
        raise error

def change():
    while True:
        time.sleep(0.3)
        (watched / "fil.yml").write_text(str(time.time()))

def ready(_address):
    threading.Thread(target=change, daemon=True).start()

serve_site(resources.CONFIG_FILE, (watched,), port, Source(), ready)
print("ended")
"""


def test_an_interruption_that_is_lost_while_records_are_freed_ends_it_all_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOST, str(tmp_path), str(free_port())]
    result = subprocess.run(
        command, cwd=ROOT, env=environment_with(), capture_output=True, text=True, timeout=30, check=False
    )
    assert "Exception ignored" in result.stderr
    assert (result.returncode, result.stdout) == (0, "ended\n")
