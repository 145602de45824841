"""Why a question was not answered although it was a good one."""

from __future__ import annotations

from typing import ClassVar

from wend.kit.errors import Mistake, Trouble


class TookTooLong(Mistake):
    """The question's time is up."""

    code: ClassVar[str] = "questions.took_too_long"


class TooMuchMemory(Mistake):
    """The answer would not fit into the memory that a question may take."""

    code: ClassVar[str] = "questions.too_much_memory"


class Cancelled(Mistake):
    """Whoever asked does not wait any more."""

    code: ClassVar[str] = "questions.cancelled"


class NoSpark(Mistake):
    """The engine is a cluster, and PySpark is not installed."""

    code: ClassVar[str] = "engines.no_spark"


class ClusterDiffers(Mistake):
    """An executor walks with another version of Wend."""

    code: ClassVar[str] = "engines.cluster_differs"


class ClusterFailed(Trouble):
    """The cluster gave up, after its own retries."""

    code: ClassVar[str] = "engines.cluster_failed"
