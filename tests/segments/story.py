"""A workspace in which anything may happen in any order, and what a fresh computation says of it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, Literal

from tests.customers.living import happens, says
from wend.bootstrap import open_workspace
from wend.conditions.errors import NoHistory, OfEntries
from wend.customers import facade as customers
from wend.customers.model_consents import NewConsent
from wend.domain.names import Name
from wend.domain.selection import Selection
from wend.domain.stage import Stage, StageSet
from wend.engines import membership
from wend.kit.clock import epoch_seconds
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.log import failpoints
from wend.people import facade as people
from wend.segments import facade as segments
from wend.segments.live import computing, following
from wend.segments.live.defining import watching
from wend.segments.live.telling import SOURCE
from wend.segments.model import Change
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

HOUR, DAY = 3_600, 86_400
PEOPLE = ("customer:1", "customer:2", "customer:3", "email:a@shop.vn", "email:b@shop.vn", "device:x", "device:y")
CROWD = tuple(f"customer:{number}" for number in range(10, 20))
"""They come all at once: so many customers are walked together."""
EVENTS = ("product.viewed", "order.placed", "case.opened")
GAPS = (0, 1, HOUR, HOUR, DAY, DAY - 1, 3 * DAY, 10 * DAY)
BASE = "base"
"""A segment that others are made of."""
BUSY: dict[str, Any] = {"did": {"event": "product.viewed", "times": {"at_least": 2}, "in": {"last": "2d"}}}
QUIET: dict[str, Any] = {"silent": {"anything": True, "for": "3d"}}


def _said(condition: dict[str, Any]) -> dict[str, Any]:
    return {"version": 1, "condition": condition}


STAGED: tuple[dict[str, Any], ...] = (
    {"stage": {"is": "quiet", "for": "1d", "set": "rhythm"}},
    {"did": {"stage": "busy", "set": "rhythm", "times": {"at_least": 2}, "in": {"last": "10d"}}},
)
CONDITIONS: tuple[dict[str, Any], ...] = (
    {"did": {"event": "order.placed", "in": {"last": "3d"}}},
    {"did": {"event": "order.placed", "times": {"at_least": 2}, "in": {"last": "10d"}}},
    {"did_not": {"event": "case.opened", "in": {"last": "1d"}}},
    {"silent": {"anything": True, "for": "3d"}},
    {"trait": {"trait": "city", "is": "Huế"}},
    {"sum": {"event": "order.placed", "property": "price", "at_least": 3, "in": {"last": "4d"}}},
    {"in_order": {"steps": [{"event": "product.viewed"}, {"event": "order.placed"}], "within": "1d"}},
    {
        "all": [
            {"did": {"event": "product.viewed", "times": {"at_most": 2}, "in": {"last": "10d"}}},
            {"none": [{"did": {"event": "case.opened", "in": {"last": "3d"}}}]},
        ]
    },
    {"did": {"event": "order.placed", "in": {"since": {"event": "product.viewed"}}}},
    {"consent": {"to": "marketing", "by": "email"}},
    {"did": {"touchpoint": "order_placed", "times": {"at_least": 2}, "in": {"last": "4d"}}},
    {"slower_than_usual": {"anything": True, "times": 1.5}},
    *STAGED,
    {"date": {"trait": "renewal", "at_least": 0, "at_most": 3}},
    {"any": [{"list": {"is": "invited"}}, {"identifier": {"is": "device"}}]},
    {"did": {"left_segment": BASE, "in": {"last": "4d"}}},
    {"in_order": {"steps": [{"left_segment": BASE}, {"entered_segment": BASE}], "within": "3d"}},
    {"all": [{"segment": {"is": BASE}}, {"share": {"from": 0, "to": 50, "salt": "a"}}]},
)
RHYTHM = StageSet(
    "rhythm",
    Name("Rhythm", "Nhịp"),
    (
        Stage("there", Name("There", "Có mặt")),
        Stage("busy", Name("Busy", "Sôi nổi"), enter=_said(BUSY), exit=_said({"none": [BUSY]})),
        Stage("quiet", Name("Quiet", "Im lặng"), enter=_said(QUIET), exit=_said({"none": [QUIET]})),
    ),
)
"""Stages that time alone begins and ends."""
PLACES = ("before_following", "after_following", "before_computing", "after_computing")
_SHOPS = count(1)


@dataclass
class SharedClock:
    """A clock that stands still until a story moves it, for all processes alike."""

    file: Path

    def now(self) -> datetime:
        """The moment."""
        try:
            return datetime.fromisoformat(self.file.read_text(encoding="ascii"))
        except FileNotFoundError:
            return datetime(2026, 7, 1, 12, tzinfo=UTC)

    def advance(self, by: timedelta) -> None:
        """Move it, at once for everybody."""
        beside = self.file.with_suffix(".new")
        beside.write_text((self.now() + by).isoformat(), encoding="ascii")
        beside.replace(self.file)


def settings(folder: Path, workspace: str) -> Settings:
    """Those of every process of a shop."""
    return Settings(data=folder, workspace=workspace, timezone="Asia/Ho_Chi_Minh", buckets=4)


class Killed(BaseException):
    """The process ends here. Nothing catches it."""


class Shop:
    """One workspace of its own with a clock that stands still, and as many processes as one likes."""

    def __init__(self, folder: Path, random: Random) -> None:
        self.clock = SharedClock(folder / "clock")
        self.clock.advance(timedelta())
        self._settings = settings(folder, f"shop-{next(_SHOPS)}")
        self._random = random
        self._made = 0
        self._joins: list[str] = []
        self.here = self.opened()

    @property
    def name(self) -> str:
        return self.here.name

    def begin(self) -> None:
        """Some history, so that every name that conditions use is known."""
        for _ in range(4):
            self.event()
        for name in EVENTS:
            happens(self.here, "customer:1", name, ago_s=DAY * 30, properties={"price": "1"})
        says(self.here, "customer:1", ago_s=DAY * 30, city="Vinh", renewal="2026-07-20")
        registry = touchpoints.registry(self.here)
        touchpoints.save(self.here, replace(registry, stage_sets=(*registry.stage_sets, RHYTHM)))
        segments.create_list(self.here, "Invited", PEOPLE[1:4], "mai", key="invited")
        segments.create(self.here, "Base", _said(CONDITIONS[0]), "mai", key=BASE)

    def opened(self) -> Workspace:
        """Another process."""
        return open_workspace(self._settings, self.clock, CountingIds())

    def somebody(self) -> str:
        return self._random.choice(PEOPLE)

    def event(self) -> None:
        """Something happens, or is heard of late; some identifiers come together."""
        who = self.somebody()
        beside = self.somebody() if self._random.random() < 0.15 else ""
        self._happens(who, beside)

    def crowd(self) -> None:
        """Many do something at once."""
        for who in CROWD:
            self._happens(who)

    def _happens(self, who: str, beside: str = "") -> None:
        random = self._random
        late = random.choice((0, 0, 0, HOUR, 2 * DAY, 12 * DAY))
        properties = {"price": random.choice(("1", "2", "2.5", "x"))} if random.random() < 0.7 else None
        same_as = beside if beside != who else ""
        happens(self.here, who, random.choice(EVENTS), same_as=same_as, ago_s=late, properties=properties)

    def identify(self) -> None:
        says(
            self.here,
            self.somebody(),
            ago_s=self._random.choice((0, 5 * DAY)),
            city=self._random.choice(("Huế", "Vinh")),
            renewal=self._random.choice(("2026-07-04", "2026-07-20", "soon")),
        )

    def join(self) -> None:
        """A person joins two people, whatever the rules say."""
        one, other = self._random.sample(PEOPLE, 2)
        with self.here.store.work(self.here.name) as work:
            number, _ = people.join(work, one, other, "mai")
        self._joins.append(f"d{number}")

    def undo(self) -> None:
        """A join is undone, exactly."""
        if self._joins:
            with self.here.store.work(self.here.name) as work:
                people.undo(work, self._joins.pop(), "mai")

    def part(self) -> None:
        """A person says that two are not one."""
        one, other = self._random.sample(PEOPLE, 2)
        with self.here.store.work(self.here.name) as work:
            people.apart(work, one, other, "mai")

    def wait(self) -> None:
        self.clock.advance(timedelta(seconds=self._random.choice(GAPS)))

    def follow(self) -> None:
        following.step(self.here)

    def compute(self) -> None:
        computing.compute(self.here)

    def move(self) -> None:
        self.here.log.move()

    def refresh(self) -> None:
        self.here.log.journal(exact=True)

    def restart(self) -> None:
        self.here = self.opened()

    def define(self) -> None:
        """A segment is made or changed, unless the base would have to be dated and cannot be."""
        with suppress(NoHistory, OfEntries):
            self._define()

    def _define(self) -> None:
        known, said = segments.segments(self.here), self._random.choice(CONDITIONS)
        if len(known) < 6:
            self._made += 1
            segments.create(self.here, f"Segment {self._made}", _said(said), "mai")
            return
        one = self._random.choice(known)
        if one.kind == "list":
            segments.replace_list(self.here, one.key, self._random.sample(PEOPLE, 3), "mai")
        elif one.key != BASE or BASE not in repr(said):
            segments.change(self.here, one.key, one.name, _said(said), one.version, "mai")

    def recount(self) -> None:
        for each in [each for each in segments.segments(self.here) if each.kind != "list"][:1]:
            segments.recount(self.here, each.key, "mai")

    def remove(self) -> None:
        """A segment goes that no other is made of, with everything that was written down of it."""
        known = segments.segments(self.here)
        for each in [each for each in known if each.key not in (BASE, "invited")][:1]:
            segments.remove(self.here, each.key, "mai")

    def mark(self) -> None:
        """Somebody is marked as one of the staff, or is no more."""
        try:
            if not customers.unflag(self.here, self.somebody()):
                customers.flag(self.here, self.somebody(), "staff", "mai")
        except customers.UnknownCustomer:
            return

    def agree(self) -> None:
        """Somebody says whether they may be written to; no event tells it."""
        state: Literal["granted", "withdrawn"] = "granted" if self._random.random() < 0.5 else "withdrawn"
        at = epoch_seconds(self.clock.now()) - self._random.choice((0, HOUR, 2 * DAY))
        with self.here.store.work(self.here.name) as work:
            customers.record_consents(work, [NewConsent(self.somebody(), "marketing", "email", state, at)])

    def doings(self) -> list[Callable[[], None]]:
        """What others than the follower do, what is common more often."""
        often = [self.event] * 8 + [self.wait] * 4 + [self.agree] * 2
        return [
            *often,
            *[self.crowd] * 2,
            self.identify,
            self.mark,
            self.join,
            self.undo,
            self.part,
            self.move,
            self.refresh,
            self.recount,
        ]

    def steps(self) -> list[Callable[[], None]]:
        """Everything that may happen."""
        return [*self.doings(), *[self.follow] * 4, *[self.compute] * 2, self.restart]

    def live(self) -> dict[str, set[str]]:
        """Members as they are kept, by segment."""
        return {each.key: set(segments.member_ids(self.here, each.key)) for each in segments.segments(self.here)}

    def fresh(self) -> dict[str, set[str]]:
        """Members as a process that knows nothing yet computes them over the whole log."""
        new = self.opened()
        journal, now = new.log.journal(exact=True), epoch_seconds(self.clock.now())
        with new.store.reading(new.name) as reading:
            watched = watching(new, reading).segments
        world = computing.world_over(new, journal, [each.condition for each in watched])
        until = Selection(to_at=now + 1)
        return {each.key: set(membership.members(world, each.condition, now, until).ids()) for each in watched}

    def faults(self) -> list[str]:
        """What is wrong once everything was followed: members, sizes, turns, and what was told of them."""
        segments.catch_up(self.here)
        live, fresh, known = self.live(), self.fresh(), segments.segments(self.here)
        found = [f"{key}: {live[key] ^ fresh[key]} differ" for key in live if live[key] != fresh[key]]
        found += [f"{each.key}: size {each.size}" for each in known if each.size != len(live[each.key])]
        rows = self._rows()
        for each in known:
            changes = self.changes(each.key)
            if not is_alternating(changes):
                found.append(f"{each.key}: somebody entered or left twice")
            if Counter((one.customer, f"$segment.{one.what}", one.at) for one in changes) != rows[each.key]:
                found.append(f"{each.key}: the log tells something else")
        return found

    def _rows(self) -> defaultdict[str, Counter[tuple[str, str, int]]]:
        """What the log tells of each segment: who, what, when."""
        told: defaultdict[str, Counter[tuple[str, str, int]]] = defaultdict(Counter)
        for row in self.here.log.life((*PEOPLE, *CROWD), self.here.log.journal_at_hand()):
            if row.source == SOURCE:
                said = json.loads(row.properties or "{}")
                told[said["segment"]][row.subject, row.event, row.occurred_at // 1_000_000] += 1
        return told

    def changes(self, key: str) -> list[Change]:
        """What was told of a segment, the oldest first."""
        return list(reversed(segments.history(self.here, key, limit=500).changes))


def stocked(folder: Path, random: Random) -> Shop:
    """A shop in which all that conditions name has happened, with some segments beside the base."""
    shop = Shop(folder, random)
    shop.begin()
    for number, said in enumerate([*random.sample(CONDITIONS, 4), *STAGED]):
        segments.create(shop.here, f"First {number}", _said(said), "mai")
    return shop


def is_alternating(changes: Iterable[Change]) -> bool:
    """Whether per customer entering and leaving take turns."""
    last: dict[str, str] = {}
    for change in changes:
        if last.get(change.customer) == change.what:
            return False
        last[change.customer] = change.what
    return True


@contextmanager
def killed_at(place: str, times: int) -> Iterator[None]:
    """The process ends when it comes to a place for the nth time."""
    left = [times]

    def stop(name: str) -> None:
        left[0] -= name == place
        if name == place and left[0] == 0:
            raise Killed

    failpoints.on_reached = stop
    try:
        yield
    finally:
        failpoints.on_reached = None
