"""Compiled loops over the bytes of a file: cached on disk, run without the interpreter lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a plain loop over arrays. It may not touch Python objects."""
    return cast("Callable[P, R]", numba.njit(function, cache=True, nogil=True))
