"""Changes data files where something is to be changed, and nowhere else: other lines and comments stay."""

from builder.edit.document import Document, EditError, write_all

__all__ = ["Document", "EditError", "write_all"]
