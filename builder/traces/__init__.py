"""Traces of a client in a text: identity numbers, birth dates, client numbers and case numbers.

One computation serves the rules that refuse them, and whoever must not repeat them (see `masking`).
"""

from builder.traces.finding import Sort, Trace, traces
from builder.traces.masking import masked

__all__ = ["Sort", "Trace", "masked", "traces"]
