"""The demonstration as plain Markdown, built with MkDocs alone: what our own site says is on the same pages there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from builder.publish.exporting import Export, export

from tests.export.reading import Read, words
from tests.support import ROOT

pytestmark = pytest.mark.whole

SLUG = "risor"
#: What our own site says of itself: what it keeps, how it is printed, its foot, and what leads to files beside it or
#: is about them.
_OURS = re.compile(
    r'<p class="hb-(?:copy|print-first|take|prints)\b.*?</p>|<p class="hb-give">(?:(?!</p>).)*\.pdf".*?</p>|<div class="hb-paper.*?</div>|<aside class="hb-foot.*?</aside>'
    r'|<p><small>Boka har .*?</p>|<a [^>]*class="headerlink".*?</a>|<a [^>]*href="[^"]*\.(?:ics|vcf|pdf)".*?</a>|<p>[^<]*kameraet på telefonen.*?</p>',
    re.DOTALL,
)
_ARTICLE = re.compile(r"<article class=\"md-content.*?>(.*)</article>", re.DOTALL)
#: Pages that lead to other files, and what is kept offline.
_LEFT_OUT = {"404.html", "uten-nett.html", "apne-data.html", "utskrift/index.html"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = export(Export(SLUG, ROOT / "handbook", tmp_path_factory.mktemp("exported"), internal=True)).export.folder
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def article(path: Path) -> str:
    found = _ARTICLE.search(path.read_text(encoding="utf-8"))
    assert found, path
    return _OURS.sub("", found[1])


def test_every_sentence_number_and_section_of_every_page(site: Path, built: Path) -> None:
    pages = sorted(str(path.relative_to(site / SLUG)) for path in (site / SLUG).rglob("*.html"))
    assert len(pages) > 200
    for name in sorted(set(pages) - _LEFT_OUT):
        there = " ".join(words(" ".join(Read(article(built / name)).runs)))
        said = Read(article(site / SLUG / name)).sentences
        missing = [one for one in said if f" {one} " not in f" {there} "]
        assert not missing, (name, missing[:5])
