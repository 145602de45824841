"""What holds for the map of any log, on random ones; and that the map says what the questions say."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings, strategies as st

from tests.folds.journals import NONE, Event, MemoryWords, journal, journeys
from tests.touchpoints.logs import Happening, fill, workspace_at
from wend.domain.selection import Selection
from wend.engines.machine import Machine
from wend.maps import answers as asking, building, opening
from wend.maps.model import Behind, Interval, JourneyMap
from wend.questions import facade as questions
from wend.touchpoints import facade as touchpoints
from wend.touchpoints.coverage import coverage
from wend.touchpoints.gathering import draft_from
from wend.touchpoints.view import View

WORDS = MemoryWords(("page.viewed", "cart.filled", "order.placed", "order.delivered", "zap"), ("", "web", "shop"))
SETS = st.sampled_from(["relationship_6", "funnel_5"])
EVERYTHING = Selection()
FEW = settings(max_examples=30)


def view_of(log: list[list[Event]], stage_set: str) -> View:
    machine = Machine(journal(log, words=WORDS), threads=1)
    made = draft_from(machine)
    chosen = made.registry.stage_set(stage_set)
    assert chosen is not None
    return View(machine, made.registry, chosen, made.bought)


def drawn(view: View, selection: Selection = EVERYTHING) -> JourneyMap:
    over = asking.period(view, selection)
    return building.build(view, asking.ask(view, over), over, 1.0, 0)


def figures(map_: JourneyMap) -> list[tuple[Interval, float, float]]:
    """Every interval of a map with the ends of its scale."""
    shares = [m.figure for s in map_.stages for m in s.metrics] + [s.next_share for s in map_.stages]
    felt = [f for point in map_.feelings for f in (point.experience, point.expectation)]
    felt += [t.feeling for t in map_.touchpoints]
    return [(f, 0.0, 1.0) for f in shares if f] + [(f, -2.0, 2.0) for f in felt if f]


@FEW
@given(journeys(), SETS)
def test_customers_and_events_add_up(log: list[list[Event]], stage_set: str) -> None:
    map_ = drawn(view_of(log, stage_set))
    assert map_.customers == len(log) == sum(s.here_now for s in map_.stages)
    assert map_.events == sum(t.events for t in map_.touchpoints) == sum(len(own) for own in log)
    assert all(s.slowing + s.left <= s.here_now <= s.customers <= map_.customers for s in map_.stages)
    assert all(t.customers + t.repeats == t.events for t in map_.touchpoints)


@FEW
@given(journeys(), SETS)
def test_every_answer_is_felt_once(log: list[list[Event]], stage_set: str) -> None:
    map_ = drawn(view_of(log, stage_set))
    ratings = [event.rating for own in log for event in own if event.rating != NONE]
    curve = [f for f in map_.feelings if not f.touchpoint]
    assert sum(f.experience.n for f in curve if f.experience) == len(ratings) == sum(sum(f.levels) for f in curve)
    total = sum(f.experience.value * f.experience.n for f in curve if f.experience)
    assert abs(total - sum(ratings) / 100) < 1e-6


@FEW
@given(journeys(), SETS)
def test_every_figure_lies_in_its_interval_and_that_on_its_scale(log: list[list[Event]], stage_set: str) -> None:
    for figure, low, high in figures(drawn(view_of(log, stage_set))):
        assert low <= figure.low <= figure.value + 1e-9
        assert figure.value - 1e-9 <= figure.high <= high
        assert figure.n > 0


@FEW
@given(journeys(), SETS)
def test_as_many_customers_stand_behind_a_number_as_it_says(log: list[list[Event]], stage_set: str) -> None:
    view = view_of(log, stage_set)
    over = asking.period(view, Selection())
    map_ = drawn(view)
    said = [(s.behind, s.customers) for s in map_.stages] + [(t.behind, t.customers) for t in map_.touchpoints]
    said += [(Behind("slowing", s.stage), s.slowing) for s in map_.stages]
    said += [(Behind("left", s.stage), s.left) for s in map_.stages]
    for behind, customers in said:
        assert len(opening.members(view, behind, over)) == customers, behind


@FEW
@given(journeys(), SETS, st.sampled_from([("web",), ("", "shop")]), st.integers(0, 300))
def test_a_filter_never_adds(log: list[list[Event]], stage_set: str, channels: tuple[str, ...], day: int) -> None:
    view = view_of(log, stage_set)
    whole = drawn(view)
    for part in (Selection(channels=channels), Selection(from_at=1_700_000_000 + day * 86_400)):
        few = drawn(view, part)
        pairs = list(zip(few.stages, whole.stages, strict=True))
        assert all(a.customers <= b.customers for a, b in pairs)
        assert all(a.next_share is None or a.next_share.value <= 1 for a, _ in pairs)


@FEW
@given(journeys())
def test_a_draft_covers_every_event(log: list[list[Event]]) -> None:
    counted = coverage(view_of(log, "funnel_5"))
    assert counted.events == sum(row.events for row in counted.touchpoints) == sum(len(own) for own in log)
    assert counted.uncovered == ()


def test_the_map_says_what_the_questions_say(tmp_path: Path) -> None:
    here = workspace_at(tmp_path)
    steps = ("page.viewed", "cart.filled", "order.placed", "order.delivered")
    done = [(who, step) for who in range(12) for step in range(1 + who % len(steps))]
    fill(here, [Happening(str(who), steps[step], who + step, "web", (who % 5 - 2) * 100) for who, step in done])
    map_ = drawn(touchpoints.view(here))
    asked = questions.ask(here, "stages").content["stages"]
    assert [(s.stage, s.customers, s.here_now) for s in map_.stages] == [
        (row["stage"], row["customers"], row["now"]) for row in asked
    ]
    reached = {row["touchpoint"]: row["events"] for row in questions.ask(here, "touchpoints").content["touchpoints"]}
    for key, events in reached.items():
        assert sum(t.events for t in map_.touchpoints if t.touchpoint == key) == events
