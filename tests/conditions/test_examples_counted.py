"""The examples asked of a small simulated shop: whom each one finds is whom somebody who counts by hand would find."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conditions.oracle import drawn
from wend.bootstrap import open_workspace
from wend.collect import facade as collect
from wend.conditions import document, text_read
from wend.demo import simulate
from wend.kit.clock import FixedClock
from wend.kit.ids import RandomIds
from wend.kit.settings import Settings
from wend.log.facade import CURRENCY, Property
from wend.questions import facade as questions
from wend.segments import facade as segments
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

FOLDER = Path(__file__).parents[2] / "examples" / "conditions"
DAY = 86_400
TOLD = ("sku", "product_price", "scale", CURRENCY)


@dataclass(frozen=True)
class Event:
    at: int
    name: str
    channel: str
    amount: int
    rating: int | None
    touchpoint: str
    stage: str
    told: dict[str, str | None]


@dataclass
class Life:
    """A customer with their events in order, and what is known of them, at the end of the log."""

    name: str
    now: int
    events: list[Event]
    traits: dict[str, str | None]
    email: bool
    told: bool

    def of(self, *names: str, days: int | None = None) -> list[Event]:
        since = self.now - days * DAY if days is not None else -1
        return [e for e in self.events if (not names or e.name in names) and e.at > since]


def came_back_for_it(who: Life) -> bool:
    pairs = itertools.product(who.of("product.viewed"), who.of("cart.filled"))
    return any(
        who.events.index(a) < who.events.index(b)
        and b.at - a.at <= 30 * DAY
        and a.told["sku"] == b.told["sku"] is not None
        and float(b.told["product_price"] or "nan") <= float(a.told["product_price"] or "nan")
        for a, b in pairs
    )


def half_of_unhappy(who: Life) -> bool:
    start, end = (datetime(2026, month, 1, tzinfo=UTC).timestamp() for month in (3, 9))
    unhappy = [e for e in who.of("delivery.rated") if (e.rating or 0) < 0 and start <= e.at < end]
    by_app = [e.channel for e in who.of("product.viewed")][:1] == ["app"]
    channels = {e.channel for e in who.events if e.channel}
    return bool(unhappy) and drawn("call-back", who.name) < 50_000 and not by_app and len(channels) < 8


def happy_and_spending(who: Life) -> bool:
    spent = sum(e.amount for e in who.of("order.placed", days=180) if e.told[CURRENCY] == "VND")
    rated = who.of("delivery.rated")
    return spent >= 2_000_000 and bool(rated) and (rated[-1].rating or -1) >= 100


def just_arrived_in_stage(who: Life) -> bool:
    covered = [e for e in who.events if e.touchpoint]
    if not covered or covered[-1].stage != "engagement":
        return False
    entered = [b for a, b in itertools.pairwise([None, *covered]) if b and (a is None or a.stage != b.stage)]
    since = entered[-1]
    later = who.events[who.events.index(since) + 1 :]
    return who.now - since.at >= DAY and not any(e.touchpoint == "delivery_rated" for e in later)


def may_be_asked(who: Life) -> bool:
    answers = [e for e in who.of(days=365) if e.told["scale"] == "nps" and e.rating is not None]
    return bool(answers) and (answers[-1].rating or 0) <= 40 and who.email and who.told


def over_thirty(who: Life) -> bool:
    born = who.traits["born"]
    today = datetime.fromtimestamp(who.now, UTC) + timedelta(hours=7)
    return bool(born) and (date(int(born or 0), 12, 31) - today.date()).days <= -10_958


def quick_deciders(who: Life) -> bool:
    for i, seen in enumerate(who.events):
        for later in who.events[i + 1 :] if seen.name == "product.viewed" else ():
            if later.name == "support.called" or later.at - seen.at > 3_600:
                break
            if later.name == "order.placed":
                return True
    return False


def slowing_down(who: Life) -> bool:
    pauses = [b.at - a.at for a, b in itertools.pairwise(who.events) if b.at - a.at >= 1_800][-16:]
    usual = sorted(pauses)[(len(pauses) - 1) // 2] if len(pauses) >= 4 else None
    return usual is not None and who.now - who.events[-1].at > 2 * usual


def came_back_to_loyal(who: Life) -> bool:
    """Entries and exits second by second: two orders in ninety days, or fewer."""
    orders = [e.at for e in who.of("order.placed")]
    inside = [(at, sum(at - 90 * DAY < each <= at for each in orders) >= 2) for at in _turning(orders, who.now)]
    moves = [(at, now) for (_, before), (at, now) in itertools.pairwise([(0, False), *inside]) if now != before]
    return any(now and not left and at - gone <= 180 * DAY for (gone, left), (at, now) in itertools.pairwise(moves))


def _turning(orders: list[int], until: int) -> list[int]:
    return sorted({at for each in orders for at in (each, each + 90 * DAY) if at <= until})


PLAINLY: dict[str, Callable[[Life], Any]] = {
    "came_back_for_it": came_back_for_it,
    "came_back_to_loyal": came_back_to_loyal,
    "cart_without_order": lambda who: who.of("cart.filled", days=30) and not who.of("order.placed", days=30),
    "frequent_buyers": lambda who: len(who.of("order.placed", days=365)) >= 2,
    "from_nghe_an": lambda who: who.traits["province"] in ("Nghệ An", "Hà Nội"),
    "half_of_unhappy": half_of_unhappy,
    "happy_and_spending": happy_and_spending,
    "just_arrived_in_stage": just_arrived_in_stage,
    "large_orders": lambda who: sum(e.amount >= 500_000 for e in who.of("order.placed", days=180)) >= 2,
    "may_be_asked": may_be_asked,
    "over_thirty": over_thirty,
    "quick_deciders": quick_deciders,
    "silent_buyers": lambda who: who.of("order.placed") and not who.of(days=30),
    "slowing_down": slowing_down,
}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Four hundred customers of the shop that `wend demo` simulates."""
    folder = tmp_path_factory.mktemp("examples")
    files = folder / "files"
    simulate(files, customers=400)
    settings = Settings(data=folder / "data", timezone="Asia/Ho_Chi_Minh")
    workspace = open_workspace(settings, FixedClock(datetime(2026, 12, 1, tzinfo=UTC)), RandomIds())
    mappings = [each for path in sorted(files.glob("mappings/*.toml")) for each in collect.read_mappings(path)]
    paths = [path for path in sorted(files.iterdir()) if path.is_file() and path.name != "truths.json"]
    collect.import_files(workspace, paths, mappings)
    loyal = document.to_json(text_read.parse("did order.placed at least 2 times in the last 90d"))
    segments.create(workspace, "Loyal", loyal, "", key="loyal")
    return workspace


@pytest.fixture(scope="module")
def lives(here: Workspace) -> list[Life]:
    seen = touchpoints.view(here)
    journal = here.log.journal()
    words, told = journal.words, {name: here.log.property(name, journal) for name in TOLD}
    by_email, since = here.facts.identified("email"), here.facts.told("province")
    found = []
    for number, bucket in enumerate(journal.buckets):
        for row, name in enumerate(bucket.customers.to_pylist()):
            first, end = int(bucket.offsets[row]), int(bucket.offsets[row + 1])
            met = seen.touchpoints_lived(journal, number, row)
            stood = seen.stages_lived(journal, number, row)
            events = [
                Event(
                    int(bucket.occurred_at[i]),
                    words.events[bucket.event[i]],
                    words.channels[bucket.channel[i]],
                    int(bucket.amount[i]),
                    None if bucket.rating[i] == -32_768 else int(bucket.rating[i]),
                    met[i - first].key if met[i - first] else "",  # type: ignore[union-attr]
                    seen.stage_set.stages[stood[i - first]].key,
                    {
                        k: each.values[code].as_py() if (code := each.codes[number][i]) >= 0 else None
                        for k, each in told.items()
                    },
                )
                for i in range(first, end)
            ]
            traits = {each: bucket.traits.column(each)[row].as_py() for each in journal.trait_names}
            lately = since.get(name, -1) > journal.last_at - 700 * DAY
            found.append(
                Life(name, journal.last_at, events, traits, name.startswith("email:") or name in by_email, lately)
            )
    return found


def _text(found: Property, number: int, row: int) -> str | None:
    code = int(found.codes[number][row])
    return found.values[code].as_py() if code >= 0 else None


@pytest.mark.parametrize("file", sorted(FOLDER.iterdir()), ids=lambda file: file.stem)
def test_an_example_fits_the_shop_and_finds_whom_a_plain_count_finds(
    file: Path, here: Workspace, lives: list[Life]
) -> None:
    written = questions.condition(file)
    told = questions.findings(here, written)
    assert (told.findings, told.odd) == ((), ())
    found = questions.found(here, "segment", {"condition": written}, {})
    plainly = {who.name for who in lives if who.events and PLAINLY[file.stem](who)}
    assert set(found.ids()) == plainly
    assert 0 < len(plainly) < len(lives)
