"""The public edition holds nothing that is internal, in any byte; the internal one holds it, and says what it is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from builder.check.checker import Checked
from builder.edition.edition import Edition
from builder.edition.for_staff import NOTICE
from builder.facts.audience import for_audience
from builder.model.audience import Audience
from builder.model.base import Part
from builder.model.description import field_of, group_in
from builder.model.export import records_as_data
from builder.model.handbook import Handbook
from builder.model.parts import parts
from builder.model.references import is_internal
from builder.portal.portal import write_portal
from builder.publish import run as publishing
from builder.publish.options import Options
from builder.publish.plan import Job
from builder.publish.workshop import workshop

from tests.leaks import said_in, squashed
from tests.seeding import YEAR, Seeds, seeded
from tests.support import EPOCH, MINI, SLUG

pytestmark = pytest.mark.whole

_VACANT = re.compile(r'ubesatt|"vacant": ?true', re.IGNORECASE)
#: What is a word of a list is looked for by the name of its field.
_PRIORITY = re.compile(r'prioritet:|"priority"', re.IGNORECASE)
_DATED = re.compile(rf"(?<![0-9a-f]){YEAR}(?![0-9a-f])")


HandbookAndSeeds = tuple[Handbook, Seeds]


@pytest.fixture(scope="module")
def handbook_and_seeds() -> HandbookAndSeeds:
    return seeded()


@pytest.fixture(scope="module")
def seeds(handbook_and_seeds: HandbookAndSeeds) -> Seeds:
    return handbook_and_seeds[1]


@pytest.fixture(scope="module")
def output(handbook_and_seeds: HandbookAndSeeds, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both editions, `public` and `internal`, each published over one that held everything."""
    handbook, seeds = handbook_and_seeds
    folder = tmp_path_factory.mktemp("editions")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", EPOCH)
        patched.setattr(publishing, "check", lambda *_: Checked(SLUG, handbook, ()))
        for internal in (False, True):
            published = folder / ("internal" if internal else "public")
            _published_before(published / SLUG, handbook, seeds)
            publishing.run(Job(SLUG, Options(handbook=MINI, output=published, internal=internal).resolved()))
            with workshop(published) as place:
                write_portal(published, place)
    return folder


def _published_before(site: Path, handbook: Handbook, seeds: Seeds) -> None:
    """An edition as it was made before there were two: all in one."""
    site.mkdir(parents=True)
    records = records_as_data(handbook)
    for number, person in enumerate(records["services"]["x"]["contacts"]):  # type: ignore[arg-type]
        person["person"] = seeds.word(f"earlier.person{number}")  # type: ignore[index, call-overload]
    (site / "handbook.json").write_text(json.dumps({"version": "1.0", "records": records}), encoding="utf-8")
    hidden = next(iter(record for kind, record in handbook.everything() if record.audience == "internal" and kind.told))
    told = [
        {"kind": handbook.kind_of(hidden).name, "id": hidden.id, "text": f"Ny: {seeds.word('earlier.news')}"},
        {"kind": "services", "id": "x", "text": f"Samarbeider med {hidden.label}"},
    ]
    history = {"editions": [{"date": "2026-11-01", "news": told}]}
    (site / "endringer.json").write_text(json.dumps(history), encoding="utf-8")


def _holds_fields(part: type[Part], name: str) -> bool:
    return group_in(field_of(part, name).value) is not None


def test_every_internal_field_of_every_kind_is_seeded(seeds: Seeds) -> None:
    internal = {
        f"{name}.{field}" for name, part in parts().items() for field in part.model_fields if is_internal(part, field)
    }
    flags = {"Contact.vacant"}  # looked for by its words
    whole = {  # seeded within
        f"{name}.{field}" for name, part in parts().items() for field in part.model_fields if _holds_fields(part, field)
    }
    assert internal - flags - whole - seeds.dated - seeds.listed <= set(seeds.where.values())


def test_no_byte_of_the_public_edition_says_what_is_internal(output: Path, seeds: Seeds) -> None:
    leaks = set()
    for name, text in said_in(output / "public"):
        found = squashed(text)
        leaks |= {(name, where) for marker, where in seeds.where.items() if marker in found}
        if not name.endswith((".pdf", ".schema.json")):
            leaks |= {(name, "an internal date")} if _DATED.search(text) else set()
            leaks |= {(name, "a vacancy")} if _VACANT.search(text) else set()
            leaks |= {(name, "a priority")} if _PRIORITY.search(text) else set()
    assert sorted(leaks) == []


def test_the_internal_edition_has_all_of_it(output: Path, seeds: Seeds) -> None:
    everything = "\n".join(squashed(text) for _, text in said_in(output / "internal"))
    lost = {where for marker, where in seeds.where.items() if marker not in everything}
    lost -= {where for where in lost if where.startswith("earlier.")}
    lost -= {"surveys.id", "StaffSurvey.formerly"}  # it has no page, and no program is given it: there are only counts
    assert sorted(lost) == []


def handed_out(handbook: Handbook) -> set[str]:
    """The files of what is given to families and others outside, of records that are for everybody."""
    sheets = Edition(for_audience(handbook, Audience.INTERNAL)).sheets
    return {f"{SLUG}/{copy.file}" for sheet in sheets if sheet.given for copy in sheet.copies}


def test_what_is_handed_out_is_the_same_print_in_both_editions(
    output: Path, handbook_and_seeds: HandbookAndSeeds
) -> None:
    given = handed_out(handbook_and_seeds[0])
    assert {Path(file).name.partition("-")[0] for file in given} >= {"skjema", "for"}
    for file in given:
        assert (output / "internal" / file).read_bytes() == (output / "public" / file).read_bytes(), file


def test_each_page_print_feed_and_calendar_says_which_edition_it_is(
    output: Path, handbook_and_seeds: HandbookAndSeeds
) -> None:
    said = squashed(NOTICE)
    given = handed_out(handbook_and_seeds[0])
    for edition, expected in (("public", False), ("internal", True)):
        told: dict[str, bool] = {}
        for name, text in said_in(output / edition):
            if Path(name).suffix in {".html", ".pdf", ".ics", ".atom"}:
                told[name] = told.get(name, False) or said in squashed(text)
        wrong = {name for name, found in told.items() if found is not expected}
        assert wrong - {f"{SLUG}/404.html", "404.html"} == (given if edition == "internal" else set()), edition


def test_search_engines_are_asked_to_leave_the_internal_edition(output: Path) -> None:
    internal = output / "internal"
    assert (internal / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"
    assert not list(internal.rglob("sitemap*"))
    for page in internal.rglob("*.html"):
        assert re.search(r'name="robots" content="noindex', page.read_text(encoding="utf-8")), page
