"""What profiles stand on: every identifier's rows side by side, and marks that rules set.

Nothing heavy is imported while the log has not grown.
"""

from __future__ import annotations

import json

from wend.store.tasks import Claimed
from wend.worker.kinds import Done
from wend.worker.moving import newest_commit
from wend.workspaces.facade import Workspace


def dossiers(workspace: Workspace, claimed: Claimed) -> Done | None:
    """Make the runs of files that have none yet, and take away those of files that left."""
    newest = newest_commit(workspace)
    if newest == json.loads(claimed.details).get("commit", ""):
        return None
    workspace.log.dossiers.keep()
    return Done(details=json.dumps({"commit": newest}))


def marks(workspace: Workspace, claimed: Claimed) -> Done | None:
    """Mark whom the workspace's rules mean."""
    from wend.customers import facade as customers

    newest = newest_commit(workspace)
    if newest == json.loads(claimed.details).get("commit", ""):
        return None
    customers.apply_flag_rules(workspace)
    return Done(details=json.dumps({"commit": newest}))
