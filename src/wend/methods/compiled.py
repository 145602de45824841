"""Numba with a type: loops over arrays keep their Python signature, are cached on disk and run without the lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., object])


def loop(function: Function) -> Function:
    """Compile a loop over arrays when it is first called."""
    return cast(Function, njit(cache=True, nogil=True, error_model="numpy")(function))
