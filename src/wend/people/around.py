"""The part of the evidence around a few identifiers, read level by level: as much as can matter to them, and no more.

What is further away cannot matter, because a tie is judged by the ties of its own two ends (`identity.judging`): the
reading goes on along ties that may join and stops at those that are refused. An identifier with more links than
anybody can have is never read whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wend.identity.joining import joined
from wend.identity.judging import CROWDED, Refusal, Standing, refusal, standing_of
from wend.identity.resolving import by_hand, judged
from wend.identity.rules import Rules
from wend.identity.ties import Pair, Said, Tie, standing
from wend.people import repository
from wend.people.repository import Held
from wend.store.facade import Reading

MOST = 5_000
"""A neighbourhood with more identifiers is left to `settling`, which reads everything once and in bulk."""


@dataclass(slots=True)
class Around:
    """What has been read of the evidence. `added` are pairs that were new in this transaction; `all_held` says that
    every other pair of evidence is counted in what is held, so that an identifier that is not held has no other ties.
    """

    reading: Reading
    rules: Rules
    added: Mapping[Pair, Tie | None]
    all_held: bool
    held: dict[str, Held] = field(default_factory=dict)
    ties: dict[str, dict[Pair, Tie]] = field(default_factory=dict)
    links: dict[str, int] = field(default_factory=dict)
    places: dict[str, Standing] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    joins: dict[Pair, int] = field(default_factory=dict)
    aparts: set[Pair] = field(default_factory=set)
    decided: bool = True
    fresh: dict[str, dict[Pair, Tie]] = field(default_factory=dict)

    def load(self, identifiers: Iterable[str]) -> None:
        """Read these identifiers with all their ties, and judge where they stand."""
        asked = [each for each in dict.fromkeys(identifiers) if each not in self.places]
        if not asked:
            return
        self.held |= repository.held(self.reading, asked)
        if self.decided:
            self._load_decisions(asked)
        crowded = {each for each in asked if self._is_crowded(each)}
        known = [each for each in asked if each not in crowded and (each in self.held or not self.all_held)]
        self._take(asked, self.new_ties(asked))
        self._take(set(known), repository.ties_around(self.reading, known))
        for each in asked:
            if each in crowded:
                self._load_crowded(each)
            else:
                self.links[each] = len(self.ties[each])
                self.places[each] = standing_of(each, self.counted(each), self.rules)

    def counted(self, identifier: str) -> list[Tie]:
        """The ties of an identifier that were not taken back."""
        return [tie for pair, tie in self.ties[identifier].items() if pair not in self.aparts]

    def _load_decisions(self, asked: list[str]) -> None:
        said = standing(each.decision for each in repository.decisions_around(self.reading, asked).values())
        self.joins |= said.joins
        self.aparts |= said.aparts

    def _links(self, identifier: str) -> int:
        new = self.fresh.get(identifier, {})
        before = self.held[identifier].links if identifier in self.held else 0
        return before + sum(self.added[pair] is None for pair in new)

    def _is_crowded(self, identifier: str) -> bool:
        taken_back = sum(identifier in pair for pair in self.aparts)
        return self._links(identifier) > self.rules.most_links + taken_back

    def new_ties(self, asked: Iterable[str]) -> dict[Pair, Tie]:
        """The ties of these identifiers of which there is news."""
        return {pair: tie for each in asked for pair, tie in self.fresh.get(each, {}).items()}

    def _take(self, asked: Iterable[str], ties: Mapping[Pair, Tie]) -> None:
        wanted = set(asked)
        for each in wanted:
            self.ties.setdefault(each, {})
        for pair, tie in ties.items():
            for end in pair:
                if end in wanted:
                    self.ties[end][pair] = tie

    def _load_crowded(self, identifier: str) -> None:
        """Only the ties to better kinds still count for what has too many; for a weak value none do."""
        self.unread.add(identifier)
        self.links[identifier] = self._links(identifier)
        if self.rules.is_weak(identifier):
            self.places[identifier] = CROWDED
            return
        better = [rule.kind for rule in self.rules.kinds if rule.role != "weak"]
        self._take([identifier], repository.ties_to_kinds(self.reading, identifier, better))
        strong = [tie for tie in self.counted(identifier) if not self._weak(tie)]
        self.places[identifier] = standing_of(identifier, strong, self.rules, self.rules.most_links + 1)

    def read_whole(self, identifier: str) -> None:
        """Read all ties after all, once: they have only now become too many."""
        self._take([identifier], repository.ties_around(self.reading, [identifier]))

    def _weak(self, tie: Tie) -> bool:
        return self.rules.is_weak(tie.a) or self.rules.is_weak(tie.b)

    def grow(self, seeds: Iterable[str]) -> set[str] | None:
        """Everybody who may be one person with one of the seeds, read with all that judges them; None when they are
        too many.
        """
        inside = set(seeds)
        border = inside
        while border:
            if len(inside) > MOST:
                return None
            self.load(border)
            beyond = {end for each in border for pair in self.ties[each] for end in pair}
            self.load(beyond | {end for pair in self.joins for end in pair if inside.intersection(pair)})
            border = {end for each in border for end in self._open(each)} - inside
            inside |= border
        return inside

    def _open(self, identifier: str) -> Iterable[str]:
        for tie in self.counted(identifier):
            if refusal(tie, self.places[tie.a], self.places[tie.b], self.rules) is None:
                yield tie.a
                yield tie.b
        for pair in self.joins:
            if identifier in pair:
                yield from pair


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whose the identifiers of a neighbourhood are, and which of their pairs did not join."""

    person_of: dict[str, str]
    refused: dict[Pair, Refusal]


def settled(around: Around, inside: set[str]) -> Outcome:
    """Resolve a neighbourhood that `Around.grow` read."""
    ties = {pair: tie for each in inside for pair, tie in around.ties[each].items()}
    for pair, tie in around.new_ties(inside).items():
        ties.setdefault(pair, tie)
    said = Said({p: at for p, at in around.joins.items() if inside.intersection(p)}, frozenset(around.aparts))
    steps, refused = judged(ties.values(), around.places, said, around.rules)
    groups, late = joined([*steps, *by_hand(said)], around.rules, said.aparts)
    refused.update(late)
    return Outcome(
        {each: groups.best(each) for each in inside},
        {pair: why for pair, why in refused.items() if groups.root(pair[0]) != groups.root(pair[1])},
    )
