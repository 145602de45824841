"""Run another program from the root of the checkout, and say what is being done."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class SetupFailed(SystemExit):
    """Set-up cannot go on; the sentence says what the person can do."""


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(f"setup: {sentence}", file=sys.stderr, flush=True)


def run(command: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> None:
    """Run a program and stop the set-up when it fails."""
    if not succeeds(command, cwd=cwd, env=env):
        raise SetupFailed(f"setup: failed: {' '.join(map(str, command))}")


def succeeds(command: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> bool:
    """Run a program with its output shown, and tell whether it left with status 0."""
    return subprocess.run(list(command), cwd=cwd, env={**os.environ, **(env or {})}, check=False).returncode == 0


def answer(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> str:
    """What a program prints, stripped; empty when it is missing or fails."""
    try:
        done = subprocess.run(
            list(command), env={**os.environ, **(env or {})}, check=False, capture_output=True, text=True, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def is_root() -> bool:
    """Whether packages of the distribution may be installed."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
