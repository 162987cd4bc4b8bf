"""Where nothing can be remembered of a run: it works as before, and the next one has all to do again."""

from __future__ import annotations

from builder.cache.store import VARIABLE
from builder.cli.terminal import Terminal
from builder.i18n import N_

_NOT_KEPT = N_(
    "Ingenting huskes til neste gang, og alt gjøres da på nytt: {file} kan ikke skrives ({reason}). Si hvor det kan "
    "huskes med miljøvariabelen {variable}."
)


def tell_not_kept(failure: OSError, terminal: Terminal) -> None:
    """Tells why nothing is remembered, and what to do about it."""
    reason = failure.strerror or failure
    terminal.complain(_NOT_KEPT, style="yellow", file=failure.filename, reason=reason, variable=VARIABLE)
