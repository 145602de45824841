"""The floor test of the house: every import goes down, and a finding names the line and both floors."""

import ast

import pytest

from tools.house import floors
from tools.house.imports import imports_of, module_of
from tools.house.plan import plan


def test_a_finding_names_the_line_the_room_and_both_floors() -> None:
    source = "import json\n\ndef late():\n    from wend.log.journal import Journal\n"
    [finding] = floors.check(ast.parse(source), "src/wend/folds/funnel.py")
    assert finding.line == 4
    assert "folds (floor 2) reaches log (floor 3)" in finding.message


@pytest.mark.parametrize(
    ("source", "path", "target"),
    [
        ("from . import model", "src/wend/maps/facade.py", "wend.maps.model"),
        ("from .model import Map", "src/wend/maps/facade.py", "wend.maps.model.Map"),
        ("from ..voice import facade", "src/wend/maps/draw/svg.py", "wend.maps.voice.facade"),
        ("from ...voice import facade", "src/wend/maps/draw/svg.py", "wend.voice.facade"),
        ("from .rules import x", "src/wend/maps/__init__.py", "wend.maps.rules.x"),
    ],
)
def test_relative_imports_are_resolved(source: str, path: str, target: str) -> None:
    assert [each.target for each in imports_of(ast.parse(source), path)] == [target]


def test_a_module_is_named_after_its_file() -> None:
    assert module_of("src/wend/log/facade.py") == "wend.log.facade"
    assert module_of("src/wend/log/__init__.py") == "wend.log"


def test_each_arrow_joins_two_rooms_of_one_floor() -> None:
    house = plan()
    for room, others in house.arrows.items():
        assert {house.floor_of[other] for other in others} == {house.floor_of[room]}
