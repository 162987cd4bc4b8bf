"""A new handbook in nynorsk is in nynorsk: what is still in bokmål says so, and is little."""

from __future__ import annotations

import pytest
from builder.check.checker import check
from builder.load.folder import Folder
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS

from tests.language_measure import Measure, texts
from tests.support import TODAY, said_by_handbok, site_html

#: What the act itself calls its provisions is the same in all languages.
_LAW = "lover"


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """A trial municipality, made as its editor would, over the shared records as they are shipped."""
    root = tmp_path_factory.mktemp("nynorsk") / "handbook"
    answers = {
        "--number": "0000",
        "--name": "Fjellvik",
        "--standard": "nn",
        "--owner": "Kommunedirektøren",
        "--editor": "Koordinator",
        "--email": "handbok@fjellvik.kommune.no",
        "--handbook": str(root),
    }
    made = said_by_handbok("new", "Fjellvik", "--yes", *(word for pair in answers.items() for word in pair))
    assert made.returncode == 0, made.stderr + made.stdout
    result = check(Folder(root, KINDS).load("fjellvik"), TODAY)
    assert result.ok, [str(problem) for problem in result.problems][:3]
    return result.handbook


def test_at_least_98_of_100_words_are_in_nynorsk(handbook: Handbook) -> None:
    measure = Measure()
    for page, html in site_html(handbook).items():
        if page != _LAW:
            for text in texts(f'<main lang="nn">{html}</main>'):
                measure.add(page, text)
    assert measure.words.total() > 20_000
    assert measure.share("nn") >= 0.98, sorted({(page, text.text) for page, text in measure.wrong})
