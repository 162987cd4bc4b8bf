"""What a template reads of what it is given: a walk through its syntax tree that knows the type of each name.

It follows loops, `set`, calls of macros (its own, and those it imports) and attributes of dataclasses and records. What it
does not know the type of, it lets pass.
"""

from __future__ import annotations

import dataclasses
import functools
import sys
import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builder.edition.localization import localization
from builder.model.base import Part
from builder.render.renderer import environment
from jinja2 import nodes

#: A value of which nothing is known.
UNKNOWN: Any = None
Scope = dict[str, Any]


@dataclass
class Reading:
    """What has been read: attributes of classes, and those there are not."""

    used: set[tuple[type, str]] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)


@functools.cache
def parsed(path: Path) -> nodes.Template:
    """The syntax tree of a template, with the filters that templates have."""
    made = environment(localization("nb"), path.parent)
    made.filters |= {"prose": str, "inline": str}
    return made.parse(path.read_text(encoding="utf-8"))


@functools.cache
def types_of(cls: type) -> Mapping[str, Any]:
    """The declared type of each attribute of a dataclass or record, and of its properties."""
    own = [base for base in reversed(cls.__mro__) if base.__module__.startswith(("builder.", "tests."))]
    found = {name: _returned(value, base) for base in own for name, value in vars(base).items() if _is_property(value)}
    if issubclass(cls, Part):
        return found | {name: declared.annotation for name, declared in cls.model_fields.items()}
    return found | typing.get_type_hints(cls)


def _is_property(value: object) -> bool:
    return isinstance(value, property | functools.cached_property)


def _returned(value: Any, base: type) -> Any:
    function = value.func if isinstance(value, functools.cached_property) else value.fget
    return typing.get_type_hints(function, {**vars(sys.modules[base.__module__]), "Iterator": Iterator}).get("return")


def plain(found: Any) -> Any:
    """A type without «or nothing» and without marks."""
    while typing.get_origin(found) is typing.Annotated:
        found = typing.get_args(found)[0]
    if typing.get_origin(found) in (typing.Union, types.UnionType):
        rest = [one for one in typing.get_args(found) if one is not types.NoneType]
        return plain(rest[0]) if len(rest) == 1 else UNKNOWN
    return found


def item_of(found: Any) -> Any:
    """What a list holds."""
    found = plain(found)
    arguments = typing.get_args(found)
    if typing.get_origin(found) in (tuple, list, Sequence) and arguments:
        same = len(arguments) == 1 or (len(arguments) == 2 and arguments[1] is Ellipsis)
        return plain(arguments[0]) if same else UNKNOWN
    return UNKNOWN


class Reader:
    """Reads one template and the macros it calls."""

    def __init__(self, folders: Sequence[Path], reading: Reading) -> None:
        self.folders = folders
        self.reading = reading
        self._done: set[tuple[str, int, tuple[Any, ...]]] = set()
        self._file = ""

    def read(self, name: str, scope: Scope) -> None:
        """A template by its file name, where these names have these types."""
        self._file = name
        self._body(parsed(self._path(name)).body, {**scope, "#macros": self._macros(name)})

    def _path(self, name: str) -> Path:
        return next(folder / name for folder in self.folders if (folder / name).exists())

    def _macros(self, name: str) -> dict[str, tuple[str, nodes.Macro]]:
        """The macros a template has and imports, each with the file it stands in."""
        tree = parsed(self._path(name))
        found = {macro.name: (name, macro) for macro in tree.find_all(nodes.Macro)}
        for imported in tree.find_all(nodes.FromImport):
            assert isinstance(imported.template, nodes.Const)
            there = self._macros(imported.template.value)
            for one in imported.names:
                original, alias = one if isinstance(one, tuple) else (one, one)
                if original in there:  # and not a value
                    found.setdefault(alias, there[original])
        return found

    def _body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._node(node, scope)

    def _node(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Macro():
                return  # read where it is called, with what it is called with
            case nodes.For():
                self._for(node, scope)
            case nodes.Assign(target=nodes.Name(name=name)):
                scope[name] = self._type(node.node, scope)
            case nodes.AssignBlock(target=nodes.Name(name=name)):
                self._body(node.body, dict(scope))
                scope[name] = UNKNOWN
            case nodes.CallBlock():
                self._type(node.call, scope)
                self._body(node.body, dict(scope))
            case nodes.Expr():
                self._type(node, scope)
            case _:
                for child in node.iter_child_nodes():
                    self._node(child, scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        each = item_of(self._type(node.iter, scope))
        inner = {**scope, "loop": UNKNOWN}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = each
        elif isinstance(node.target, nodes.Tuple):
            parts = typing.get_args(each) if typing.get_origin(each) is tuple else ()
            for number, name in enumerate(node.target.items):
                assert isinstance(name, nodes.Name)
                inner[name.name] = plain(parts[number]) if number < len(parts) else UNKNOWN
        if node.test:
            self._type(node.test, inner)
        self._body(node.body, inner)

    def _type(self, node: nodes.Node, scope: Scope) -> Any:
        match node:
            case nodes.Name():
                return scope.get(node.name, UNKNOWN)
            case nodes.Getattr():
                return self._attribute(self._type(node.node, scope), node.attr, node.lineno)
            case nodes.Getitem(arg=nodes.Slice()):
                return self._type(node.node, scope)
            case nodes.Getitem():
                return item_of(self._type(node.node, scope))
            case nodes.Call(node=nodes.Name(name=name)) if name in scope["#macros"]:
                return self._call(scope["#macros"][name], node, scope)
            case nodes.CondExpr():
                self._type(node.test, scope)
                found = [self._type(one, scope) for one in (node.expr1, node.expr2) if one]
                return next((one for one in found if one is not UNKNOWN), UNKNOWN)
            case nodes.Or():
                found = [self._type(one, scope) for one in (node.left, node.right)]
                return found[0] if len({str(one) for one in found}) == 1 else UNKNOWN
            case nodes.Filter():
                return self._filter(node, scope)
        for child in node.iter_child_nodes():
            self._type(child, scope)
        return UNKNOWN

    def _filter(self, node: nodes.Filter, scope: Scope) -> Any:
        given = self._type(node.node, scope) if node.node else UNKNOWN
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self._type(argument, scope)
        for pair in node.kwargs:
            if pair.key == "attribute" and isinstance(pair.value, nodes.Const):
                self._attribute(item_of(given), str(pair.value.value), node.lineno)
        return UNKNOWN

    def _attribute(self, found: Any, name: str, line: int) -> Any:
        cls = plain(found)
        if not isinstance(cls, type) or not (dataclasses.is_dataclass(cls) or issubclass(cls, Part)):
            return UNKNOWN
        if name not in types_of(cls):
            self.reading.wrong.append(f"{self._file}:{line}: {cls.__name__} has no {name}")
            return UNKNOWN
        self.reading.used.add((cls, name))
        return types_of(cls)[name]

    def _call(self, macro: tuple[str, nodes.Macro], call: nodes.Call, scope: Scope) -> Any:
        file, body = macro
        given = {argument.name: self._type(value, scope) for argument, value in zip(body.args, call.args, strict=False)}
        given |= {pair.key: self._type(pair.value, scope) for pair in call.kwargs}
        for extra in (*call.args[len(body.args) :], *(one for one in (call.dyn_args, call.dyn_kwargs) if one)):
            self._type(extra, scope)
        key = (file, body.lineno, tuple(sorted((name, str(one)) for name, one in given.items())))
        if key not in self._done:
            self._done.add(key)
            before, self._file = self._file, file
            self._body(
                body.body, {**scope["#context"], **given, "#macros": self._macros(file), "#context": scope["#context"]}
            )
            self._file = before
        return UNKNOWN
