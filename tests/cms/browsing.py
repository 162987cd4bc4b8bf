"""The forms in a browser, with a git repository in the browser's own file system in place of a folder on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.support import SLUG

#: The question for a folder is answered at once: nobody sits there to choose one.
CHOSEN = """
window.showDirectoryPicker = async () =>
  await (await navigator.storage.getDirectory()).getDirectoryHandle('repo');
FileSystemHandle.prototype.requestPermission = async () => 'granted';
FileSystemHandle.prototype.queryPermission = async () => 'granted';
"""
WRITE = """async (files) => {
  const repo = await (await navigator.storage.getDirectory()).getDirectoryHandle('repo', {create: true});
  await repo.getDirectoryHandle('.git', {create: true});
  for (const [path, text] of Object.entries(files)) {
    let folder = repo;
    for (const part of path.split('/').slice(0, -1)) folder = await folder.getDirectoryHandle(part, {create: true});
    const file = await (await folder.getFileHandle(path.split('/').at(-1), {create: true})).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
READ = """async (paths) => {
  const found = {};
  for (const path of paths) {
    let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('repo');
    for (const part of path.split('/').slice(0, -1)) folder = await folder.getDirectoryHandle(part);
    found[path] = await (await (await folder.getFileHandle(path.split('/').at(-1))).getFile()).text();
  }
  return found;
}"""


@dataclass(frozen=True)
class Forms:
    """The forms, opened on a repository."""

    page: Page
    address: str
    root: Path

    def begin(self) -> None:
        """Chooses the repository, as an editor does."""
        self.page.add_init_script(CHOSEN)
        self.page.goto(self.address)
        self.page.evaluate(WRITE, {path: (self.root / path).read_text(encoding="utf-8") for path in self._files()})
        self.page.get_by_role("button", name="Arbeid med filene på maskinen").click()
        self.page.get_by_text("Vis varsler").or_(self.page.get_by_text("Samlinger")).first.wait_for()

    def open(self, place: str) -> None:
        """Opens a record: `services/entries/ppt`."""
        self.page.goto(f"{self.address}#/collections/{place}")
        self.page.locator("[data-key-path]").first.wait_for()

    def field(self, path: str) -> Locator:
        """The field at a path: `contacts.0.role`."""
        return self.page.locator(f'[data-key-path="{path}"]')

    def reach(self, path: str) -> Locator:
        """A field further down: the form makes its fields as they come into view."""
        found = self.field(path)
        self.page.mouse.move(400, 500)
        for _ in range(80):
            if found.count():
                break
            self.page.mouse.wheel(0, 500)
            self.page.wait_for_timeout(100)
        found.scroll_into_view_if_needed()
        return found

    def add(self, path: str, title: str) -> None:
        """One more item in a list."""
        self.reach(path).get_by_role("button").filter(has_text=f"Legg til \u2068{title}").last.click()

    def write(self, path: str, text: str) -> None:
        """Fills in a field that is written."""
        self.reach(path).locator("input, textarea").first.fill(text)

    def save(self) -> None:
        """Saves, and takes what is saved back to the disk."""
        self.page.get_by_role("button", name="Lagre", exact=True).click()
        self.page.get_by_text("Posten er lagret").first.wait_for()
        for path, text in self.page.evaluate(READ, self._files()).items():
            (self.root / path).write_text(text, encoding="utf-8")

    def _files(self) -> list[str]:
        own = (self.root / "handbook" / SLUG).rglob("*.yml")
        return [path.relative_to(self.root).as_posix() for path in own]
