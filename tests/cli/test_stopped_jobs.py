"""What stops one municipality is told by name when all others are published, whoever's fault it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.problem import Message
from builder.publish import running
from builder.publish.failures import PublishError
from builder.publish.plan import Job
from builder.publish.run import Outcome

from tests.cli.conftest import assert_plain
from tests.publish.small_ones import municipalities_in
from tests.support import said_by_handbok

SLUGS = ("avik", "bvik", "cvik")


def done(job: Job) -> Outcome:
    """Publishes nothing, and says what the name of the data folder tells."""
    if job.slug in job.options.handbook.name:
        reason = "Disken er full" if "full" in job.options.handbook.name else f"Ikke {job.slug}"
        raise ValueError(job.slug) if "fault" in job.options.handbook.name else PublishError(Message(reason))
    return Outcome(job.slug, job.slug, True, (), seconds=1, pages=3)


@pytest.fixture(autouse=True)
def _without_building(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "run", done)


def said(tmp_path: Path, name: str, *more: str) -> tuple[int, str, str]:
    root = municipalities_in(tmp_path / name, *SLUGS)
    result = said_by_handbok("build", "--no-pdf", "--handbook", str(root), "--output", str(tmp_path / "ut"), *more)
    if "fault" not in name:
        assert_plain(result)
    assert (tmp_path / "ut" / "index.html").exists() == ("avik-bvik-cvik" not in name)
    return result.returncode, result.stdout, result.stderr


def test_one_that_cannot_be_published_is_told_and_the_others_are_built(tmp_path: Path) -> None:
    code, out, err = said(tmp_path, "bvik", "--jobs", "1")
    assert code == 2
    assert "Ferdig" not in out
    assert "avik: 3 sider" in err
    assert "cvik: 3 sider" in err
    assert err.rstrip().endswith("Ikke bvik")


def test_several_are_told_each_with_its_reason_and_what_is_the_same_once(tmp_path: Path) -> None:
    code, _, err = said(tmp_path, "avik-cvik")
    assert code == 2
    assert "Ikke avik\nIkke cvik\nIkke bygd: avik, cvik. Det som var publisert før, står som det var" in err
    code, _, err = said(tmp_path, "full-avik-cvik")
    assert code == 2
    assert err.count("Disken er full") == 1


def test_where_nobody_could_be_published_there_is_no_portal_either(tmp_path: Path) -> None:
    assert said(tmp_path, "avik-bvik-cvik")[0] == 2


def test_a_fault_in_the_program_is_one_when_all_others_are_built(tmp_path: Path) -> None:
    code, _, err = said(tmp_path, "fault-bvik", "--jobs", "2")
    assert code == 3
    assert "avik: 3 sider" in err
    assert "cvik: 3 sider" in err
    assert "Ikke bygd: bvik. Det som var publisert før, står som det var" in err
    assert "Her er det en feil i programmet (ValueError: bvik)" in err.replace("\n", " ")


def test_of_two_editions_the_second_is_built_though_somebody_is_stopped_in_the_first(tmp_path: Path) -> None:
    code, _, err = said(tmp_path, "bvik", "--edition", "both")
    assert code == 2
    assert err.count("cvik: 3 sider") == 2
    assert (tmp_path / "ut-intern" / "index.html").exists()
