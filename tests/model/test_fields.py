"""The kinds of value a field can hold: what is taken, as what, and the words for what is not."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from builder.model import fields, formats
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError


def taken(kind: Any, value: object) -> object:
    """What a field of this kind makes of a value."""
    return TypeAdapter(kind).validate_python(value)


def refused(kind: Any, value: object) -> str:
    """The sentence a field of this kind refuses a value with."""
    with pytest.raises(ValidationError) as caught:
        taken(kind, value)
    (error,) = caught.value.errors()
    assert error["type"] == "handbok"
    return str(error["ctx"]["message"].text())


# Telephone


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("41 23 45 67", "41 23 45 67"),
        ("41234567", "41 23 45 67"),
        ("412 34 567", "41 23 45 67"),
        ("+47 41 23 45 67", "41 23 45 67"),
        ("004741234567", "41 23 45 67"),
        ("22 22 22 22", "22 22 22 22"),
        ("800 00 000", "800 00 000"),
        ("815 00 000", "815 00 000"),
        ("02800", "02800"),
        ("110", "110"),
        ("112", "112"),
        ("113", "113"),
        ("116117", "116117"),
        ("116 111", "116 111"),
        ("00 00 00 00", "00 00 00 00"),
        ("00 00 00 17", "00 00 00 17"),
        ("00000000", "00000000"),
        ("+46 70 123 45 67", "+46 70 123 45 67"),
    ],
)
def test_a_possible_phone_number_is_taken_and_written_as_norwegians_do(written: str, kept: str) -> None:
    assert taken(fields.Phone, written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "",
        "123",
        "12345",
        "1234567",
        "123456789",
        "99 99 99 99 99",
        "ring meg",
        "41 23 45 6x",
        "+47 112",
        "00 00 00",
        "0",
    ],
)
def test_an_impossible_phone_number_is_refused_with_a_way_out(written: str) -> None:
    assert refused(fields.Phone, written) == (
        f"«{written}» er ikke et mulig norsk telefonnummer (bruk 00 00 00 00 til nummeret er kjent)"
    )


@pytest.mark.parametrize("written", ["00 ٠٠ 00 00", "116 ٠٠٠"])
def test_digits_of_other_alphabets_do_not_pass_as_a_number_unchanged(written: str) -> None:
    with pytest.raises(ValidationError):
        taken(fields.Phone, written)


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("41 23 45 67", "tel:+47-41-23-45-67"),
        ("815 00 000", "tel:+47-815-00-000"),
        ("112", "tel:112"),
        ("116117", "tel:116117"),
        ("116 111", "tel:116111"),
        ("02800", "tel:02800"),
        ("+46 70 123 45 67", "tel:+46-70-123-45-67"),
        ("00 00 00 00", None),
        ("00 00 00 17", None),
        ("00000000", None),
    ],
)
def test_a_number_can_be_rung_and_a_placeholder_cannot(number: str, address: str | None) -> None:
    assert fields.phone_uri(number) == address


@given(st.integers(20_000_000, 99_999_999))
def test_whatever_is_taken_as_a_number_has_an_address_or_is_a_placeholder(number: int) -> None:
    try:
        kept = str(taken(fields.Phone, str(number)))
    except ValidationError:
        return
    assert fields.phone_uri(kept) is not None
    assert str(fields.phone_uri(kept)).replace("-", "").endswith(str(number))


# E-mail


@pytest.mark.parametrize(
    "written",
    [
        "post@kommune.no",
        "a.b@c.no",
        "A@B.NO",
        "kari+x@helse.kommune.no",
        "æøå@kommune.no",
        "post@blåbær.no",
        "x_1@a-b.no",
    ],
)
def test_a_possible_e_mail_address_is_taken_as_it_is(written: str) -> None:
    assert taken(fields.Email, written) == written


@pytest.mark.parametrize(
    "written",
    ["", "post", "post@", "@kommune.no", "post@kommune", "to ord@kommune.no", "post@kommune..no", "post@.no", ".post@kommune.no",
     "a..b@kommune.no", "post@kommune.no.", "a@b@c.no", "post@kommune.no?bcc=x@y.no", "<post@kommune.no>", "mailto:post@kommune.no",
     "post@kommune.no\n", '"><script>@kommune.no', "post@kommune.no, b@c.no"],
)  # fmt: skip
def test_an_impossible_e_mail_address_is_refused(written: str) -> None:
    assert refused(fields.Email, written) == (
        f"«{written}» er ikke en mulig e-postadresse (skal se ut som navn@kommune.no)"
    )


# Organisation number


@pytest.mark.parametrize("written", ["974760673", "974 760 673"])
def test_an_organisation_number_is_kept_without_spaces(written: str) -> None:
    assert taken(fields.OrganisationNumber, written) == "974760673"


@pytest.mark.parametrize(
    "written", ["974760674", "123456789", "97476067", "9747606730", "97476067a", "", "NO974760673MVA"]
)
def test_an_organisation_number_with_a_slip_is_refused(written: str) -> None:
    assert refused(fields.OrganisationNumber, written) == (
        f"«{written}» er ikke et mulig organisasjonsnummer: ni siffer, der det siste er kontrollsiffer"
    )


@given(st.integers(0, 8), st.integers(1, 9))
def test_any_single_mistyped_digit_is_caught(position: int, shift: int) -> None:
    digits = list("974760673")
    digits[position] = str((int(digits[position]) + shift) % 10)
    assert "er ikke et mulig organisasjonsnummer" in refused(fields.OrganisationNumber, "".join(digits))


# Dates and times


@given(st.dates(dt.date(fields.FIRST_YEAR, 1, 1), dt.date(fields.LAST_YEAR, 12, 31)))
def test_every_date_is_taken_when_written_in_full(date: dt.date) -> None:
    assert taken(fields.Date, date.isoformat()) == date


@pytest.mark.parametrize(
    "written",
    [
        "20260101",
        "2026-03",
        "2026-03-31T10:00",
        "31.13.2026",
        "31. tirsdag 2026",
        "",
        "i dag",
        "26-03-31",
    ],
)
def test_a_date_written_another_way_is_refused(written: str) -> None:
    assert refused(fields.Date, written) == (
        f"skal være en dato skrevet år-måned-dag, som 2026-03-31, ikke «{written}»"
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-1-1", "2026-01-01"),
        ("01.02.2026", "2026-02-01"),
        ("31.03.2026", "2026-03-31"),
        ("1.2.26", "2026-02-01"),
        ("1/2/2026", "2026-02-01"),
        ("1-2-2026", "2026-02-01"),
        ("2026.02.01", "2026-02-01"),
        ("31. mars 2026", "2026-03-31"),
        ("1. Februar 2026", "2026-02-01"),
        ("2026-03-31 ", "2026-03-31"),
    ],
)
def test_a_date_written_as_people_do_is_proposed_as_it_should_be(written: str, meant: str) -> None:
    assert refused(fields.Date, written) == f"skal skrives år-måned-dag: {meant}, ikke «{written}»"


@pytest.mark.parametrize(
    "written", ["2026-02-30", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01"]
)
def test_a_date_that_is_not_in_the_calendar_is_refused(written: str) -> None:
    assert refused(fields.Date, written) == f"«{written}» er en dato som ikke finnes i kalenderen"


def test_the_29th_of_february_is_there_in_a_leap_year() -> None:
    assert taken(fields.Date, "2028-02-29") == dt.date(2028, 2, 29)


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("9:00", dt.time(9)),
        ("09:00", dt.time(9)),
        ("9.30", dt.time(9, 30)),
        ("0:00", dt.time(0)),
        ("23:59", dt.time(23, 59)),
    ],
)
def test_a_time_of_day_is_taken(written: str, meaning: dt.time) -> None:
    assert taken(fields.Time, written) == meaning


@pytest.mark.parametrize("written", ["24:00", "9", "9:60", "9:0", "12:30:00", "", "ni", "9:00 ", "-1:00", "٣:00"])
def test_a_time_that_is_not_on_the_clock_is_refused(written: str) -> None:
    assert refused(fields.Time, written) == (
        f"skal være et klokkeslett mellom 0:00 og 23:59, som 9:00, ikke «{written}»"
    )


# Flags, ids, web addresses


@pytest.mark.parametrize(("written", "meaning"), [("true", True), ("false", False)])
def test_a_flag_is_true_or_false(written: str, meaning: bool) -> None:
    assert taken(fields.Flag, written) is meaning


@pytest.mark.parametrize("written", ["True", "FALSE", "yes", "no", "ja", "nei", "on", "1", "0", ""])
def test_a_flag_written_another_way_is_refused(written: str) -> None:
    assert refused(fields.Flag, written) == f"skal være true (ja) eller false (nei), ikke «{written}»"


@pytest.mark.parametrize("kind", [fields.Flag, fields.Date, fields.Time])
def test_a_value_that_is_left_empty_is_not_called_none(kind: Any) -> None:
    assert "None" not in refused(kind, None)


@pytest.mark.parametrize("written", ["ppt", "bekymret-barn", "1992", "a-1-b", "x"])
def test_an_id_is_letters_digits_and_hyphens(written: str) -> None:
    assert taken(fields.Identifier, written) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "PPT",
        "ppt.leder",
        "bekymret_barn",
        "bekymret barn",
        "møte",
        "-a",
        "a-",
        "a--b",
        "a/b",
        "../a",
        "a\n",
        "²",
        "a#b",
    ],
)
def test_an_id_that_would_break_an_address_is_refused(written: str) -> None:
    assert refused(fields.Identifier, written) == (
        f"«{written}» kan bare ha små bokstaver a–z, tall og bindestrek, fordi det blir en nettadresse"
    )


@pytest.mark.parametrize("written", ["https://kommune.no", "https://www.kommune.no/side?x=1#y", "https://blåbær.no/æ"])
def test_a_safe_web_address_is_taken_as_it_is(written: str) -> None:
    assert taken(fields.WebAddress, written) == written


@pytest.mark.parametrize(
    "written",
    ["", "kommune.no", "www.kommune.no", "http://kommune.no", "ftp://kommune.no", "https://", "https://kommune", "https:// kommune.no",
     "https://kommune.no/en side", "javascript:alert(1)//https://kommune.no", "https://kommune.no\n", "data:text/html,x"],
)  # fmt: skip
def test_a_web_address_that_is_not_https_is_refused(written: str) -> None:
    assert refused(fields.WebAddress, written) == f"«{written}» er ikke en nettadresse som begynner med https://"


@given(st.sampled_from([fields.Phone, fields.Email, fields.OrganisationNumber, fields.Date, fields.Time, fields.Flag,
                        fields.Identifier, fields.WebAddress]), st.text(max_size=30))  # fmt: skip
def test_any_text_is_taken_or_refused_with_a_sentence(kind: Any, written: str) -> None:
    found = []
    try:
        taken(kind, written)
    except ValidationError as error:
        found = error.errors()
    assert all(one["type"] == "handbok" and one["ctx"]["message"].text() for one in found)


# Texts

ONE_LINE = [fields.Text, fields.Verbatim, fields.Name]
MARKUP = [
    "<b>viktig</b>", "Ring <br> oss", "<img src=x onerror=alert(1)>", "<!-- skjult -->", "<?php ?>", "x </div> y",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>", "Dette er **viktig**", "Se [skolen](services:skole)",
]  # fmt: skip
#: What looks like markup and is none.
WRITTEN = [
    "<3 år", "A < B", "A<B", "0 < 3 > 2", "5 * 6 * 7", "** se under", "[TOC]", "Skole [barn] (alle)", "100 % oppfølging",
    "50 % sykmeldt", "%s %(x)s {0} {name}", "{{ 7*7 }}", "=1+1", "Barn & unge", "x > y", "-> videre", "Rolle <-> rolle",
    "C:\\mappe", "snake_case_navn", "#1", "«Hei», sa hun", "en\ttabulator", "På |norsk|\n",
]  # fmt: skip


@pytest.mark.parametrize("kind", ONE_LINE)
@pytest.mark.parametrize("text", MARKUP)
def test_what_stands_on_one_line_has_no_markup(kind: Any, text: str) -> None:
    told = refused(kind, text)
    assert told.endswith("kan ikke stå her: teksten vises som den er skrevet, uten HTML, utheving og lenker")


@pytest.mark.parametrize("kind", ONE_LINE)
@pytest.mark.parametrize("text", WRITTEN)
def test_what_only_looks_like_markup_is_taken(kind: Any, text: str) -> None:
    assert taken(kind, text) == text.strip()


@pytest.mark.parametrize("kind", ONE_LINE)
@pytest.mark.parametrize("sign", ["\n", "\r", "\r\n", "\n\n", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"])
def test_what_stands_on_one_line_has_no_line_break(kind: Any, sign: str) -> None:
    assert refused(kind, f"To{sign}linjer") == (
        "skal stå på én linje; fjern linjeskiftet, eller skriv «>-» i stedet for «|» foran teksten"
    )


@pytest.mark.parametrize(
    ("kind", "longest"), [(fields.Text, 2000), (fields.Verbatim, 2000), (fields.Name, 200), (fields.Prose, 10_000)]
)
def test_a_text_has_a_length(kind: Any, longest: int) -> None:
    assert taken(kind, "å" * longest) == "å" * longest
    assert refused(kind, "å" * (longest + 1)) == (
        f"er for lang: {longest + 1} tegn, og det er plass til {longest}. Skriv kortere, eller del teksten i flere"
    )


def test_names_and_addresses_have_a_length_too() -> None:
    assert refused(fields.Identifier, "a" * 81).startswith("er for lang: 81 tegn")
    assert refused(fields.Email, "a" * 250 + "@a.no").startswith("er for lang: 255 tegn")
    assert refused(fields.WebAddress, "https://a.no/" + "a" * 2000).startswith("er for lang: 2013 tegn")


def test_running_text_may_have_lines() -> None:
    assert taken(fields.Prose, "En\n\n- to\n- **tre**\n") == "En\n\n- to\n- **tre**"


@given(st.one_of(st.text(max_size=40), st.text(alphabet="<>/ab[]()*!? \n\u2028", max_size=40)))
def test_the_pattern_for_editors_refuses_no_text_the_builder_takes(text: str) -> None:
    try:
        taken(fields.Text, text)
    except ValidationError:
        return
    assert re.search(formats.TEXT.pattern, text)
