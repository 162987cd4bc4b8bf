"""A new kind of record costs the files CONTRIBUTING says, and is a citizen at once."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.docs.program_copy import program_copy, run
from tests.support import MINI, ROOT, SLUG, Document

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ROOM = """\
id: storstua
name: Storstua
use: Samtaler med [skolen](services:skole).
owner: skole.rektor
forums: [team]
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the kind as CONTRIBUTING shows it: one new file, and two lines in another."""
    tree = program_copy(tmp_path_factory.mktemp("kind"))
    section = CONTRIBUTING.split("## A new kind of record\n")[1].split("\n## ")[0]
    (example,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    (tree / "builder/model/room.py").write_text(example, encoding="utf-8")
    kinds = tree / "builder/model/kinds.py"
    text = kinds.read_text(encoding="utf-8").replace("            PAGES,\n", "            PAGES,\n            ROOMS,\n")
    text = text.replace(
        "\nfrom builder.model.service", "\nfrom builder.model.room import ROOMS\nfrom builder.model.service"
    )
    kinds.write_text(text, encoding="utf-8")
    return tree


def handbok(tree: Path, *arguments: str) -> str:
    """What the command of the tree says; it must go well."""
    result = run(tree, "-m", "builder", *arguments)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def site(tree: Path) -> Path:
    """The miniature handbook published without rooms, and then with one."""
    data, output = tree / "handbook", tree / "site"
    shutil.copytree(MINI, data)
    build = ("build", "--no-pdf", "--handbook", str(data), "--output", str(output))
    handbok(tree, *build)
    rooms = data / SLUG / "rooms"
    rooms.mkdir()
    (rooms / "storstua.yml").write_text(ROOM, encoding="utf-8")
    handbok(tree, *build)
    return output / SLUG


def page(site: Path, path: str) -> Document:
    return Document((site / f"{path}.html").read_text(encoding="utf-8"))


def test_it_has_a_list_and_a_page_with_its_fields(site: Path) -> None:
    assert "storstua.html" in page(site, "rom/index").addresses
    assert "Rom til låns" in page(site, "rom/index").text
    shown = page(site, "rom/storstua")
    for words in ("Storstua", "Egner seg til", "Samtaler med", "Spør", "Rektor", "Møter her", "Tverrfaglig team"):
        assert words in shown.text
    assert {"../tjenester/skole.html", "../moteplasser/team.html"} <= set(shown.addresses)


def test_it_is_in_the_menu(site: Path) -> None:
    assert any(address.endswith("rom/index.html") for address in page(site, "tjenester/index").addresses)


def test_it_is_found_in_the_search(site: Path) -> None:
    index = (site / "assets/search/index.js").read_text(encoding="utf-8")
    assert '"rom/storstua"' in index
    assert "Samtaler med skolen." in index


def test_it_is_in_the_change_log(site: Path) -> None:
    news = page(site, "hva-er-nytt")
    assert "Nytt rom til låns: Storstua" in news.text
    assert "rom/storstua.html" in news.addresses


def test_it_is_published_as_data_with_its_schema(site: Path) -> None:
    data = json.loads((site / "handbook.json").read_text(encoding="utf-8"))
    assert data["records"]["rooms"]["storstua"]["owner"] == "skole.rektor"
    schema = json.loads((site / "handbook.schema.json").read_text(encoding="utf-8"))
    assert schema["properties"]["records"]["properties"]["rooms"]["title"] == "rom"


def test_a_mistake_in_it_is_found(tree: Path, site: Path) -> None:
    broken = tree / "broken"
    shutil.copytree(MINI, broken)
    (broken / SLUG / "rooms.yml").write_text(ROOM.replace("[team]", "[teem]"), encoding="utf-8")
    result = run(tree, "-m", "builder", "check", "--handbook", str(broken))
    assert "fant ikke møteplass med id «teem»; mente du «team»?" in result.stdout


def test_editors_and_the_reference_know_it(tree: Path) -> None:
    handbok(tree, "schema", "--output", "docs/schema", "--settings", ".vscode/settings.json")
    handbok(tree, "reference", "--output", "docs")
    settings = json.loads((tree / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert "handbook/*/rooms/**/*.yml" in settings["./docs/schema/rooms.schema.json"]
    assert "Egner seg til" in (tree / "docs/schema/rooms.schema.json").read_text(encoding="utf-8")
    assert "\n## rooms\n" in (tree / "docs/felter.md").read_text(encoding="utf-8")
