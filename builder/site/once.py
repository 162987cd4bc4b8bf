"""What is the same on many pages is made once: `{% once "styles", folder %}…{% endonce %}` in a template of the theme.

What stands after `once` says which pages share it: a name, and all that the part depends on.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser


class Once(Extension):
    """The tag. What was made lives as long as the environment, which is that of one site."""

    tags = {"once"}  # noqa: RUF012 - as Jinja declares it

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._made: dict[Hashable, str] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """A call of `_once`, with what stands within as the caller."""
        line = next(parser.stream).lineno
        shared_by = parser.parse_tuple()
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_once", [shared_by]), [], [], body).set_lineno(line)

    def _once(self, shared_by: Hashable, caller: Callable[[], str]) -> str:
        if shared_by not in self._made:
            self._made[shared_by] = caller()
        return self._made[shared_by]
