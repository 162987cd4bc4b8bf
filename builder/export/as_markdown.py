"""Tidied HTML to plain Markdown, by the library «markdownify», for readers and for Python-Markdown alike.

Whatever a text holds, it stays text: what Markdown would take for a sign of its own is written so that it does not.
"""

from __future__ import annotations

import re

from bs4 import Tag
from markdownify import ATX, MarkdownConverter

#: How far what belongs to an item of a list is set in: what Python-Markdown asks for, and CommonMark takes.
_INDENT = "    "
_SPECIAL = re.compile(r"[\\`*_{}\[\]]")
#: Written as entities: Python-Markdown knows no backslash before them, or tables would end there.
_ENTITIES = str.maketrans({"<": "&lt;", ">": "&gt;", "|": "&#124;"})
_ENTITY = re.compile(r"&(?=#?\w+;)")
#: What makes a line something else than a paragraph, where it begins so.
_BEGINNING = re.compile(r"^( *)(?:(\d{1,9}(?=[.)](?:\s|$))|(?=#|[+-](?:[\s-]|$)))|([=~:]))", re.MULTILINE)
#: Several spaces within a line.
_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_IN_ADDRESS = re.compile(r"[\s()<>\"'\\\[\]*_`|]")
_IN_TITLE = re.compile(r"[&\"<>\\`\[\]()|*_]")


def markdown(soup: Tag) -> str:
    """The Markdown of a tidied block."""
    text = str(_converter().convert_soup(soup)).strip()
    return _EMPTY_LINES.sub("\n\n", _SPACES.sub(" ", text))


def written(text: str) -> str:
    """A text as Markdown that is only this text."""
    return _begun(_escaped(" ".join(text.split())))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", _ENTITY.sub("&amp;", text)).translate(_ENTITIES)


def _begun(line: str) -> str:
    """A line of text that begins as nothing else would."""
    return _BEGINNING.sub(lambda found: f"{found[1]}&#{ord(found[3])};" if found[3] else f"{found[0]}\\", line)


def _coded(found: re.Match[str]) -> str:
    return f"&#{ord(found.group())};"


class _Converter(MarkdownConverter):
    """With names, languages and details kept, and lists set in as Python-Markdown wants them."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """What the text says, and nothing it does."""
        return _escaped(text)

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A paragraph."""
        lines = "\n".join(line.lstrip(" ") for line in text.strip().splitlines())
        return f"\n\n{_begun(lines)}\n\n" if lines else ""

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """An item, with all that belongs to it set in below its first line."""
        text = text.strip()
        if not text:
            return "\n"
        ordered = el.parent is not None and el.parent.name == "ol"
        sign = f"{len(el.find_previous_siblings('li')) + 1}." if ordered else "-"
        first, *rest = text.split("\n")
        return "\n".join([f"{sign} {_begun(first)}", *(f"{_INDENT}{line}" if line else "" for line in rest)]) + "\n"

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802 - the library's name
        """A heading with its name."""
        if not text.strip():
            return ""
        name = f" {{: #{el['id']} }}" if el.get("id") else ""
        line = " ".join(text.split())
        if line.endswith("#"):
            line = f"{line[:-1]}\\#"
        return f"\n\n{'#' * n} {line}{name}\n\n"

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A link, or the name of a place."""
        if el.get("id") and not el.get("href"):
            return f'<a id="{el["id"]}"></a>{text}'
        if not el.get("href") or not text.strip():
            return text
        address = _IN_ADDRESS.sub(lambda found: f"%{ord(found.group()):02X}", str(el["href"]))
        title = f' "{_IN_TITLE.sub(_coded, str(el["title"]))}"' if el.get("title") else ""
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{before}[{text.strip()}]({address}{title}){after}"

    def convert_span(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Words, with the language they are in."""
        return f'<span lang="{el["lang"]}">{text}</span>' if el.get("lang") and text.strip() else text

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A new line; in a table or a heading there is no other way to say it."""
        return "<br>" if "_inline" in parent_tags else "  \n"

    def convert_details(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """What can be opened, for which Markdown has no words: finished HTML, with Markdown in it."""
        return f'\n\n<details markdown="1">\n{text.strip()}\n\n</details>\n\n'

    def convert_summary(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """What one presses."""
        name = f' id="{el["id"]}"' if el.get("id") else ""
        return f"<summary{name}>{' '.join(text.split())}</summary>\n\n"


def _converter() -> _Converter:
    return _Converter(heading_style=ATX, wrap=True, wrap_width=None)
