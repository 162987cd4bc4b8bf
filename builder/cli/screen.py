"""Where the commands print: results to the one, what went wrong and how far it has come to the other."""

from __future__ import annotations

from rich.console import Console

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)
