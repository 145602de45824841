"""Print the HTTP contract: `python -m wend.web.openapi`. The browser's client types are generated from it."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from wend.bootstrap import open_workspace
from wend.kit.settings import Settings
from wend.web.app import create_app


def main() -> None:
    """Write the OpenAPI document to standard output."""
    with tempfile.TemporaryDirectory() as directory:
        workspace = open_workspace(Settings(data=Path(directory)))
        document = create_app(workspace).openapi()
    json.dump(document, sys.stdout, indent=1, ensure_ascii=False, sort_keys=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
