"""Who is not a real customer, as masks over a journal: the one place where they leave every analysis."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import numpy as np

from wend.engines.cluster import Cluster
from wend.engines.machine import Machine
from wend.engines.walking import Masks
from wend.log.facade import Journal
from wend.people import facade as people
from wend.touchpoints import repository
from wend.workspaces.facade import Workspace

_CUT, _MARK = "~", "~flags"
"""What the version of a journal is told apart by that leaves somebody out."""


def flags_version(workspace: Workspace) -> int:
    """Grows whenever somebody is marked or a mark is taken away; 0 when nobody ever was."""
    with workspace.store.reading(workspace.name) as reading:
        return repository.flags_version(reading)


def machine_over(workspace: Workspace, journal: Journal, flags: int) -> Machine:
    """The engine over a journal without those who are marked. Its journal's version tells the marks apart too, so that
    no answer is kept across a change of them.
    """
    if not flags:
        return _engine(workspace, journal, None)
    told = replace(journal, version=f"{journal.version}{_MARK}{flags}")
    return _engine(workspace, told, _masks(workspace, journal))


def _engine(workspace: Workspace, journal: Journal, left_out: Masks | None) -> Machine:
    """Threads of this machine, or the cluster named in the settings."""
    settings = workspace.settings
    if not settings.engine:
        return Machine(journal, settings.threads, left_out)
    shelf = settings.engine_shelf or str(workspace.log.directory / "journal" / "executors")
    near = settings.engine_near_gb << 30
    return Cluster(journal, journal.bucket_versions, settings.engine, shelf, settings.threads, left_out, near)


def journal_of(engine: Machine) -> Journal:
    """The log's own journal that an engine walks, under its own version."""
    journal = cast("Journal", engine.journal)
    return replace(journal, version=journal.version.partition(_CUT)[0])


def _masks(workspace: Workspace, journal: Journal) -> Masks | None:
    with workspace.store.reading(workspace.name) as reading:
        marked = repository.flagged(reading)
        customers = set(people.canonical(reading, marked).values()) | set(marked)
    places = [place for customer in customers if (place := journal.find(customer)) is not None]
    if not places:
        return None
    masks = tuple(np.zeros(len(bucket.keys), np.bool_) for bucket in journal.buckets)
    for bucket, row in places:
        masks[bucket][row] = True
    return masks
