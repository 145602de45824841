"""Packages of the distribution (Debian and its children), installed only when we are root."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from tools.setup.shell import ROOT, SetupFailed, is_root, run, say, succeeds


def can_install() -> bool:
    """Whether apt-get is here and we may use it."""
    return is_root() and shutil.which("apt-get") is not None


def install(*packages: str, why: str) -> None:
    """Install packages; when we may not, stop and say which ones are missing."""
    if not can_install():
        raise SetupFailed(f"setup: {why}; please install {' '.join(packages)} with your system's package manager")
    say(f"{why}; installing {' '.join(packages)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    with _alone():
        if not succeeds(command, env=quiet):
            run(["apt-get", "update", "-qq"], env=quiet)
            run(command, env=quiet)


@contextmanager
def _alone() -> Iterator[None]:
    """Steps of the set-up run beside each other; apt-get does not like that."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
