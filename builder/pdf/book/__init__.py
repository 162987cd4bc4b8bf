"""The whole handbook as one PDF, from the same pages as the site.

The text (`text`) is cut in parts, and each part is set on pages by itself (`setting`): in a process of its own where
there are several, and only where its words have changed. It leaves room for the numbers of pages (`numbers`,
`rooms`), since no part knows where the others begin. They are written in when the parts are joined (`joining`).
"""

from builder.pdf.book.printing import print_book
from builder.pdf.book.text import book_html

__all__ = ["book_html", "print_book"]
