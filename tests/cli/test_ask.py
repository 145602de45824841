"""`wend ask`: the promised keys, and numbers that anybody can check by hand on the ten events of examples/shop."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import Terminal

ENVELOPE = {"question", "period", "as_of", "customers"}
Words = tuple[str, ...]
STEPS = "product.viewed > cart.filled > order.placed"
MINUTE, HOUR, DAY = 60, 3_600, 86_400
QUESTIONS: dict[str, Words] = {
    "funnel": ("--steps", STEPS),
    "transitions": (),
    "sessions": ("--gap", "30m"),
    "stages": (),
    "touchpoints": (),
    "feelings": (),
    "dropoff": (),
    "reach": (),
    "loops": (),
    "paths": ("--start", "product.viewed"),
    "retention": ("--every", "day"),
    "survival": (),
    "lifecycle": ("--every", "week"),
    "stickiness": (),
    "return": ("--silence", "1d"),
    "flow": ("--at", "2026-03-05"),
    "moves": ("--stage-set", "funnel_5"),
}


def near(seconds: float) -> Any:
    """A median from a histogram: within 2.5 percent."""
    return pytest.approx(seconds, rel=0.025)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_says_what_was_asked_of_whom_and_when(shop: Terminal, question: str) -> None:
    answer = shop("ask", question, *QUESTIONS[question], "--json").json
    assert set(answer) >= ENVELOPE
    assert answer["question"] == question
    assert answer["period"] == {"from": "2026-03-01T08:00:00Z", "to": "2026-03-13T10:00:01Z"}
    assert answer["as_of"] == "2026-03-13T10:00:00Z"
    assert (answer["customers"], answer["events"]) == (4, 10)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_is_also_a_readable_table(shop: Terminal, question: str) -> None:
    ran = shop("ask", question, *QUESTIONS[question])
    assert (ran.status, ran.err) == (0, "")
    assert len(ran.out.splitlines()) >= 2


def test_funnel(shop: Terminal) -> None:
    within = shop("ask", "funnel", "--steps", STEPS, "--within", "7d", "--json").json
    assert [(row["step"], row["customers"]) for row in within["steps"]] == [
        ("product.viewed", 4),
        ("cart.filled", 3),
        ("order.placed", 1),  # C3 ordered ten days after looking
    ]
    assert shop("ask", "funnel", "--steps", STEPS, "--json").json["steps"][2]["customers"] == 2


def test_transitions(shop: Terminal) -> None:
    edges = {(edge["from"], edge["to"]): edge for edge in shop("ask", "transitions", "--json").json["edges"]}
    assert all(set(edge) >= {"from", "to", "count", "customers", "median_seconds"} for edge in edges.values())
    counted = {names: (edge["count"], edge["customers"]) for names, edge in edges.items()}
    assert counted == {
        ("product.viewed", "cart.filled"): (3, 3),
        ("cart.filled", "order.placed"): (2, 2),
        ("cart.filled", "product.viewed"): (1, 1),
    }
    assert edges["product.viewed", "cart.filled"]["median_seconds"] == near(10 * MINUTE)  # of 5, 10 and 20
    assert edges["cart.filled", "product.viewed"]["median_seconds"] == near(2 * DAY - 10 * MINUTE)


@pytest.mark.parametrize(("gap", "sessions"), [("30m", 6), ("10m", 7), ("1h", 6), ("3d", 5), ("2w", 4)])
def test_sessions(shop: Terminal, gap: str, sessions: int) -> None:
    answer = shop("ask", "sessions", "--gap", gap, "--json").json
    assert (answer["sessions"], answer["customers"]) == (sessions, 4)
    if gap == "30m":
        assert answer["median_events"] == 1.5  # 3 · 2, 1 · 2, 1 · 1


def test_stages(shop: Terminal) -> None:
    stages = {row["stage"]: row for row in shop("ask", "stages", "--json").json["stages"]}
    assert all(set(row) >= {"stage", "customers", "next", "median_seconds"} for row in stages.values())
    assert [(name, row["customers"]) for name, row in stages.items() if row["customers"]] == [
        ("consideration", 4),
        ("conversion", 2),
    ]
    assert stages["consideration"]["next"] == 2
    assert stages["consideration"]["median_seconds"] == near((10 * MINUTE + 10 * DAY) / 2)
    assert stages["conversion"]["median_seconds"] is None


def test_names_cannot_steer_the_terminal(terminal: Terminal, tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    names = ["[/red]", "[bold]x", "\x1b[31mred\x07", "{step}", "%s"]
    lines = [f'A,"{name}",2026-01-0{day}' for day, name in enumerate(names, 1)]
    log.write_text("\n".join(["who,what,when", *lines]), encoding="utf-8")
    assert terminal("import", log, "--customer=who", "--event=what", "--time=when").status == 0
    shown = terminal("ask", "reach").out
    assert all(name in shown for name in ("[/red]", "[bold]x", "{step}", "%s"))
    assert not {"\x1b", "\x07"} & set(shown)


@pytest.mark.parametrize(("spoken", "words"), [("en", "Median time"), ("vi", "Thời gian trung vị")])
def test_tables_speak_the_readers_language(shop: Terminal, spoken: Any, words: str) -> None:
    shown = shop("ask", "transitions", spoken=spoken).out
    assert words in shown
    assert {"en": "1 d 23 h", "vi": "1 ngày 23 giờ"}[spoken] in shown


def test_a_selection_by_period_channel_and_trait(shop: Terminal) -> None:
    def held(*options: str) -> tuple[int, int]:
        answer = shop("ask", "reach", *options, "--json").json
        return answer["customers"], answer["events"]

    assert held("--from", "2026-03-03", "--to", "2026-03-13") == (3, 4)
    assert held("--from", "2026-03-13T10:00:00Z") == (1, 1)
    assert held("--channel", "app", "--channel", "store") == (3, 5)
    assert held("--trait", "province=Nghệ An") == (2, 4)


def test_feelings_of_the_rated_shop(rated_shop: Terminal) -> None:
    answer = rated_shop("ask", "feelings", "--json").json
    [row] = answer["touchpoints"]
    assert row["touchpoint"] == "order_placed"
    assert (row["experience"]["n"], row["experience"]["mean"]) == (2, 0.5)  # five stars +2, two stars −1


@pytest.mark.parametrize(
    ("words", "closest"),
    [
        (("ask", "funnel", "--steps", "product.viewd > cart.filled"), "product.viewed"),
        (("ask", "funnel", "--steps", "product_viewd", "--over", "touchpoints"), "product_viewed"),
        (("ask", "funel", "--steps", "product.viewed"), "funnel"),
        (("ask", "funnel", "--stepps", "product.viewed"), "--steps"),
        (("ask", "stages", "--stage-set", "funel_5"), "funnel_5"),
        (("ask", "reach", "--channel", "wep"), "web"),
        (("ask", "reach", "--trait", "provinc=Hà Nội"), "province"),
        (("map", "build", "--out", "x.json", "--stage-set", "funel_5"), "funnel_5"),
        (("map", "biuld"), "build"),
        (("improt", "x.csv"), "import"),
        (("serve", "--hots", "x"), "--host"),
    ],
)
@pytest.mark.parametrize("spoken", ["en", "vi"])
def test_a_wrong_name_gets_the_closest_known_one(shop: Terminal, words: Words, closest: str, spoken: Any) -> None:
    ran = shop(*words, spoken=spoken)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 3)
    assert closest in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("ask", "funnel"),
        ("ask", "funnel", "--steps"),
        ("ask", "funnel", "--steps", ">"),
        ("ask", "funnel", "--steps", "product.viewed", "--within", "soon"),
        ("ask", "funnel", "--steps", "product.viewed", "--within", "9" * 400),
        ("ask", "reach", "--from", "yesterday"),
        ("ask", "reach", "--from", "9" * 18),
        ("ask", "reach", "--trait", "province"),
        ("ask", "stages", "--as-of", "2026-02-30"),
        ("ask", "reach", "more"),
        ("ask", "reach", "--over", "clouds"),
        ("map", "build", "--out", "map.docx"),
        ("map", "build", "--out", "no/such/folder/map.json"),
        ("serve", "--host", "192.0.2.1"),
        ("serve", "--port", "70000"),
        ("ask", "reach", "--workspace", "../other"),
        ("ask", "sessions", "--out", "sessions.png"),
    ],
)
@pytest.mark.parametrize("spoken", ["en", "vi"])
def test_a_mistake_is_three_sentences_and_status_2(shop: Terminal, words: Words, spoken: Any) -> None:
    ran = shop(*words, spoken=spoken)
    assert (ran.status, ran.out) == (2, ""), ran.err
    assert len(ran.err.splitlines()) == 3
    assert ran.err.splitlines()[2].startswith("→ ")


@pytest.mark.parametrize(("spoken", "said"), [("en", "The drawing is in"), ("vi", "Đã ghi hình vẽ vào")])
def test_an_answer_is_drawn_into_a_file(shop: Terminal, tmp_path: Path, spoken: Any, said: str) -> None:
    ran = shop("ask", "reach", "--out", tmp_path / "reach.svg", spoken=spoken)
    assert said in ran.out
    assert {"en": "Reach", "vi": "Độ phủ"}[spoken] in (tmp_path / "reach.svg").read_text(encoding="utf-8")


def test_a_question_about_an_empty_log(terminal: Terminal) -> None:
    answer = terminal("ask", "transitions", "--json").json
    assert (answer["customers"], answer["events"], answer["edges"]) == (0, 0, [])
    assert terminal("ask", "sessions").status == 0
    assert terminal("ask", "stages").status == 2  # there are no touchpoints to speak of yet


def test_groups_are_compared_under_the_table(shop: Terminal) -> None:
    words = ("ask", "survival", "--start", "product.viewed", "--end", "order.placed", "--by", "channel")
    assert shop(*words).out.splitlines()[-1].startswith("Do the groups differ? p ")
    assert shop("ask", "return", "--silence", "1d", spoken="vi").out.count("không phải bằng chứng") == 1


def test_a_period_that_is_not_over_stands_in_brackets(shop: Terminal) -> None:
    table = shop("ask", "retention", "--every", "week", "--periods", "1").out.splitlines()
    assert [line.split() for line in table[1:]] == [
        ["Cohort", "Customers", "0", "1"], ["2026-02-23", "1", "100%", "0%"], ["2026-03-02", "3", "100%", "(1)"]
    ]  # fmt: skip


def test_a_condition_is_asked_from_a_file_or_as_it_is_written(shop: Terminal, tmp_path: Path) -> None:
    text = "all of (did cart.filled, did not order.placed)"
    document = (
        '{"version":1,"condition":{"all":[{"did":{"event":"cart.filled"}},{"did_not":{"event":"order.placed"}}]}}'
    )
    (tmp_path / "two words").write_text(text, encoding="utf-8")
    told = [
        shop("ask", "segment", "--condition", given, "--json").json["ids"]
        for given in (text, document, str(tmp_path / "two words"))
    ]
    assert told == [["customer:C2"]] * 3
    refused = shop("ask", "segment", "--condition", "did cart.filed", "--json")
    assert refused.status != 0 and "cart.filled" in refused.err
    assert shop("ask", "segment", "--condition", "nowhere.condition").status != 0


@pytest.mark.parametrize(
    ("both", "said"),
    [("", "count to the second only"), ("first", "count to the first only"), ("apart", "are left out")],
)
def test_a_comparison_says_where_customers_of_both_groups_count(shop: Terminal, both: str, said: str) -> None:
    words = ("ask", "compare", "--condition", "did product.viewed", "--against", "did cart.filled")
    told = shop(*words, *(("--both", both) if both else ())).out
    assert said in told
    assert "Without --against" in told


@pytest.mark.parametrize(("spoken", "said"), [("en", "too little is known"), ("vi", "Còn biết quá ít")])
def test_what_drives_a_purchase_is_not_made_up(shop: Terminal, spoken: Any, said: str) -> None:
    told = shop("ask", "drivers", spoken=spoken).out
    assert said.casefold() in told.casefold()
    assert {"en": "need not be its cause", "vi": "chưa hẳn là nguyên nhân"}[spoken] in told
