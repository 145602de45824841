"""Seeded randomness: one independent stream per part of the shop, and the array types that every part speaks."""

import zlib

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Generator = np.random.Generator


def stream(seed: int, part: str) -> Generator:
    """The stream of one part; a draw added in one part leaves the draws of all others as they were."""
    return np.random.default_rng([seed, zlib.crc32(part.encode())])


def weighted(rng: Generator, weights: list[int] | list[float], size: int) -> Ints:
    """`size` places of `weights`, each drawn in proportion to its weight."""
    edges: Floats = np.cumsum(np.asarray(weights, dtype=np.float64))
    places: Ints = np.searchsorted(edges, rng.random(size) * edges[-1], side="right").astype(np.int64)
    return places


def between(rng: Generator, low: float, high: float, size: int) -> Ints:
    """`size` whole seconds, evenly between `low` and `high` seconds."""
    return rng.uniform(low, high, size).astype(np.int64)


def happens(rng: Generator, share: float | Floats, size: int) -> Flags:
    """`size` independent coin flips that come up with probability `share`."""
    return rng.random(size) < share
