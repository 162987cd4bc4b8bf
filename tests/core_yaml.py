"""YAML as an editor reads it: the core schema of YAML 1.2, where `0301` is a number and `no` is a word."""

from __future__ import annotations

import re
from typing import Any

import yaml


class CoreLoader(yaml.SafeLoader):
    """PyYAML with the core schema instead of YAML 1.1's."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own name and shape


def _int(loader: CoreLoader, node: Any) -> int:
    text = loader.construct_scalar(node)
    return int(text, {"0x": 16, "0o": 8}.get(text[:2], 10))


def _float(loader: CoreLoader, node: Any) -> float:
    text = loader.construct_scalar(node).lower()
    return float(text.replace(".inf", "inf").replace(".nan", "nan"))


_TAGS = {
    "null": (r"~|null|Null|NULL|", None),
    "bool": (r"true|True|TRUE|false|False|FALSE", None),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", _int),
    "float": (
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        _float,
    ),
}
for name, (pattern, constructor) in _TAGS.items():
    tag = f"tag:yaml.org,2002:{name}"
    CoreLoader.add_implicit_resolver(tag, re.compile(f"^(?:{pattern})$"), None)
    if constructor:
        CoreLoader.add_constructor(tag, constructor)


def core(text: str) -> Any:
    """What the text says, to an editor."""
    return yaml.load(text, CoreLoader)
