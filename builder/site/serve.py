"""Shows one handbook while it is being written: MkDocs' own server and live reload, and a panel about errors.

MkDocs builds into the folder it serves, and lets readers wait when that fails. Here each version is built in a folder
of its own, which is served when it is whole. What is wrong stands in a panel over the last good version.
"""

from __future__ import annotations

import itertools
import logging
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.commands.build import build
from mkdocs.livereload import LiveReloadServer

from builder.edition.edition import Edition
from builder.site.build import site_config

HOST = "127.0.0.1"
_RELOAD = "/livereload/"
_FRONT = "index.html"
#: What is served until there is a handbook to show: the panel stands in it.
_EMPTY = '<!doctype html><html><head><meta charset="utf-8"><title>Handbok</title></head><body></body></html>'


class Source(Protocol):
    """Reads the handbook anew."""

    def edition(self) -> Edition | None:
        """What there is to show; None where it has errors, which are then in the panel."""

    def failed(self, error: Exception) -> None:
        """Told when an edition without errors could not be built."""

    @property
    def panel(self) -> str:
        """HTML about what is wrong; nothing where nothing is."""


class Preview:
    """The versions of a handbook, the newest good one in `server.root`."""

    def __init__(self, config_file: Path, source: Source, port: int) -> None:
        self._config_file, self._source = config_file, source
        self._folder = Path(tempfile.mkdtemp(prefix="handbok_"))
        self._numbers = itertools.count()
        first = self._folder / "none"
        first.mkdir()
        (first / _FRONT).write_text(_EMPTY, encoding="utf-8")
        self._shown: Path | None = None
        self.server = LiveReloadServer(self.renew, HOST, port, str(first))
        self.server.error_handler = self._error_page
        self.server.set_app(with_panel(self._request, lambda: source.panel))

    def renew(self) -> None:
        """Reads and builds anew; whatever goes wrong is told in the panel, for MkDocs' readers would wait for ever."""
        try:
            edition = self._source.edition()
            if edition is not None:
                self._show(edition)
        except Exception as error:
            self._source.failed(error)

    def _show(self, edition: Edition) -> None:
        folder, before = self._folder / str(next(self._numbers)), self._shown
        config = site_config(self._config_file, folder, {"edition": edition})
        config.site_url = self.server.url
        config.plugins.on_startup(command="serve", dirty=False)
        try:
            build(config, serve_url=self.server.url)
        finally:
            config.plugins.on_shutdown()
        self.server.root, self._shown = str(folder), folder
        if before is not None:
            shutil.rmtree(before, ignore_errors=True)

    def _request(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Until there is a handbook, every address shows why."""
        if self._shown is None and not environ["PATH_INFO"].startswith(_RELOAD):
            environ = environ | {"PATH_INFO": f"/{_FRONT}"}
        return self.server.serve_request(environ, start)

    def _error_page(self, code: int) -> bytes | None:
        page = Path(self.server.root) / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    def run(self, ready: Callable[[str], None]) -> None:
        """Serves until interrupted; `ready` is called with the address when there is something to open."""
        before = signal.signal(signal.SIGINT, self._interrupted)
        try:
            self.renew()
            ready(self.server.url)
            try:
                self.server.serve(open_in_browser=False)  # type: ignore[no-untyped-call]
            except KeyboardInterrupt:
                pass
            finally:
                self.server.shutdown()
        finally:
            signal.signal(signal.SIGINT, before)
            shutil.rmtree(self._folder, ignore_errors=True)

    def _interrupted(self, *_: object) -> None:
        """Has the server end also where the exception is lost, as one is in what is called when records are freed."""
        if self.server.serve_thread.is_alive():
            self.server.shutdown()
        raise KeyboardInterrupt


def with_panel(app: WSGIApplication, panel: Callable[[], str]) -> WSGIApplication:
    """The same answers, with the panel first on each page."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        begun: list[Any] = []

        def begin(status: str, headers: list[tuple[str, str]], _error: object = None, /) -> Callable[[bytes], object]:
            begun.append((status, headers))
            return begun.append

        found = app(environ, begin)
        body = b"".join(found)
        if hasattr(found, "close"):
            found.close()
        status, headers = begun[0]
        if any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers):
            body = _first_in_body(body, panel().encode())
        kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start(status, [*kept, ("Content-Length", str(len(body)))])
        return [body]

    return answer


def _first_in_body(page: bytes, panel: bytes) -> bytes:
    start = page.find(b"<body")
    end = page.find(b">", start) + 1 if start >= 0 else 0
    return page[:end] + panel + page[end:]


def serve_site(
    config_file: Path, watched: Iterable[Path], port: int, source: Source, ready: Callable[[str], None]
) -> None:
    """Serves on this machine only, and builds again when a file changes. Raises OSError where the port is taken."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)  # what goes wrong is told in the panel
    preview = Preview(config_file, source, port)
    for path in watched:
        preview.server.watch(str(path))
    preview.run(ready)
