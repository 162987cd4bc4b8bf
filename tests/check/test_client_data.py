"""What tells of a client is refused wherever it stands in a data folder, and no answer repeats it."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder.cli.formats.names import Format

from tests.support import checked, errors, mini_file, said_by_handbok, varied
from tests.traces.made_up import filled, number

TENOR = number("tenor")
FIRST, LAST = TENOR[:6], TENOR[6:]
RULE = "national-identity-number"


def with_line(name: str, line: str) -> dict[str, str | bytes | None]:
    return {name: f"{mini_file(name)}{line}\n"}


PLACES: dict[str, dict[str, str | bytes | None]] = {
    "a value": with_line("lillevik/services/skole.yml", f"note: Gjelder {TENOR}"),
    "a folded value": with_line("lillevik/services/skole.yml", f"note: >\n  Gjelder {FIRST}\n  {LAST}"),
    "a literal value": with_line("lillevik/services/skole.yml", f"note: |\n  Gjelder {FIRST}\n\n  {LAST}"),
    "a quoted value over two lines": with_line("lillevik/services/skole.yml", f'note: "Gjelder {FIRST}\\\n  {LAST}"'),
    "bold text": with_line("lillevik/services/skole.yml", f"note: 'Gjelder **{FIRST}** **{LAST}**'"),
    "the text of a link": with_line("lillevik/services/skole.yml", f"note: 'Se [{FIRST}](https://a.no){LAST}'"),
    "an address": with_line("lillevik/services/skole.yml", f"website: https://a.no/{FIRST}%20{LAST}"),
    "an e-mail address": with_line("lillevik/services/skole.yml", f"email: {TENOR}@a.no"),
    "a phone number": with_line("lillevik/services/skole.yml", f"phone: {FIRST} {LAST}"),
    "a key": with_line("lillevik/services/skole.yml", f"{TENOR}: x"),
    "a comment": with_line("lillevik/services/skole.yml", f"# {FIRST}-{LAST}"),
    "a list": with_line("lillevik/services/skole.yml", f'does: ["{FIRST}", "{LAST}"]'),
    "an id": {"lillevik/roles.yml": f"- id: {TENOR}\n  name: X\n"},
    "the name of a file": {f"lillevik/services/{TENOR}.yml": "id: x\n"},
    "the name of a folder": {f"lillevik/services/{FIRST}/{LAST}.yml": "id: x\n"},
    "a translation": {"lillevik/services/skole.nn.yml": f"note: Gjeld {TENOR}\n"},
    "an acceptance": {"lillevik/accepted.yml": f"- {{id: x, rule: contact-deputy, reason: Gjelder {TENOR}}}\n"},
    "a note of a change": {"lillevik/changes.yml": f"- {{id: x, date: 2026-11-01, text: Gjelder {TENOR}}}\n"},
    "a shared file": with_line("common/glossary.yml", f"# {TENOR}"),
    "a file that is no YAML": {"lillevik/roles.yml": f"- a: [b\n  {TENOR}\n"},
    "a note beside the data": {"lillevik/README.md": f"Gjelder {TENOR}\n"},
    "a copy": {"lillevik/services/skole.yml.bak": f"note: Gjelder {TENOR}\n"},
    "what an editor left behind": {"lillevik/services/.skole.yml~": f"note: Gjelder {TENOR}\n"},
    "a file in another encoding": {"lillevik/roles.yml": f"- name: påmelding {TENOR}\n".encode("cp1252")},
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_an_identity_number_is_refused_and_not_repeated(place: str, tmp_path: Path) -> None:
    found = errors(checked(varied(tmp_path, PLACES[place])))
    assert RULE in [rule for _, rule, _ in found]
    assert not [text for finding in found for text in finding if TENOR in text or f"{FIRST} {LAST}" in text]


def test_a_picture_beside_the_data_is_no_text(tmp_path: Path) -> None:
    picture = {"lillevik/logo.png": b"\x89PNG\0" + TENOR.encode()}
    assert errors(checked(varied(tmp_path, picture))) == []


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a number in the names of files, in faulty values that findings quote, and a birth date."""
    files: dict[str, str | bytes | None] = {
        f"lillevik/services/{TENOR}.yml": f"id: x\nphone: {FIRST} {LAST}\nwebsite: {TENOR}\n{TENOR}: x\n",
        "lillevik/roles.yml": filled(
            "- id: x\n  name: X\n  note: f. 13.04.2016 <tenor=fullwidth> <tenor:2**2**2**-5**>\n"
        ),
        f"{TENOR}/x.txt": "",
    }
    return varied(tmp_path_factory.mktemp("planted"), files)


@pytest.mark.parametrize("written", Format)
def test_no_format_repeats_what_is_found(
    written: Format, planted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDBOK_CACHE", str(tmp_path))
    for _ in range(2):  # the second time from the cache
        result = said_by_handbok("check", "--all", "--format", written.value, "--handbook", str(planted), "lillevik")
        said = result.stdout + result.stderr
        assert said.count(RULE) > 3
        assert "client-details" in said
        for secret in (TENOR, FIRST, LAST, filled("<tenor=fullwidth>"), "13.04.2016"):
            assert secret not in said
    kept = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("findings.json"))
    assert RULE in kept
    assert TENOR not in kept
