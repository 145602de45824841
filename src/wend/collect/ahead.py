"""Work ahead: run an iterator in a thread of its own, a few items in front of whoever consumes it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
_LOOK_UP_S = 0.2  # how often a full queue asks whether anybody still wants its items


@dataclass(frozen=True, slots=True)
class _Item(Generic[T]):
    value: T


@dataclass(frozen=True, slots=True)
class _End:
    error: BaseException | None


def ahead(items: Iterable[T], depth: int = 2) -> Generator[T, None, None]:
    """The same items in the same order; an error of the producer is raised here. Closing this stops the producer."""
    handed: queue.Queue[_Item[T] | _End] = queue.Queue(maxsize=depth)
    stopped = threading.Event()

    def hand(what: _Item[T] | _End) -> bool:
        while not stopped.is_set():
            try:
                handed.put(what, timeout=_LOOK_UP_S)
            except queue.Full:
                continue
            return True
        return False

    def produce() -> None:
        try:
            for item in items:
                if not hand(_Item(item)):
                    return
        except BaseException as failed:  # noqa: BLE001  # handed over: it is raised again where the items are used
            hand(_End(failed))
        else:
            hand(_End(None))

    thread = threading.Thread(target=produce, name="ahead", daemon=True)
    thread.start()
    try:
        while isinstance(got := handed.get(), _Item):
            yield got.value
        if got.error is not None:
            raise got.error
    finally:
        stopped.set()
        thread.join()
