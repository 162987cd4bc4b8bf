"""`handbok forms`: the forms for editing a municipality's records, shown on this machine or written to be published."""

from __future__ import annotations

import contextlib
import functools
import http.server
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from builder import clock
from builder.check.checker import check
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.terminal import Terminal
from builder.cms.config import Place, Repository, Settings
from builder.cms.served import forms_files
from builder.i18n import N_
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.problem import Message

HOST = "127.0.0.1"
PAGE = "index.html"
_NOT_IN_GIT = N_("{folder} ligger ikke i et git-lager. Skjemaene lagrer i git: kjør «git init» i mappa over først")
_PORT_TAKEN = N_("Porten {port} er i bruk; velg en annen med --port")
_OPEN = N_("Åpne http://localhost:{port} i Chrome eller Edge, og velg mappa {root}. Stopp med Ctrl-C.")


def made(folder: Path, slug: str, repository: Repository) -> dict[str, bytes]:
    """Path -> content of the forms as the records are now. Raises WrongUse."""
    with plain_errors():
        source = Folder(folder, KINDS)
        handbook = check(source.load(slug), clock.today()).handbook
        data = folder.resolve().relative_to(repository_root(folder)).as_posix()
        settings = Settings(handbook, source.common.declarations, Place(folder, data, repository))
        return forms_files(settings, str(handbook.municipality.written_standard), handbook.municipality.title)


def repository_root(folder: Path) -> Path:
    """The top of the git repository a folder is in. Raises WrongUse where there is none."""
    for above in (folder.resolve(), *folder.resolve().parents):
        if (above / ".git").exists():
            return above
    raise WrongUse(Message(_NOT_IN_GIT, folder=folder))


def write(files: dict[str, bytes], output: Path, terminal: Terminal) -> None:
    """Writes the forms into a folder to be published."""
    with plain_errors():
        for path, content in files.items():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_bytes(content)
    terminal.say(N_("Skrev {path}"), path=output / "index.html")


def serve(folder: Path, slug: str, repository: Repository, port: int, terminal: Terminal) -> None:
    """Shows the forms on this machine until interrupted; what is chosen among is read anew with each page."""
    make = functools.partial(made, folder, slug, repository)
    handler = functools.partial(_Forms, _Shown(make, make()))  # tells what is wrong before anybody opens a browser
    try:
        server = http.server.ThreadingHTTPServer((HOST, port), handler)
    except OSError as error:
        raise WrongUse(Message(_PORT_TAKEN, port=port)) from error
    terminal.say(_OPEN, port=server.server_port, root=repository_root(folder))
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return


@dataclass
class _Shown:
    """The forms that are shown: made anew each time the page is opened, unless a file cannot be read just then."""

    make: Callable[[], dict[str, bytes]]
    files: dict[str, bytes]

    def of(self, path: str) -> bytes | None:
        if path == PAGE:
            with contextlib.suppress(WrongUse):
                self.files = self.make()
        return self.files.get(path)


class _Forms(http.server.BaseHTTPRequestHandler):
    """Gives the files of the forms; only what is among them can be asked for."""

    def __init__(self, shown: _Shown, *rest: object) -> None:
        self._shown = shown
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answers with a file, or that there is none."""
        path = unquote(urlsplit(self.path).path).lstrip("/") or PAGE
        content = self._shown.of(path)
        if content is None:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", _TYPES.get(Path(path).suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        """Says nothing of each request."""


_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
