"""One call of a tool, answered: the arguments read, the question asked, the answer spared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wend.assistants import tools
from wend.assistants.errors import BadArgument, NotForThisRole, UnknownTool
from wend.assistants.role import Role
from wend.assistants.sparing import told
from wend.domain.selection import FOREVER, FOREVER_AGO, Selection
from wend.kit.clock import from_epoch
from wend.kit.errors import closest
from wend.kit.texts import Language, text
from wend.questions import facade as questions
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

Arguments = Mapping[str, Any]


def answered(workspace: Workspace, role: Role, language: Language, tool: str, given: Arguments) -> str:
    """The answer as JSON. Raises the Mistakes of the questions, and those of this door."""
    customers = role.sees_customers(workspace)
    known = [each.name for each in tools.tools(language, True)]
    if tool not in known:
        raise UnknownTool(name=tool, closest=closest(tool, known) or ", ".join(known))
    if not customers and tool in (tools.BEHIND, *tools.NAMING):
        raise NotForThisRole(tool=tool)
    note = text(language, "assistants.note")
    if tool == tools.LOG:
        return told(_log(workspace, customers), tools.MOST_ROWS, customers, note)
    rows = _rows(given)
    if tool == tools.BEHIND:
        return told(_behind(workspace, given, rows), rows, customers, note)
    options = (_selection(given), _over(given), _per(given))
    answer = questions.ask(workspace, tool, _params(given), *options)
    asked = {name: value for name, value in answer.params.items() if value is not None}
    return told(answer.to_json() | {"params": asked}, rows, customers, note)


def _log(workspace: Workspace, customers: bool) -> dict[str, Any]:
    """What there is to ask about. Examples of properties may name people."""
    journal = workspace.log.journal()
    kinds = [
        {
            "event": kind.name,
            "events": kind.events,
            "customers": kind.customers,
            "channels": [name for name, _ in kind.channels if name],
            "properties": [
                {"name": each.name} | ({"examples": list(each.examples)} if customers else {})
                for each in kind.properties
            ],
        }
        for kind in workspace.log.catalogue().kinds
    ]
    period = {"from": _day(journal.first_at), "to": _day(journal.last_at)} if journal.events else None
    held = {"events": journal.events, "customers": journal.customers, "period": period}
    sets = touchpoints.stage_sets(workspace) if journal.events else ()
    points = touchpoints.touchpoints(workspace) if journal.events else ()
    return held | {
        "zone": workspace.settings.timezone,
        "kinds": kinds,
        "traits": sorted(journal.trait_names),
        "segments": sorted(workspace.facts.segments()),
        "touchpoints": [{"touchpoint": each.key, "channel": each.channel} for each in points],
        "stage_sets": [{"stage_set": each.key, "stages": [one.key for one in each.stages]} for each in sets],
    }


def _behind(workspace: Workspace, given: Arguments, rows: int) -> dict[str, Any]:
    question, params, where = given.get("question"), _written(given, "params"), _written(given, "where")
    if not isinstance(question, str):
        raise BadArgument(name="question")
    where = {name: str(value) for name, value in where.items()}
    found = questions.members(workspace, question, params, where, _selection(given), _over(given), _per(given))
    return {"question": question, "where": where, "customers": len(found), "ids": found[:rows]}


def _params(given: Arguments) -> dict[str, Any]:
    return _plain({name: value for name, value in given.items() if name not in tools.COMMON})


def _written(given: Arguments, name: str) -> dict[str, Any]:
    value = given.get(name) or {}
    if not isinstance(value, Mapping):
        raise BadArgument(name=name)
    return _plain(value)


def _plain(values: Arguments) -> dict[str, Any]:
    """Texts of a bearable length, whole numbers and yes or no; nothing that is given as nothing."""
    for name, value in values.items():
        short = isinstance(value, str) and len(value) <= tools.LONGEST_ARGUMENT
        if value is not None and not short and not isinstance(value, int):
            raise BadArgument(name=name)
    return {name: value for name, value in values.items() if value is not None}


def _rows(given: Arguments) -> int:
    rows = given.get("rows", tools.ROWS)
    if not isinstance(rows, int) or not 1 <= rows <= tools.MOST_ROWS:
        raise BadArgument(name="rows")
    return rows


def _over(given: Arguments) -> questions.Over | None:
    match given.get("over"):
        case None:
            return None
        case "events":
            return "events"
        case "touchpoints":
            return "touchpoints"
    raise BadArgument(name="over")


def _per(given: Arguments) -> str:
    per = given.get("per", questions.CUSTOMER)
    if not isinstance(per, str):
        raise BadArgument(name="per")
    return per


def _selection(given: Arguments) -> Selection:
    first, last = _moment(given, "from", FOREVER_AGO), _moment(given, "to", FOREVER)
    channels, segments = _words(given, "channels"), _words(given, "segments")
    traits = {name: str(value) for name, value in _written(given, "traits").items()}
    return Selection(first, last, channels, tuple(traits.items()), segments)


def _words(given: Arguments, name: str) -> tuple[str, ...]:
    words = given.get(name) or []
    if not isinstance(words, list) or not all(isinstance(each, str) for each in words):
        raise BadArgument(name=name)
    return tuple(words)


def _moment(given: Arguments, name: str, missing: int) -> int:
    value = given.get(name)
    if value is None:
        return missing
    if not isinstance(value, str | int):
        raise BadArgument(name=name)
    return questions.moment(value)


def _day(seconds: int) -> str:
    return f"{from_epoch(seconds):%Y-%m-%d}"
