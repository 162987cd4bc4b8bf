"""A new field is what CONTRIBUTING says: a line in the model and a word in the list of what pages and paper show."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.docs.program_copy import program_copy, run
from tests.support import ROOT, SLUG, mini_file, varied

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTION = CONTRIBUTING.split("- **A new field:**")[1].split("\n- **")[0]
#: Path -> the line that is shown for it.
LINES = dict(re.findall(r" {2}(?:#|\{#) ([\w/.-]+)(?: #\})?\n {2}(.*)\n {2}```", SECTION))
MODEL, TEMPLATE = "builder/model/service.py", "templates/shared/field-lists.j2"
#: The field it comes after, as it stands in each file.
AFTER = {MODEL: '    area: Text | None = Field(None, title="Område"', TEMPLATE: '  "area",'}
PROGRAM = """
import json, sys
from pathlib import Path
from builder import clock
from builder.check.checker import check
from builder.edition.edition import Edition
from builder.feeds.files import files
from builder.load.folder import Folder
from builder.model.kinds import KINDS
from builder.pdf.book import book_html
from builder.render.renderer import Renderer
from builder.site.links import SiteLinks
result = check(Folder(Path(sys.argv[1]), KINDS).load(sys.argv[2]), clock.today())
edition = Edition(result.handbook)
renderer = Renderer(edition, SiteLinks())
page = next(page for chapter in edition.chapters() for page in chapter.pages if page.path == "tjenester/ppt")
data = json.loads(files(edition)["handbook.json"])
print(json.dumps({
    "problems": [problem.message.text() for problem in result.problems],
    "page": renderer.text(page),
    "book": book_html(edition),
    "data": data["records"]["services"]["ppt"].get("languages"),
}))
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the field that CONTRIBUTING shows."""
    root = program_copy(tmp_path_factory.mktemp("field"))
    for path, line in LINES.items():
        lines = (root / path).read_text(encoding="utf-8").splitlines()
        place = next(number for number, text in enumerate(lines) if text.startswith(AFTER[path]))
        indent = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
        lines.insert(place + 1, indent + line)
        (root / path).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def test_it_is_two_files() -> None:
    assert list(LINES) == [MODEL, TEMPLATE]


def test_it_is_on_the_page_in_the_book_and_in_the_data(program: Path, tmp_path: Path) -> None:
    service = mini_file("lillevik/services/ppt.yml") + "languages: [nordsamisk, norsk tegnspråk]\n"
    handbook = varied(tmp_path, {"lillevik/services/ppt.yml": service})
    result = run(program, "-c", PROGRAM, str(handbook), SLUG)
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert told["problems"] == []
    assert told["data"] == ["nordsamisk", "norsk tegnspråk"]
    for shown in (told["page"], told["book"]):
        assert re.search(r"<dt>Språk</dt>\s*<dd>\s*nordsamisk", shown)
