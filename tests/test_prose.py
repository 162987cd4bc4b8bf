"""Running text: the little markup there is, and that nothing else comes alive."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from builder import prose
from builder.prose import OUTSIDE_SCHEMES, links, plain, to_html, to_inline
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


@pytest.fixture
def own_engine() -> Iterator[None]:
    """Whatever a text does to the engine stays in the test."""
    yield
    prose._engine.cache_clear()


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


# Nothing comes alive

PAYLOADS = [
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script src=//evil.example/x.js></script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\x0c>alert(1)</script>",
    "</p></div><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img/src/onerror=alert(1)>",
    "<img src=`x` onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert&#40;1)</script>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<style>@import'//evil.example'</style>",
    "<link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=//evil.example/>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><script>alert(1)</script>",
    "<p onclick=alert(1)>x</p>",
    "<strong style=background:url(javascript:alert(1))>x</strong>",
    "<em/onmouseover=alert(1)>x</em>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](  javascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](<java\nscript:alert(1)>)",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "[x](blob:https://a.no/1)",
    "[x](file:///etc/passwd)",
    "[x](view-source:javascript:alert(1))",
    "[x](services:javascript:alert(1))",
    '[x](https://a.no "onmouseover=alert(1)")',
    "[x](https://a.no' onmouseover='alert(1))",
    '[x](https://a.no"onmouseover="alert(1))',
    "[x](https://a.no){: onclick=alert(1) }",
    "[<img src=x onerror=alert(1)>](https://a.no)",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](x)',
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "`<script>alert(1)</script>`",
    "**<script>alert(1)</script>**",
    "- <script>alert(1)</script>\n- [x](javascript:alert(1))",
    "\x02amp\x03lt;script\x02amp\x03gt;",
    "\x02klzzwxh:0000\x03\x02wzxhzdk:0\x03",
    "＜script＞alert(1)＜/script＞",
    "\u2028# [x](javascript:alert(1))",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "{% include '/etc/passwd' %}",
]


def alive(text: str) -> list[str]:
    """All in an HTML text that is more than the small subset."""
    found = []
    for tag, attributes in Document(text).tags:
        if tag not in ALLOWED:
            found.append(f"<{tag}>")
        found += [
            f"{tag}@{name}" for name in attributes if name not in ALLOWED.get(tag, set()) | LENIENT.get(tag, set())
        ]
        address = attributes.get("href", "")
        scheme = re.sub(r"[\s\x00-\x20]", "", unquote(address)).partition(":")[0].casefold()
        if address and address not in {"../tjenester/ppt.html", "samtykke.html"} and scheme not in OUTSIDE_SCHEMES:
            found.append(f"href={address}")
    return found


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize(
    "around", ["{}", "Tekst {} tekst", "- {}", "**{}**", "[{}](https://a.no)", "Før\n\n{}\n\nEtter"]
)
def test_no_payload_comes_alive(payload: str, around: str) -> None:
    text = around.replace("{}", payload)
    assert alive(html(text)) == []
    assert alive(inline(text)) == []


def test_there_are_at_least_forty_payloads() -> None:
    assert len(set(PAYLOADS)) >= 40


def test_the_test_for_what_is_alive_can_fail() -> None:
    assert alive("<p onclick=x><script></script><a href=javascript:x>")
    assert alive('<a href="&#106;avascript:x">')


_PIECES = [
    *"ab <>&;:/\"'`*_[]()!#-\n\\{}=\x02\x03x0",
    "script",
    "javascript:",
    "on",
    "href=",
    "services:ppt",
    "](",
    "https://",
]
_MARKUP = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)


@given(_MARKUP)
def test_no_text_at_all_comes_alive(text: str) -> None:
    assert alive(html(text)) == []
    assert alive(inline(text)) == []
    assert alive(f"<p>{to_html(text, resolve, frozenset())}</p>") == []


@given(st.text(st.characters(codec="utf-8", exclude_characters="*_[]()<>&#`\\-+.\x00\x02\x03\r"), max_size=40))
def test_words_without_markup_are_shown_as_they_are(text: str) -> None:
    assert Document(html(text)).text == " ".join(text.split())


@pytest.mark.parametrize(
    "text", ["*" * 5000, "[" * 5000, "**a " * 2000, "[a](" * 2000, "- " * 2000, "(" * 5000, "_a" * 3000, "\\" * 5000]
)
def test_a_long_odd_text_is_done_in_time(own_engine: None, text: str) -> None:
    begun = time.monotonic()
    html(text)
    assert time.monotonic() - begun < 10


def test_the_same_text_gives_the_same_html_after_any_other() -> None:
    first = html("Se [x](https://a.no) og *y*.")
    for payload in PAYLOADS:
        html(payload)
    assert html("Se [x](https://a.no) og *y*. ".strip()) == first


def test_a_text_that_breaks_the_engine_does_not_spoil_the_next(own_engine: None) -> None:
    with contextlib.suppress(RecursionError):
        html("- " * 2000)
    assert html("[Andre](https://a.no) avsnitt") == '<p><a href="https://a.no">Andre</a> avsnitt</p>'
    assert links("[Tredje](https://a.no)") == ["https://a.no"]
