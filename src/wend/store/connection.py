"""The database below: a file in the data directory, or a server. Nothing above this file asks which one it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from wend.store.address import is_postgresql, without_secrets
from wend.store.errors import BadAddress

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.exc import DBAPIError

    from wend.kit.errors import WendError


class Database(Protocol):
    """What the store needs to know about what it stands on."""

    engine: Engine
    where: str
    """Its name in messages; holds no secret."""

    @property
    def shared(self) -> bool:
        """Whether servers on several machines may work on it."""
        ...

    def options(self, *, writes: bool) -> dict[str, Any]:
        """Execution options of a transaction."""
        ...

    def translated(self, refused: DBAPIError) -> WendError | None:
        """The driver's complaint in our words; None when it is a fault of the statement."""
        ...


def database(data: Path, url: str) -> Database:
    """The database at this address; without one, the file in the data directory."""
    if not url:
        from wend.store.sqlite import Sqlite

        return Sqlite(data)
    if not is_postgresql(url):
        raise BadAddress(address=without_secrets(url))
    from wend.store.postgresql import Postgresql

    return Postgresql(url)
