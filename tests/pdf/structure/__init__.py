"""Reads the structure of a PDF and tells what PDF/UA-1 does not allow: `faults` is the way in."""

from tests.pdf.structure.rules import RULES, Fault, faults

__all__ = ["RULES", "Fault", "faults"]
