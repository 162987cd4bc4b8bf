"""What has changed between two states, in sentences; the history of publications; the feed."""

from __future__ import annotations

import copy
import datetime as dt
import json
import subprocess
from pathlib import Path
from typing import Any

import feedparser
import pytest
from babel.messages.pofile import read_po
from builder.cache.prints import Print
from builder.changes import differences
from builder.changes.history import continued
from builder.changes.state import State, state_of
from builder.edition.edition import Edition
from builder.feeds.files import files
from builder.i18n import FIELDS, LANGUAGES, LOCALE_FOLDER, SOURCE_LANGUAGE
from builder.model.export import public_records
from builder.model.handbook import Handbook
from builder.model.history import Edition as Published
from builder.model.history import History, News
from builder.model.parts import titles
from builder.pdf.book import book_html
from builder.pdf.printing import Order
from builder.publish.options import Options
from builder.publish.plan import Job
from builder.publish.run import run
from jsonschema import Draft202012Validator

from tests.support import MINI, ROOT, SLUG, TODAY, Document, checked, mini_file, said_by_handbok, site_html, varied


def changed(mini: Handbook, path: str, value: Any, language: str = "nb", *, minor: bool = False) -> list[str]:
    """The sentences after one value of the miniature handbook is set, or removed where None."""
    before = public_records(mini)
    after = copy.deepcopy(before)
    *above, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    target: Any = after
    for step in above:
        target = target[step]
    if value is None:
        del target[last]
    elif isinstance(target, list) and last == len(target):
        target.append(value)
    else:
        target[last] = value
    return [one.text for one in differences(state_of(before), state_of(after), language) if one.minor is minor]


LEADER = "services/ppt/contacts/0"
SENTENCES: list[tuple[str, Any, list[str]]] = [
    (f"{LEADER}/phone", "22 22 22 22", ["Leder, PPT har fått telefonnummer: 22 22 22 22"]),
    (f"{LEADER}/phone", "00 00 00 09", []),
    (f"{LEADER}/email", "ny@lillevik.example", ["E-posten til Leder, PPT er endret"]),
    (f"{LEADER}/person", "Navn Etternavn", ["Leder, PPT er nå Navn Etternavn"]),
    (f"{LEADER}/vacant", True, ["Stillingen som Leder, PPT er ubesatt"]),
    (f"{LEADER}/deputy/role", "Rådgiver", ["Stedfortreder for Leder, PPT er nå Rådgiver"]),
    (f"{LEADER}/deputy", None, ["Leder, PPT har ingen stedfortreder lenger"]),
    (f"{LEADER}/hours", None, ["Tiden Leder, PPT treffes, er endret"]),
    (f"{LEADER}/area", "Skolene", ["Opplysningene om Leder, PPT er endret"]),
    (f"{LEADER}/role", "Fagleder", ["Rollen Leder heter nå Fagleder, PPT"]),
    (LEADER, None, ["Kontakten Leder, PPT er tatt ut"]),
    ("services/ppt/contacts/1", {"id": "inntak", "role": "Inntak"}, ["Ny kontakt for PPT: Inntak"]),
    ("services/ppt/name", "Læringstjenesten", ["PP-tjenesten heter nå Læringstjenesten"]),
    ("services/ppt/does", ["Annet."], ["PPT: «Dette gjør vi» er endret"]),
    ("services/ppt", None, ["Tatt ut: PPT (tjeneste)"]),
    ("services/nav", {"id": "nav", "name": "NAV"}, ["Ny tjeneste: NAV"]),
    ("forums/team/recurrence/weekday", "monday", ["Tverrfaglig team er flyttet fra tirsdag til mandag"]),
    (
        "forums/team/recurrence",
        {"every": 2, "unit": "week", "weekday": "tuesday"},
        ["Tverrfaglig team møtes nå hver 14. dag, tirsdag"],
    ),
    (
        "forums/team/recurrence/exceptions",
        [{"date": "2026-12-01", "cancelled": True}],
        ["Tverrfaglig team: Møtet 1. desember 2026 er avlyst"],
    ),
    ("forums/team/recurrence", None, ["Det står ikke lenger hvor ofte Tverrfaglig team møtes"]),
    ("forums/team/starts", "10:00", ["Tverrfaglig team begynner nå klokka 10:00"]),
    ("forums/team/place", "Biblioteket", ["Nytt sted for Tverrfaglig team: Biblioteket"]),
    ("forums/team/chair", "ppt.leder", ["Leder, PPT leder nå Tverrfaglig team"]),
    ("forums/team/members/1", None, ["Lillevik skole er ikke lenger med i Tverrfaglig team"]),
    ("forums/team/members/2", {"actor": "skole.rektor"}, ["Rektor, Lillevik skole er nå med i Tverrfaglig team"]),
    ("pathways/uenighet/steps/0/deadline", {"at_once": True}, ["Fristen for «{step}» i «{pathway}» er nå straks"]),
    (
        "pathways/uenighet/steps/0/responsible",
        "skole.rektor",
        ["Rektor, Lillevik skole har nå ansvaret for «{step}» i «{pathway}»"],
    ),
    ("pathways/uenighet/steps/0/say", ["Hei."], ["Steget «{step}» i «{pathway}» er skrevet om"]),
    ("changes/ny-rutine", None, []),
]


@pytest.mark.parametrize(("path", "value", "expected"), SENTENCES, ids=[f"{s[0]}={s[1]}"[:60] for s in SENTENCES])
def test_each_change_is_a_sentence(mini: Handbook, path: str, value: Any, expected: list[str]) -> None:
    pathway: Any = public_records(mini)["pathways"]["uenighet"]
    words = {"pathway": pathway["title"], "step": pathway["steps"][0]["title"]}
    assert changed(mini, path, value) == [sentence.format(**words) for sentence in expected]


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (f"{LEADER}/verified/date", "2026-11-20", ["Leder, PPT ble kontrollert 20. november 2026"]),
        ("services/ppt/reviewed", "2026-11-20", ["PPT: «Sist gjennomgått» er endret"]),
    ],
)
def test_what_only_editors_follow_is_apart(mini: Handbook, path: str, value: Any, expected: list[str]) -> None:
    assert changed(mini, path, value, minor=True) == expected
    assert changed(mini, path, value) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nn", "Tverrfaglig team er flytt frå tysdag til måndag"),
        ("en", "Tverrfaglig team has moved from Tuesday to Monday"),
    ],
)
def test_the_sentences_are_in_the_readers_language(mini: Handbook, language: str, said: str) -> None:
    assert changed(mini, "forums/team/recurrence/weekday", "monday", language) == [said]


@pytest.mark.parametrize(
    ("language", "said"), [("nn", "PPT: «Dette gjer vi» er endra"), ("en", "PPT: «What we do» changed")]
)
def test_a_field_that_is_only_named_has_a_name_in_the_readers_language(
    mini: Handbook, language: str, said: str
) -> None:
    assert changed(mini, "services/ppt/does", ["Annet."], language) == [said]


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE_LANGUAGE])
def test_every_field_that_is_named_has_a_name_in_every_language(language: str) -> None:
    with (LOCALE_FOLDER / language / "LC_MESSAGES" / f"{FIELDS}.po").open("rb") as source:
        known = {message.id: message.string for message in read_po(source, locale=language) if message.id}
    assert known.keys() == titles(), "run `make messages` and translate builder/locale/*/LC_MESSAGES/fields.po"
    assert [title for title, translated in known.items() if not translated] == []


def test_nothing_is_different_from_itself(mini: Handbook) -> None:
    assert differences(State(mini), state_of(public_records(mini)), "nb") == ()


def test_an_internal_number_is_no_news(mini: Handbook, tmp_path: Path) -> None:
    name = "lillevik/services/skole.yml"
    text = mini_file(name).replace("    role: Rektor\n", "    role: Rektor\n    direct_phone: 41 23 45 67\n")
    after = checked(varied(tmp_path, {name: text})).handbook
    assert differences(state_of(public_records(mini)), State(after), "nb") == ()


# The history


def published(mini: Handbook, change: dict[str, Any] | None = None) -> bytes:
    """The `handbook.json` of an earlier edition, where the team met on another day."""
    data = json.loads(files(Edition(mini))["handbook.json"])
    data["records"]["forums"]["team"] |= {"place": "Biblioteket"} | (change or {})
    return json.dumps(data).encode()


def as_bytes(history: History) -> bytes:
    return history.model_dump_json().encode()


MOVED = News(kind="forums", id="team", text="Det står ikke lenger hvor Tverrfaglig team møtes")


def test_a_publication_is_compared_with_the_one_before(mini: Handbook) -> None:
    first = continued(mini, published(mini), None)
    assert first == History(editions=(Published(date=TODAY, news=(MOVED,)),))
    assert continued(mini, files(Edition(mini))["handbook.json"], as_bytes(first)) == first


def test_two_publications_a_day_are_one_edition_and_two_days_are_two(mini: Handbook) -> None:
    old = News(kind="pages", id="x", text="Før")
    for date, dates in ((TODAY, [TODAY]), (TODAY - dt.timedelta(days=1), [TODAY, TODAY - dt.timedelta(days=1)])):
        before = History(editions=(Published(date=date, news=(old,)),))
        after = continued(mini, published(mini), as_bytes(before))
        assert [edition.date for edition in after.editions] == dates
        assert [news for edition in reversed(after.editions) for news in edition.news] == [old, MOVED]


def test_what_is_two_years_old_is_forgotten(mini: Handbook) -> None:
    before = History(editions=(Published(date=dt.date(2024, 11, 1), news=(MOVED,)),))
    assert len(continued(mini, published(mini), as_bytes(before)).editions) == 1


@pytest.mark.parametrize("broken", [b"", b"[]", b'{"version": "2.0", "records": {}}', b'{"version": "1.0"}', b"\xff"])
def test_an_edition_that_cannot_be_read_is_told_of_and_stops_nothing(
    mini: Handbook, broken: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    assert continued(mini, broken, b"{").editions == ()
    assert "cannot be read, and are not compared with" in caplog.text
    assert "begins anew" in caplog.text


# The page and the feed

HISTORY = History(
    editions=(
        Published(
            date=dt.date(2026, 11, 20), news=(MOVED, News(kind="services", id="bort", text="Tatt ut: <b>", gone=True))
        ),
    )
)


def test_the_page_shows_what_was_found_beside_what_was_written(mini: Handbook) -> None:
    page = Document(site_html(mini, HISTORY)["hva-er-nytt"])
    assert "Publisert 20. november 2026" in page.text
    assert "Tatt ut: <b>" in page.text
    assert "Fra redaksjonen" in page.text
    assert "moteplasser/team.html" in page.addresses


def test_the_front_page_and_the_book_tell_of_changes_nobody_has_written_of(mini: Handbook) -> None:
    """Without notes from the editors there is still something new to read."""
    handbook = Handbook(mini.municipality, {}, TODAY)
    assert "hva-er-nytt.html" in Document(site_html(handbook, HISTORY)["index"]).addresses
    assert "hva-er-nytt.html" not in Document(site_html(handbook)["index"]).addresses
    assert "Tatt ut: <b>" in Document(book_html(Edition(handbook, HISTORY))).text


def test_the_feed_is_read_by_another_program(mini: Handbook) -> None:
    municipality = mini.municipality.model_copy(update={"website": "https://handbok.example/l/"})
    changes = {change.id: change for change in mini.changes}
    handbook = Handbook(municipality, {"changes": dict(changes)}, TODAY)
    made = files(Edition(handbook, HISTORY))
    feed = feedparser.parse(made["endringer.atom"])
    assert feed.version == "atom10"
    assert not feed.bozo
    assert feed.feed.title == municipality.title
    assert feed.feed.updated == "2026-11-20T00:00:00+00:00"
    assert [entry.title for entry in feed.entries] == [
        "Endret 20. november 2026",
        "Teamet møtes oftere",
        "Ny rutine ved uenighet",
    ]
    assert {entry.link for entry in feed.entries} == {"https://handbok.example/l/hva-er-nytt.html"}
    assert len({entry.id for entry in feed.entries}) == 3
    assert "<li>Tatt ut: &lt;b&gt;</li>" in feed.entries[0].content[0].value
    assert files(Edition(handbook, HISTORY)) == made
    assert History.model_validate_json(made["endringer.json"]) == HISTORY
    schema = json.loads(made["endringer.schema.json"])
    assert schema == json.loads((ROOT / "docs/schema/endringer.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert list(validator.iter_errors(json.loads(made["endringer.json"]))) == []
    assert list(validator.iter_errors({"editions": [{"date": "2026-11-20", "news": [{"kind": "forums"}]}]}))


def test_without_anything_new_there_is_no_feed(mini: Handbook) -> None:
    made = files(Edition(Handbook(mini.municipality, {}, TODAY)))
    assert "endringer.atom" not in made
    assert "endringer.json" not in made


# The command


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The miniature handbook in git, twice: the team met on Mondays, and now on Tuesdays."""
    name = "lillevik/forums.yml"
    root = varied(tmp_path, {name: mini_file(name).replace("weekday: tuesday", "weekday: monday")})
    git = ("git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@x.example")
    subprocess.run((*git, "init", "--quiet"), check=True)
    subprocess.run((*git, "add", "."), check=True)
    subprocess.run((*git, "commit", "--quiet", "--message", "Før"), check=True)
    (root / name).write_bytes((MINI / name).read_bytes())
    return root


def diff(*arguments: str) -> Any:
    return said_by_handbok("diff", *arguments)


SENTENCE = "Tverrfaglig team er flyttet fra mandag til tirsdag"


def test_the_command_compares_a_revision_with_the_files(repository: Path) -> None:
    result = diff("HEAD", "--handbook", str(repository))
    assert (result.returncode, result.stdout) == (0, f"Lillevik\n  {SENTENCE}\n")
    assert diff("HEAD", "HEAD", "--handbook", str(repository)).stdout == "Lillevik\n  Ingenting er endret.\n"


def test_what_only_editors_follow_is_told_when_asked_for(repository: Path) -> None:
    name = repository / "lillevik/services/ppt.yml"
    text = name.read_text(encoding="utf-8")
    assert "2026-10-01" in text
    name.write_text(text.replace("2026-10-01", "2026-11-20"), encoding="utf-8")
    common = ("HEAD", "--handbook", str(repository))
    assert diff(*common).stdout == f"Lillevik\n  {SENTENCE}\n"
    everything = diff(*common, "--all").stdout.splitlines()
    assert f"  {SENTENCE}" in everything
    assert any("kontrollert 20. november 2026" in line for line in everything)


def test_a_build_continues_the_edition_it_is_told_of(mini: Handbook, tmp_path: Path) -> None:
    """In an empty folder, as where nothing is kept from build to build."""
    earlier = tmp_path / "hentet" / SLUG
    (earlier / "kalender").mkdir(parents=True)
    (earlier / "handbook.json").write_bytes(published(mini))
    (earlier / "endringer.json").write_bytes(as_bytes(HISTORY))
    calendar = (
        files(Edition(mini))["kalender/alle.ics"]
        .replace(b"SEQUENCE:0", b"SEQUENCE:7")
        .replace(b"SUMMARY:", b"SUMMARY:x")
    )
    (earlier / "kalender/alle.ics").write_bytes(calendar)
    target = tmp_path / "ny"
    common = ("build", "--no-pdf", "--handbook", str(MINI), "--output", str(target))
    result = said_by_handbok(*common, "--previous", str(earlier.parent))
    assert result.returncode == 0, result.stderr
    site = target / SLUG
    page = Document((site / "hva-er-nytt.html").read_text(encoding="utf-8"))
    assert MOVED.text in page.text
    assert "Publisert 20. november 2026" in page.text
    history = History.model_validate_json((site / "endringer.json").read_bytes())
    assert [edition.date for edition in history.editions] == [TODAY, HISTORY.editions[0].date]
    assert b"SEQUENCE:8" in (site / "kalender/alle.ics").read_bytes()
    assert sorted(path.name for path in earlier.rglob("*.*")) == ["alle.ics", "endringer.json", "handbook.json"]


def test_a_build_gives_the_book_the_same_history_as_the_site(
    mini: Handbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[History] = []

    def printed(order: Order, *_: object) -> list[Print]:
        given.append(order.edition.history)
        return []

    monkeypatch.setattr("builder.publish.run.print_all", printed)
    (tmp_path / SLUG).mkdir()
    (tmp_path / SLUG / "handbook.json").write_bytes(published(mini))
    run(Job(SLUG, Options(handbook=MINI, output=tmp_path, shown="mini")))
    assert given == [History.model_validate_json((tmp_path / SLUG / "endringer.json").read_bytes())]
    assert [news.text for news in given[0].editions[0].news] == [MOVED.text]


def test_the_command_speaks_json_and_markdown(repository: Path) -> None:
    common = ("HEAD", "--handbook", str(repository), "--format")
    assert json.loads(diff(*common, "json").stdout) == [
        {
            "municipality": SLUG,
            "changes": [
                {
                    "record": "forums:team",
                    "action": "changed",
                    "field": "recurrence",
                    "text": SENTENCE,
                    "minor": False,
                }
            ],
        }
    ]
    assert diff(*common, "markdown").stdout == f"## Lillevik\n\n- {SENTENCE}\n\n"


def test_the_command_compares_published_handbooks(mini: Handbook, tmp_path: Path) -> None:
    (tmp_path / "handbook.json").write_bytes(files(Edition(mini))["handbook.json"])
    old = tmp_path / "gammel.json"
    old.write_bytes(published(mini))
    for after in (tmp_path, tmp_path / "handbook.json"):
        assert diff(str(old), str(after)).stdout == f"Lillevik\n  {MOVED.text}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tull", "--handbook", "{root}"), "Git kjenner ikke revisjonen «tull»"),
        (("--output=x", "--handbook", "{root}"), "No such option"),
        (("HEAD", "--handbook", "{outside}"), "{outside} ligger ikke i et git-lager"),
        (("HEAD", "--handbook", "{new}"), "{new} fantes ikke i HEAD"),
        (("{text}",), "{text} er ikke en handbook.json som kan leses"),
        (("HEAD", "--handbook", "{root}", "--municipality", "lilevik"), "mente du «lillevik»"),
    ],
)
def test_the_command_says_what_is_wrong(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, arguments: tuple[str, ...], said: str
) -> None:
    outside, new = tmp_path_factory.mktemp("utenfor"), repository.parent / "ny"
    for folder in (outside, new):
        (folder / SLUG).mkdir(parents=True)
    text = outside / "tekst.json"
    text.write_text("hei")
    places = {"root": repository, "outside": outside, "new": new, "text": text}
    result = diff(*(argument.format(**places) for argument in arguments))
    assert result.returncode == 2
    assert said.format(**places) in result.stderr
    assert "Traceback" not in result.stderr


def test_without_git_the_command_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "Fant ikke programmet git" in diff("HEAD", "--handbook", str(repository)).stderr


def test_errors_in_an_old_edition_are_told(repository: Path) -> None:
    (repository / "lillevik/forums.yml").write_text("- id: team\n")
    result = diff("HEAD", "--handbook", str(repository))
    assert "feil i den ene utgaven" in result.stderr
    assert "Tatt ut: Tverrfaglig team (møteplass)" in result.stdout
