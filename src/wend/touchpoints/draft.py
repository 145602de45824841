"""The whole proposal: touchpoints, every stage set, and the one that fits the data best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wend.domain.stage import StageSet
from wend.domain.touchpoint import Reason
from wend.touchpoints import stages
from wend.touchpoints.drafting import keys_of, name_of, touchpoints, uncovered
from wend.touchpoints.facts import LogFacts
from wend.touchpoints.life import Part, parts, percent, purchases
from wend.touchpoints.registry import Registry
from wend.touchpoints.roles import Role, read
from wend.touchpoints.stages import Chances, Plan

_MARKET: tuple[Role, ...] = (
    "reach",
    "browse",
    "consider",
    "join",
    "buy",
    "confirm",
    "receive",
    "use",
    "renew",
    "praise",
)
ONLY_RATINGS = 0.8
LIFE_AFTER = 0.2
"""Head start of the relationship over the funnel, which has no place for deliveries and help, where there are any."""
_HOME: Mapping[str, Mapping[str, tuple[Role, ...]]] = {
    "relationship_6": {
        "awareness": ("reach", "browse"),
        "acquisition": ("consider", "join"),
        "onboarding": ("buy", "confirm", "promise", "receive"),
        "engagement": ("use", "help", "rate", "trouble", "message"),
        "retention": ("renew", "leave"),
        "advocacy": ("praise",),
    },
    "funnel_5": {
        "awareness": ("reach", "browse"),
        "consideration": ("consider", "join"),
        "conversion": ("buy", "confirm", "promise", "receive", "trouble"),
        "retention": ("use", "help", "rate", "message", "renew", "leave"),
        "advocacy": ("praise",),
    },
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed registry, the reasons for the whole (default set, silences), and what no touchpoint covers: (event,
    count).
    """

    registry: Registry
    reasons: tuple[Reason, ...]
    uncovered: tuple[tuple[str, int], ...]
    bought: tuple[str, ...]


def draft(facts: LogFacts, bought: Sequence[str] | None = None) -> Draft:
    """Propose a registry.

    `bought` are the purchase events, if the caller has chosen them already (see `life.purchases`).
    """
    anchors = tuple(bought) if bought is not None else purchases(facts)
    known = parts(facts, anchors)
    chances = Chances(facts, known, anchors)
    plans: dict[str, tuple[Plan, ...]] = {
        "relationship_6": stages.relationship(chances),
        "funnel_5": stages.funnel(chances),
    }
    default, why = _best(facts, known, anchors, plans)
    silences, silence_why = stages.silences(facts)
    proposed = touchpoints(facts, _homes(default, plans[default], facts, known))
    keys = {event.name: keys_of(proposed, event.name) for event in facts.events}
    sets = tuple(_set(key, plan, keys, silences) for key, plan in plans.items())
    registry = Registry(proposed, sets, default)
    return Draft(registry, (why, silence_why), uncovered(facts, proposed), anchors)


def _best(
    facts: LogFacts, known: Sequence[Part], anchors: Sequence[str], plans: dict[str, tuple[Plan, ...]]
) -> tuple[str, Reason]:
    """The set that fits best; for a log that sells nothing a set made from the data joins `plans`."""
    total = max(1, facts.total)
    rated = sum(e.rated for e in facts.events) / total
    market = sum(p.event.events for p in known if p.role in _MARKET) / total
    if not anchors and rated >= ONLY_RATINGS:
        plans["experience_1"] = (Plan("experience", (), (Reason("touchpoints.reason.only_ratings"),)),)
        return "experience_1", Reason("touchpoints.reason.set_ratings", (("share", percent(rated)),))
    if not anchors and market < 0.5:
        plan = stages.process(facts)
        if len(plan) > 1:
            plans["process"] = plan
            return "process", Reason("touchpoints.reason.set_process", (("stages", str(len(plan))),))
    fits = {key: stages.fit(plan, facts) for key, plan in plans.items()}
    lived = anchors and any(p.role in ("receive", "help") and p.event.events * 100 >= total for p in known)
    scores = fits | ({"relationship_6": fits["relationship_6"] + LIFE_AFTER} if lived else {})
    best = max(scores, key=lambda key: scores[key])
    held = round(fits[best] * len(plans[best]))
    return best, Reason("touchpoints.reason.set_fits", (("held", str(held)), ("stages", str(len(plans[best])))))


def _set(key: str, plan: Sequence[Plan], keys: Mapping[str, tuple[str, ...]], silences: tuple[int, int]) -> StageSet:
    if key != "process":
        return stages.stage_set(key, plan, keys, silences)
    names = {step.key: name_of(step.key, read(step.key), False) for step in plan}
    return stages.stage_set(key, plan, keys, silences, names)


def _homes(key: str, plan: Sequence[Plan], facts: LogFacts, known: Sequence[Part]) -> Mapping[str, str]:
    """Home stage of every event: the stage it leads into, else the one its role belongs to."""
    if key == "process":
        return stages.milestones(facts, plan)
    if key == "experience_1":
        return {event.name: "experience" for event in facts.events}
    homes = {part.event.name: stage for part in known for stage, roles in _HOME[key].items() if part.role in roles}
    for stage in reversed(plan):
        homes |= {event: stage.key for need in stage.needs for event in need.events}
    return homes
