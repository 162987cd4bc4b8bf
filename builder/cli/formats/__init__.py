"""Formats findings: as text for people, and in the formats that tools read.

`writers.py` lists the formats for tools, one module each; `text.py` is for people.
"""
