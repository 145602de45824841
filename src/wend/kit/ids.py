"""Fresh identifiers and secrets, drawn at one place so that tests can draw them too."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Protocol

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford base 32: nothing looks like something else


class Ids(Protocol):
    """Where fresh names for things come from."""

    def fresh(self, kind: str) -> str:
        """A new id such as `import_3k9x…`; never repeats."""
        ...

    def secret(self) -> str:
        """A fresh token for a person or a browser to carry; cannot be guessed."""
        ...


class RandomIds:
    """Eighty random bits an id, 256 a secret; only `bootstrap` hands it out."""

    def fresh(self, kind: str) -> str:
        drawn = int.from_bytes(secrets.token_bytes(10))  # drawn at once: asking the system costs more than the rest
        return f"{kind}_" + "".join(_ALPHABET[drawn >> place & 31] for place in range(0, 80, 5))

    def secret(self) -> str:
        return secrets.token_urlsafe(32)


@dataclass
class CountingIds:
    """`import_1`, `import_2`, …: for tests and examples."""

    count: int = field(default=0)

    def fresh(self, kind: str) -> str:
        self.count += 1
        return f"{kind}_{self.count}"

    def secret(self) -> str:
        return self.fresh("secret")
