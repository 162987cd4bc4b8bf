"""No running text comes alive, however it is written, or takes long."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from builder import prose
from builder.prose import OUTSIDE_SCHEMES, links, to_html
from hypothesis import given
from hypothesis import strategies as st

from tests.support import Document
from tests.test_prose import ALLOWED, LENIENT, html, inline, resolve


@pytest.fixture
def own_engine() -> Iterator[None]:
    """Whatever a text does to the engine stays in the test."""
    yield
    prose._engine.cache_clear()


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


@pytest.mark.parametrize("title", ["hei", "https: hei", "services:ppt", "mailto:a@b.no", "hei' onclick='x", "tel:112"])
def test_a_link_has_an_address_and_nothing_else(title: str) -> None:
    made = Document(html(f'[x](https://a.no "{title}") og [y](services:ppt "{title}")'))
    assert {tuple(attributes) for tag, attributes in made.tags if tag == "a"} <= {("href",), ()}
    assert not any(attributes for tag, attributes in made.tags if tag != "a")
