"""The examples of access control (docs/tilgang), tried with the web servers they are for, on this machine."""

from __future__ import annotations

import base64
import contextlib
import http.client
import os
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.support import ROOT, SLUG

pytestmark = pytest.mark.whole
EXAMPLES = ROOT / "docs" / "tilgang"
#: One file of each sort.
FILES = [
    f"{SLUG}/index.html",
    f"{SLUG}/tjenester/ppt.html",
    f"{SLUG}/handbok-{SLUG}.pdf",
    f"{SLUG}/assets/search/index.js",
    f"{SLUG}/endringer.atom",
    f"{SLUG}/handbook.json",
    f"{SLUG}/sw.js",
    f"{SLUG}/assets/offline/keep.js",
    f"{SLUG}/kontakter/ppt.leder.vcf",
    f"{SLUG}/manifest.webmanifest",
    f"{SLUG}/about.json",
    "index.html",
    "robots.txt",
    "finnes-ikke.html",
]
LET_IN = {
    "passord": {"Authorization": "Basic " + base64.b64encode(b"ansatt:hemmelig ord").decode()},
    "innlogging": {"Cookie": "innlogget=ja"},
}
#: A password is made slow to try: enough of them.
_TRIED_WITH_WRONG = {FILES[0], FILES[2]}
#: From the site: what only it says.
_OURS = re.compile("handbok|lillevik|intern utgave", re.I)


class _Login(BaseHTTPRequestHandler):
    """Stands for oauth2-proxy: knows those with a cookie, and has a page to log in on."""

    def do_GET(self) -> None:
        known = "innlogget=ja" in self.headers.get("Cookie", "")
        asked = self.path.startswith("/oauth2/auth")
        self.send_response(202 if asked and known else 401 if asked else 200)
        self.end_headers()
        self.wfile.write(b"" if asked else b"Logg inn")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Says nothing."""


@pytest.fixture(scope="module")
def login() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Login)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def site(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The internal edition where a web server may read it, with a hidden file beside it."""
    folder = tmp_path_factory.mktemp("tilgang") / "site-intern"
    shutil.copytree(published, folder)
    (folder / ".handbok-cache").mkdir(exist_ok=True)
    (folder / ".handbok-cache" / "files.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture(
    scope="module", params=["nginx-passord", "nginx-innlogging", "Caddyfile-passord", "Caddyfile-innlogging"]
)
def server(
    request: pytest.FixtureRequest, site: Path, login: int, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, int]]:
    """How one is let in, and the port."""
    program, _, way = request.param.partition("-")
    folder, port = tmp_path_factory.mktemp(program), _free_port()
    command = (_nginx if program == "nginx" else _caddy)(way, folder, port, site, login)
    with (folder / "said.txt").open("wb") as said:
        running = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, "HOME": str(folder)})
        try:
            _wait_for(port, running, folder / "said.txt")
            yield way, port
        finally:
            running.terminate()
            running.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, running: subprocess.Popen[bytes], said: Path) -> None:
    for _ in range(200):
        assert running.poll() is None, said.read_text(encoding="utf-8")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise AssertionError(said.read_text(encoding="utf-8"))


def _replaced(text: str, *pairs: tuple[str, str]) -> str:
    """The example with what everybody must change, changed; each of them stands there."""
    for old, new in pairs:
        assert re.search(old, text), old
        text = re.sub(old, lambda _, new=new: new, text)  # type: ignore[misc]
    return text


def _nginx(way: str, folder: Path, port: int, site: Path, login: int) -> list[str]:
    text = _replaced(
        (EXAMPLES / f"nginx-{way}.conf").read_text(encoding="utf-8"),
        (r"listen 443 ssl;", f"listen 127.0.0.1:{port};"),
        (r"(?m)^ *ssl_.*\n", ""),
        (r"/srv/handbok/site-intern", str(site)),
    )
    text = text.replace("/etc/nginx/handbok.htpasswd", str(folder / "htpasswd")).replace(":4180", f":{login}")
    digest = subprocess.run(
        ["openssl", "passwd", "-6", "-stdin"], input=b"hemmelig ord", capture_output=True, check=True
    ).stdout.decode()
    (folder / "htpasswd").write_text(f"ansatt:{digest}", encoding="utf-8")
    temporary = "\n".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}daemon off;\npid {folder}/pid;\nevents {{}}\n"
        f"http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{temporary}\n{text}\n}}\n",
        encoding="utf-8",
    )
    return ["nginx", "-e", "stderr", "-c", str(folder / "nginx.conf"), "-p", str(folder)]


def _caddy(way: str, folder: Path, port: int, site: Path, login: int) -> list[str]:
    text = _replaced(
        (EXAMPLES / f"Caddyfile-{way}").read_text(encoding="utf-8"),
        (r"intern\.handbok\.kommune\.example", f"http://127.0.0.1:{port}"),
        (r"/srv/handbok/site-intern", str(site)),
    )
    if way == "passord":
        digest = subprocess.run(
            ["caddy", "hash-password", "--plaintext", "hemmelig ord"], capture_output=True, check=True
        ).stdout.decode()
        text = text.replace("PASSORD_FRA_CADDY_HASH_PASSWORD", digest.strip())
    text = text.replace(":4180", f":{login}")
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{text}", encoding="utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def ask(port: int, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("GET", f"/{path}", headers=headers or {})
        answer = connection.getresponse()
        return (
            answer.status,
            {name.title(): value for name, value in answer.getheaders()},
            answer.read().decode("utf-8", "replace"),
        )
    finally:
        connection.close()


def test_nobody_reads_anything_without_being_let_in(server: tuple[str, int]) -> None:
    _, port = server
    wrong = {"Authorization": "Basic " + base64.b64encode(b"ansatt:feil").decode(), "Cookie": "innlogget=nei"}
    for path in FILES:
        for headers in (None, wrong) if path in _TRIED_WITH_WRONG else (None,):
            status, _, body = ask(port, path, headers)
            assert (path, status) == (path, 401)
            assert not _OURS.search(body), path


def test_those_who_are_let_in_read_all_of_it(server: tuple[str, int], site: Path) -> None:
    way, port = server
    for path in FILES:
        status, headers, body = ask(port, path, LET_IN[way])
        there = (site / path).is_file()
        assert (path, status) == (path, 200 if there else 404)
        if there:
            assert headers["X-Robots-Tag"] == "noindex, nofollow"
            assert headers["Cache-Control"] == "private, no-cache"
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert body == (site / path).read_bytes().decode("utf-8", "replace")
    assert ask(port, f"{SLUG}/", LET_IN[way])[0] == 200
    assert ask(port, ".handbok-cache/files.json", LET_IN[way])[0] in (403, 404)


def test_who_opens_a_page_is_sent_to_log_in_and_what_the_page_fetches_is_not(server: tuple[str, int]) -> None:
    way, port = server
    status, headers, _ = ask(port, f"{SLUG}/index.html", {"Sec-Fetch-Mode": "navigate"})
    if way == "passord":
        assert (status, headers["Www-Authenticate"].startswith("Basic")) == (401, True)
    else:
        assert (status, headers["Location"].startswith("/oauth2/start?rd=")) == (302, True)
        assert ask(port, "oauth2/start")[2] == "Logg inn"
        assert ask(port, f"{SLUG}/sw.js", {"Sec-Fetch-Mode": "no-cors"})[0] == 401


def test_the_handbook_is_read_without_a_network_by_one_who_was_let_in(server: tuple[str, int]) -> None:
    way, port = server
    address = f"http://127.0.0.1:{port}/{SLUG}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        credentials = {"username": "ansatt", "password": "hemmelig ord"} if way == "passord" else None
        reader = browser.new_context(http_credentials=credentials)  # type: ignore[arg-type]
        if way == "innlogging":
            reader.add_cookies([{"name": "innlogget", "value": "ja", "url": address}])
        tab = reader.new_page()
        tab.goto(f"{address}/index.html")
        expect(tab.locator("[data-hb-kept]")).to_be_visible(timeout=90_000)
        reader.set_offline(True)
        tab.goto(f"{address}/tjenester/ppt.html")
        expect(tab.locator("h1")).to_contain_text("PP")
        expect(tab.locator("html")).to_have_attribute("data-copy", "")
        browser.close()
