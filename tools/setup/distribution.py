"""Packages of the distribution (Debian and its children), installed only when we are root."""

import shutil

from tools.setup.shell import SetupFailed, is_root, run, say, succeeds


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
    if not succeeds(command, env=quiet):
        run(["apt-get", "update", "-qq"], env=quiet)
        run(command, env=quiet)
