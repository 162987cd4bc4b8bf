"""Makes the typefaces of prints as they lie in `templates/print/fonts`, where those they are made from are changed.

`python scripts/typefaces.py node_modules` takes Vazirmatn, Noto Sans Ethiopic and Noto Emoji from npm's `@fontsource`
packages and lays them there unpacked; without a folder those that lie there are used as they are. Then the typeface of
the fields of forms is made from all of them. Afterwards the checksums in `requirements/vendored.toml` are set.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

from builder.facts.printable import FACES, FIELDS

FONTS = FIELDS.parent
#: What a file of a package is called here.
TAKEN = {
    "vazirmatn/files/vazirmatn-arabic-400-normal": "vazirmatn-400-normal",
    "vazirmatn/files/vazirmatn-arabic-700-normal": "vazirmatn-700-normal",
    "noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal": "noto-sans-ethiopic-400-normal",
    "noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-700-normal": "noto-sans-ethiopic-700-normal",
    "noto-emoji/files/noto-emoji-emoji-400-normal": "noto-emoji-400-normal",
}
#: Readers of PDF look a letter up by its code alone: what joins and moves letters is of no use in a field.
TABLES = {"head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf", "name", "post"}
UNIT = 1000


def take(packages: Path) -> None:
    """Unpacks what lies in `node_modules`."""
    for name, ours in TAKEN.items():
        font = TTFont(packages / "@fontsource" / f"{name}.woff2", recalcTimestamp=False)
        font.flavor = None
        if "emoji" in name:
            # A space between two signs is drawn with this typeface, where it is wider than the signs are.
            font["hmtx"]["space"] = (font["head"].unitsPerEm // 5, 0)
        font.save(FONTS / f"{ours}.ttf")


def letters_of(face: Path, taken: set[int], folder: Path) -> Path:
    """The letters of a typeface that those before it lack, as a file of its own."""
    font = TTFont(face, recalcTimestamp=False)
    mine = {code for code in font.getBestCmap() if " " <= chr(code) <= "\uffff"} - taken
    taken |= mine
    options = Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[], recalc_timestamp=False)
    options.drop_tables += [tag for tag in font.keys() if tag not in TABLES]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=mine)
    subsetter.subset(font)
    scale_upem(font, UNIT)
    font.flavor = None
    font.save(folder / f"{face.stem}.ttf")
    return folder / f"{face.stem}.ttf"


def make_fields() -> None:
    """The typeface of fields: the letters of all the others in one, in the measures of the first."""
    taken: set[int] = set()
    with tempfile.TemporaryDirectory() as folder:
        font = Merger().merge([letters_of(face, taken, Path(folder)) for face in FACES if "emoji" not in face.stem])
    first = TTFont(FACES[0])
    for line in ("ascent", "descent", "lineGap"):
        setattr(font["hhea"], line, getattr(first["hhea"], line))
    for line in ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent", "fsSelection"):
        setattr(font["OS/2"], line, getattr(first["OS/2"], line))
    for number, text in {1: "Handbok Fields", 2: "Regular", 4: "Handbok Fields", 6: "Handbok-Fields"}.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["head"].created = font["head"].modified = first["head"].modified
    font["post"].formatType = 3.0
    font.recalcTimestamp = False
    font.save(FIELDS)


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        take(Path(folder))
    make_fields()
