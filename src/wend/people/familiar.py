"""Pairs that were seen in the store: most events say again what is known, and need not ask."""

from __future__ import annotations

from collections.abc import Mapping

from wend.identity.ties import Pair, Tie


class Familiar:
    """A bounded memory of pairs with evidence, for one workspace and one writer. Only what was read is remembered,
    never what was just added: a transaction may still be undone.
    """

    def __init__(self, most: int = 200_000) -> None:
        self._most = most
        self._young: dict[Pair, Tie] = {}
        self._old: dict[Pair, Tie] = {}

    def unfamiliar(self, ties: Mapping[Pair, Tie]) -> dict[Pair, Tie]:
        """Those of the ties that may be news."""
        return {pair: tie for pair, tie in ties.items() if not self._knows(pair, tie)}

    def remember(self, known: Mapping[Pair, Tie]) -> None:
        """Take in what was read. When there is no more room, the older half is forgotten."""
        self._young.update(known)
        if len(self._young) > self._most // 2:
            self._old, self._young = self._young, {}

    def forget(self) -> None:
        """Know nothing any more: evidence was erased."""
        self._young, self._old = {}, {}

    def _knows(self, pair: Pair, tie: Tie) -> bool:
        known = self._young.get(pair) or self._old.get(pair)
        return known is not None and known.at <= tie.at and known.trusted >= tie.trusted
