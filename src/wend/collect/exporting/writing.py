"""The log written to a file whose ending says in which form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from wend.collect.errors import LogFormUnknown, LogUnwritable
from wend.collect.exporting import ocel_json, ocel_xml, xes
from wend.collect.exporting.journeys import Journeys
from wend.collect.exporting.ocel_sqlite import repository as ocel_sqlite
from wend.workspaces.facade import Workspace, audit

FORMS: dict[str, Callable[[Journeys, Path], None]] = {
    ".json": ocel_json.write,
    ".jsonocel": ocel_json.write,
    ".sqlite": ocel_sqlite.write,
    ".xes": xes.write,
    ".xml": ocel_xml.write,
    ".xmlocel": ocel_xml.write,
}


def export_log(workspace: Workspace, path: Path, grouping: Sequence[str], who: str, reason: str) -> int:
    """Write the whole log; what stood there before goes only when the new file is whole. Gives the number of events.

    Everybody is in it, so it is written to the audit log. Raises LogFormUnknown, LogUnwritable.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise LogFormUnknown(ending=path.suffix or path.name, known=", ".join(FORMS))
    journeys = Journeys(workspace, grouping)
    with workspace.store.work(workspace.name) as work:
        audit(work, who, "log.exported", path.suffix.lower(), {"events": journeys.events, "reason": reason})
    part = path.with_name(f"{path.name}.part")
    try:
        form(journeys, part)
        part.replace(path)
    except OSError as refused:
        raise LogUnwritable(file=str(path), reason=refused.strerror or str(refused)) from refused
    finally:
        part.unlink(missing_ok=True)
    return journeys.events
