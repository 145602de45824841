"""Random stage sets whose stages are conditions, each from a seed."""

from __future__ import annotations

from random import Random

from tests.conditions import worlds
from wend.conditions import document
from wend.conditions.tree import EVER, Condition, InOrder, Silent, Slower, leaves
from wend.domain.stage import Stage, StageSet
from wend.touchpoints.checks import DATED


def dated(random: Random, slower: bool = True) -> Condition:
    """A condition that can be told of every moment."""
    while True:
        found = worlds.condition(random, levels=1)
        every = leaves(found)
        plain_order = not any(isinstance(leaf, InOrder) and leaf.compared for leaf in every)
        usual = slower or not any(isinstance(leaf, Slower) for leaf in every)
        ends = any(isinstance(leaf, Silent | Slower) or getattr(leaf, "frame", EVER).last for leaf in every)
        usual &= ends or random.random() < 0.2
        if (
            plain_order
            and usual
            and all(isinstance(leaf, DATED) for leaf in every)
            and "kind='stage'" not in repr(found)
        ):
            return found


def a_set(random: Random, slower: bool = True) -> StageSet:
    """Up to four stages, some with counting rules, most with an entry, some with an exit; at least one has either."""
    shipped = worlds.STAGES.stages
    while True:
        stages = []
        for place in range(random.randint(1, 4)):
            enter, leave = (
                document.to_json(dated(random, slower)) if random.random() < chance else None for chance in (0.8, 0.4)
            )
            rules = shipped[place % 3].rules if random.random() < 0.4 else ()
            stages.append(Stage(f"s{place}", shipped[0].name, rules, enter=enter, exit=leave))
        told = StageSet("told", shipped[0].name, tuple(stages))
        if told.is_told:
            return told
