"""All queries about who is in which segment: standings, places, history, sizes. Moments are epoch seconds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple, get_args

from sqlalchemy import ColumnElement, Row, bindparam, delete, func, select, update

from wend.segments.live.judging import Move
from wend.segments.live.standing import NEVER, Standing, listed, read, written
from wend.segments.model import Change, Member, Moves, What, Why
from wend.segments.repository import CHANGES
from wend.store.facade import HERE, Prepared, Reading, Work, tables

AT_ONCE, PART = 400, 5_000
DAY = 86_400
_S, _T, _H = tables.segments.c, tables.segment_standings.c, tables.segment_history.c
_Z, _P, _L = tables.segment_sizes.c, tables.segment_places.c, tables.segment_listed.c
_I = tables.identifiers.c
_HISTORY = "segments.history"

_STANDINGS = Prepared(
    select(_T.customer, _T.document).where(
        _T.workspace == HERE, _T.customer.in_(bindparam("customers", expanding=True))
    )
)
_DUE = Prepared(
    select(_T.customer)
    .where(_T.workspace == HERE, _T.due <= bindparam("now"))
    .order_by(_T.due, _T.customer)
    .limit(bindparam("most"))
)
_FIRST_DUE = Prepared(select(func.min(_T.due)).where(_T.workspace == HERE))
_PLACE = Prepared(select(_P.inbox, _P.people, _P.touched, _P.world).where(_P.workspace == HERE))
_GROW = Prepared(
    update(tables.segments)
    .where(_S.workspace == HERE, _S.number == bindparam("number_"))
    .values(size=_S.size + bindparam("more"))
)
_UNLIST = Prepared(
    delete(tables.segment_listed).where(
        _L.workspace == HERE, _L.number == bindparam("number_"), _L.identifier.in_(bindparam("gone", expanding=True))
    )
)


class Place(NamedTuple):
    """How far everything else was followed."""

    inbox: int
    people: int
    touched: int
    world: str


def place(reading: Reading) -> Place | None:
    """Where the follower is; None before it ever was anywhere."""
    rows = reading.found(_PLACE)
    return Place(int(rows[0][0]), int(rows[0][1]), int(rows[0][2]), rows[0][3]) if rows else None


def put_place(work: Work, there: Place) -> None:
    """Be there."""
    work.put(tables.segment_places, [there._asdict()])


def standings(reading: Reading, customers: Iterable[str]) -> dict[str, Standing]:
    """Where these customers stand; those who were never judged are left out."""
    return {customer: read(document) for customer, document in documents(reading, customers).items()}


def documents(reading: Reading, customers: Iterable[str]) -> dict[str, bytes]:
    """The same as the bytes that are kept."""
    rest, found = iter(dict.fromkeys(customers)), dict[str, bytes]()
    while part := list(islice(rest, AT_ONCE)):
        filled = [*part, *[part[-1]] * (AT_ONCE - len(part))] if len(part) > AT_ONCE // 8 else part
        found |= {row[0]: bytes(row[1]) for row in reading.found(_STANDINGS, customers=filled)}
    return found


def is_anybody_judged(reading: Reading) -> bool:
    """Whether there is any standing."""
    return reading.row(select(_T.customer).where(_T.workspace == reading.workspace).limit(1)) is not None


def put_standings(work: Work, rows: Mapping[str, Standing], before: Mapping[str, bytes]) -> None:
    """Keep standings in the place of earlier ones, as far as they differ."""
    made = (_row(customer, standing) for customer, standing in rows.items())
    put_rows(work, [row for row in made if before.get(row["customer"]) != row["document"]])


def put_rows(work: Work, rows: Iterable[Mapping[str, Any]], *, fresh: bool = False) -> None:
    """The same for rows that are made; `fresh`: none of them is there. Neighbours in the store go together."""
    ordered = sorted(rows, key=itemgetter("customer"))
    (work.add if fresh else work.put)(tables.segment_standings, ordered)


def drop_standings(work: Work, customers: Iterable[str]) -> None:
    """These are no customers of their own any more."""
    rest = iter(customers)
    while part := list(islice(rest, AT_ONCE)):
        work.execute(delete(tables.segment_standings).where(_T.workspace == work.workspace, _T.customer.in_(part)))


def strayed(reading: Reading, most: int) -> list[str]:
    """Names under which somebody was judged who is called otherwise today."""
    here = (_T.workspace == reading.workspace, _I.workspace == reading.workspace)
    query = select(_T.customer).where(*here, _I.identifier == _T.customer, _I.person != _T.customer)
    return [row[0] for row in reading.rows(query.limit(most))]


def due(reading: Reading, now: int, most: int) -> list[str]:
    """Customers who are to be looked at by now, the longest due first."""
    return [row[0] for row in reading.found(_DUE, now=now, most=most)]


def first_due(reading: Reading) -> int | None:
    """When the next customer is to be looked at."""
    rows = reading.found(_FIRST_DUE)
    return None if not rows or rows[0][0] is None else int(rows[0][0])


def remember(work: Work, moves: Sequence[tuple[str, int, Move]]) -> int:
    """Write changes down: (customer, version of the segment, what). Returns the number of the first."""
    first = work.numbers(_HISTORY, len(moves))
    rows = [
        {"sequence": number, "customer": customer, "version": version, **move._asdict()}
        for number, (customer, version, move) in enumerate(moves, first)
    ]
    work.add(tables.segment_history, rows)
    return first


def grow(work: Work, moved: Mapping[int, tuple[int, int]], now: int) -> None:
    """Count members: number → (entered, left), on the day of `now`."""
    if not moved:
        return
    day, numbers = now - now % DAY, sorted(moved)
    grown = ((number, *moved[number]) for number in numbers)
    work.run_each(_GROW, ({"number_": number, "more": came - went} for number, came, went in grown if came != went))
    size = select(_S.number, _S.size).where(_S.workspace == work.workspace, _S.number.in_(numbers))
    today = (_Z.workspace == work.workspace, _Z.day == day, _Z.number.in_(numbers))
    before = {
        int(row[0]): (int(row[1]), int(row[2]))
        for row in work.rows(select(_Z.number, _Z.entered, _Z.left).where(*today))
    }
    rows = []
    for number, members in work.rows(size):
        entered, left = before.get(number, (0, 0))
        told = {"entered": entered + moved[number][0], "left": left + moved[number][1]}
        rows.append({"number": number, "day": day, "size": int(members), **told})
    work.put(tables.segment_sizes, rows)


def progress(work: Work, numbers: Iterable[int], done: int, total: int) -> None:
    """How many customers are judged in this turn."""
    held = (_S.workspace == work.workspace, _S.number.in_(sorted(numbers)))
    work.execute(update(tables.segments).where(*held).values(done=done, total=total))


def done(reading: Reading, number: int) -> int:
    """How many customers are judged in this turn of a segment."""
    row = reading.row(select(_S.done).where(_S.workspace == reading.workspace, _S.number == number))
    return 0 if row is None else int(row[0])


def go_live(work: Work, turns: Mapping[int, int], now: int) -> None:
    """These segments have judged everybody in this turn."""
    for number, turn in turns.items():
        held = (_S.workspace == work.workspace, _S.number == number, _S.turn == turn)
        work.execute(update(tables.segments).where(*held).values(state="live"))
    work.numbers(CHANGES)
    grow(work, dict.fromkeys(turns, (0, 0)), now)


def members(reading: Reading, number: int, after: str, most: int) -> list[Member]:
    """Members in the order of their ids."""
    held = (_T.workspace == reading.workspace, _T.customer > after, _T.inside.contains(listed([number])))
    query = select(_T.customer, _T.document).where(*held).order_by(_T.customer).limit(most)
    return [Member(row[0], read(bytes(row[1])).of(number).since) for row in reading.rows(query)]


def member_ids(reading: Reading, number: int) -> list[str]:
    """All members, in no order."""
    held = (_T.workspace == reading.workspace, _T.inside.contains(listed([number])))
    return [row[0] for row in reading.rows(select(_T.customer).where(*held))]


def newest_change(reading: Reading, number: int) -> int:
    """The number of the last change of a segment that was told; 0 before the first."""
    held = (_H.workspace == reading.workspace, _H.number == number)
    row = reading.row(select(func.max(_H.sequence)).where(*held))
    return 0 if row is None or row[0] is None else int(row[0])


def moved_since(reading: Reading, number: int, sequence: int, most: int) -> list[tuple[int, str, str]]:
    """(sequence, customer, what) of the changes of a segment after this one, the oldest first."""
    held = (_H.workspace == reading.workspace, _H.number == number, _H.sequence > sequence)
    query = select(_H.sequence, _H.customer, _H.what).where(*held).order_by(_H.sequence).limit(most)
    return [(int(row[0]), row[1], row[2]) for row in reading.rows(query)]


def moves_since(reading: Reading, number: int, at: int) -> Moves:
    """How often somebody entered and left a segment from a moment on. History is in the order in which it was told,
    which is nearly that of its moments: it is read from its end until a whole part of it is older.
    """
    counts, before = {"entered": 0, "left": 0}, NEVER
    while True:
        held = (_H.workspace == reading.workspace, _H.number == number, _H.sequence < before)
        query = select(_H.sequence, _H.what, _H.at).where(*held).order_by(_H.sequence.desc()).limit(PART)
        rows = reading.rows(query)
        for _, what, moment in rows:
            counts[what] += moment >= at
        if len(rows) < PART or all(row[2] < at for row in rows):
            return Moves(counts["entered"], counts["left"])
        before = int(rows[-1][0])


def passages(reading: Reading, number: int, from_at: int, to_at: int) -> Iterator[tuple[str, str, str, int]]:
    """(customer, what, why, when) of everything that was told of a segment in [from_at, to_at), in its order."""
    after = 0
    while True:
        held = (_H.workspace == reading.workspace, _H.number == number, _H.sequence > after)
        query = select(_H.sequence, _H.customer, _H.what, _H.why, _H.at).where(*held).order_by(_H.sequence).limit(PART)
        rows = reading.rows(query)
        yield from ((row[1], row[2], row[3], int(row[4])) for row in rows if from_at <= row[4] < to_at)
        if len(rows) < PART:
            return
        after = int(rows[-1][0])


def history(reading: Reading, segment: str, number: int, before: int | None, most: int) -> list[Change]:
    """Who entered and left, the newest first."""
    held: list[ColumnElement[bool]] = [_H.workspace == reading.workspace, _H.number == number]
    if before is not None:
        held.append(_H.sequence < before)
    query = select(tables.segment_history).where(*held).order_by(_H.sequence.desc()).limit(most)
    return [_change(row, segment) for row in reading.rows(query)]


def history_after(reading: Reading, segment: str, number: int, after: int, most: int) -> list[Change]:
    """Who entered and left after this change, the oldest first."""
    held = (_H.workspace == reading.workspace, _H.number == number, _H.sequence > after)
    query = select(tables.segment_history).where(*held).order_by(_H.sequence).limit(most)
    return [_change(row, segment) for row in reading.rows(query)]


def changes_after(reading: Reading, sequence: int, most: int = 100_000) -> list[Change]:
    """What changed in all segments after this change, the oldest first; segments by their numbers."""
    held = (_H.workspace == reading.workspace, _H.sequence > sequence)
    query = select(tables.segment_history).where(*held).order_by(_H.sequence).limit(most)
    return [_change(row, str(row.number)) for row in reading.rows(query)]


def last_change(reading: Reading) -> int:
    """The number of the newest change; 0 when there is none."""
    row = reading.row(select(func.max(_H.sequence)).where(_H.workspace == reading.workspace))
    return 0 if row is None or row[0] is None else int(row[0])


def history_of(reading: Reading, keys: Mapping[int, str], customers: Sequence[str], most: int) -> list[Change]:
    """What somebody entered and left, under any of their names, the newest first."""
    held = (_H.workspace == reading.workspace, _H.customer.in_(list(customers)[:AT_ONCE]))
    query = select(tables.segment_history).where(*held).order_by(_H.sequence.desc()).limit(most)
    return [_change(row, keys[int(row.number)]) for row in reading.rows(query) if int(row.number) in keys]


def sizes(reading: Reading, number: int, from_day: int) -> list[tuple[int, int, int, int]]:
    """(day, size, entered, left) of the days on which somebody counted, in order."""
    held = (_Z.workspace == reading.workspace, _Z.number == number, _Z.day >= from_day)
    rows = reading.rows(select(_Z.day, _Z.size, _Z.entered, _Z.left).where(*held).order_by(_Z.day))
    return [(int(row[0]), int(row[1]), int(row[2]), int(row[3])) for row in rows]


def identifiers_on(reading: Reading, number: int) -> list[str]:
    """The identifiers that a list names."""
    held = (_L.workspace == reading.workspace, _L.number == number)
    return [row[0] for row in reading.rows(select(_L.identifier).where(*held).order_by(_L.identifier))]


def change_list(work: Work, number: int, come: Iterable[str], go: Iterable[str] = ()) -> None:
    """Let a list name those who come, whom it does not name yet, and no longer those who go."""
    rest = iter(go)
    while part := list(islice(rest, AT_ONCE)):
        work.run(_UNLIST, number_=number, gone=part)
    work.add(tables.segment_listed, ({"number": number, "identifier": each} for each in come))


def lists_of(reading: Reading, identifiers: Iterable[str]) -> dict[str, set[int]]:
    """Of these identifiers the numbers of the lists that name them."""
    rest, found = iter(identifiers), dict[str, set[int]]()
    query = select(_L.identifier, _L.number).where(_L.workspace == reading.workspace)
    while part := list(islice(rest, AT_ONCE)):
        for row in reading.rows(query.where(_L.identifier.in_(part))):
            found.setdefault(row[0], set()).add(int(row[1]))
    return found


def _row(customer: str, standing: Standing) -> dict[str, Any]:
    told = {"inside": listed(sorted(standing.inside)), "document": written(standing), "due": standing.due}
    return {"customer": customer, **told}


_WHATS: dict[str, What] = {"entered": "entered", "left": "left"}
_WHYS: dict[str, Why] = {why: why for why in get_args(Why)}


def _change(row: Row[Any], segment: str) -> Change:
    told = (_WHATS[row.what], _WHYS[row.why], row.because, int(row.at))
    return Change(int(row.sequence), segment, int(row.version), row.customer, *told)
