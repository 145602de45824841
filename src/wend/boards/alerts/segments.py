"""What an alert watches of a segment: how large it is, and how many entered or left it lately."""

from __future__ import annotations

from wend.boards.alerts.errors import BadCell
from wend.boards.model_alerts import Cell
from wend.kit.clock import epoch_seconds
from wend.segments import facade as segments
from wend.workspaces.facade import Workspace

COLUMNS = ("size", "entered", "left")
MOST_DAYS = 366
_DAY = 86_400


def checked(workspace: Workspace, key: str, cell: Cell) -> str:
    """The segment's key, by its key or name. Raises UnknownSegment, BadCell."""
    check_cell(cell)
    return segments.segment(workspace, key).key


def of_segment(workspace: Workspace, key: str, cell: Cell) -> float | None:
    """The number now; None while members are being found: what is counted then is nobody's size. Raises
    UnknownSegment, BadCell.
    """
    days, found = check_cell(cell), segments.segment(workspace, key)
    if found.state == "computing":
        return None
    if cell.column == "size":
        return float(found.size)
    since = epoch_seconds(workspace.clock.now()) - days * _DAY
    moves = segments.moves_since(workspace, key, since)
    return float(moves.entered if cell.column == "entered" else moves.left)


def check_cell(cell: Cell) -> int:
    """Over how many days is counted. Raises BadCell for what no segment has."""
    written = cell.row.get("days", "1")
    days = int(written) if written.isdecimal() and len(written) < 5 else 0
    if cell.column not in COLUMNS or set(cell.row) - {"days"} or not 1 <= days <= MOST_DAYS:
        raise BadCell(column=cell.column[:80], most=MOST_DAYS)
    return days
