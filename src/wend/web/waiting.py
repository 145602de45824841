"""Work that ends when nobody waits for it any more: a browser that has asked again has let go of the connection."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

import anyio
from starlette.requests import Request

from wend.engines.budgets import Budget, within

T = TypeVar("T")
_EVERY_S = 0.05


async def while_wanted(request: Request, budget: Budget, work: Callable[[], T]) -> T:
    """The result of `work`, done in a thread within the budget, which is stopped when the other side goes away."""

    def worked() -> T:
        with within(budget):
            return work()

    watching = asyncio.create_task(_watch(request, budget))
    try:
        return await anyio.to_thread.run_sync(worked)
    finally:
        watching.cancel()


async def _watch(request: Request, budget: Budget) -> None:
    while not await request.is_disconnected():
        await asyncio.sleep(_EVERY_S)
    budget.stop()
