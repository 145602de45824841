"""The plan of the house, read from `floors.toml`: which room is on which floor and which arrows exist."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOM_FLOOR = 4
DOOR_FLOOR = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """Floors, arrows and open drawers; rooms are named without the package."""

    package: str
    floor_of: dict[str, int]
    arrows: dict[str, frozenset[str]]
    drawers_for_rooms: frozenset[str]
    drawers_for_doors: frozenset[str]


@cache
def plan() -> Plan:
    """The plan of this house."""
    return read_plan(tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8")))


def read_plan(table: dict[str, Any]) -> Plan:
    """Turn the table of `floors.toml` into a plan."""
    floor_of = {room: int(floor) for floor, rooms in table["floors"].items() for room in rooms}
    return Plan(
        package=table["package"],
        floor_of=floor_of,
        arrows={room: frozenset(others) for room, others in table["arrows"].items()},
        drawers_for_rooms=frozenset(table["drawers"]["rooms"]),
        drawers_for_doors=frozenset(table["drawers"]["doors"]),
    )


def source_prefix() -> str:
    """Where the package's files stand, from the root."""
    return f"src/{plan().package}/"


def room_of(path: str) -> str | None:
    """The room a source file belongs to (`__init__` for the package's own file), or None outside the package."""
    prefix = source_prefix()
    if not path.startswith(prefix) or not path.endswith(".py"):
        return None
    first = path.removeprefix(prefix).split("/")[0]
    return first.removesuffix(".py")


def below_the_doors(path: str) -> bool:
    """Whether the file belongs to the package but not to its door floor."""
    room = room_of(path)
    return room is not None and plan().floor_of.get(room, ROOM_FLOOR) < DOOR_FLOOR
