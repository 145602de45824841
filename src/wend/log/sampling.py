"""A few documents of every event name, drawn from the whole log: kept beside the journal, so that of a log that grows
only what is new is looked at. The draw is of the smallest ids, which can be drawn in parts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from wend.log.durable import read_json, replace_json
from wend.log.moving import covered_by
from wend.log.queries import Drawn

FORMAT = 1
Draw = Callable[[Sequence[Path], int], Mapping[str, Sequence[Drawn]]]
"""From some files, so many documents per event name at most."""


def sampled(file: Path, log: Path, names: Sequence[str], each: int, draw: Draw) -> dict[str, list[str]]:
    """At most `each` documents per event name, of all files of the log that there are now. Caller holds the journal
    lock.
    """
    seen, known = _kept(file, log, names, each)
    new = [name for name in names if name not in seen]
    if new:
        for event, drawn in draw([log / name for name in new], each).items():
            known[event] = sorted([*known.get(event, ()), *drawn])[:each]
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_json(file, {"format": FORMAT, "each": each, "files": list(names), "drawn": known})
    return {event: [document for _, document in drawn] for event, drawn in sorted(known.items())}


def _kept(file: Path, log: Path, names: Sequence[str], each: int) -> tuple[set[str], dict[str, list[Drawn]]]:
    """Which files were looked at, and what was drawn; nothing where a file that was looked at is not there any more."""
    document: Any = read_json(file)
    if document is None or (document.get("format"), document.get("each")) != (FORMAT, each):
        return set(), {}
    seen = covered_by(log, names, document["files"])
    if not seen <= set(names):
        return set(), {}
    return seen, {event: [(int(i), text) for i, text in drawn] for event, drawn in document["drawn"].items()}
