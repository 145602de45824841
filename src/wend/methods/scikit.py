"""The one door to scikit-learn: loaded when something is to be learned."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from wend.kit.errors import Mistake


class LearnExtraMissing(Mistake):
    """scikit-learn, the extra `learn`, is not installed."""

    code = "methods.learn_extra_missing"


def scikit(module: str) -> Any:
    """A module of scikit-learn by its name. Raises LearnExtraMissing."""
    return _loaded(f"sklearn.{module}")


def one_thread() -> Any:
    """A context in which the calling thread shares its work with no other: sums of several come in any order, and round
    differently. Raises LearnExtraMissing.
    """
    return _loaded("threadpoolctl").threadpool_limits(limits=1, user_api="openmp")


def _loaded(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as missing:
        raise LearnExtraMissing(package="scikit-learn") from missing
