"""What a kind of record is: one descriptor, declared beside the record class, says all that differs between kinds.

Whatever treats every kind alike (loading, schemas, the reference, pages, links, search, the change log, export)
loops over `builder.model.kinds.KINDS` and asks the descriptor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from builder.i18n import Key
from builder.model.audience import Audience
from builder.model.base import Record
from builder.model.collation import alphabetical
from builder.model.result_group import ResultGroup

R = TypeVar("R", bound=Record)

#: Fields only those who maintain the handbook follow: a change in them is no news to readers.
UPKEEP = frozenset(
    {
        "verified",
        "confirmed",
        "reviewed",
        "standing",
        "owner",
        "made_with",
        "users_asked",
        "approved_by",
        "approved",
        "next_review",
        "legal_review",
        "order",
        "sources",
        "aliases",
        "synonyms",
        "formerly",
        "audience",
    }
)


_INDEX = "index"


@dataclass(frozen=True, slots=True)
class OwnPages:
    """Each record has a page in a folder, and the folder's index lists them.

    `others` are what other pages, and files called by the records, are called in the same folder.
    """

    folder: str
    others: frozenset[str] = frozenset()

    def at(self, name: str) -> str:
        """The address of a record."""
        return f"{self.folder}/{name}"

    @property
    def taken(self) -> frozenset[str]:
        """What no record can be called: another page has its address."""
        return self.others | {_INDEX}

    @property
    def index(self) -> str:
        """The path of the list."""
        return self.at(_INDEX)


@dataclass(frozen=True, slots=True)
class SharedPage:
    """The records stand on one page, each at an anchor named by its id. `taken` are those of the page itself."""

    index: str
    taken: frozenset[str] = frozenset()

    def at(self, name: str) -> str:
        """The address of a record."""
        return f"{self.index}#{name}"


@dataclass(frozen=True, slots=True)
class Together:
    """The records are shown as a whole on a page about more than them, perhaps at an anchor."""

    index: str
    anchor: str = ""


Address = OwnPages | SharedPage | Together


@dataclass(frozen=True, eq=False, repr=False)
class Named:
    """What a reference can be to. `label` is what one is called, in the middle of a sentence."""

    name: str
    label: Key

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"


@dataclass(frozen=True, eq=False, repr=False)
class PartKind(Named):
    """Parts of records that others name as `record.part`, such as the contacts of services."""

    whole: Kind[Any]


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Kind(Named, Generic[R]):
    """A kind of record. Texts are bokmål; those that readers see are keys in the catalogues."""

    record: type[R]
    plural: Key
    """The title of the list of them."""
    description: str
    """What such a record is for: for the field reference and for editors."""
    address: Address
    fields: tuple[str, ...] = ()
    """The fields on its page, in order; all of them, as they are declared, when none are named."""
    order: Callable[[R], Any] | None = None
    """The key records are sorted by; by their field `order`, where they have one, and their title when None."""
    newest_first: bool = False
    sorted: bool = True
    """False where the order is that of the files."""
    linkable: bool = True
    """Whether running text may link to one, as in [skjemaet](forms:samtykke)."""
    speaks: bool = True
    """Whether its texts are the handbook's own. The texts of law are not."""
    telling: Key | None = None
    """The heading that records of this kind are listed under on the pages of those they concern, if they are."""
    builds_on_law: bool = False
    """Whether its pages build on law as the register has it."""
    group: ResultGroup | None = None
    """The group of search results a record is found in; None where none is found by itself."""
    asked_by_alias: bool = False
    """Whether its aliases are what people say who need it, rather than names of it."""
    other_names: tuple[str, ...] = ("aliases",)
    """Fields with other names of a record, where it has them."""
    news: str = "{name}"
    """The sentence in the change log when there is a new one."""
    told: bool = True
    """Whether its changes are in the change log."""
    minor: bool = False
    """Whether only those who maintain the handbook follow its changes."""
    minor_fields: frozenset[str] = UPKEEP
    exported: bool = True
    """Whether its records are in `handbook.json`."""
    audience: Audience | None = None
    """Who may read all of them, so that nobody misses what is everybody's; None where each record says."""

    @property
    def title(self) -> str:
        """The name of the field that is a record's heading."""
        return self.record.TITLE

    @property
    def shown_fields(self) -> tuple[str, ...]:
        """The fields of a record below its heading, where no view of its own says how it is shown."""
        apart = ("id", "formerly", "audience", "order", self.title)
        return self.fields or tuple(name for name in self.record.model_fields if name not in apart)

    def in_order(self, records: Iterable[R]) -> tuple[R, ...]:
        """Records as they are listed."""
        if not self.sorted:
            return tuple(records)
        return tuple(sorted(records, key=self.order or self._by_title, reverse=self.newest_first))

    def _by_title(self, record: R) -> tuple[int, bytes]:
        return getattr(record, "order", 0), alphabetical(str(getattr(record, self.title)))
