"""No committed file tells on whose machine it was made or where its packages came from.

Story: a lock file once named the mirror of the laptop that wrote it; every other machine waited a minute for a host it
could not see. A path of a home folder in a test is red everywhere else.
"""

import re
from pathlib import Path

from tools.house.finding import Files, Finding

RULE = "traces"
TRACES = (
    re.compile(r"(?<![\w.$~}/-])/(?:home|Users|root|work)/[\w.-]+"),
    re.compile(r"\b[A-Z]:\\+Users\\"),
    re.compile(r"\b(?:pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|registry\.yarnpkg\.com|npmmirror\.com)"),
    re.compile(r"file:///\w"),
)
OWN = "tools/house/traces.py"
MOST_BYTES = 2_000_000
HOME = "/" + "home/lan/wend"
INDEX = "https://" + "pypi" + ".org/simple"
GOOD: tuple[Files, ...] = (
    {"docs/cli.md": "wend serve --data ~/wend\nGET /api/home/overview\n", "Makefile": "cd $(HOME)/work\n"},
)
BAD: tuple[Files, ...] = (
    {"docs/cli.md": f"cd {HOME}\n"},
    {"requirements/x.txt": f"--index-url {INDEX}\n"},
    {"src/wend/cli/x.py": f'DATA = "{HOME}"\n'},
)


def check_tree(root: Path, paths: tuple[str, ...]) -> list[Finding]:
    """Find traces in every text file."""
    here = str(root.resolve().parent)
    found: list[Finding] = []
    for path in paths:
        if path == OWN:
            continue
        for number, line in enumerate(_lines(root / path), start=1):
            trace = next(filter(None, (pattern.search(line) for pattern in TRACES)), None)
            if trace is not None:
                found.append(Finding(path, number, RULE, f"{trace.group()}: a trace of a machine or a package host"))
            elif len(here) > 5 and here in line:
                found.append(Finding(path, number, RULE, "names the folder this checkout stands in"))
    return found


def _lines(file: Path) -> list[str]:
    """The lines of a text file; nothing of a binary or huge one."""
    content = file.read_bytes()[:MOST_BYTES]
    if b"\0" in content[:8000]:
        return []
    return content.decode("utf-8", errors="replace").splitlines()
