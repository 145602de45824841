"""Drawings of where customers went: flows from step to step and from stage to stage, and whole journeys."""

from __future__ import annotations

from wend.questions.drawing.bars import Bar, bars
from wend.questions.drawing.flows import flows
from wend.questions.drawing.sankey import Link
from wend.questions.drawing.sheet import MARGIN, SMALL, WIDTH, Sheet, size
from wend.questions.drawing.strips import strip
from wend.questions.tabling import Row

MOST_LINKS, MOST_CLUSTERS, MOST_STEPS = 40, 12, 24
_STAYS = "\0stays"


def transitions(sheet: Sheet, y: float) -> float:
    """The commonest transitions."""
    y = sheet.heading(y, sheet.said("transitions"))
    lines = [
        Bar(
            f"{sheet.named(row['from'])} › {sheet.named(row['to'])}",
            size(row["count"]),
            sheet.count(row["count"]),
            sheet.said("half_within", time=sheet.span(row.get("median_seconds"))),
        )
        for row in sheet.rows("edges")
    ]
    return bars(sheet, y, lines)


def paths(sheet: Sheet, y: float) -> float:
    """The thickest flows from step to step, then the commonest whole paths."""
    y = sheet.heading(y, sheet.said("paths"))
    thick = sorted(sheet.rows("links"), key=lambda row: -sheet.counted(row))[:MOST_LINKS]
    links = [Link(row["layer"], row["from"], row["to"], sheet.counted(row)) for row in thick]
    y = sheet.heading(flows(sheet, y, links, sheet.named) + 10, sheet.said("whole_paths"))
    for row in sheet.rows("paths")[:10]:
        told = f"{sheet.percent(row['share'])} [{sheet.percent(row['low'])} – {sheet.percent(row['high'])}]"
        sheet.label(MARGIN, y + 14, told, 190, font=SMALL, weight="semibold")
        words = " › ".join(sheet.named(step) for step in row["path"])
        sheet.label(MARGIN + 200, y + 14, words, WIDTH - 2 * MARGIN - 200, font=SMALL)
        y += 22
    return y


def stages(sheet: Sheet, y: float) -> float:
    """From which stage customers went on to which, and how many have not gone on."""
    y = sheet.heading(y, sheet.said("stages"))
    rows = sheet.rows("stages")
    links = [Link(0, row["from"], row["to"], sheet.counted(row)) for row in sheet.rows("flow")]
    links += [Link(0, row["stage"], _STAYS, sheet.counted(row) - size(row["next"])) for row in rows]
    order = [str(row["stage"]) for row in rows]

    def name(key: str) -> str:
        return sheet.said("no_further") if key == _STAYS else sheet.named(key)

    return flows(sheet, y, links, name, [*order, _STAYS], _STAYS)


def moves(sheet: Sheet, y: float) -> float:
    """Where customers stand with the stage set of today, and where with the edited one."""
    y = sheet.heading(y, sheet.said("moves"))
    links = [Link(0, str(row["from"]), str(row["to"]), sheet.counted(row)) for row in sheet.rows("moves")]
    return flows(sheet, y, links, sheet.named, [str(row["stage"]) for row in sheet.rows("stages")])


_STATES = ("active", "slowing", "left", "nowhere")


def flow(sheet: Sheet, y: float) -> float:
    """Where customers stood at the first moment, and where at the second."""
    y = sheet.heading(y, sheet.said("flow"))
    rows = sheet.rows("flow")
    links = [Link(0, _place(row, "from"), _place(row, "to"), sheet.counted(row)) for row in rows]
    known = list(dict.fromkeys(str(row[end]) for end in ("from", "to") for row in rows if row[end] is not None))
    order = [*(f"{stage}|{state}" for stage in known for state in _STATES), "|nowhere"]

    def name(key: str) -> str:
        stage, _, state = key.partition("|")
        if not stage:
            return sheet.said(f"state_{state}")
        return sheet.named(stage) if state == "active" else f"{sheet.named(stage)} · {sheet.said(f'state_{state}')}"

    return flows(sheet, y, links, name, order, "|nowhere")


def _place(row: Row, end: str) -> str:
    return f"{row[end] or ''}|{row[f'{end}_state']}"


def representative(sheet: Sheet, y: float) -> float:
    """The journeys that stand for all, one strip each."""
    y = sheet.heading(y, sheet.said("representative"))
    if not sheet.rows("clusters"):
        return sheet.nothing(y)
    for row in sheet.rows("clusters")[:MOST_CLUSTERS]:
        journeys = sheet.said("journeys", number=sheet.count(row["journeys"]))
        told = [f"{sheet.percent(row['share'])} [{sheet.percent(row['low'])} – {sheet.percent(row['high'])}]", journeys]
        if outcome := row.get("outcome"):
            told.append(sheet.said("outcome", share=sheet.percent(outcome["share"])))
        sheet.label(MARGIN, y + 12, f"{row['cluster']}.  {' · '.join(told)}", WIDTH - 2 * MARGIN, weight="semibold")
        steps = [(sheet.named(step["step"]), size(step["share"])) for step in row["steps"][:MOST_STEPS]]
        y = strip(sheet, y + 22, steps) + 24
    return y
