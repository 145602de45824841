"""The whole judgement: compare what may belong together, learn what the records say, judge again, form people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wend.identity.matching.clustering import Edge, People, cluster
from wend.identity.matching.comparing import Model, compare, prior_odds
from wend.identity.matching.findings import Verdict
from wend.identity.matching.learning import leanings
from wend.identity.matching.records import Profile
from wend.identity.matching.shares import Shares
from wend.identity.matching.weights import THRESHOLD

Candidates = Callable[[Sequence[Profile], Shares], Iterable[tuple[str, str]]]
"""Which pairs are worth a look; the engine behind it is not this room's business."""
_WORTH_A_SECOND_LOOK = -6.0
_TAUGHT_BY = 20_000
_LESSONS, _LESSONS_OF_MANY, _MANY = 2, 1, 30_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records of one person. `through` is the record between them when they are not alike enough themselves."""

    a: str
    b: str
    weight: float
    verdict: Verdict
    through: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who among the records, and how it was judged."""

    people: People
    pairs: tuple[Pair, ...]
    near_misses: tuple[Pair, ...]
    model: Model
    compared: int


@dataclass(slots=True)
class _Judge:
    """The records, what is known about them so far, and the verdict about any two."""

    by_key: Mapping[str, Profile]
    together: Model
    apart: Model
    person_of: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def at_first(cls, profiles: Sequence[Profile], shares: Shares) -> _Judge:
        """Knows records and no people yet."""
        model = Model(shares, prior_odds(len(profiles)))
        return cls({profile.key: profile for profile in profiles}, model, model)

    def verdict(self, a: str, b: str) -> Verdict:
        """How alike two records are."""
        known = self.person_of.get(a)
        model = self.together if known is not None and known == self.person_of.get(b) else self.apart
        return compare(self.by_key[a], self.by_key[b], model)

    def edges(self, pairs: Iterable[tuple[str, str]], least: float) -> Iterator[Edge]:
        """Pairs that are alike enough to be worth another look."""
        for a, b in pairs:
            verdict = self.verdict(a, b)
            if verdict.weight >= least:
                yield Edge(a, b, verdict.weight, verdict.personal)

    def people(self, edges: Sequence[Edge], threshold: float) -> People:
        """Form people."""
        known: dict[tuple[str, str], tuple[float, bool]] = {}

        def judge(a: str, b: str) -> tuple[float, bool]:
            pair = (min(a, b), max(a, b))
            if pair not in known:
                verdict = self.verdict(a, b)
                known[pair] = verdict.weight, verdict.contradicts
            return known[pair]

        return cluster(self.by_key, edges, judge, threshold=threshold)

    def taught(self, people: People, edges: Sequence[Edge]) -> _Judge:
        """The judge after seeing the people found so far: shares, prior and disagreements as they are."""
        records = list(self.by_key.values())
        shares = Shares(records, people.person_of)
        strong = [edge for edge in edges if edge.weight >= THRESHOLD]
        step = max(len(strong) // _TAUGHT_BY, 1)
        learnt = leanings(self.verdict(edge.a, edge.b) for edge in strong[::step])
        pairs = sum(len(members) * (len(members) - 1) / 2 for members in people.members().values())
        prior = prior_odds(len(records), pairs)
        together, apart = (Model(shares, prior, learnt, away) for away in (False, True))
        return _Judge(self.by_key, together, apart, people.person_of)


def resolve(profiles: Sequence[Profile], candidates: Candidates, threshold: float = THRESHOLD) -> Resolution:
    """Judge, learn, judge again: first with shares counted over records, then over the people found so far."""
    shares = Shares(profiles)
    looked = sorted({(min(a, b), max(a, b)) for a, b in candidates(profiles, shares) if a != b})
    judge = _Judge.at_first(profiles, shares)
    edges = list(judge.edges(looked, _WORTH_A_SECOND_LOOK))
    people = judge.people(edges, threshold)
    worth = [(edge.a, edge.b) for edge in edges]
    for _ in range(_LESSONS if len(profiles) < _MANY else _LESSONS_OF_MANY):
        judge = judge.taught(people, edges)
        edges = list(judge.edges(worth, _WORTH_A_SECOND_LOOK))
        people = judge.people(edges, threshold)
    pairs = tuple(_pairs(people, edges, judge, threshold))
    return Resolution(people, pairs, tuple(_near_misses(people, edges, judge)), judge.together, len(looked))


def is_match(verdict: Verdict, threshold: float = THRESHOLD) -> bool:
    """Whether two records are judged the same: enough evidence, and not the household's alone."""
    return verdict.weight >= threshold and verdict.personal


def _pairs(people: People, edges: Sequence[Edge], judge: _Judge, threshold: float) -> Iterator[Pair]:
    """All pairs inside the people. What is not alike enough itself takes the weight of the weakest step between."""
    direct = {(edge.a, edge.b): edge.weight for edge in edges if edge.personal and edge.weight >= threshold}
    for members in people.members().values():
        if len(members) < 2:
            continue
        widest = _widest_paths(members, direct)
        for place, a in enumerate(members):
            for b in members[place + 1 :]:
                verdict = judge.verdict(a, b)
                if is_match(verdict, threshold):
                    yield Pair(a, b, verdict.weight, verdict)
                else:
                    weight, through = widest[a, b]
                    yield Pair(a, b, weight, verdict, through)


def _widest_paths(
    members: Sequence[str], direct: Mapping[tuple[str, str], float]
) -> dict[tuple[str, str], tuple[float, str]]:
    """For each two members, the best path's weakest step and a record on it (at most twenty members: n³ is little)."""
    nowhere = -60.0
    best = {(a, b): (direct.get((a, b), nowhere), "") for a in members for b in members if a < b}

    def step(a: str, b: str) -> float:
        return best[min(a, b), max(a, b)][0]

    for middle in members:
        for a, b in best:
            if middle not in (a, b):
                width = min(step(a, middle), step(middle, b))
                if width > best[a, b][0]:
                    best[a, b] = width, middle
    return best


def _near_misses(people: People, edges: Sequence[Edge], judge: _Judge) -> Iterator[Pair]:
    """Pairs that come close without being judged the same: for a person to look at."""
    for edge in edges:
        if people.person_of[edge.a] != people.person_of[edge.b] and edge.weight >= 0:
            yield Pair(edge.a, edge.b, edge.weight, judge.verdict(edge.a, edge.b))
