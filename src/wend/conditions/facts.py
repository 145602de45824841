"""What conditions name and no event tells. Doors put the rooms that keep it here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from wend.conditions import errors
from wend.conditions.resolving import resolved
from wend.conditions.season import EVEN, Season
from wend.conditions.shorts import Computation
from wend.conditions.tree import Condition, ConsentState

V = TypeVar("V")
Changes = Sequence[tuple[int, ConsentState]]
"""From when on somebody stood where, in order."""


def no_list(key: str) -> Collection[str]:
    """Where nobody keeps lists."""
    raise errors.UnknownList(key, ())


def nobody(_: str) -> dict[str, int]:
    """Where nothing is known of anybody."""
    return {}


def no_changes(_: str, __: str) -> Mapping[str, Changes]:
    """Where nobody ever said anything."""
    return {}


def no_accounts(_: str) -> Mapping[str, Sequence[str | None]]:
    """Where nobody belongs to an account."""
    return {}


def no_season() -> Season:
    """Where every day is like any other."""
    return EVEN


class Later(Mapping[str, V]):
    """What is kept under names, asked for when the first one is looked up."""

    __slots__ = ("_ask", "_found")

    def __init__(self, ask: Callable[[], Mapping[str, V]]) -> None:
        self._ask = ask
        self._found: Mapping[str, V] | None = None

    def _asked(self) -> Mapping[str, V]:
        if self._found is None:
            self._found = self._ask()
        return self._found

    def __getitem__(self, name: str) -> V:
        return self._asked()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._asked())

    def __len__(self) -> int:
        return len(self._asked())


def names(ask: Callable[[], Iterable[str]]) -> Mapping[str, None]:
    """Names alone, asked for when the first one is looked up."""
    return Later(lambda: dict.fromkeys(ask()))


@dataclass(frozen=True, slots=True)
class Facts:
    """Each is asked when a condition needs it, and only then. Customers are named by their canonical ids.

    What is kept under keys: `segments`, and the keys of `lists` with who is `listed` under each (raises UnknownList).
    What the customers room knows: `computed` traits by name; who is `identified` by a kind of identifier; when a trait
    was last `told` of whom; `account_traits` that there are, and their values among the `accounts` of whoever has any
    (None: an account without it); `purposes` and `channels` of consents, and the `consents` of whoever said anything.
    The `season` is the business's own time. `version` changes whenever any of it does.
    """

    segments: Callable[[], Mapping[str, Condition]] = dict
    lists: Callable[[], Collection[str]] = tuple
    listed: Callable[[str], Collection[str]] = no_list
    version: Callable[[], str] = str
    computed: Callable[[], Mapping[str, Computation]] = dict
    identified: Callable[[str], Collection[str]] = nobody
    told: Callable[[str], Mapping[str, int]] = nobody
    account_traits: Callable[[], Collection[str]] = tuple
    accounts: Callable[[str], Mapping[str, Sequence[str | None]]] = no_accounts
    purposes: Callable[[], Collection[str]] = tuple
    channels: Callable[[], Collection[str]] = tuple
    consents: Callable[[str, str], Mapping[str, Changes]] = no_changes
    season: Callable[[], Season] = no_season

    def resolved(self, condition: Condition) -> Condition:
        """The condition with everything in its place that it names by key or by name."""
        return resolved(condition, Later(self.segments), Later(self.computed))


NOTHING = Facts()
