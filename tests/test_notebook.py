"""`wend.open(dir)`: the same answers from Python, and the examples of docs/python.md run as they are written."""

from __future__ import annotations

import doctest
import inspect
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pyarrow as pa
import pytest

import wend
from tests.cli.terminal import COLUMNS, SHOP, Terminal
from wend.kit.errors import Mistake
from wend.log.facade import BadQuery
from wend.opened import Moment, Opened
from wend.questions.facade import QUESTIONS

DOCS = SHOP.parents[1] / "docs"
STEPS = "product.viewed > cart.filled > order.placed"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("notebook") / "wend-data"
        assert Terminal(patch, folder)("import", SHOP / "events.csv", *COLUMNS).status == 0
        yield folder


@pytest.fixture(scope="module")
def shop(data: Path) -> Opened:
    return wend.open(data)


def test_an_answer_is_an_arrow_table(shop: Opened) -> None:
    table = shop.ask("funnel", steps=STEPS, within="7d").to_arrow()
    told = table.select(["step", "customers"])
    assert told.equals(pa.table({"step": STEPS.split(" > "), "customers": [4, 3, 1]}))


def test_an_answer_is_a_pandas_frame(shop: Opened) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed with Wend")
    frame = shop.ask("transitions").to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert frame["count"].tolist() == [3, 2, 1]
    assert list(frame.columns[:4]) == ["from", "to", "count", "customers"]


def test_nested_numbers_become_columns(shop: Opened) -> None:
    assert "params" not in shop.ask("sessions").to_arrow().column_names
    [sessions] = shop.ask("sessions", gap="30m").to_arrow().to_pylist()
    assert (sessions["sessions"], sessions["customers"]) == (6, 4)


@pytest.mark.parametrize(
    ("since", "events"),
    [
        (date(2026, 3, 4), 3),
        ("2026-03-04", 3),
        (datetime(2026, 3, 4, 9, tzinfo=UTC), 3),
        (datetime(2026, 3, 4, 9, 0, 1, tzinfo=UTC), 2),
        (datetime(2026, 3, 4, 16, tzinfo=timezone(timedelta(hours=7))), 3),
    ],
)
def test_moments_as_people_hold_them(shop: Opened, since: Moment, events: int) -> None:
    assert shop.ask("reach", since=since).events == events


def test_the_same_answer_as_in_the_terminal(shop: Opened, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = Terminal(monkeypatch, data)("ask", "stages", "--json").json
    told = shop.ask("stages").to_json()
    assert {**told, "computed_at": ""} == {**printed, "computed_at": ""}


def test_every_question_is_a_method(shop: Opened) -> None:
    for question in QUESTIONS:
        told = inspect.signature(getattr(shop, question.key))
        assert {each.name for each in question.parameters} <= {name.removesuffix("_") for name in told.parameters}
        assert question.key in {name.removesuffix("_") for name in dir(shop)}
    with pytest.raises(AttributeError):
        shop.funel(STEPS)


def test_a_method_asks_its_question(shop: Opened) -> None:
    asked = shop.ask("funnel", steps=STEPS, within="7d", since="2026-03-03")
    assert shop.funnel(STEPS.split(" > "), "7d", since="2026-03-03") == asked
    assert "steps: " in str(shop.funnel.__doc__)
    with pytest.raises(TypeError):
        shop.funnel(stepps=STEPS)


def test_sql_sees_events_and_customers(shop: Opened) -> None:
    found = shop.sql("SELECT count(*) AS n, count(DISTINCT customer) AS who FROM events JOIN journeys USING (event_id)")
    assert found.to_pylist() == [{"n": 10, "who": 4}]
    assert shop.sql("SELECT customer FROM customers", most=2).num_rows == 2
    with pytest.raises(BadQuery):
        shop.sql("COPY events TO 'out.csv'")


def test_the_map_holds_the_same_numbers(shop: Opened) -> None:
    drawn, asked = shop.map("funnel_5"), shop.ask("stages", stage_set="funnel_5")
    assert [(stage.stage, stage.customers) for stage in drawn.stages] == [
        (row["stage"], row["customers"]) for row in asked.rows
    ]


@pytest.mark.parametrize("wrong", [{"steps": "viewd"}, {"stepps": STEPS}, {"steps": STEPS, "within": "soon"}, {}])
def test_mistakes_are_mistakes(shop: Opened, wrong: dict[str, str]) -> None:
    with pytest.raises(Mistake):
        shop.ask("funnel", **wrong)  # type: ignore[arg-type]


def test_the_examples_of_both_pages(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data.parent)
    english, vietnamese = ((DOCS / name).read_text(encoding="utf-8") for name in ("python.md", "python.vi.md"))
    examples = re.compile(r"```pycon\n(.*?)```", re.DOTALL)
    assert examples.findall(english) == examples.findall(vietnamese)
    page = doctest.DocTestParser().get_doctest("".join(examples.findall(english)), {}, "docs/python.md", None, 0)
    result = doctest.DocTestRunner().run(page)
    assert (result.failed, result.attempted > 10) == (0, True)
