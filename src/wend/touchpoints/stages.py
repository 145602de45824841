"""Proposed stage sets: the two that ship, and two made from the data for logs that are no purchase at all.

A stage that nothing in the data speaks for stays empty, with the reason, rather than being filled with what does not
belong there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wend.domain.names import Name
from wend.domain.stage import Stage, StageRule, StageSet
from wend.domain.touchpoint import Reason
from wend.kit.texts import text
from wend.touchpoints.facts import EventFacts, LogFacts
from wend.touchpoints.life import MOSTLY, Part, nth_purchase, percent
from wend.touchpoints.roles import Role, slug

RELATIONSHIP = ("awareness", "acquisition", "onboarding", "engagement", "retention", "advocacy")
FUNNEL = ("awareness", "consideration", "conversion", "retention", "advocacy")
SHIPPED: Mapping[str, tuple[str, ...]] = {"relationship_6": RELATIONSHIP, "funnel_5": FUNNEL}

FEWEST = 0.002
"""Share of customers an event needs before it speaks for a stage."""
STARTERS = 0.02
"""Share of customers who must begin before everything else for the first stage to count as held."""
EVERYBODY = 0.3
"""A review that more buyers than this write is an answer they were asked for, not praise they volunteer."""
_AFTER_ROLES: tuple[Role, ...] = ("use", "help", "rate", "praise")
_BAD_NEWS = ("goods_returned", "refunded", "exchanged", "complaint")
MOST_STEPS = 6
RHYTHM = 3.0
"""Somebody slows down after so many of their own usual pauses; of pauses by chance one in eight is longer."""
MILESTONE = 0.4


@dataclass(frozen=True, slots=True)
class Need:
    """What leads into a stage, in event names: any of `events`, `at_least` times."""

    events: tuple[str, ...]
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """One proposed stage before touchpoints have keys."""

    key: str
    needs: tuple[Need, ...]
    reasons: tuple[Reason, ...]


class Chances:
    """What the data offers each stage."""

    def __init__(self, facts: LogFacts, parts: Sequence[Part], bought: tuple[str, ...]) -> None:
        self.facts, self.parts, self.bought = facts, parts, bought
        self.fewest = max(1, round(FEWEST * facts.customers))
        self.buyers = max((p.event.customers for p in parts if p.event.name in bought), default=0)

    def of(self, *roles: Role) -> tuple[str, ...]:
        """Events of these roles that enough customers did, leaving out what mostly follows the first purchase."""
        found = [p for p in self.parts if p.role in roles and p.event.customers >= self.fewest]
        return tuple(p.event.name for p in found if (p.event.after_share or 0.0) <= MOSTLY)

    def after(self) -> tuple[str, ...]:
        """Events of use, help and feedback that mostly follow the first purchase."""
        found = (p for p in self.parts if p.role in _AFTER_ROLES and p.concept not in _BAD_NEWS)
        return tuple(
            p.event.name
            for p in found
            if p.event.customers >= self.fewest and (p.event.after_share or 0.0) >= MOSTLY and p.role != "praise"
        )

    def after_of(self, role: Role) -> tuple[str, ...]:
        """Events of one role that mostly follow the first purchase; none where nothing is sold."""
        found = (p for p in self.parts if p.role == role and p.event.customers >= self.fewest)
        return tuple(p.event.name for p in found if (p.event.after_share or 0.0) >= MOSTLY)

    def receiving(self) -> tuple[str, ...]:
        """Events of getting what was bought."""
        return tuple(p.event.name for p in self.parts if p.role == "receive" and p.event.customers >= self.fewest)

    def purchase(self, nth: int) -> Need | None:
        """The nth purchase; None when nobody or too few got there."""
        anchors = [p.event for p in self.parts if p.event.name in self.bought]
        if not anchors or sum(e.on_days(nth) or e.at_least(nth) for e in anchors) < self.fewest:
            return None
        times = nth_purchase(anchors[0], nth)
        return Need(self.bought, times) if times else None

    def praise(self) -> tuple[tuple[str, ...], Reason | None]:
        """Events of telling others, and why some that look like it were left out."""
        found = [p for p in self.parts if p.role == "praise" and p.event.customers >= self.fewest]
        kept = tuple(
            p.event.name for p in found if p.event.customers <= EVERYBODY * max(self.buyers, self.facts.customers)
        )
        asked = next((p for p in self.parts if p.concept == "review"), None)
        if not kept and asked is not None:
            share = percent(min(1.0, asked.event.customers / max(1, self.buyers or self.facts.customers)))
            return (), Reason("touchpoints.reason.review_asked", (("event", asked.event.name), ("share", share)))
        return kept, None


def relationship(chances: Chances) -> tuple[Plan, ...]:
    """awareness … advocacy over the whole relationship."""
    before, how = _before(chances)
    first = chances.purchase(1)
    if before or first is None:
        start = [_plan("acquisition", before, how), _purchase_plan("onboarding", first, 1)]
    else:
        start = [_from_the_deal("acquisition", first, chances), _plan("onboarding", chances.receiving(), "received")]
    if first is None:
        start[1] = _plan("onboarding", chances.of("receive"), "received")
    later = chances.after() if first else chances.of("use")
    if later:
        rest = [_plan("engagement", later, "after"), _purchase_plan("retention", chances.purchase(2), 2)]
    else:
        rest = [_purchase_plan(key, chances.purchase(nth), nth) for key, nth in (("engagement", 2), ("retention", 3))]
    rest[1] = _or_renewing(rest[1], chances)
    return (_first("awareness", chances), *start, *rest, _advocacy(chances))


def funnel(chances: Chances) -> tuple[Plan, ...]:
    """awareness … advocacy towards a purchase."""
    before, how = _before(chances)
    second = _or_renewing(_purchase_plan("retention", chances.purchase(2), 2), chances)
    first = chances.purchase(1)
    conversion = _purchase_plan("conversion", first, 1)
    if first and not before:
        conversion = _from_the_deal("conversion", first, chances)
    if not chances.bought:
        conversion = _plan("conversion", chances.of("join"), "joined")
        joining = conversion.needs[0].events if conversion.needs else ()
        before = tuple(name for name in before if name not in joining)
    return (_first("awareness", chances), _plan("consideration", before, how), conversion, second, _advocacy(chances))


def _or_renewing(plan: Plan, chances: Chances) -> Plan:
    """Renewing is staying too, where something is sold at all."""
    renewing = chances.after_of("renew")
    if not renewing:
        return plan
    return replace(plan, needs=(*plan.needs, Need(renewing)), reasons=(*plan.reasons, _told("renew", renewing)))


def process(facts: LogFacts) -> tuple[Plan, ...]:
    """Milestones: what at least two in five customers did, in the usual order; at most six."""
    common = milestones_of(facts)
    plans = []
    for number, event in enumerate(_in_order(facts, common)):
        places = (("event", event.name), ("share", percent(event.customers / facts.customers)))
        reason = Reason("touchpoints.reason.milestone", (*places, ("place", percent(event.position))))
        plans.append(Plan(event.name, (Need((event.name,)),) if number else (), (reason,)))
    return tuple(plans)


def milestones_of(facts: LogFacts) -> list[EventFacts]:
    """The most common events of a process, at most six."""
    common = [e for e in facts.events if e.customers >= MILESTONE * facts.customers]
    return sorted(common, key=lambda e: -e.customers)[:MOST_STEPS]


def _in_order(facts: LogFacts, common: Sequence[EventFacts]) -> list[EventFacts]:
    """Milestones in their usual order: by how many others each mostly precedes, where that was asked, else by place."""
    went = {(a, b): customers for a, b, customers in facts.earlier}

    def precedes(event: EventFacts) -> int:
        rest = (other.name for other in common if other is not event)
        return sum(went.get((event.name, other), 0) > went.get((other, event.name), 0) for other in rest)

    return sorted(common, key=lambda e: (-precedes(e), e.position, e.name))


def stage_set(
    key: str,
    plans: Sequence[Plan],
    keys_of: Mapping[str, tuple[str, ...]],
    silences: tuple[int, int],
    names: Mapping[str, Name] | None = None,
) -> StageSet:
    """The set with touchpoint keys in its rules; `silences` are the days until a customer slows down and has left.

    `names` gives stages that do not ship their names.
    """
    stages = tuple(
        Stage(
            slug(plan.key),
            names[plan.key] if names else _text(f"touchpoints.stage.{plan.key}"),
            tuple(
                StageRule(tuple(k for event in need.events for k in keys_of.get(event, ())), need.at_least)
                for need in plan.needs
            ),
            plan.reasons,
        )
        for plan in plans
    )
    return StageSet(key, _text(f"touchpoints.stage_set.{key}"), stages, silences[0], silences[1], RHYTHM)


def _text(key: str) -> Name:
    return Name(text("en", key), text("vi", key))


def fit(plans: Sequence[Plan], facts: LogFacts) -> float:
    """Share of the stages that hold customers."""
    immediate = {event for plan in plans for need in plan.needs if need.at_least == 1 for event in need.events}
    waiting = sum(e.starts for e in facts.events if e.name not in immediate)
    held = [bool(plan.needs) if number else waiting > STARTERS * facts.customers for number, plan in enumerate(plans)]
    return sum(held) / len(held) if held else 0.0


def silences(facts: LogFacts) -> tuple[tuple[int, int], Reason]:
    """Days until a customer slows down (p90 of silences that ended, at least 14) and has left (p99, at least 30)."""
    total = sum(facts.gaps)
    if total < 50 or facts.returning < 20:
        return (60, 180), Reason("touchpoints.reason.silences_unknown")
    slowing = max(14, _quantile(facts.gaps, total, 0.9))
    left = max(30, slowing + 1, _quantile(facts.gaps, total, 0.99))
    return (slowing, left), Reason("touchpoints.reason.silences", (("slowing", str(slowing)), ("left", str(left))))


def _quantile(gaps: Sequence[int], total: int, share: float) -> int:
    seen = 0
    for days, count in enumerate(gaps):
        seen += count
        if seen >= share * total:
            return days
    return len(gaps) - 1


def _before(chances: Chances) -> tuple[tuple[str, ...], str]:
    """What comes between hearing of us and buying, and which kind of event it is."""
    considered = chances.of("consider", "join")
    if considered:
        return considered, "considered"
    return (chances.of("browse"), "browsed") if chances.of("reach") else ((), "considered")


def _first(key: str, chances: Chances) -> Plan:
    if chances.of("reach", "browse", "message"):
        return Plan(key, (), (Reason("touchpoints.reason.first_stage"),))
    return Plan(key, (), (Reason("touchpoints.reason.first_stage_empty"),))


def _plan(key: str, events: tuple[str, ...], how: str) -> Plan:
    if not events:
        return Plan(key, (), (Reason(f"touchpoints.reason.empty_{how}"),))
    return Plan(key, (Need(events),), (_told(how, events),))


def _told(how: str, events: tuple[str, ...]) -> Reason:
    return Reason(f"touchpoints.reason.stage_{how}", (("events", ", ".join(events[:6])), ("count", str(len(events)))))


def _purchase_plan(key: str, need: Need | None, nth: int) -> Plan:
    if need is None:
        return Plan(key, (), (Reason("touchpoints.reason.empty_purchase", (("nth", str(nth)),)),))
    places = (("events", ", ".join(need.events)), ("nth", str(nth)), ("times", str(need.at_least)))
    reason = "touchpoints.reason.stage_purchase" if need.at_least == nth else "touchpoints.reason.stage_purchase_rows"
    return Plan(key, (need,), (Reason(reason, places),))


def _from_the_deal(key: str, first: Need, chances: Chances) -> Plan:
    """The first purchase, in data that begins with it: whoever is seen doing anything else has made a deal before."""
    plan = _purchase_plan(key, first, 1)
    if chances.of("reach", "browse", "message"):
        return plan
    others = tuple(p.event.name for p in chances.parts if p.event.name not in first.events and p.role != "promise")
    if not others:
        return plan
    return replace(
        plan, needs=(first, Need(others)), reasons=(*plan.reasons, Reason("touchpoints.reason.from_the_deal"))
    )


def _advocacy(chances: Chances) -> Plan:
    told, why_not = chances.praise()
    plan = _plan("advocacy", told, "praise")
    return replace(plan, reasons=(*plan.reasons, why_not)) if why_not else plan


def milestones(facts: LogFacts, plans: Sequence[Plan]) -> Mapping[str, str]:
    """Home stage of every event of a process: the last milestone at or before its usual place."""
    places = [(event.position, slug(plan.key)) for plan in plans if (event := facts.of(plan.key))]
    return {event.name: _last_before(event, places) for event in facts.events} | {p.key: slug(p.key) for p in plans}


def _last_before(event: EventFacts, places: Sequence[tuple[float, str]]) -> str:
    reached = [key for position, key in places if position <= event.position]
    return reached[-1] if reached else (places[0][1] if places else "")
