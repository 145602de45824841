"""`python -m wend.engines.daemon`: Spark's own daemon, from which an executor's Python workers are forked, with the
engine and its compiled kernels loaded. A worker that is forked from it has them at once, however often Spark ends
workers that had nothing to do.
"""

from __future__ import annotations

import gc
import io
from contextlib import redirect_stdout


def load() -> None:
    """Load the engine; kernels too, where they are compiled already."""
    from wend.engines import executor, machine, warmth  # noqa: F401  # the executor is loaded, to be there
    from wend.folds.driver import sources_digest

    sources_digest()
    if warmth.is_warm():
        machine.warm()
    gc.freeze()  # Spark collects garbage after every task, and none of this is


if __name__ == "__main__":
    from pyspark import daemon

    with redirect_stdout(io.StringIO()):  # Spark reads there on which port the daemon listens, and nothing else
        load()
    daemon.manager()
