"""Imports go down; on one floor only along an arrow; into a floor-4 room only through its open drawers.

Story: of the code bases we measured, the ones that age well have no import knot. Polar is lovely inside each folder and
has 68 of 94 rooms in one circle; its deferred imports "to avoid circular dependency" are the smell of it. A circle is
cheap to prevent on the first day and impossible to cut in the third year, so an import inside a function counts too.
"""

import ast
from fnmatch import fnmatchcase

from tools.house.finding import Example, Finding
from tools.house.imports import imports_of
from tools.house.plan import DOOR_FLOOR, ROOM_FLOOR, Plan, plan, room_of

RULE = "floors"
GOOD = (
    Example("src/wend/folds/funnel.py", "from wend.domain.event import Event\nfrom wend.kit import clock\n"),
    Example("src/wend/maps/rules.py", "from wend.questions.facade import Asked\n"),
    Example("src/wend/maps/facade.py", "from wend.maps.rules import lanes\nfrom .model import Map\n"),
    Example("src/wend/web/maps.py", "from wend.maps.model import Map\n"),
    Example("src/wend/web/app.py", "from wend.maps.endpoints import router\nfrom wend.bootstrap import build\n"),
    Example("src/wend/engines/machine.py", "from wend.log.journal import Journal\nimport numpy\n"),
    Example("src/wend/cli/serve.py", "def serve():\n    from wend.web.app import app\n"),
)
BAD = (
    Example("src/wend/folds/funnel.py", "from wend.log.journal import Journal\n"),
    Example("src/wend/folds/funnel.py", "def late():\n    import wend.engines.machine\n"),
    Example("src/wend/folds/funnel.py", "from wend.identity import links\n"),
    Example("src/wend/voice/rules.py", "from ..maps.facade import Map\n"),
    Example("src/wend/maps/rules.py", "from wend.questions.repository import rows\n"),
    Example("src/wend/web/app.py", "from wend.maps.repository import rows\n"),
    Example("src/wend/kit/clock.py", "from importlib import import_module\nimport_module('wend.domain.event')\n"),
    Example("src/wend/kit/clock.py", "from wend import open\n"),
    Example("src/wend/attic/old.py", "import json\n"),
)


def check(tree: ast.Module, path: str) -> list[Finding]:
    """Judge every import of a file of the package."""
    room = room_of(path)
    if room is None:
        return []
    if room not in plan().floor_of:
        return [Finding(path, 1, RULE, f"room {room} is on no floor; list it in tools/house/floors.toml")]
    found: list[Finding] = []
    for each in imports_of(tree, path):
        message = _judge(plan(), room, each.target)
        if message:
            found.append(Finding(path, each.line, RULE, message))
    return found


def reached_room(house: Plan, target: str) -> str | None:
    """The room a dotted name reaches, or None when it leaves the package."""
    parts = target.split(".")
    if parts[0] != house.package:
        return None
    if len(parts) > 1 and parts[1] in house.floor_of:
        return parts[1]
    return "__init__"


def _judge(house: Plan, room: str, target: str) -> str | None:
    """The sentence that says why `room` may not import `target`, or None when it may."""
    reached = reached_room(house, target)
    if reached is None or reached == room:
        return None
    mine, theirs = house.floor_of[room], house.floor_of[reached]
    where = f"{room} (floor {mine}) reaches {reached} (floor {theirs})"
    if theirs > mine:
        return f"{where}: imports go down"
    if theirs == mine and reached not in house.arrows.get(room, frozenset()):
        return f"{where}: no arrow {room} → {reached}"
    return _judge_drawer(house, mine, theirs, target, where)


def _judge_drawer(house: Plan, mine: int, theirs: int, target: str, where: str) -> str | None:
    if theirs != ROOM_FLOOR:
        return None
    opened = house.drawers_for_doors if mine == DOOR_FLOOR else house.drawers_for_rooms
    drawer = [*target.split("."), ""][2]
    if any(fnmatchcase(drawer, pattern) for pattern in opened):
        return None
    return f"{where} through {drawer or 'the room itself'}: only {', '.join(sorted(opened))} may be named"
