"""The one typed door to the compiler.

Every part of a fold that runs on events is a `@kernel`: compiled by Numba, without the interpreter lock, with NumPy's
rules for division. Kernels are not cached one by one; the driver caches the whole walk of a fold (see `driver.py`),
because a kernel's own cache would not notice that a kernel it calls has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import numpy as np
from numba import njit

P = ParamSpec("P")
R = TypeVar("R")

OPTIONS: dict[str, Any] = {"nogil": True, "error_model": "numpy", "_nrt": False, "no_cfunc_wrapper": True}
"""Without Numba's reference counts: kernels may not make arrays, and `columns.step[i]` would cost two atomic additions
(measured: a funnel over a million events 66 ms with them, 4 ms without). Nobody calls a kernel from C: the door for it
is not compiled either.
"""


def kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Compile `function` when first called from compiled code; its types stay what they say."""
    return cast("Callable[P, R]", njit(forceinline=True, **OPTIONS)(function))


@kernel
def either(condition: bool, a: Any, b: Any) -> Any:
    """`a` if the condition holds, else `b`, without a branch: for what cannot be foretold."""
    return b ^ ((a ^ b) & -np.int64(condition))


@kernel
def ones(bits: Any) -> Any:
    """How many bits of a word are set; compilers know these lines, and write one instruction for them."""
    bits -= (bits >> np.uint64(1)) & np.uint64(0x5555555555555555)
    bits = (bits & np.uint64(0x3333333333333333)) + ((bits >> np.uint64(2)) & np.uint64(0x3333333333333333))
    bits = (bits + (bits >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((bits * np.uint64(0x0101010101010101)) >> np.uint64(56))
