"""The command as a user runs it: what it says, how it ends, and that what is published is never broken."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builder import __version__
from builder.publish.options import Options
from builder.publish.plan import Job
from builder.publish.run import run

from tests.support import (
    EPOCH,
    MINI,
    ROOT,
    SLUG,
    Document,
    environment_with,
    handbok,
    mini_file,
    said_by_handbok,
    varied,
)

SCHOOL = "lillevik/services/skole.yml"
BROKEN = mini_file(SCHOOL).replace("summary:", "sumary:")
WARNED = mini_file(SCHOOL).replace("    deputy: {role: Inspektør}\n", "")


def contents(folder: Path) -> dict[str, str]:
    """The files of a folder by what they hold."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def assert_plain(result: subprocess.CompletedProcess[str]) -> None:
    """No traceback, and no Python, in what a person reads."""
    for stream in (result.stdout, result.stderr):
        assert "Traceback" not in stream
        assert "Error:" not in stream.replace("::error", "")
        assert 'File "' not in stream


# check


def test_a_good_handbook_has_no_findings() -> None:
    result = handbok("check", "--handbook", str(MINI))
    assert (result.returncode, result.stdout, result.stderr) == (0, "Ingen funn.\n", "")


def test_findings_are_one_line_each_and_counted(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    result = said_by_handbok("check", "--no-source", "--handbook", str(root))
    assert result.returncode == 1
    assert result.stdout.splitlines() == [
        f"{root}/{SCHOOL}:1:1: feil: «summary» mangler [missing-field]",
        f"{root}/{SCHOOL}:5:1: feil: «sumary» er ikke et felt her; mente du «summary»? [unknown-field]",
        "2 feil.",
    ]
    assert_plain(result)


def test_warnings_do_not_fail_a_check(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: WARNED})
    result = said_by_handbok("check", "--no-source", "--handbook", str(root))
    assert result.returncode == 0
    assert result.stdout.splitlines() == [
        f"{root}/{SCHOOL}:7:5: advarsel: «Rektor» i Lillevik skole har ingen stedfortreder; "
        "skriv hvem som svarer ved fravær under deputy [contact-deputy]",
        "1 advarsel.",
    ]


def test_findings_as_json(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    result = said_by_handbok("check", "--handbook", str(root), "--format", "json")
    assert result.returncode == 1
    assert json.loads(result.stdout) == [
        {
            "path": f"{root}/{SCHOOL}",
            "line": 1,
            "column": 1,
            "severity": "error",
            "rule": "missing-field",
            "message": "«summary» mangler",
        },
        {
            "path": f"{root}/{SCHOOL}",
            "line": 5,
            "column": 1,
            "severity": "error",
            "rule": "unknown-field",
            "message": "«sumary» er ikke et felt her; mente du «summary»?",
        },
    ]


def test_no_findings_as_json_is_an_empty_list() -> None:
    result = said_by_handbok("check", "--handbook", str(MINI), "--format", "json")
    assert (result.returncode, json.loads(result.stdout)) == (0, [])


def test_findings_for_github_stand_on_the_changed_lines(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: WARNED.replace("summary:", "sumary:")})
    result = said_by_handbok("check", "--handbook", str(root), "--format", "github")
    assert result.returncode == 1
    assert result.stdout.splitlines()[:2] == [
        f"::error file={root}/{SCHOOL},line=1,col=1,title=missing-field::«summary» mangler",
        f"::error file={root}/{SCHOOL},line=5,col=1,title=unknown-field::«sumary» er ikke et felt her; mente du «summary»?",
    ]


def test_a_finding_cannot_forge_another_for_github(tmp_path: Path) -> None:
    text = mini_file(SCHOOL).replace("category: school", 'category: "x%\\n::error file=a,line=1::falsk"')
    result = said_by_handbok("check", "--handbook", str(varied(tmp_path, {SCHOOL: text})), "--format", "github")
    assert result.returncode == 1
    assert [line for line in result.stdout.splitlines() if line.startswith("::error file=a,")] == []
    assert "x%25%0A::error" in result.stdout


def test_a_finding_cannot_forge_another_on_the_screen(tmp_path: Path) -> None:
    text = mini_file(SCHOOL).replace("category: school", 'category: "x\\nIngen funn. [bold]\\e[2J"')
    result = said_by_handbok("check", "--handbook", str(varied(tmp_path, {SCHOOL: text})))
    assert result.returncode == 1
    assert "\x1b" not in result.stdout
    assert not any(line.startswith("Ingen funn.") for line in result.stdout.splitlines())


def test_only_the_municipalities_asked_for_are_checked(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    shutil.copytree(MINI / SLUG, root / "storevik")
    identity = (root / "storevik" / "municipality.yml").read_text().replace("id: lillevik", "id: storevik")
    (root / "storevik" / "municipality.yml").write_text(identity)
    assert said_by_handbok("check", "storevik", "--handbook", str(root)).returncode == 0
    assert said_by_handbok("check", "lillevik", "--handbook", str(root)).returncode == 1
    both = said_by_handbok("check", "--handbook", str(root))
    assert both.returncode == 1
    assert both.stdout.count(f"{SLUG}/services/skole.yml") == 2


def test_a_finding_in_a_shared_file_is_told_once(tmp_path: Path) -> None:
    root = varied(tmp_path, {"common/glossary.yml": mini_file("common/glossary.yml") + "- {id: x}\n"})
    shutil.copytree(root / SLUG, root / "storevik")
    identity = (root / "storevik" / "municipality.yml").read_text().replace("id: lillevik", "id: storevik")
    (root / "storevik" / "municipality.yml").write_text(identity)
    lines = said_by_handbok("check", "--no-source", "--handbook", str(root)).stdout.splitlines()
    assert len(lines) == len(set(lines)) == 3


@pytest.mark.parametrize("command", [["check"], ["build", "--no-pdf", "--output", "{tmp}/ut"], ["serve"]])
def test_an_unknown_municipality_is_told_with_the_nearest(tmp_path: Path, command: list[str]) -> None:
    arguments = [piece.format(tmp=tmp_path) for piece in command]
    result = said_by_handbok(*arguments, "lilevik", "--handbook", str(MINI))
    assert (result.returncode, result.stdout) == (2, "")
    said = " ".join(result.stderr.split())
    assert said.startswith(f"Det finnes ingen kommune «lilevik» i {MINI}; mente du «lillevik»?")
    assert said.endswith(("Velg blant: lillevik", "(velg blant lillevik)"))
    assert_plain(result)
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("kind", ["missing", "empty", "file"])
def test_a_folder_without_a_handbook_is_told(tmp_path: Path, command: str, kind: str) -> None:
    place = tmp_path / kind
    if kind == "empty":
        place.mkdir()
    elif kind == "file":
        place.write_text("x")
    result = said_by_handbok(command, "--handbook", str(place))
    assert result.returncode == 2
    assert " ".join(result.stderr.split()) == f"Fant ingen håndbok her: {place}"
    assert_plain(result)


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["check", "--language", "se"], "Ukjent språk «se». Velg blant: nb, nn, en"),
        (["check", "--format", "xml"], "xml"),
        (["bygg"], "bygg"),
        (["build", "--jobs", "0"], "--jobs"),
        (["check", "--hanbok", "x"], "--hanbok"),
    ],
)
def test_wrong_use_ends_with_two_and_says_what_was_wrong(arguments: list[str], part: str) -> None:
    result = said_by_handbok(*arguments)
    assert result.returncode == 2
    assert part in result.stderr
    assert "Traceback" not in result.stderr


NO_CLOCK = "SOURCE_DATE_EPOCH='{value}' er ikke et helt antall sekunder"


@pytest.mark.parametrize("value", ["i dag", "1.5", "99999999999999999999", "2026-11-22"])
def test_a_clock_that_is_no_number_is_told(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    result = said_by_handbok("check", "--handbook", str(MINI))
    assert result.returncode == 2
    assert " ".join(result.stderr.split()) == NO_CLOCK.format(value=value)


def test_a_clock_that_is_no_number_stops_a_build(tmp_path: Path) -> None:
    result = handbok("build", "--handbook", str(MINI), "--output", str(tmp_path / "ut"), SOURCE_DATE_EPOCH="i dag")
    assert result.returncode == 2
    assert NO_CLOCK.format(value="i dag") in " ".join(result.stderr.split())
    assert_plain(result)
    assert not (tmp_path / "ut" / "index.html").exists()


def test_the_version_and_the_help_are_shown() -> None:
    assert said_by_handbok("--version").stdout.strip() == __version__
    shown = said_by_handbok("--help").stdout
    for command in ("check", "build", "serve"):
        assert command in shown


@pytest.mark.parametrize("language", ["nn", "en"])
def test_findings_are_told_in_the_language_asked_for(tmp_path: Path, language: str) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    result = said_by_handbok("check", "--handbook", str(root), "--language", language)
    assert result.returncode == 1
    assert "[missing-field]" in result.stdout
    assert "summary" in result.stdout
    assert "Project-Id-Version" not in result.stdout
    assert_plain(result)


# build


def test_a_build_publishes_site_book_and_portal(published: Path) -> None:
    files = contents(published)
    for name in (
        "index.html",
        "assets/portal.css",
        "lillevik/index.html",
        "lillevik/handbok-lillevik.pdf",
        "lillevik/tjenester/ppt.html",
    ):
        assert name in files
    portal = Document((published / "index.html").read_text(encoding="utf-8"))
    assert {"lillevik/index.html", "lillevik/handbok-lillevik.pdf"} <= set(portal.addresses)
    assert "Lillevik" in portal.text
    assert "Bygd 22. november 2026" in portal.text
    loaded = {name for name in files if name.startswith("assets/")}
    assert {name.split("/")[1] for name in loaded} == {"favicon.svg", "fonts", "fonts.css", "portal.css"}
    assert set(portal.addresses) >= loaded - {name for name in loaded if "/fonts/" in name}


def test_nothing_is_left_lying_after_a_build(published: Path) -> None:
    assert sorted(path.name for path in published.iterdir() if path.name.startswith(".")) in (
        [".handbok-cache"],
        [".handbok-cache", ".lillevik.lock"],
    )


def test_every_page_of_a_site_is_made_from_data(published: Path) -> None:
    """What is written to those who read the source, such as a README among the files of the site, is no page."""
    pages = {path.relative_to(published / SLUG).as_posix() for path in (published / SLUG).rglob("*.html")}
    assert not {page for page in pages if page.startswith("assets/")}
    assert [
        path for path in (published / SLUG).rglob("*") if path.suffix == ".md" or "readme" in path.name.lower()
    ] == []
    assert "assets/vendor" not in (published / SLUG / "sitemap.xml").read_text(encoding="utf-8")
    assert (published / SLUG / "assets/vendor/minisearch/LICENSE.txt").is_file()
    assert (ROOT / "templates/static/assets/vendor/README.md").is_file()


def test_every_file_a_page_needs_is_there_and_nothing_is_fetched_from_others(published: Path) -> None:
    site = published / SLUG
    for path in site.rglob("*.html"):
        for tag, attributes in Document(path.read_text(encoding="utf-8")).tags:
            needed = attributes.get("src") or (attributes.get("href") if tag == "link" else None)
            if not needed or attributes.get("rel") in ("canonical", "prev", "next") or needed.startswith("data:"):
                continue
            assert not re.match(r"(https?:)?//", needed), (path.name, needed)
            target = site / needed.lstrip("/") if path.name == "404.html" else path.parent / needed
            assert target.resolve().exists(), (path.name, needed)


def test_every_link_of_the_site_leads_somewhere(published: Path) -> None:
    site = published / SLUG
    documents = {
        path: Document(path.read_text(encoding="utf-8")) for path in site.rglob("*.html") if path.name != "404.html"
    }
    for path, document in documents.items():
        for address in document.addresses:
            if re.match(r"[a-z]+:", address):
                continue
            file, _, anchor = address.partition("#")
            target = (path.parent / file).resolve() if file else path
            target = target / "index.html" if target.is_dir() else target
            assert target.exists(), (path.name, address)
            if anchor and target in documents:
                assert anchor in documents[target].ids or anchor == "__skip", (path.name, address)


def test_the_same_data_gives_the_same_bytes(published: Path, published_again: Path) -> None:
    first, again = contents(published), contents(published_again)
    assert first.keys() == again.keys()
    assert [name for name in first if first[name] != again[name]] == []


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site without a book, to be copied before it is changed."""
    target = tmp_path_factory.mktemp("small") / "ut"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        made = said_by_handbok("build", "--no-pdf", "--handbook", str(MINI), "--output", str(target))
    assert made.returncode == 0, made.stderr
    return target


@pytest.fixture
def output(small: Path, tmp_path: Path) -> Path:
    """A published site that may be written over."""
    return Path(shutil.copytree(small, tmp_path / "ut"))


def test_a_build_without_a_book_has_no_book_and_no_link_to_one(small: Path) -> None:
    assert list(small.rglob("*.pdf")) == []
    for name in ("index.html", "lillevik/index.html"):
        assert ".pdf" not in (small / name).read_text(encoding="utf-8")


def test_wrong_data_leaves_the_published_site_untouched(tmp_path: Path, output: Path) -> None:
    before = contents(output)
    root = varied(tmp_path, {SCHOOL: BROKEN})
    result = said_by_handbok("build", "--no-pdf", "--handbook", str(root), "--output", str(output))
    assert result.returncode == 1
    assert (
        f"{root}/{SCHOOL}:5:1: feil: «sumary» er ikke et felt her; mente du «summary»? [unknown-field]" in result.stderr
    )
    assert "Ikke bygd på grunn av feil i data: Lillevik." in result.stderr
    assert_plain(result)
    assert contents(output) == before


def test_one_municipality_with_errors_does_not_stop_another(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    shutil.copytree(root / SLUG, root / "storevik")
    (root / "storevik" / "municipality.yml").write_text(
        mini_file("lillevik/municipality.yml").replace("id: lillevik", "id: storevik")
    )
    (root / SCHOOL).write_text(BROKEN)
    target = tmp_path / "ut"
    result = said_by_handbok("build", "--no-pdf", "--jobs", "1", "--handbook", str(root), "--output", str(target))
    assert result.returncode == 1
    assert (target / "storevik" / "index.html").exists()
    assert not (target / SLUG).exists()
    assert "storevik/index.html" in (target / "index.html").read_text(encoding="utf-8")


def test_building_one_municipality_keeps_the_others_in_the_portal(tmp_path: Path, output: Path) -> None:
    root = varied(tmp_path, {})
    shutil.copytree(root / SLUG, root / "storevik")
    changed = (
        mini_file("lillevik/municipality.yml").replace("id: lillevik", "id: storevik").replace("Lillevik", "Storevik")
    )
    (root / "storevik" / "municipality.yml").write_text(changed)
    result = said_by_handbok("build", "storevik", "--no-pdf", "--handbook", str(root), "--output", str(output))
    assert result.returncode == 0
    portal = (output / "index.html").read_text(encoding="utf-8")
    assert "storevik/index.html" in portal
    assert "lillevik/index.html" in portal


@pytest.mark.parametrize("place", ["/proc/handbok", "{tmp}/fil"])
def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "fil").write_text("x")
    target = place.format(tmp=tmp_path)
    result = said_by_handbok("build", "--no-pdf", "--handbook", str(MINI), "--output", target)
    assert result.returncode == 2
    assert target in result.stderr
    assert_plain(result)


def test_data_that_cannot_be_read_is_told_with_its_name(tmp_path: Path) -> None:
    root = varied(tmp_path, {})
    (root / "lillevik" / "roles.yml").symlink_to(root / "lillevik" / "roles.yml")
    result = said_by_handbok("check", "--handbook", str(root))
    assert_plain(result)
    assert result.returncode == 1
    assert "lillevik/roles.yml:1:1: feil: fila kan ikke leses" in result.stdout


# Killed, and two at once


def job(output: Path, root: Path = MINI) -> Job:
    return Job(SLUG, Options(handbook=root, output=output, pdf=False))


def test_what_a_killed_build_left_is_cleaned_up(output: Path) -> None:
    before = contents(output / SLUG)
    for name in (f".{SLUG}.new", f".{SLUG}.old"):
        (output / name / "half").mkdir(parents=True)
        (output / name / "half" / "index.html").write_text("halvferdig")
    assert run(job(output)).published
    assert not (output / f".{SLUG}.new").exists()
    assert not (output / f".{SLUG}.old").exists()
    assert contents(output / SLUG) == before


def test_a_build_killed_between_the_two_moves_loses_nothing(tmp_path: Path, output: Path) -> None:
    before = contents(output / SLUG)
    (output / SLUG).rename(output / f".{SLUG}.old")
    root = varied(tmp_path, {SCHOOL: BROKEN})
    outcome = run(job(output, root))
    assert not outcome.published
    if not (output / SLUG).exists():
        pytest.fail("the last published site is still hidden after the next run, because its data has errors")
    assert contents(output / SLUG) == before


def test_a_build_killed_between_the_two_moves_is_mended_by_the_next(output: Path) -> None:
    before = contents(output / SLUG)
    (output / SLUG).rename(output / f".{SLUG}.old")
    assert run(job(output)).published
    assert contents(output / SLUG) == before
    assert not (output / f".{SLUG}.old").exists()


def _started(root: Path, output: Path, *more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from builder.cli import main; main()",
            "build",
            "--no-pdf",
            "--handbook",
            str(root),
            "--output",
            str(output),
            *more,
        ],
        cwd=ROOT,
        env=environment_with(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def test_a_build_that_is_killed_leaves_the_last_site_whole(output: Path) -> None:
    before = contents(output / SLUG)
    process = _started(MINI, output, "--fresh")
    until = time.monotonic() + 30
    while not (output / f".{SLUG}.new").exists() and time.monotonic() < until and process.poll() is None:
        time.sleep(0.005)
    assert (output / f".{SLUG}.new").exists(), "the build was over before it could be killed"
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=30)
    assert contents(output / SLUG) == before
    assert run(job(output)).published
    assert contents(output / SLUG) == before
    assert not (output / f".{SLUG}.new").exists()


def test_a_build_that_fails_half_way_leaves_the_last_site_whole(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(output / SLUG)

    def fails(*_: object, **__: object) -> int:
        (output / f".{SLUG}.new" / "half.html").write_text("halvferdig")
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr("builder.pdf.printing.print_book", fails)
    with pytest.raises(OSError, match="No space left"):
        run(Job(SLUG, Options(handbook=MINI, output=output)))
    assert contents(output / SLUG) == before


@pytest.mark.whole
def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    output = tmp_path / "ut"
    roots = []
    for name in ("Alfa", "Beta"):
        text = mini_file("lillevik/municipality.yml").replace("title: Sammen i Lillevik", f"title: {name}-boka")
        roots.append(varied(tmp_path / name, {"lillevik/municipality.yml": text}))
    processes = [_started(root, output) for root in roots]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors.decode()
    # The change page of the later one tells that the earlier one had another title.
    pages = [path for path in (output / SLUG).rglob("*.html") if path.name != "hva-er-nytt.html"]
    assert len(pages) > 15
    titles = {name for path in pages for name in ("Alfa-boka", "Beta-boka") if name in path.read_text(encoding="utf-8")}
    assert len(titles) == 1
    assert not [path for path in output.iterdir() if path.name.endswith((".new", ".old"))]


# The plain engine


def test_plain_mkdocs_builds_the_same_pages(tmp_path: Path, small: Path) -> None:
    environment = environment_with(HANDBOK_FOLDER=str(MINI), HANDBOK_MUNICIPALITY=SLUG)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert result.returncode == 0, result.stderr
    # What is published also holds what other exits write beside the pages.
    plain, published = contents(tmp_path / "site").keys(), contents(small / SLUG).keys()
    assert plain <= published
    assert {path for path in published if path.endswith(".html")} == {path for path in plain if path.endswith(".html")}


def test_plain_mkdocs_says_which_findings_stop_it(tmp_path: Path) -> None:
    root = varied(tmp_path, {SCHOOL: BROKEN})
    environment = environment_with(HANDBOK_FOLDER=str(root), HANDBOK_MUNICIPALITY=SLUG)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")]
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert result.returncode != 0
    assert "«sumary» er ikke et felt her; mente du «summary»?" in result.stderr
    assert "Traceback" not in result.stderr


# How soon it answers


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["check", "--handbook", str(MINI)], ["explain"]]
)
def test_what_only_a_build_needs_is_not_imported_for_less(arguments: list[str]) -> None:
    """MkDocs and WeasyPrint take a second to import; help and checks are asked for all the time."""
    program = (
        "import sys\nfrom builder.cli import main\ntry:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('HEAVY', sorted({'mkdocs', 'weasyprint', 'material', 'pydyf'} & set(sys.modules)), file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT, env=environment_with(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert result.stderr.splitlines()[-1] == "HEAVY []"
