"""Who is who: a pure function of the set of evidence and decisions, so that any order of arrival gives the same people.

1. What a person took back (`apart`) does not count, and its two ends may never be one person.
2. A tie is refused by what its own two ends are tied to (`judging`): blocked, shared by too many, or somebody else's.
3. The others join, best first: by hand, by a secret key, strong, weak; earliest first; unless the whole person would
   break a rule (`joining`): two customer numbers, too many identifiers, or two ends that a person told apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wend.identity.joining import BY_HAND, Step, joined, step_of
from wend.identity.judging import Refusal, Standing, refusal, standing_of
from wend.identity.reasons import Evidence
from wend.identity.rules import Rules
from wend.identity.ties import Decision, Pair, Said, Tie, standing, ties_of


@dataclass(frozen=True, slots=True)
class Resolution:
    """The person of each identifier, named by their best one, and the pairs that did not join, with the reason."""

    person_of: Mapping[str, str]
    refused: Mapping[Pair, Refusal]

    def members(self, person: str) -> tuple[str, ...]:
        """All identifiers of a person, sorted."""
        return tuple(sorted(each for each, whose in self.person_of.items() if whose == person)) or (person,)


def resolve(evidence: Iterable[Evidence], rules: Rules | None = None, decisions: Iterable[Decision] = ()) -> Resolution:
    """The people that evidence, rules and decisions make."""
    return resolved(ties_of(evidence), standing(decisions), rules or Rules())


def resolved(ties: Mapping[Pair, Tie], said: Said, rules: Rules) -> Resolution:
    """The same for ties and standing decisions."""
    around = neighbours(ties, said)
    places = {each: standing_of(each, own, rules) for each, own in around.items()}
    steps, refused = judged(ties.values(), places, said, rules)
    groups, late = joined([*steps, *by_hand(said)], rules, said.aparts)
    refused.update(late)
    everyone = {end for pairs in (ties, said.joins, said.aparts) for pair in pairs for end in pair}
    return Resolution(
        {each: groups.best(each) for each in everyone},
        {pair: why for pair, why in refused.items() if groups.root(pair[0]) != groups.root(pair[1])},
    )


def neighbours(ties: Mapping[Pair, Tie], said: Said) -> dict[str, list[Tie]]:
    """The ties of each identifier, those that a person took back left out."""
    around: defaultdict[str, list[Tie]] = defaultdict(list)
    for pair, tie in ties.items():
        if pair not in said.aparts:
            around[tie.a].append(tie)
            around[tie.b].append(tie)
    return around


def judged(
    ties: Iterable[Tie], places: Mapping[str, Standing], said: Said, rules: Rules
) -> tuple[list[Step], dict[Pair, Refusal]]:
    """Ties as steps to try, and those that are refused from the start. A join by hand speaks for its pair."""
    steps: list[Step] = []
    refused: dict[Pair, Refusal] = {}
    for tie in ties:
        pair = tie.a, tie.b
        if pair in said.aparts or pair in said.joins:
            continue
        why = refusal(tie, places[tie.a], places[tie.b], rules)
        if why is None:
            steps.append(step_of(tie, rules))
        else:
            refused[pair] = why
    return steps, refused


def by_hand(said: Said) -> list[Step]:
    """The joins that people made, as steps."""
    return [Step(BY_HAND, at, a, b) for (a, b), at in said.joins.items()]
