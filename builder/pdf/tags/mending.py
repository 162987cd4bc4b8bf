"""Mends the tags WeasyPrint writes, so that a print says to those who listen what it shows to those who see.

What is wrong and why is in `docs/developers/upstream-weasyprint.md`, each fault with a small document that shows it. A
test tells when one is gone there; what mends it here can go then.
"""

from __future__ import annotations

import pydyf
import weasyprint

from builder.pdf.tags import artifacts, figures, fragments, nesting, sources, tables, tagged_links
from builder.pdf.tags.tree import Tree


def mend(document: weasyprint.Document, pdf: pydyf.PDF) -> None:
    """Called when a PDF is drawn and not yet written. The time it takes grows as the document does."""
    tree = Tree(pdf)
    sources.tell(document, tree)
    nesting.prune(tree.top)
    fragments.join(tree.top)
    tagged_links.gather(tree)
    nesting.mend(tree)
    tables.say_what_headers_head(tree)
    figures.place(document, tree)
    artifacts.set_aside(tree)
    tree.save()
    tagged_links.describe(document)
