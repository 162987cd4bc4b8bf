"""What may stand in what, by kind of element: ISO 32000-1, 14.8.4, its tables 333 to 340."""

from __future__ import annotations


def _kinds(names: str) -> frozenset[str]:
    return frozenset(names.split())


#: Table 333: what groups others, and has no content of its own.
GROUPING = _kinds("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private")
#: Table 335.
PARAGRAPHS = _kinds("P H H1 H2 H3 H4 H5 H6")
HEADINGS = PARAGRAPHS - {"P"}
#: Tables 336 and 337.
LISTS = _kinds("L LI Lbl LBody")
TABLES = _kinds("Table TR TH TD THead TBody TFoot")
#: Tables 338 and 339: what stands in a line.
INLINE = _kinds("Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP")
#: Table 340.
ILLUSTRATIONS = _kinds("Figure Formula Form")
STANDARD = GROUPING | PARAGRAPHS | LISTS | TABLES | INLINE | ILLUSTRATIONS

#: What only these hold, and nothing else, with where it is said.
HOLDS = {
    "L": ("L LI Caption", "ISO 32000-1, table 336; ISO 14289-1, 7.2 and 7.6"),
    "LI": ("Lbl LBody", "ISO 32000-1, table 336; ISO 14289-1, 7.2 and 7.6"),
    "Table": ("TR THead TBody TFoot Caption", "ISO 32000-1, table 337; ISO 14289-1, 7.2 and 7.5"),
    "THead": ("TR", "ISO 32000-1, table 337; ISO 14289-1, 7.2"),
    "TBody": ("TR", "ISO 32000-1, table 337; ISO 14289-1, 7.2"),
    "TFoot": ("TR", "ISO 32000-1, table 337; ISO 14289-1, 7.2"),
    "TR": ("TH TD", "ISO 32000-1, table 337; ISO 14289-1, 7.2"),
    "TOC": ("TOC TOCI Caption", "ISO 32000-1, table 333; ISO 14289-1, 7.2"),
    "TOCI": ("Lbl Reference NonStruct P TOC", "ISO 32000-1, table 333; ISO 14289-1, 7.2"),
    "Ruby": ("RB RT RP", "ISO 32000-1, table 339"),
    "Warichu": ("WT WP", "ISO 32000-1, table 339"),
    "Annot": ("", "ISO 32000-1, 14.8.4.4.3"),
    "Form": ("", "ISO 32000-1, table 340; ISO 14289-1, 7.18.4"),
}
#: Where alone these may stand.
STANDS_IN = {
    "LI": ("L", "ISO 32000-1, table 336"),
    "LBody": ("LI", "ISO 32000-1, table 336"),
    "Lbl": ("LI TOCI Note Caption Form", "ISO 32000-1, tables 333, 336 and 338"),
    "TR": ("Table THead TBody TFoot", "ISO 32000-1, table 337"),
    "TH": ("TR", "ISO 32000-1, table 337"),
    "TD": ("TR", "ISO 32000-1, table 337"),
    "THead": ("Table", "ISO 32000-1, table 337"),
    "TBody": ("Table", "ISO 32000-1, table 337"),
    "TFoot": ("Table", "ISO 32000-1, table 337"),
    "TOCI": ("TOC", "ISO 32000-1, table 333"),
    "Caption": ("L Table TOC Figure Formula Form Sect Div NonStruct", "ISO 32000-1, table 333"),
    "RB": ("Ruby", "ISO 32000-1, table 339"),
    "RT": ("Ruby", "ISO 32000-1, table 339"),
    "RP": ("Ruby", "ISO 32000-1, table 339"),
    "WT": ("Warichu", "ISO 32000-1, table 339"),
    "WP": ("Warichu", "ISO 32000-1, table 339"),
}
#: What is part of a line holds other parts of it alone (ISO 32000-1, 14.8.4.4.1), and so does a heading or paragraph
#: (table 335: «a low-level division of text»). A note is a text of its own (table 338).
LINES = (INLINE - {"Note"}) | PARAGRAPHS
IN_LINES = INLINE | ILLUSTRATIONS
#: A group without meaning lets through what stands in it, to what it stands in (table 333, NonStruct).
TRANSPARENT = frozenset({"NonStruct", "Private"})
