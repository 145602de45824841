"""What joined the log before the follower saw it: an imported file, or events that another process moved.

When few customers are in it, they alone are to be judged again, each for their own last event; they wait in the feed of
those who were touched, from which the follower takes them in portions. When many are, everybody is judged anew.
"""

from __future__ import annotations

from wend.people import facade as people
from wend.segments.live import repository
from wend.segments.live.repository import Place
from wend.segments.live.telling import SOURCE
from wend.store.facade import tasks
from wend.store.tasks import Claimed
from wend.workspaces.facade import Workspace

FEW, MOST, SHARE, MOST_ROWS = 1_000, 20_000, 20, 2_000_000
"""So many customers are always few, and never more than these; between them it is one in twenty. Rows are counted
first, because that costs nothing.
"""


def is_told(workspace: Workspace, there: Place, claimed: Claimed | None) -> bool:
    """Have those judged who are in what came unseen, and go on behind it; False when there are too many of them, or
    nothing came so.
    """
    journal = workspace.log.journal_at_hand()
    if journal.moved <= there.inbox:
        return False
    found = workspace.log.arrived(there.inbox, MOST_ROWS, SOURCE)
    if found is None or len(found) > min(MOST, max(FEW, journal.customers // SHARE)):
        return False
    with workspace.store.work(workspace.name) as work:
        if claimed:
            tasks.hold(work, claimed)
        if repository.place(work) == there:
            people.touch_each(work, found, "event")
            repository.put_place(work, there._replace(inbox=journal.moved))
    return True
