"""No two rooms import each other in a circle, and the arrows themselves hold no circle.

Story: the best single number we measured is the import knot, the largest group of rooms that import each other in a
circle. The floors rule makes a knot impossible only as long as the table of arrows is free of circles; somebody will
one day add the arrow that closes one. This rule looks at the imports that are really there.
"""

from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tools.house.finding import Files, Finding
from tools.house.floors import reached_room
from tools.house.imports import imports_of
from tools.house.plan import plan, room_of
from tools.house.reading import tree_of

RULE = "knots"
GOOD: tuple[Files, ...] = (
    {"src/wend/maps/rules.py": "from wend.voice.facade import nps\n", "src/wend/voice/facade.py": "import json\n"},
)
BAD: tuple[Files, ...] = (
    {
        "src/wend/maps/rules.py": "from wend.voice.facade import nps\n",
        "src/wend/voice/facade.py": "def late():\n    from wend.maps.facade import Map\n",
    },
)


def check_tree(root: Path, paths: tuple[str, ...]) -> list[Finding]:
    """Find a circle among the rooms' real imports, or among the arrows of the plan."""
    house = plan()
    arrows = {room: set(others) for room, others in house.arrows.items()}
    found = [] if (knot := _circle(arrows)) is None else [_finding("tools/house/floors.toml", 0, knot)]
    reaches, where = _real_imports(root, paths)
    knot = _circle(reaches)
    if knot is not None:
        found.append(_finding(*where[knot[1], knot[0]], knot))
    return found


def _real_imports(
    root: Path, paths: tuple[str, ...]
) -> tuple[dict[str, set[str]], dict[tuple[str, str], tuple[str, int]]]:
    """Which room reaches which, and one line where each of them does."""
    reaches: dict[str, set[str]] = {}
    where: dict[tuple[str, str], tuple[str, int]] = {}
    for path in paths:
        room = room_of(path)
        if room is None:
            continue
        tree = tree_of(root / path)
        for each in imports_of(tree, path):
            reached = reached_room(plan(), each.target)
            if reached is not None and reached != room:
                reaches.setdefault(room, set()).add(reached)
                where.setdefault((room, reached), (path, each.line))
    return reaches, where


def _circle(graph: dict[str, set[str]]) -> list[str] | None:
    """One circle, or None; in it every name is reached by the one after it."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return None


def _finding(path: str, line: int, knot: list[str]) -> Finding:
    return Finding(path, line, RULE, "rooms in a circle: " + " → ".join(reversed(knot)))
