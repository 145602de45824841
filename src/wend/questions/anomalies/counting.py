"""The walk of the fold through groups."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from wend.engines.divided import Groups, divided
from wend.engines.lens import Lens, every_event
from wend.engines.machine import Machine
from wend.folds import daily
from wend.folds.daily import DailyParams
from wend.questions import errors
from wend.questions.anomalies.groups import Division, Groupings, divisions, groupings
from wend.questions.anomalies.series import Counted
from wend.questions.context import Context
from wend.questions.wish import Prepared

MOST_CELLS = 20_000_000
"""Room for the counts of one division: 160 MB for each thread."""
MOST_GROUPS = 512
_MOST_CODES = 65_000


def codes_of(params: DailyParams) -> list[int]:
    """Codes of the space by their place among the watched ones."""
    codes = np.flatnonzero(params.place >= 0)
    return [int(code) for code in codes[np.argsort(params.place[codes])]]


def legs_in(params: DailyParams) -> list[tuple[int, int, int]]:
    """(from, to, seconds) of every leg, from and to as places among the watched steps."""
    ends = np.zeros((2, len(params.within)), np.int64)
    ends[0, params.leaving] = np.repeat(np.arange(params.watched), np.diff(params.leaves))
    ends[1, params.arriving] = np.repeat(np.arange(params.watched), np.diff(params.arrives))
    return [(int(a), int(b), int(within)) for a, b, within in zip(*ends, params.within, strict=True)]


def count(context: Context, prepared: Prepared, division: Division | None) -> Counted:
    """The fold's answer, divided by channel and by `division`."""
    whole: DailyParams = prepared.params
    room = (whole.watched + 4 * len(whole.within)) * whole.days
    most = min(MOST_GROUPS, _MOST_CODES // whole.watched, max(1, MOST_CELLS // room))
    grouped = groupings(context, division, most)
    channels, values = grouped.shape
    params, lens = _through(context, prepared, grouped.groups, channels * values, division.name if division else "")
    # A machine of its own: what this lens reads is not worth keeping for other questions.
    machine = Machine(context.machine.journal, context.machine.threads, context.machine.left_out)
    walked = machine.answer(daily.DAILY, params, prepared.selection, lens)
    return Counted(params, legs_in(params), grouped, walked.answer)


def _through(context: Context, prepared: Prepared, groups: Groups, many: int, name: str) -> tuple[DailyParams, Lens]:
    whole: DailyParams = prepared.params
    lens = prepared.lens or every_event(context.machine.journal.words)
    made = divided(lens, codes_of(whole), groups, name)
    place = np.arange(whole.watched, dtype=np.int64)
    return whole._replace(size=whole.watched, place=place, groups=many), made


def divided_by(context: Context, names: Sequence[str], group: str) -> tuple[Groupings, int | None, int | None]:
    """The group of this name: "", "channel = app", "platform = android" or both; raises for unknown ones."""
    known = []
    for division in (None, *divisions(context, names)):
        grouped = groupings(context, division, MOST_GROUPS)
        for channel in (None, *range(len(grouped.channels))):
            for value in (None, *range(len(grouped.values))):
                if grouped.name(channel, value) == group:
                    return grouped, channel, value
                known.append(grouped.name(channel, value))
    raise errors.BadChoice(group, known)


def one_group(
    context: Context, prepared: Prepared, grouped: Groupings, channel: int | None, value: int | None
) -> tuple[DailyParams, Lens]:
    """Params and lens of two groups: those who belong to this one, and all others."""
    values = grouped.shape[1]

    def groups(number: int) -> NDArray[np.int64]:
        codes = grouped.groups(number)
        outside = np.zeros(len(codes), np.bool_)
        if channel is not None:
            outside |= codes // values != channel
        if value is not None:
            outside |= codes % values != value
        return outside.astype(np.int64)

    return _through(context, prepared, groups, 2, f"{grouped.name(channel, value)} alone")
