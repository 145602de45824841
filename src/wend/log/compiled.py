"""Numba with a type: kernels keep their Python signature for the checker, are cached on disk and run without the
interpreter lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., object])


def kernel(function: Function) -> Function:
    """Compile a loop over arrays."""
    return cast(Function, njit(cache=True, nogil=True)(function))


def inlined(function: Function) -> Function:
    """Compile a few instructions into every kernel that uses them."""
    return cast(Function, njit(cache=True, nogil=True, inline="always")(function))
