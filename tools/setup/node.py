"""Node for building the UI: the machine's own when it is new enough, otherwise the wheel on the Python index."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from tools.setup import environment
from tools.setup.shell import ROOT, answer, run, say

UI = ROOT / "ui"
NODE_VENV = ROOT / ".tools" / "node"
OLDEST_NODE = 20
OLDEST_NPM = 11  # npm 10 cannot install the UI's bundler


def npm(arguments: Sequence[str], within: Path = UI) -> None:
    """Run npm in a folder (`ui/`) with a Node that fits."""
    folder = node_folder()
    path = os.pathsep.join([str(folder), os.environ.get("PATH", "")])
    run([folder / "npm", *arguments], cwd=within, env={"PATH": path, "npm_config_update_notifier": "false"})


def major(version: str) -> int:
    """The first number of `v20.20.2` or `11.19.1`; 0 when there is none."""
    head = version.lstrip("v").split(".")[0]
    return int(head) if head.isdecimal() else 0


def fits(folder: Path) -> bool:
    """Whether the Node and npm in a folder are new enough."""
    path = {"PATH": os.pathsep.join([str(folder), os.environ.get("PATH", "")])}
    node = answer([folder / "node", "--version"])
    return major(node) >= OLDEST_NODE and major(answer([folder / "npm", "--version"], env=path)) >= OLDEST_NPM


def node_folder() -> Path:
    """The folder of a Node that fits; installs the wheel when the machine has none."""
    found = shutil.which("node")
    if found is not None and fits(Path(found).parent):
        return Path(found).parent
    if not fits(NODE_VENV / "bin"):
        say(f"no Node {OLDEST_NODE}+ with npm {OLDEST_NPM}+ here; installing it from the Python index into .tools/node")
        environment.make_venv(NODE_VENV)
        environment.fill(NODE_VENV, environment.REQUIREMENTS / "node.txt")
    return NODE_VENV / "bin"
