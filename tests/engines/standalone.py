"""A real Spark cluster on loopback: a master, two workers with one core each, as the package's own launcher starts
them.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, TimeoutError as NotYet
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
PATIENCE_S = 90.0


def missing() -> str:
    """Why there can be no cluster here; empty when there can."""
    try:
        import pyspark  # noqa: F401
    except ImportError:
        return "PySpark is not installed (wend[spark])"
    if not shutil.which("java") and "JAVA_HOME" not in os.environ:
        return "Spark needs a Java runtime of at least version 17"
    return ""


class Standalone:
    """The processes of one cluster."""

    def __init__(self, folder: Path) -> None:
        import pyspark

        self._home, self._folder = Path(pyspark.__file__).parent, folder
        (folder / "spark-defaults.conf").write_text(
            "spark.ui.enabled false\n"
            f"spark.driver.host {HOST}\nspark.driver.bindAddress {HOST}\n"
            "spark.driver.memory 512m\nspark.executor.memory 512m\n"
            f"spark.executorEnv.PYTHONPATH {ROOT / 'src'}:{ROOT}\n"
        )
        self.environment = {
            "SPARK_CONF_DIR": str(folder),
            "SPARK_LOCAL_IP": HOST,
            "PYSPARK_PYTHON": sys.executable,
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        }
        with socket.socket() as free:
            free.bind((HOST, 0))
            port = str(free.getsockname()[1])
        self.url = f"spark://{HOST}:{port}"
        self.master = self._run("master.Master", "--host", HOST, "--port", port, "--webui-port", "0")
        self.workers = [self._worker(number) for number in range(2)]

    def _worker(self, number: int) -> subprocess.Popen[bytes]:
        place = ["--webui-port", "0", "--work-dir", str(self._folder / f"work-{number}")]
        return self._run("worker.Worker", self.url, "--host", HOST, "--cores", "1", "--memory", "600m", *place)

    def _run(self, what: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self._folder / f"{what}.log").open("ab") as log:
            return subprocess.Popen(
                [self._home / "bin" / "spark-class", f"org.apache.spark.deploy.{what}", *arguments],
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=log,
            )

    def executor(self, worker: int) -> int:
        """The process id of the executor that a worker has started; 0 while there is none."""
        tasks = Path(f"/proc/{self.workers[worker].pid}/task").glob("*/children")
        return next((int(child) for task in tasks for child in task.read_text().split()), 0)

    @contextmanager
    def frozen(self, worker: int) -> Iterator[None]:
        """Its executor takes tasks and does none of them."""
        executor = self.executor(worker)
        os.kill(executor, signal.SIGSTOP)
        try:
            yield
        finally:
            with suppress(ProcessLookupError):  # it was killed
                os.kill(executor, signal.SIGCONT)

    def kill(self, worker: int) -> None:
        """The worker first, so that it starts no other executor."""
        executor = self.executor(worker)
        self.workers[worker].kill()
        os.kill(executor, signal.SIGKILL)

    def stop(self) -> None:
        """End what was started."""
        for each in (*self.workers, self.master):
            each.kill()
            each.wait()


@contextmanager
def standalone(folder: Path) -> Iterator[Standalone]:
    """A cluster, and an environment in which a driver finds its configuration."""
    with pytest.MonkeyPatch.context() as patch:
        cluster = Standalone(folder)
        for name, value in cluster.environment.items():
            patch.setenv(name, value)
        try:
            yield cluster
        finally:
            cluster.stop()


def until(true: Callable[[], bool]) -> None:
    """Return when something is true."""
    pause: Future[None] = Future()
    for _ in range(int(PATIENCE_S / 0.1)):
        if true():
            return
        with suppress(NotYet):
            pause.result(0.1)
    raise AssertionError("it never became true")
