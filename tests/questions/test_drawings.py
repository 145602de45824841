"""Answers as drawings: every question that has one, in both languages; nothing from the data is ever markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.questions.buyers import three_kinds
from tests.questions.shop import CLOCK, STORIES, context
from wend.domain.names import Name
from wend.kit.drawing.typeface import _widths
from wend.kit.texts import LANGUAGES, Language, catalogue
from wend.questions.answer import Answer
from wend.questions.asking import ask
from wend.questions.drawing.drawn import DRAWN
from wend.questions.drawing.histograms import counts_of
from wend.questions.drawing.sankey import Link, laid
from wend.questions.errors import NoDrawing, UnknownEnding
from wend.questions.files import DRAWN_FORMS, write
from wend.questions.specs import QUESTIONS
from wend.questions.spreading import EDGES

EVIL = "<script>alert(1)</script>&\"'\x00"
STEPS = [{"step": EVIL, "customers": 40, "share": 1.0}, {"step": "b", "customers": 10, "share": 0.25}]
COHORT = {
    "cohort": "2026-01",
    "customers": 4,
    "periods": [{"period": "0", "share": 1.0}, {"period": "1", "share": None}],
}
ASKED: dict[str, dict[str, Any]] = {
    "funnel": {"steps": "page.seen > cart.filled > order.placed", "by": "city"},
    "flow": {"at": "2026-01-02"},
    "conformance": {"plan": "page.seen > cart.filled within 1d > order.placed"},
    "contribution": {"conversion": "order.placed"},
    "representative": {"outcome": "order.placed"},
    "moves": {"stage_set": "short"},
    "survival": {"start": "page.seen", "end": "order.placed"},
}
_SEEN, _MANY = (
    {"version": 1, "condition": {"did": {"event": event, "times": {"at_least": times}}}}
    for event, times in (("seen", 1), ("bought", 5))
)
OF_BUYERS: dict[str, dict[str, Any]] = {
    "rfm": {},
    "clusters": {"numbers": "rfm", "clusters": 3},
    "compare": {"condition": _MANY},
    "drivers": {"outcome": "rating"},
    "overlap": {"conditions": [_SEEN, _MANY]},
    "lookalikes": {"condition": _MANY},
}
ASKED |= OF_BUYERS
WITHOUT = {"sessions", "segment"}
_SVG = "{http://www.w3.org/2000/svg}"


def _answer(content: dict[str, Any], question: str = "funnel", language: Language = "en") -> Answer:
    main = next(iter(content))
    return Answer(question, {}, "events", 0, 86_400, 0, 0, "v", 40, 99, main, content, language=language)


def _asked(question: str, stories: tuple[str, ...] = STORIES) -> Answer:
    there = three_kinds() if question in OF_BUYERS else context(stories)
    return ask(there, CLOCK, question, ASKED.get(question, {}))


def _texts(svg: str) -> Iterator[str]:
    return (each.text or "" for each in ET.fromstring(svg).iter(f"{_SVG}text"))  # noqa: S314  # our own drawing


def test_every_question_is_drawn_or_known_not_to_be() -> None:
    assert {each.key for each in QUESTIONS} == DRAWN.keys() | WITHOUT
    assert not DRAWN.keys() & WITHOUT


@pytest.mark.parametrize("question", sorted(DRAWN))
def test_every_drawing_speaks_both_languages(question: str) -> None:
    answer = _asked(question)
    english, vietnamese = (set(_texts(replace(answer, language=each).plot().svg)) for each in LANGUAGES)
    assert replace(answer, language="vi").title in vietnamese
    assert len(english - vietnamese) > 2
    assert all(each.strip() for each in english)


@pytest.mark.parametrize("question", sorted(DRAWN))
def test_a_drawing_of_nothing_says_so(question: str) -> None:
    answer = replace(_asked(question), content=_emptied(_asked(question).content), whole=None, language="vi")
    assert "Không có gì như vậy xảy ra." in set(_texts(answer.plot().svg))


def _emptied(content: dict[str, Any]) -> dict[str, Any]:
    return {name: [] if isinstance(value, list) else value for name, value in content.items()}


@pytest.mark.parametrize("content", [{"steps": STEPS}, {"edges": [{"from": EVIL, "to": "b", "count": 2}]}])
def test_data_is_text_in_a_drawing_never_markup(content: dict[str, Any], tmp_path: Path) -> None:
    question = "funnel" if "steps" in content else "transitions"
    _answer(content, question).to_svg(tmp_path / "drawn.svg")
    tree = ET.parse(tmp_path / "drawn.svg")  # noqa: S314  # our own file
    assert not [each for each in tree.iter() if each.tag.endswith("script")]
    assert "<script" not in (tmp_path / "drawn.svg").read_text(encoding="utf-8")


def test_a_period_that_is_not_over_is_not_zero() -> None:
    drawn = list(_texts(_answer({"cohorts": [COHORT]}, "retention").plot().svg))
    assert {"100", "…"} <= set(drawn)
    assert drawn.count("0") == 1  # the heading of the first period


def test_an_anomaly_that_goes_on_is_drawn_to_the_last_day() -> None:
    found = {"what": "a > b", "measure": "seconds", "from": "2026-07-02", "to": None, "group": "", "before": 60}
    days = {"anomaly": 1, "from": "2026-07-01", "values": [60.0, None, 3_600.0, 7_200.0]}
    told = {"anomalies": [found | {"during": 5_400}], "days": [days]}
    drawn = set(_texts(_answer(told, "anomalies").plot().svg))
    assert {"1.  a › b", "2026-07-02 – …: 1.0 min before, 1.5 hours during", "2026-07-01", "2026-07-04"} <= drawn


def test_features_are_counted_over_all_rows() -> None:
    answer = ask(context(), CLOCK, "features", {"limit": "1"})
    counted = counts_of(answer.batches())
    events = dict(zip(EDGES.tolist(), counted["events"].tolist(), strict=True))
    assert {edge: customers for edge, customers in events.items() if customers} == {1: 1, 2: 5}
    assert all(int(counts.sum()) == 6 for counts in counted.values())
    assert {"Events", "83.3%"} <= set(_texts(answer.plot().svg))


def test_stages_are_drawn_by_their_names() -> None:
    assert {"Looking", "Choosing"} <= set(_texts(_asked("stages").plot().svg))
    assert _asked("stages").names["buying"] == Name("Buying", "Mua")


@pytest.mark.parametrize(("ending", "magic"), [(".svg", b"<svg"), (".png", b"\x89PNG"), (".pdf", b"%PDF")])
def test_a_file_is_what_its_ending_says(ending: str, magic: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"drawn{ending}"
    assert write(_answer({"steps": STEPS}), path) is None
    assert path.read_bytes().startswith(magic)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", DRAWN_FORMS)
def test_a_question_without_a_drawing_says_so(ending: str, tmp_path: Path) -> None:
    with pytest.raises(NoDrawing):
        write(_answer({"sessions": 7}, "sessions"), tmp_path / f"drawn{ending}")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UnknownEnding):
        _answer({"steps": STEPS}).plot().save(tmp_path / "drawn.gif")


def test_a_notebook_shows_it_in_its_own_colours() -> None:
    shown = _answer({"steps": STEPS}).plot()
    assert "font-face" in shown.svg
    assert "font-face" not in shown._repr_svg_()
    assert 'fill="currentColor"' in shown._repr_svg_()


def test_what_flows_in_flows_out_at_its_own_height() -> None:
    links = [Link(0, "a", "x", 3), Link(0, "a", "y", 1), Link(0, "b", "x", 2), Link(1, "x", "z", 4)]
    nodes, ribbons = laid(links, 300, 20, ["b"])
    assert [node.key for node in nodes] == ["b", "a", "x", "y", "z"]
    tall = {(node.layer, node.key): node for node in nodes}
    assert tall[1, "x"].height == pytest.approx(5 * tall[1, "y"].height)
    for ribbon in ribbons:
        source, target = tall[ribbon.link.layer, ribbon.link.source], tall[ribbon.link.layer + 1, ribbon.link.target]
        assert source.y <= ribbon.left <= ribbon.left + ribbon.thick <= source.y + source.height + 1e-9
        assert target.y <= ribbon.right <= ribbon.right + ribbon.thick <= target.y + target.height + 1e-9


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_of_a_drawing_has_a_glyph(language: Language) -> None:
    said = "".join(text for key, text in catalogue(language).items() if key.startswith("questions_drawn."))
    for widths in _widths().values():
        assert sorted({sign for sign in said if sign not in widths}) == []
