"""A new print is what CONTRIBUTING says: the files shown there, and no others."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

import pypdf
import pytest

from tests.docs.program_copy import program_copy, run
from tests.support import MINI, ROOT, SLUG

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTION = CONTRIBUTING.split("- **A new print:**")[1].split("\n- **")[0]
#: Path -> content of each file that is shown.
FILES = {
    path: textwrap.dedent(text)
    for text in re.findall(r" {2}```\w+\n(.*?) {2}```\n", SECTION, re.DOTALL)
    for path in re.findall(r"(?:#|\{#) ([\w/.-]+)", text)[:1]
}
LIST = "builder/views/sheets/collection.py"
PROGRAM = """
import json, sys
from pathlib import Path
from builder import clock
from builder.check.checker import check
from builder.edition.edition import Edition
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.pdf.sheets import Printer
edition = Edition(check(Folder(Path(sys.argv[1]), KINDS).load(sys.argv[2]), clock.today()).handbook)
sheet = next(sheet for sheet in edition.sheets if sheet.path == "nodnumre")
pages = Printer(edition).write(sheet, Path(sys.argv[3]))
listed = next(page for chapter in edition.chapters(written=edition.files) for page in chapter.pages
              if page.path == "utskrift/index").context.groups
print(json.dumps({"pages": pages, "kinds": [group.kind for group in listed], "file": sheet.copies[0].file}))
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the print that CONTRIBUTING shows."""
    root = program_copy(tmp_path_factory.mktemp("print"))
    for path, text in FILES.items():
        if path == LIST:
            _put_in_the_list(root / path, text)
        else:
            assert not (root / path).exists()
            (root / path).write_text(text, encoding="utf-8")
    return root


def _put_in_the_list(path: Path, shown: str) -> None:
    """The line as it is shown, and the name among those that are imported."""
    line = shown.splitlines()[1]
    text = path.read_text(encoding="utf-8")
    old = re.search(r"^_KINDS = \([^)]*\)", text, re.MULTILINE)
    assert old
    assert set(re.findall(r"\w+", line)) - set(re.findall(r"\w+", old[0])) == {"emergency_numbers"}
    text = text.replace(old[0], line).replace(
        "\n    contact_lists,\n", "\n    contact_lists,\n    emergency_numbers,\n"
    )
    path.write_text(text, encoding="utf-8")


def test_it_is_three_files() -> None:
    assert list(FILES) == [
        "builder/views/sheets/emergency_numbers.py",
        "templates/print/emergency-numbers.html.j2",
        LIST,
    ]


@pytest.mark.whole
def test_it_is_printed_and_listed(program: Path, tmp_path: Path) -> None:
    result = run(program, "-c", PROGRAM, str(MINI), SLUG, str(tmp_path))
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert told["pages"] == 1
    assert told["kinds"][1:3] == ["Lommekort", "Nødnumre"]
    text = pypdf.PdfReader(tmp_path / told["file"]).pages[0].extract_text()
    assert "Nødnumre" in text
    assert "113" in text
