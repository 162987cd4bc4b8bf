"""The examples for web servers (docs/developers/serving), tried with the servers they are for, on this machine."""

from __future__ import annotations

import gzip
import http.client
import os
import re
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from builder.publish.compressed import ENDING, compress

from tests.publish.test_access_control import _free_port, _replaced, _wait_for
from tests.support import ROOT, SLUG

pytestmark = pytest.mark.whole
EXAMPLES = ROOT / "docs" / "developers" / "serving"
#: A file of each sort, and what it is said to be.
TYPES = {
    f"{SLUG}/index.html": "text/html",
    f"{SLUG}/sw.js": "text/javascript",
    f"{SLUG}/assets/search/index.js": "text/javascript",
    f"{SLUG}/assets/handbok.css": "text/css",
    f"{SLUG}/endringer.atom": "application/atom+xml",
    f"{SLUG}/handbook.json": "application/json",
    f"{SLUG}/manifest.webmanifest": "application/manifest+json",
    f"{SLUG}/kontakter/ppt.leder.vcf": "text/vcard",
    f"{SLUG}/handbok-{SLUG}.pdf": "application/pdf",
}
READERS, PAGES = 200, 10
Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def site(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is published, compressed too, where a web server may read it; with what is being built beside it."""
    folder = tmp_path_factory.mktemp("servert") / "site"
    shutil.copytree(published, folder)
    compress(folder / SLUG, folder / "nothing")
    (folder / ".handbok-1").mkdir()
    (folder / ".handbok-1" / "index.html").write_text("halvferdig", encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def port(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder, found = tmp_path_factory.mktemp(request.param), _free_port()
    command = (_nginx if request.param == "nginx" else _caddy)(folder, found, site)
    with (folder / "said.txt").open("wb") as said:
        running = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, "HOME": str(folder)})
        try:
            _wait_for(found, running, folder / "said.txt")
            yield found
        finally:
            running.terminate()
            running.wait(timeout=10)


def _nginx(folder: Path, port: int, site: Path) -> list[str]:
    text = _replaced(
        (EXAMPLES / "nginx.conf").read_text(encoding="utf-8"),
        (r"listen 443 ssl;", f"listen 127.0.0.1:{port};"),
        (r"(?m)^ *ssl_.*\n", ""),
        (r"/srv/handbok/site", str(site)),
    )
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "\n".join(f"{name}_temp_path {folder}/{name};" for name in kinds)
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}daemon off;\npid {folder}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}\n{text}\n}}\n",
        encoding="utf-8",
    )
    return ["nginx", "-e", "stderr", "-c", str(folder / "nginx.conf"), "-p", str(folder)]


def _caddy(folder: Path, port: int, site: Path) -> list[str]:
    text = _replaced(
        (EXAMPLES / "Caddyfile").read_text(encoding="utf-8"),
        (r"handbok\.kommune\.example", f"http://127.0.0.1:{port}"),
        (r"/srv/handbok/site", str(site)),
    )
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{text}", encoding="utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def ask(port: int, path: str, headers: dict[str, str] | None = None) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        return _asked(connection, path, headers or {})
    finally:
        connection.close()


def _asked(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> Answer:
    connection.request("GET", f"/{path}", headers=headers)
    answer = connection.getresponse()
    return answer.status, {name.title(): value for name, value in answer.getheaders()}, answer.read()


def test_each_file_is_said_to_be_what_it_is(port: int, site: Path) -> None:
    for path, sort in TYPES.items():
        status, headers, body = ask(port, path)
        assert (path, status, headers["Content-Type"].partition(";")[0]) == (path, 200, sort)
        assert body == (site / path).read_bytes()


def test_what_is_compressed_is_sent_so_to_those_who_can_read_it(port: int, site: Path) -> None:
    path = f"{SLUG}/index.html"
    status, headers, body = ask(port, path, {"Accept-Encoding": "gzip"})
    assert (status, headers["Content-Encoding"]) == (200, "gzip")
    assert "Accept-Encoding" in headers["Vary"]
    assert body == (site / f"{path}{ENDING}").read_bytes()
    assert gzip.decompress(body) == (site / path).read_bytes()


def test_what_never_changes_is_kept_and_all_else_is_asked_for_and_not_sent_again(port: int, site: Path) -> None:
    pages = (site / SLUG / "index.html").read_text(encoding="utf-8")
    with_digest = re.findall(r'(?:href|src)="(assets/[^"]*\.[0-9a-f]{8}\.min\.(?:css|js))"', pages)
    assert with_digest
    for path in with_digest:
        assert ask(port, f"{SLUG}/{path}")[1]["Cache-Control"] == "public, max-age=31536000, immutable"
    for path in TYPES:
        for accepted in ({}, {"Accept-Encoding": "gzip"}):
            headers = ask(port, path, accepted)[1]
            assert (path, headers["Cache-Control"]) == (path, "no-cache")
            status, _, body = ask(port, path, {**accepted, "If-None-Match": headers["Etag"]})
            assert (path, status, body) == (path, 304, b"")


def test_addresses_without_an_ending_lead_to_pages_and_what_is_not_there_is_told(port: int) -> None:
    assert ask(port, f"{SLUG}/kontakter")[0] in (200, 301, 308)
    assert ask(port, f"{SLUG}/tjenester/ppt")[0] == 200
    assert ask(port, "finnes-ikke")[0] == 404
    assert ask(port, ".handbok-1/index.html")[0] in (403, 404)


def test_two_hundred_readers_at_once_all_get_what_they_ask_for(port: int, site: Path) -> None:
    """Each asks for ten files on a connection of its own. Where the machine does other work too, it takes longer."""
    names = sorted(path.relative_to(site).as_posix() for path in (site / SLUG).rglob("*.html"))[:PAGES]

    def read(_reader: int) -> Counter[tuple[int, bool]]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            answers = [(name, _asked(connection, name, {"Accept-Encoding": "gzip"})) for name in names]
        finally:
            connection.close()
        return Counter((status, body == expected[name]) for name, (status, _, body) in answers)

    expected = {name: _sent(site / name) for name in names}
    begun = time.perf_counter()
    with ThreadPoolExecutor(READERS) as readers:
        got = sum(readers.map(read, range(READERS)), Counter[tuple[int, bool]]())
    assert got == {(200, True): READERS * PAGES}
    assert time.perf_counter() - begun < 60


def _sent(path: Path) -> bytes:
    packed = path.with_name(path.name + ENDING)
    return (packed if packed.is_file() else path).read_bytes()
