"""What was published before is taken from the web: nothing of the history is lost without a word."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from builder.publish.earlier import CONTINUED, NotFetched, fetch_earlier, is_address

from tests.support import SLUG, said_by_handbok, varied


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A web server that says nothing, and knows a place where it fails."""

    def do_GET(self) -> None:
        if "/syk/" in self.path:
            self.send_error(503)
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and the address where it is shown."""
    folder = tmp_path / "web"
    folder.mkdir()
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_folder_is_no_address() -> None:
    assert is_address("https://handbok.lillevik.example/")
    assert not is_address("site")


def test_what_was_never_published_is_new(web: tuple[Path, str], tmp_path: Path) -> None:
    fetch_earlier(web[1], [SLUG], tmp_path / "found")
    assert not (tmp_path / "found").exists()


def test_the_history_goes_on_from_what_is_on_the_web(web: tuple[Path, str], tmp_path: Path) -> None:
    folder, address = web
    root = varied(tmp_path, {})
    common = ("build", "--no-pdf", "--handbook", str(root), "--output")
    assert said_by_handbok(*common, str(tmp_path / "site")).returncode == 0
    shutil.copytree(tmp_path / "site", folder / "handbok")
    text = (root / "lillevik/forums.yml").read_text(encoding="utf-8")
    (root / "lillevik/forums.yml").write_text(text.replace("weekday: tuesday", "weekday: monday"), encoding="utf-8")
    result = said_by_handbok(*common, str(tmp_path / "next"), "--previous", f"{address}/handbok/")
    assert result.returncode == 0, result.stderr
    history = json.loads((tmp_path / "next" / SLUG / "endringer.json").read_text(encoding="utf-8"))
    assert "Tverrfaglig team er flyttet fra tirsdag til mandag" in json.dumps(history, ensure_ascii=False)


def test_a_page_to_log_in_on_is_no_handbook(web: tuple[Path, str], tmp_path: Path) -> None:
    for name in CONTINUED:
        path = web[0] / SLUG / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<html>Logg inn</html>", encoding="utf-8")
    with pytest.raises(NotFetched, match="er ikke en håndbok; kanskje må en logge inn der"):
        fetch_earlier(web[1], [SLUG], tmp_path / "found")


@pytest.mark.parametrize(
    ("address", "said"),
    [("{web}/syk", "/syk/lillevik/handbook.json svarte 503"), ("http://127.0.0.1:9", "Fikk ikke svar fra")],
)
def test_a_web_that_fails_stops_the_build(web: tuple[Path, str], tmp_path: Path, address: str, said: str) -> None:
    root = varied(tmp_path, {})
    result = said_by_handbok(
        "build", "--no-pdf", "--handbook", str(root), "--output", str(tmp_path / "site"),
        "--previous", address.format(web=web[1]),
    )  # fmt: skip
    assert result.returncode == 2
    assert said in result.stderr
    assert not (tmp_path / "site").exists()
