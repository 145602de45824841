"""The clients that the tests let send to a running Wend: an old Python one beside the newest, and those of npm."""

from tools.setup import environment, node
from tools.setup.shell import ROOT, say

OLD_SDK = "sdk-old"
FOLDER = ROOT / "tests" / "clients"


def install() -> None:
    """Install the locked clients; nothing of them ever runs outside the tests."""
    environment.install_beside(OLD_SDK)
    say("installing the clients of tests/clients/package-lock.json")
    node.npm(["ci", "--ignore-scripts", "--loglevel=error"], FOLDER)
