"""A page with the letters of many languages, in the styles of the book and of sheets: `python -m tests.pdf.all_letters F`."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from builder.pdf.book.setting import set_part
from builder.pdf.writer import UNIVERSAL, Writer
from builder.resources import TEMPLATES

#: Language code -> what is written in it.
TEXTS = {
    "se": "Čáhput đ ŋ Šaddu ŧ Ž, mánáidgárdi",
    "smj": "Ájluokta, åhpadiddje, bieŋŋo, ńuolla",
    "sma": "Snåase, öövre, ïedtje, Åarjelsaemien",
    "pl": "Łukasz Żółć, gęślą jaźń",
    "ro": "ăâîșț ȘȚ",
    "tr": "İstanbul ığüşç",
    "vi": "Nguyễn Thị Hương",
    "uk": "Допомога, ґанок, їжак, єдність, щ",
    "el": "βοήθεια",
    "ar": "مساعدة للعائلة ١٢٣",
    "fa": "شما می\u200cتوانید چگونه پژوهش",
    "ckb": "یارمەتی ڕۆژ ێ ڵ",
    "ti": "ትርጉም ሓገዝ፡ ንስድራቤት።",
    "am": "እርዳታ",
    "nb": "Ring 📞 nå 🚨 ✅ ❤\ufe0f 👨\u200d👩\u200d👧 🇳🇴 ⚠\ufe0f – 22\u202f22\u00a022 → ☐ ✓ barne\u00advern",
}
_RIGHT_TO_LEFT = {"ar", "fa", "ckb"}


def page() -> str:
    """Each text in each weight."""
    parts = (
        f'<p lang="{code}" dir="{"rtl" if code in _RIGHT_TO_LEFT else "ltr"}">'
        f"{text}<br><b>{text}</b><br><em>{text}</em><br><strong><em>{text}</em></strong></p>"
        for code, text in TEXTS.items()
    )
    return f"<!doctype html><html lang=nb><head><title>Bokstaver</title>{{styles}}</head>{''.join(parts)}"


def print_both(folder: Path) -> None:
    """The page as `sheet.pdf` and `book.pdf`."""
    shared, own = TEMPLATES / "static" / "assets" / "fonts.css", TEMPLATES / "print"
    writer = Writer(UNIVERSAL, shared, own / "letters.css", own / "print.css")
    writer.write(writer.lay_out(page().format(styles="")), folder / "sheet.pdf", b"0" * 32)
    (folder / "book.pdf").write_bytes(set_part(page().format(styles=""), UNIVERSAL).pdf)


if __name__ == "__main__":
    logging.getLogger("weasyprint").addHandler(logging.StreamHandler())
    print_both(Path(sys.argv[1]))
