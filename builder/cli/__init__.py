"""The command `handbok`: the only place that prints, and that decides exit codes.

0 is fine, 1 is errors in the data, 2 is wrong use, 3 is a fault in the program itself.
"""

from __future__ import annotations

from builder.cli.app import main

__all__ = ["main"]
