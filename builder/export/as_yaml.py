"""Data as YAML that people read."""

from __future__ import annotations

import yaml


class _Dumper(yaml.SafeDumper):
    """Writes our own kinds of text as the texts they are."""


_Dumper.add_multi_representer(str, lambda dumper, text: dumper.represent_str(str(text)))


def as_yaml(data: object) -> str:
    """In the order they were put, and no line broken."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
