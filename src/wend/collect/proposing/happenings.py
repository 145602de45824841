"""What happened, according to a file's columns: an event column, milestones of an order-like row, or answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wend.collect.mapping.model import Amount, EventRule, Rating, Value, When
from wend.collect.proposing.model import Remark, remark
from wend.collect.proposing.profile import Column, Profile
from wend.collect.proposing.words import NO_EVENT, PRODUCTS, folded, milestone, says, thing
from wend.domain.event import Scale

_MOST_NAMES = 400
_MANY_ANSWERS = 3
_TIME_WORDS = re.compile(r"\b(date|time|timestamp|at|on|ngay|gio|thoi gian|data)\b")


@dataclass(frozen=True, slots=True)
class What:
    """Events in the order they usually happen, and how sure this is."""

    events: tuple[EventRule, ...]
    sureness: float
    reasons: tuple[Remark, ...]
    questions: tuple[Remark, ...] = ()


def times(profile: Profile) -> list[Column]:
    """The columns that say when something happened."""
    return [column for column in profile.columns if column.time_format and not says(column.plain, NO_EVENT)]


def subject_of(profile: Profile) -> str:
    """What the rows are about: order, review, ticket, … or "record"."""
    name = folded(profile.path.name.partition(".")[0])
    return thing([name, *(column.plain for column in profile.columns[:6])]) or "record"


def what(profile: Profile, taken: set[str]) -> What | None:
    """The events of a file; `taken` columns are spoken for by the customer."""
    moments = times(profile)
    year = next(
        (
            column
            for column in profile.columns
            if column.plain in ("year", "nam", "ano") and 1900 <= column.lowest <= column.highest < 2200
        ),
        None,
    )
    if not moments and year is None:
        return None
    best = max(moments, key=lambda column: (column.fits("time"), column.filled)) if moments else None
    named = _event_column(profile, taken | {column.name for column in moments})
    answers = _answers(profile, taken)
    if named is not None and best is not None:
        return _logged(profile, named, best)
    if answers and (year is not None or best is not None):
        return _answered(profile, answers, _answer_time(moments) or best, year)
    if best is None:
        return None
    return _milestones(profile, moments)


def _event_column(profile: Profile, taken: set[str]) -> Column | None:
    fitting = [
        column
        for column in profile.columns
        if column.name not in taken
        and column.fits("event") >= 0.6
        and column.filled > 0.5
        and column.distinct <= _MOST_NAMES
        and column.length <= 60
    ]
    return max(fitting, key=lambda column: (column.fits("event"), -column.distinct), default=None)


def _logged(profile: Profile, named: Column, time: Column) -> What:
    channel = channel_of(profile, {named.name, time.name})
    rule = EventRule(Value(column=named.name), time.name, time.time_format, channel=channel, required=True)
    reasons = [
        remark("why.event_column", column=named.name, kinds=str(named.distinct)),
        remark("why.time", column=time.name),
    ]
    amount, why, asked = amount_of(profile)
    reasons += why
    return What(
        (replace(rule, amount=amount),),
        0.5 + 0.5 * named.fits("event") * max(time.fits("time"), 0.8),
        tuple(reasons),
        tuple(asked),
    )


def channel_of(profile: Profile, taken: set[str]) -> Value | None:
    """The column that says through which channel, if any."""
    fitting = [
        column
        for column in profile.columns
        if column.fits("channel") >= 0.6 and column.name not in taken and 1 <= column.distinct <= 60
    ]
    best = max(fitting, key=lambda column: (column.fits("channel"), column.filled), default=None)
    return Value(column=best.name) if best else None


def amount_of(profile: Profile) -> tuple[Amount | None, list[Remark], list[Remark]]:
    """Money of a row: a total, or a unit price times a quantity."""
    fitting = [
        column
        for column in profile.columns
        if column.fits("amount") >= 0.6 and column.numbers > 0.95 and column.distinct > 1
    ]
    best = max(
        fitting,
        key=lambda column: (not says(column.plain, ("price", "unitprice", "don gia", "cost")), column.fits("amount")),
        default=None,
    )
    if best is None:
        return None, [], []
    unit = says(best.plain, ("price", "unitprice", "don gia", "preco")) or best.plain == "unit price"
    quantity = next(
        (column for column in profile.columns if column.fits("quantity") == 1.0 and column.numbers > 0.95), None
    )
    asked = [remark("ask.currency", column=best.name)]
    if unit and quantity:
        return (
            Amount(best.name, quantity.name),
            [remark("why.amount_times", column=best.name, times=quantity.name)],
            asked,
        )
    return Amount(best.name), [remark("why.amount", column=best.name)], asked


def _milestones(profile: Profile, moments: Sequence[Column]) -> What:
    amount, reasons, asked = amount_of(profile)
    about = subject_of(profile)
    about = "order" if about == "record" and amount is not None else about
    channel = channel_of(profile, {column.name for column in moments})
    rules: dict[str, EventRule] = {}
    sold = any(says(column.plain, PRODUCTS) for column in profile.columns) and any(
        column.fits("quantity") for column in profile.columns
    )
    lines = sold and len(moments) == 1
    for column in moments:
        step = milestone(column.plain.replace("order", "").strip() or column.plain) or milestone(column.plain)
        if not step:
            bare = "_".join(_TIME_WORDS.sub("", column.plain).split())
            step = (
                bare if bare and len(moments) > 1 and bare != about else ("placed" if about == "order" else "recorded")
            )
        name = "product.bought" if lines else f"{about}.{step}"
        if name in rules:
            name = f"{about}.{'_'.join(column.plain.split())}"
        rules[name] = EventRule(Value(text=name), column.name, column.time_format, channel=channel)
        reasons.append(remark("why.milestone", column=column.name, event=name))
    first = next((name for name in rules if name.endswith(".placed")), next(iter(rules)))
    rules[first] = replace(rules[first], amount=amount, required=True)
    known = sum(1 for name in rules if name.rpartition(".")[2] in _KNOWN)
    return What(tuple(rules.values()), 0.5 + 0.4 * known / len(rules), tuple(reasons), tuple(asked))


_KNOWN = frozenset(
    {
        "placed",
        "approved",
        "paid",
        "shipped",
        "delivered",
        "delivery_expected",
        "cancelled",
        "returned",
        "completed",
        "answered",
        "bought",
    }
)


def _answers(profile: Profile, taken: set[str]) -> list[tuple[Column, Scale]]:
    """The columns that hold answers on a scale: one that is called so, or many alike."""
    scaled = [
        (column, scale)
        for column in profile.columns
        if column.name not in taken and (scale := _scale(column)) is not None
    ]
    called = [(column, scale) for column, scale in scaled if column.fits("rating") >= 0.6]
    prefixed = [(column, scale) for column, scale in scaled if re.match(r"(q|cau|c)( |\d)", column.plain)]
    return scaled_union(called, prefixed if len(prefixed) >= _MANY_ANSWERS else [])


def scaled_union(one: list[tuple[Column, Scale]], other: list[tuple[Column, Scale]]) -> list[tuple[Column, Scale]]:
    """Both lists without repeating a column."""
    seen = {column.name for column, _ in one}
    return one + [(column, scale) for column, scale in other if column.name not in seen]


def _scale(column: Column) -> Scale | None:
    if (
        column.numbers < 0.99
        or column.distinct > 12
        or column.distinct < 3
        or column.time_format
        or column.filled < 0.01
    ):
        return None
    whole = (column.lowest, column.highest)
    if says(column.plain, ("nps", "netpro", "recommend", "gioi thieu")) and whole[0] >= 0 and whole[1] <= 10:
        return "nps"
    if says(column.plain, ("ces", "effort", "no luc")) and whole[0] >= 1 and whole[1] <= 7:
        return "ces7"
    if whole[0] == 1 and whole[1] == 5:
        return "csat5" if says(column.plain, ("csat", "satisfaction", "hai long")) else "stars5"
    if whole[0] == 1 and whole[1] in (7, 10):
        return "csat7" if whole[1] == 7 else "ten"
    return "nps" if whole == (0, 10) else None


def _answer_time(moments: Sequence[Column]) -> Column | None:
    return next((column for column in moments if milestone(column.plain) == "answered"), None)


def _answered(profile: Profile, answers: list[tuple[Column, Scale]], time: Column | None, year: Column | None) -> What:
    about = subject_of(profile)
    about = about if about in ("review", "survey") else "survey"
    comment = max(
        (column for column in profile.columns if column.fits("comment") and column.length > 8),
        key=lambda column: (column.fits("comment"), column.length),
        default=None,
    )
    when, form = (time.name, time.time_format) if time else (year.name if year else "", "%Y")
    names: set[str] = set()
    rules: list[EventRule] = []
    reasons: list[Remark] = []
    asked: list[Remark] = []
    for column, scale in answers:
        name = "review.written" if about == "review" and len(answers) == 1 else f"survey.{_topic(column, scale)}"
        if name in names:
            name = f"survey.{'_'.join(column.plain.split())}_rated"
        names.add(name)
        rule = EventRule(
            Value(text=name),
            when,
            form,
            when=When(column.name, filled=True),
            rating=Rating(column.name, scale),
            comment=comment.name if comment and not rules else "",
            properties=None if len(answers) == 1 else (),
        )
        rules.append(rule)
        reasons.append(remark("why.rating", column=column.name, scale=scale, event=name))
    if time is None:
        asked.append(remark("ask.year_only", column=when))
    return What(tuple(rules), 0.85 if time else 0.6, tuple(reasons), tuple(asked))


def _topic(column: Column, scale: Scale) -> str:
    if scale == "nps" and says(column.plain, ("nps", "netpro")):
        return "nps_answered"
    words = re.sub(r"^(q\d*|cau|c)\s*", "", column.plain).strip() or column.plain
    return "_".join(words.split()) + "_rated"
