"""A place for the rows of a data directory that was opened without an address. In the product it is the directory."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

SCHEMAS_ON = "WEND_TEST_SCHEMAS_ON"
"""Names a PostgreSQL server on which each data directory gets a schema of its own: how the tests run on PostgreSQL."""


def of(data: Path) -> str:
    """The address for a data directory; empty for the file inside it."""
    server = os.environ.get(SCHEMAS_ON, "")
    if not server:
        return ""
    name = hashlib.blake2b(str(data.resolve()).encode(), digest_size=12).hexdigest()
    return f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3Dd_{name}"
