"""What is exported builds without this program: with MkDocs, with ProperDocs and with Zensical, and no link is broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from builder.publish.exporting import Export, export

from tests.export.reading import Read, words
from tests.support import MINI, SLUG

#: Each is asked to end with an error where it has something to say. None may find this program.
BUILDERS = {
    "mkdocs": ("-m", "mkdocs", "build", "--strict"),
    "properdocs": ("-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml"),
    "zensical": ("-m", "zensical", "build", "--strict"),
}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("exported")
    return export(Export(SLUG, MINI, output, internal=True)).export.folder


def built(name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, *BUILDERS[name]],
        cwd=folder,
        env=environment | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("name", BUILDERS)
def test_it_builds_and_every_page_is_there(name: str, exported: Path, tmp_path: Path) -> None:
    project = shutil.copytree(exported, tmp_path / "project")
    done = built(name, project)
    assert done.returncode == 0, done.stdout + done.stderr
    for page in (project / "docs").rglob("*.md"):
        path = page.relative_to(project / "docs").with_suffix(".html")
        html = (project / "site" / path).read_text(encoding="utf-8")
        assert 'lang="nb"' in html[:300], path
    ppt = Read((project / "site" / "tjenester" / "ppt.html").read_text(encoding="utf-8"))
    said = " ".join(words(" ".join(ppt.runs)))
    assert "Demonstrasjonsdata ikke kommunens egen håndbok" in said
    assert "Intern utgave ikke del utenfor kommunen" in said
    assert "kontakt-leder" in ppt.names


@pytest.mark.parametrize("name", BUILDERS)
@pytest.mark.parametrize("link", ["borte.md", "tjenester/ppt.md#borte"])
def test_a_link_that_leads_nowhere_is_told_of(name: str, link: str, exported: Path, tmp_path: Path) -> None:
    """So that nothing is proved by a build that looks at no links."""
    project = shutil.copytree(exported, tmp_path / "project")
    with (project / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n[borte]({link})\n")
    done = built(name, project)
    assert done.returncode != 0
    assert "borte" in done.stdout + done.stderr
