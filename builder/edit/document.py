"""A data file that is being changed.

Each change is made in the text, read back by our own reader, and held against what was asked: one that means something
else is refused, and nothing is written. So nobody needs to trust how the text was changed.
"""

from __future__ import annotations

import contextlib
import difflib
import os
import re
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path as File

from builder.edit import splices, values
from builder.edit.values import NoSuchPlace, Path, Plain, Value, plain_value
from builder.edit.writing import block
from builder.i18n import N_
from builder.load.opener import read
from builder.load.tree import plain
from builder.load.yaml_text import parse
from builder.problem import Message, Problem

_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_UNREADABLE = N_("{place}: {reason}. Rett dette først; fila er ikke endret")
_NO_RECORD = N_("{file} har ingen post med id «{id}»")
_NO_PLACE = N_("{file}: fant ikke «{step}» i {path}")
_NOT_AS_ASKED = N_("{file}: {path} kan ikke endres uten at noe annet i fila endres; endre det for hånd")
_ONE_RECORD = N_("{file} er én post, ikke en liste; legg den nye i en egen fil")
_CHANGED_MEANWHILE = N_("{file} er endret av noen andre i mellomtida; prøv igjen")
_EXISTS = N_("{file} finnes fra før")


class EditError(Exception):
    """A file could not be changed; the message says why. Nothing is written."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text())
        self.message = message


class Document:
    """One data file with its changes, which are not written before `write`.

    A path begins with the id of a record; then come fields by name, and items of lists by id, text or number.
    """

    def __init__(self, path: File, shown: str, before: bytes | None, text: str) -> None:
        self.path, self.shown = path, shown
        self._before = before
        self._mark = before is not None and before.startswith(_BOM)
        self.text = text
        self.data = self._read(text)

    @classmethod
    def open(cls, path: File, shown: str | None = None) -> Document:
        """A file as it stands; `shown` is how messages name it. Raises EditError for one with faults, and OSError."""
        content = read(path)
        shown = shown or path.as_posix()
        _, problems = parse(shown, content)
        if problems:
            raise EditError(_told(problems[0]))
        return cls(path, shown, content, content.decode("utf-8-sig"))

    @classmethod
    def new(cls, path: File, record: Value, shown: str | None = None, comment: str = "") -> Document:
        """A file that is not there yet, with a record or a list of them. Raises EditError where there is one."""
        shown = shown or path.as_posix()
        if path.exists():
            raise EditError(Message(_EXISTS, file=shown))
        lines = [f"# {line}" for line in comment.splitlines()] + block(plain_value(record), 0)
        return cls(path, shown, None, "\n".join(lines) + "\n")

    # What is there

    @property
    def changed(self) -> bool:
        """Whether there is something to write."""
        return self.content != self._before

    @property
    def content(self) -> bytes:
        """The file as it is to be."""
        return (_BOM if self._mark else b"") + self.text.encode()

    def has(self, *path: values.Step) -> bool:
        """Whether there is something at a path."""
        try:
            self.value(*path)
        except EditError:
            return False
        return True

    def value(self, *path: values.Step) -> Plain:
        """What is at a path. Raises EditError where there is nothing."""
        try:
            return values.found(self.data, self._inner(path))
        except NoSuchPlace as error:
            raise self._no_place(error, path) from error

    # Changes

    def set(self, path: Path, value: Value, order: Sequence[str] = ()) -> None:
        """Another value at a path. Fields that are missing are made, each after those before it in `order`.

        Where there are fields before and after, only those that differ are touched. Raises EditError.
        """
        new = plain_value(value)
        old = self.value(*path) if self.has(*path) else None
        if old == new and self.has(*path):
            return
        if isinstance(old, dict) and old and isinstance(new, dict) and new:
            self._set_fields(path, old, new, order)
            return
        inner = self._inner(path)
        self._change(
            path,
            lambda data: values.with_value(data, inner, new),
            lambda text: splices.replaced(text, inner, new, order),
        )

    def _set_fields(self, path: Path, old: dict[str, Plain], new: dict[str, Plain], order: Sequence[str]) -> None:
        before = self.text, self.data
        try:
            for key, value in new.items():
                self.set((*path, key), value, order or tuple(new))
            for key in old.keys() - new.keys():
                self.delete((*path, key))
        except EditError:
            self.text, self.data = before
            raise

    def append(self, path: Path, value: Value, order: Sequence[str] = ()) -> None:
        """One more item last in a list, which is made where it is missing, as by `set`. Raises EditError."""
        new = plain_value(value)
        old = self.value(*path) if self.has(*path) else None
        if not isinstance(old, list) or not old:
            self.set(path, [new], order)
            return
        inner = self._inner(path)
        self._change(
            path,
            lambda data: values.with_value(data, inner, [*old, new]),
            lambda text: splices.appended(text, inner, new),
        )

    def add_record(self, record: Value, first: bool = False) -> None:
        """One more record in a file that is a list of them: the last, or the first. Raises EditError."""
        if not isinstance(self.data, list) or not self.data:
            raise EditError(Message(_ONE_RECORD, file=self.shown))
        data, new = self.data, plain_value(record)
        if first:
            self._change((), lambda _: [new, *data], lambda text: splices.put_first(text, new))
        else:
            self._change((), lambda _: [*data, new], lambda text: splices.appended(text, (), new))

    def delete(self, path: Path) -> None:
        """Takes out a field, an item or a record; a list or fields left empty by it go with it. Raises EditError."""
        whole = self.value(*path[:-1])
        if isinstance(whole, list | dict) and len(whole) == 1 and len(path) > 1 and whole != self.data:
            self.delete(path[:-1])
            return
        inner = self._inner(path)
        self._change(path, lambda data: values.without(data, inner), lambda text: splices.removed(text, inner))

    def rename(self, old: str, new: str) -> None:
        """Another id for a record. Raises EditError."""
        self.set((old, "id"), new)

    def restyle(self, made: Callable[[str], str]) -> None:
        """The same written in another way. Raises EditError where it would mean something else."""
        self._change((), lambda data: data, made)
        self._mark = False

    # What it comes to

    def difference(self) -> str:
        """What is changed, as a unified diff."""
        before = "" if self._before is None else self._before.decode("utf-8-sig")
        old, new = (_LINE.findall(text) for text in (before, self.text))
        names = ("/dev/null" if self._before is None else self.shown, self.shown)
        lines = difflib.unified_diff(old, new, *names)
        return "".join(
            line.replace("\r\n", "\n") if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )

    def write(self) -> None:
        """Writes the file whole or not at all. Raises EditError where somebody else has changed it, and OSError."""
        write_all([self])

    def _as_opened(self) -> None:
        """Raises EditError where the file is no longer as it was when it was opened."""
        now = read(self.path) if self.path.exists() else None
        if now != self._before:
            raise EditError(Message(_CHANGED_MEANWHILE, file=self.shown))

    def _put_back(self) -> None:
        """The file as it was when it was opened."""
        if self._before is None:
            self.path.unlink()
        else:
            _replace(self.path, self._before)

    # Within

    def _inner(self, path: Path) -> Path:
        """The path from the top of the file: a file with one record begins in it."""
        if isinstance(self.data, dict) and path:
            if self.data.get("id") != path[0]:
                raise EditError(Message(_NO_RECORD, file=self.shown, id=path[0]))
            return path[1:]
        return path

    def _change(self, path: Path, meant: Callable[[Plain], Plain], made: Callable[[str], str]) -> None:
        """Makes a change in the text, and keeps it only when it means what was asked."""
        try:
            wanted, text = meant(self.data), made(self.text)
        except NoSuchPlace as error:
            raise self._no_place(error, path) from error
        tree, problems = parse(self.shown, text.encode())
        if problems or tree is None or plain(tree) != wanted:
            raise EditError(Message(_NOT_AS_ASKED, file=self.shown, path=_said(path)))
        self.text, self.data = text, wanted

    def _read(self, text: str) -> Plain:
        tree, problems = parse(self.shown, text.encode())
        if problems:
            raise EditError(_told(problems[0]))
        return plain(tree) if tree is not None else None  # type: ignore[return-value]

    def _no_place(self, error: NoSuchPlace, path: Path) -> EditError:
        if path and error.step == path[0]:
            return EditError(Message(_NO_RECORD, file=self.shown, id=error.step))
        return EditError(Message(_NO_PLACE, file=self.shown, step=error.step, path=_said(path)))


def write_all(documents: Sequence[Document]) -> None:
    """Writes several files, all or none. Raises EditError where somebody else has changed one, and OSError."""
    for one in documents:
        one._as_opened()
    written: list[Document] = []
    try:
        for one in documents:
            one.path.parent.mkdir(parents=True, exist_ok=True)
            _replace(one.path, one.content)
            written.append(one)
    except OSError:
        for one in written:
            one._put_back()
        raise
    for one in documents:
        one._before = one.content


def _told(problem: Problem) -> Message:
    return Message(_UNREADABLE, place=str(problem.mark), reason=problem.message)


def _said(path: Path) -> str:
    return ".".join(str(step) for step in path)


def _replace(target: File, content: bytes) -> None:
    """A new file beside the old one takes its place, with the same rights, so that none ever reads half a file."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        File(name).chmod(mode)
        File(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            File(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
