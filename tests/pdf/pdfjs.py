"""pdf.js, the reader of Firefox, in a browser: fills in a form and saves it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Route, sync_playwright

from tests.support import ROOT

#: Where `make test` installs it.
BUILD = ROOT / "node_modules" / "pdfjs-dist" / "build"
_HOST = "http://handbok.test/"
_PAGE = """<!doctype html><title>pdf.js</title><script type="module">
import { getDocument, GlobalWorkerOptions } from "./pdf.mjs";
GlobalWorkerOptions.workerSrc = "./pdf.worker.mjs";
window.fill = async (typed) => {
  const form = await getDocument({ url: "form.pdf", verbosity: 0 }).promise;
  for (const [name, [field]] of Object.entries(await form.getFieldObjects())) {
    if (name in typed) form.annotationStorage.setValue(field.id, { value: typed[name] });
  }
  return Array.from(await form.saveDocument());
};
</script>"""


def fill(form: Path, typed: Mapping[str, str], target: Path) -> None:
    """Saves the form with what is typed in it."""
    files = {
        "": ("text/html", _PAGE.encode()),
        "form.pdf": ("application/pdf", form.read_bytes()),
        "pdf.mjs": ("text/javascript", (BUILD / "pdf.mjs").read_bytes()),
        "pdf.worker.mjs": ("text/javascript", (BUILD / "pdf.worker.mjs").read_bytes()),
    }

    def answer(route: Route) -> None:
        kind, body = files.get(route.request.url.removeprefix(_HOST), ("text/plain", b""))
        route.fulfill(status=200, content_type=kind, body=body)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.route("**/*", answer)
        page.goto(_HOST)
        page.wait_for_function("() => Boolean(window.fill)")
        target.write_bytes(bytes(page.evaluate("typed => window.fill(typed)", dict(typed))))
        browser.close()
