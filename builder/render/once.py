"""What is said once on a page: what a number is that rings nobody, and whom to ask where one is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

#: What marks what a note is about, as `parts.j2` writes it, and the macro of the note in `once.j2`.
NOTES = (("hb-placeholder", "placeholder"), ("hb-missing", "missing"))


def said_once(text: str, block: str, notes: Iterable[tuple[str, Callable[[], str]]]) -> str:
    """A page's text with each note that is called for, below the first block that calls for it and is not folded.

    `block` is how each block of HTML begins.
    """
    parts = text.split("\n\n")
    depths = list(_depths(parts, block))
    for mark, note in notes:
        about = [number for number, part in enumerate(parts) if part.startswith(block) and mark in part]
        if about:
            number = min(about, key=lambda one: (depths[one] > 0, one))
            parts[number] = f"{parts[number].rstrip().removesuffix('</div>')}{_lines(note())}\n</div>"
    return "\n\n".join(parts).rstrip("\n") + "\n"


def _lines(note: str) -> str:
    return "\n".join(line for line in note.splitlines() if line.strip())


def _depths(parts: Sequence[str], block: str) -> Iterable[int]:
    """In how many folds each part lies. What folds within a block is whole in it."""
    depth = 0
    for part in parts:
        if not part.startswith(block):
            depth += part.count("<details") - part.count("</details")
        yield depth
