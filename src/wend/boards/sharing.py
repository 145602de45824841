"""Read-only links. Who has one to a dashboard sees the answers of its tiles and nothing else, and no single customer.

A link's token is 256 random bits of which only the hash is kept. Every look is checked anew: a link that ended or was
taken back shows nothing from that moment on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from wend.boards import repository
from wend.boards.arranging import dashboard_in
from wend.boards.errors import BadLife, NotAnswered, NotForOthers, NotShared, TooMany, TooManyLooks, UnknownShare
from wend.boards.model import Dashboard, Named, NewShare, Saved, Share, SharedBoard
from wend.boards.pacing import Pace
from wend.boards.saving import answer
from wend.domain.names import Name
from wend.kit.clock import epoch_micros
from wend.kit.errors import Mistake, Trouble
from wend.questions.facade import segments_in
from wend.segments import facade as segments
from wend.store.facade import Reading
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace, audit

DAY = 86_400_000_000
LONGEST_DAYS, USUAL_DAYS = 366, 30
MOST_LIVE = 50
MARK = "wends_"
PEOPLE = frozenset({"features"})
"""Questions whose rows are customers."""
PERSONAL = frozenset({"customer", "customers_behind", "examples", "ids"})
"""Parts of answers that name customers."""
_PACE = Pace()


def share(workspace: Workspace, dashboard: str, days: int, who: str) -> NewShare:
    """A new link that ends after so many days. Raises UnknownDashboard, BadLife, TooMany."""
    with workspace.store.reading(workspace.name) as reading:
        board = dashboard_in(reading, dashboard)
    return make(workspace, board.id, days, who, "dashboard")


def make(workspace: Workspace, about: str, days: int, who: str, kind: str) -> NewShare:
    """A link to the page with this id; `kind` says in the audit log what it is. Raises BadLife, TooMany."""
    if not 1 <= days <= LONGEST_DAYS:
        raise BadLife(most=LONGEST_DAYS)
    token = MARK + workspace.ids.secret()
    id, now = workspace.ids.fresh("share"), epoch_micros(workspace.clock.now())
    with workspace.store.work(workspace.name) as work:
        if sum(each.live for each in repository.shares_of(work, about, now)) >= MOST_LIVE:
            raise TooMany(what="links", most=MOST_LIVE)
        repository.add_share(work, id, about, _hashed(token), who, now, now + days * DAY)
        audit(work, who, "share.made", id, {kind: about, "days": days})
        made = repository.share(work, id, now)
    if made is None:
        raise UnknownShare(id=id)
    return NewShare(made, token)


def shares(workspace: Workspace, dashboard: str) -> tuple[Share, ...]:
    """Every link to a dashboard that was ever made, the newest first. Raises UnknownDashboard."""
    now = epoch_micros(workspace.clock.now())
    with workspace.store.reading(workspace.name) as reading:
        return tuple(repository.shares_of(reading, dashboard_in(reading, dashboard).id, now))


def revoke(workspace: Workspace, id: str, who: str) -> Share:
    """End a link at once; a second time changes nothing. Raises UnknownShare."""
    now = epoch_micros(workspace.clock.now())
    with workspace.store.work(workspace.name) as work:
        if repository.revoke_share(work, id, now):
            audit(work, who, "share.revoked", id)
        ended = repository.share(work, id, now)
        if ended is None:
            raise UnknownShare(id=id[:80])
        return ended


def shared_board(workspace: Workspace, token: str) -> SharedBoard:
    """What a link opens. Raises NotShared, TooManyLooks."""
    with workspace.store.reading(workspace.name) as reading:
        link, board = _opened(workspace, reading, token)
        needed = {tile.question for tile in board.tiles}
        questions = tuple(each for each in repository.all_saved(reading) if each.id in needed)
    registry = touchpoints.view(workspace).registry
    stages = {stage.key: stage.name for each in registry.stage_sets for stage in each.stages}
    return SharedBoard(
        board.name,
        board.tiles,
        tuple(replace(each, by="") for each in questions),
        tuple(Named(each.key, each.name) for each in registry.touchpoints),
        tuple(Named(key, name) for key, name in stages.items()),
        _segments(workspace, questions),
        link.expires_at,
        workspace.settings.timezone,
    )


def _segments(workspace: Workspace, questions: Iterable[Saved]) -> tuple[Named, ...]:
    """What the segments are called that questions are asked of or divided by; those that are gone are left out."""
    wanted: set[str] = set()
    for asked in (each.asked for each in questions):
        divided = segments_in(asked.params.get("by", ""))
        wanted |= {*asked.segments, asked.params.get("against_segment", ""), *divided}
    kept = segments.segments(workspace) if wanted - {""} else ()
    return tuple(Named(each.key, Name(each.name, each.name)) for each in kept if each.key in wanted)


def shared_answer(workspace: Workspace, token: str, tile: str) -> dict[str, Any]:
    """The answer of one tile, as JSON, without whatever names a customer. Raises NotShared, NotForOthers, NotAnswered,
    TooManyLooks, and what a busy machine has to say.
    """
    with workspace.store.reading(workspace.name) as reading:
        _, board = _opened(workspace, reading, token)
        question = next((each.question for each in board.tiles if each.id == tile and each.question), "")
        saved = next((each for each in repository.all_saved(reading) if each.id == question), None)
    if saved is None:
        raise NotShared
    if saved.asked.question in PEOPLE:
        raise NotForOthers(name=saved.name)
    try:
        found = answer(workspace, saved.asked)
    except Trouble:
        raise
    except Mistake:
        raise NotAnswered from None
    told: dict[str, Any] = without_people(found.to_json())
    return told


def without_people(told: Any) -> Any:
    """The same JSON without whatever names a customer; a list of them is empty, so that the shape stays."""
    if isinstance(told, dict):
        named: dict[str, Any] = {
            name: [] for name, value in told.items() if name in PERSONAL and isinstance(value, list)
        }
        return {name: without_people(value) for name, value in told.items() if name not in PERSONAL} | named
    return [without_people(each) for each in told] if isinstance(told, list) else told


def live(workspace: Workspace, reading: Reading, token: str) -> Share:
    """The link of a token, which lives and is not looked at too often. Raises NotShared, TooManyLooks."""
    now = epoch_micros(workspace.clock.now())
    link = repository.share_of_hash(reading, _hashed(token[:200]), now)
    if link is None or not link.live:
        raise NotShared
    if not _PACE.allows((workspace.settings.data, workspace.name, link.id), now):
        raise TooManyLooks
    return link


def _opened(workspace: Workspace, reading: Reading, token: str) -> tuple[Share, Dashboard]:
    link = live(workspace, reading, token)
    board = next((each for each in repository.all_dashboards(reading) if each.id == link.dashboard), None)
    if board is None:
        raise NotShared
    return link, board


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
