"""Running text: the little markup there is, and that nothing else comes alive."""

from __future__ import annotations

import re

import pytest
from builder.prose import links, plain, to_html, to_inline
from hypothesis import given
from hypothesis import strategies as st

from tests.support import Document

KINDS = frozenset({"services", "forms"})
ALLOWED = {"p": set(), "strong": set(), "em": set(), "ul": set(), "ol": set(), "li": set(), "a": {"href"}, "br": set()}
LENIENT = {"a": {"href", "title"}, "ol": {"start"}}


def resolve(address: str) -> str | None:
    return {"services:ppt": "../tjenester/ppt.html", "forms:samtykke": "samtykke.html"}.get(address)


def html(text: str) -> str:
    return to_html(text, resolve, KINDS)


def inline(text: str) -> str:
    return to_inline(text, resolve, KINDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Et avsnitt.", "<p>Et avsnitt.</p>"),
        ("Et avsnitt.\n\nEt til.", "<p>Et avsnitt.</p>\n<p>Et til.</p>"),
        ("Dette er **fet** skrift.", "<p>Dette er <strong>fet</strong> skrift.</p>"),
        ("Dette er *kursiv*.", "<p>Dette er <em>kursiv</em>.</p>"),
        ("- en\n- to", "<ul>\n<li>en</li>\n<li>to</li>\n</ul>"),
        ("1. en\n2. to", "<ol>\n<li>en</li>\n<li>to</li>\n</ol>"),
        ("[PPT](services:ppt)", '<p><a href="../tjenester/ppt.html">PPT</a></p>'),
        ("[nett](https://a.no/b?c=d)", '<p><a href="https://a.no/b?c=d">nett</a></p>'),
        ("[post](mailto:a@b.no)", '<p><a href="mailto:a@b.no">post</a></p>'),
        ("[ring](tel:112)", '<p><a href="tel:112">ring</a></p>'),
        ("Er 3 < 4 & 5 > 4?", "<p>Er 3 &lt; 4 &amp; 5 &gt; 4?</p>"),
        ("«Æ, ø og å» – 👪", "<p>«Æ, ø og å» – 👪</p>"),
    ],
)
def test_the_markup_that_is_allowed(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b>", "`kode`", "# Ikke overskrift", "###### x", "    innrykk", "> sitat", "![bilde](x.png)", "[a]: https://a.no",
        "<https://a.no>", "<a@b.no>", "[a][b]", "{{ 7*7 }}", "{% raw %}", "{: #id .klasse onclick=x }", "| a | b |", "<!-- x -->",
        "$x$", "~~x~~", ":smile:", "https://a.no", "x_y_z", "[TOC]", "*[HTML]: x",
        "20*30 og 40*50", "2*3*4", "a**b**c", "Frist* og sted*", "5 * 3 * 2", "__init__.py", "_x_", "Navn: ____ Dato: ____",
        "kari_nordmann@a.no og ola_nordmann@a.no", r"\\tjener\mappe\fil", "***", "15) september", "K*L*M og 6*",
    ],
)  # fmt: skip
def test_all_other_markup_is_shown_as_the_characters_it_is(text: str) -> None:
    document = Document(html(text))
    assert document.text == text.strip()
    assert {tag for tag, _ in document.tags} == {"p"}


def test_underlines_make_no_headings_and_no_rules() -> None:
    assert {tag for tag, _ in Document(html("Tekst\n=====\n\nMer\n---\n\n***\n\n- - -")).tags} <= {"p", "ul", "li"}


@pytest.mark.parametrize("text", ["[x](services:finnes-ikke)", "[x](forms:)", "[x](services:../../etc)"])
def test_a_link_to_a_record_that_is_not_there_leads_nowhere(text: str) -> None:
    assert Document(html(text)).addresses == []


@pytest.mark.parametrize(
    "address", ["//evil.example", "/etc/passwd", "side.html", "../x", "?x", "\\\\evil", "HTTP://a.no", "http://a.no"]
)
def test_an_address_without_an_allowed_scheme_leads_nowhere(address: str) -> None:
    assert Document(html(f"[x]({address})")).addresses == []


def test_a_text_of_one_paragraph_stands_inline_and_others_do_not() -> None:
    assert inline("Bare *ett*.") == "Bare <em>ett</em>."
    assert inline("Ett.\n\nTo.") == "<p>Ett.</p>\n<p>To.</p>"
    assert inline("- a\n- b") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"
    assert inline("- a") == "- a"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ingen", []),
        ("[a](services:ppt) og [b](https://b.no)", ["services:ppt", "https://b.no"]),
        ("[a](javascript:x)", ["javascript:x"]),
        ("- [a](forms:x)\n- **[b](tel:112)**", ["forms:x", "tel:112"]),
        ("`[a](b)` \\[a](b)", None),
    ],
)
def test_the_links_of_a_text_are_those_a_reader_would_get(text: str, found: list[str] | None) -> None:
    if found is None:
        assert len(links(text)) == html(text).count("<a")
    else:
        assert links(text) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Fet** og [lenke](https://a.no).", "Fet og lenke."),
        ("En\n\nto\n\n- tre\n- fire", "En to tre fire"),
        ("Barn & unge", "Barn & unge"),
        ("Er 3 < 4?", "Er 3 < 4?"),
        ("Skriv <navn> her", "Skriv <navn> her"),
        ('Si "ja"', 'Si "ja"'),
    ],
)
def test_plain_text_is_what_a_reader_sees_and_not_html(text: str, expected: str) -> None:
    assert plain(text) == expected


# What is a list, and what keeps its number

ORDINALS = [
    "15. september er siste frist.", "10. trinn får hjelp.", "2. nestleder kan avlyse.", "2026. Det var året.",
    "1. mai holder vi stengt.", "17. mai stengt.\n\n24. desember stengt.", "3. a\n4. b", "Frist:\n\n30. november.",
    "+ 47 35 00 00 00", "- 10 grader", "* merket", "- 15. september", "Tekst\n1. a\n\n2. b", "2. a\n1. a\n\n2. a",
]  # fmt: skip


@pytest.mark.parametrize("text", ORDINALS)
def test_a_line_alone_keeps_the_number_or_sign_it_begins_with(text: str) -> None:
    shown = " ".join(text.split())
    assert plain(text) == shown
    assert " ".join(Document(html(text)).text.split()) == shown
    assert {tag for tag, _ in Document(html(text)).tags} == {"p"}


@pytest.mark.parametrize(
    ("text", "tags", "shown"),
    [
        ("- a\n- b", "ul li li", "a b"),
        ("* a\n* b", "ul li li", "a b"),
        ("- a\n\n- b", "ul li p li p", "a b"),
        ("1. a\n2. b\n3. c", "ol li li li", "1. a 2. b 3. c"),
        ("1. a\n\n2. b", "ol li p li p", "1. a 2. b"),
        ("Slik:\n\n1. a\n2. b\n\nSlutt", "p ol li li p", "Slik: 1. a 2. b Slutt"),
        ("- a\n    - b\n    - c\n- d", "ul li ul li li li", "a b c d"),
        ("1. a\n    - b\n    - c\n2. d", "ol li ul li li li", "1. a b c 2. d"),
        ("- 15. mai\n- 17. mai", "ul li li", "15. mai 17. mai"),
        ("1. a\n2. b\n17. mai stengt", "ol li li", "1. a 2. b 17. mai stengt"),
        ("1. a\n2. b\n\n1. c\n2. d", "ol li li p", "1. a 2. b 1. c 2. d"),
        ("+ a\n+ b", "p", "+ a + b"),
        ("- a\n    - b", "p", "- a - b"),
    ],
)
def test_a_list_is_two_items_or_more_and_is_counted_as_it_is_written(text: str, tags: str, shown: str) -> None:
    assert [tag for tag, _ in Document(html(text)).tags] == tags.split()
    assert plain(text) == shown


_LINES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "  ", "    ", "     ", "        ", "\t"]),
    st.sampled_from(["", "1. ", "2. ", "3. ", "15. ", "01. ", "- ", "* ", "+ ", "- 1. ", "1. 2. ", "2.\t"]),
    st.sampled_from(["a", "b **c**", "2. d", "4"]),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
)


@given(st.lists(_LINES).map(lambda lines: "".join(lines).strip()))
def test_every_number_is_shown_as_it_is_written(text: str) -> None:
    """`plain` holds the numbers a browser shows before the items of a list."""
    assert re.findall(r"\d+\.", plain(text)) == re.findall(r"\d+\.", text)


#: Texts with all that is markup, all that looks like it, and letters of many kinds; no address of a link.
_WRITTEN = st.lists(
    st.one_of(
        st.sampled_from(
            ["**", "*", "_", "__", "***", "[", "]", "(", ")", " ", "\n", "\n\n", "- ", "1. ", "2. ", "15. ", "+ ", "\n- ", "\n    ", "#", ">",
             "&", "&amp;", "&#49;", "<b>", "`", "---", "===", "|", ":", "!", "~", "1)", "<!--", "{{", "\t", "5*", "*5", "\\ ", "@", "."]
        ),
        st.sampled_from(["å", "a\u030a", "15", "kr", "Čáhput", "Łódź", "سلام", "можно", "ትርጉም", "👪", "x", "0", "²", "I", "ﬁ"]),
        st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=4),
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(_WRITTEN)
def test_no_word_or_number_is_lost_changed_or_run_together_with_another(text: str) -> None:
    assert re.findall(r"[^\W_]+", plain(text)) == re.findall(r"[^\W_]+", text)


@given(_WRITTEN, st.sampled_from(["https://a.no", "tel:112", "services:ppt"]))
def test_of_a_link_only_its_address_is_not_shown(text: str, address: str) -> None:
    said = " ".join(re.findall(r"[^\W_]+", text)) or "x"
    assert plain(f"Se [{said}]({address}) 15. mai") == f"Se {said} 15. mai"


def test_what_markdown_would_take_for_a_title_is_told_as_no_address() -> None:
    assert links('[x](services:ppt "Rom 5")') == ['services:ppt "Rom 5"']


@given(st.integers(min_value=0, max_value=9999), st.sampled_from(["september", "klasse **er** med", "- nei"]))
def test_a_number_first_in_a_text_is_on_the_page_and_in_feeds(number: int, rest: str) -> None:
    text = f"{number}. {rest}"
    assert plain(text).startswith(f"{number}. ")
    assert Document(html(text)).text.startswith(f"{number}. ")


def test_what_goes_wrong_with_a_link_is_told() -> None:
    def without_a_place(address: str) -> str | None:
        raise LookupError(address)

    with pytest.raises(LookupError, match="services:ppt"):
        to_html("Se [PPT](services:ppt).", without_a_place, KINDS)
    with pytest.raises(LookupError, match="services:ppt"):
        to_inline("Se [PPT](services:ppt).", without_a_place, KINDS)
    assert html("Se [PPT](services:ppt).") == '<p>Se <a href="../tjenester/ppt.html">PPT</a>.</p>'
