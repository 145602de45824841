"""Work that makes very many objects and no circles of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let nobody look for circles meanwhile: looking every few hundred objects takes longer than making them. What
    holds no circle is freed as always. Threads may do so side by side: the first that ends lets it begin again.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
