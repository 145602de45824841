"""Warming leaves nothing to compile for a plain import."""

from numba.core.dispatcher import Dispatcher

from tests.collect.conftest import Write, bring_in
from wend.collect.facade import warm
from wend.collect.mapping import moments, numbers, properties
from wend.collect.reading import records
from wend.workspaces.facade import Workspace


def compiled() -> dict[str, int]:
    """How many variants of each kernel are compiled; one that only others call may come with them from the disk."""
    rooms = (moments, numbers, properties, records)
    kernels = [each for room in rooms for each in vars(room).values() if isinstance(each, Dispatcher)]
    return {str(kernel): len(kernel.signatures) for kernel in kernels}


def test_an_import_after_warming_compiles_nothing(write: Write, workspace: Workspace) -> None:
    warm()
    before = compiled()
    assert any(before.values())
    bring_in(workspace, write('customer,event,time,note\nlan,a.done,2026-01-02,"x, y"\n'))
    assert compiled() == before
