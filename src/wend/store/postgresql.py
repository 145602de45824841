"""PostgreSQL as we need it: a commit is on the server's disk before it is acknowledged, and nobody waits for ever.

The driver is an extra (`wend[postgres]`) and is loaded only when an address names a server. The address goes to the
driver as it is, so that everything its own documentation says holds: several hosts, TLS, password files, `options`.
"""

from __future__ import annotations

import selectors
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DisconnectionError

from wend.store.address import without_secrets
from wend.store.errors import (
    BadAddress,
    NoDriver,
    StoreAway,
    StoreBusy,
    StoreClash,
    StoreFull,
    StoreRefused,
    UnsafeSettings,
    Unstorable,
)

if TYPE_CHECKING:
    import psycopg
    from sqlalchemy.engine import ExceptionContext
    from sqlalchemy.exc import DBAPIError

    from wend.kit.errors import WendError

NO_CHARACTER = "\N{REPLACEMENT CHARACTER}"
"""Stands for NUL, which PostgreSQL's texts do not take."""
POOL = 8
MORE = 8
CONNECT_S = 10
_SESSION = (
    ("application_name", "wend"),
    ("timezone", "UTC"),
    ("client_encoding", "UTF8"),
    ("lock_timeout", "30s"),  # as long as SQLite's writers wait for each other
    ("statement_timeout", "10min"),
    ("idle_in_transaction_session_timeout", "10min"),
)
_SETTLE = "SELECT " + ", ".join(f"set_config('{name}', '{value}', false)" for name, value in _SESSION)
SAFE = ("fsync", "full_page_writes", "synchronous_commit")
_ASK = "SELECT " + ", ".join(f"current_setting('{name}')" for name in SAFE)
_FORGETS = {"fsync": ("off",), "full_page_writes": ("off",), "synchronous_commit": ("off",)}

_CLASH = frozenset({"40001", "40P01"})
_BUSY = frozenset({"55P03", "57014", "53200", "53300", "25P03", "25P04", "55006"})
_AWAY = frozenset({"57P01", "57P02", "57P03", "57P05", "25006", "58000", "58030"})
_FULL = frozenset({"53100"})
_REFUSED = frozenset({"42501", "28P01", "28000", "3D000"})
_NOT_LET_IN = ("authentication", "does not exist", "pg_hba.conf", "permission denied", "no password", "certificate")


class Postgresql:
    """A PostgreSQL database that several servers and workers may share."""

    shared = True

    def __init__(self, url: str) -> None:
        self.where = without_secrets(url)
        self._url = url
        self._driver = _driver(self.where)
        self.engine = create_engine(
            "postgresql+psycopg://",
            hide_parameters=True,  # an error's text may be logged, and parameters are people's data
            creator=self.connect,
            use_native_hstore=False,
            pool_size=POOL,
            max_overflow=MORE,
            pool_timeout=30,
        )
        event.listen(self.engine, "connect", self._prepare)
        event.listen(self.engine, "handle_error", _without_values)
        event.listen(self.engine, "checkout", _is_open)
        event.listen(self.engine, "before_cursor_execute", _ask_without_nul, retval=True)

    def connect(self) -> psycopg.Connection[Any]:
        """A new connection, as the driver gives it."""
        try:
            opened: psycopg.Connection[Any] = self._driver.connect(self._url, connect_timeout=CONNECT_S)
        except self._driver.ProgrammingError as refused:
            raise BadAddress(address=self.where) from refused
        return opened

    def options(self, *, writes: bool) -> dict[str, Any]:
        """Execution options of a transaction. Who reads sees one moment; writers of a workspace take turns
        (`Store.work`), so that each statement may see what was committed before it.
        """
        if writes:
            return {"isolation_level": "READ COMMITTED"}
        return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

    def translated(self, refused: DBAPIError) -> WendError | None:
        """The driver's complaint in our words; None when it is a fault of the statement."""
        state = str(getattr(refused.orig, "sqlstate", None) or "")
        if state in _CLASH:
            return StoreClash(path=self.where)
        if state in _BUSY:
            return StoreBusy(path=self.where)
        if state in _FULL:
            return StoreFull(path=self.where)
        if state in _REFUSED:
            return StoreRefused(path=self.where, reason=_first_line(refused))
        if state in _AWAY or state.startswith("08"):
            return StoreAway(path=self.where, reason=_first_line(refused))
        return self._without_state(refused) if not state or state.startswith("22") else None

    def _without_state(self, refused: DBAPIError) -> WendError | None:
        if isinstance(refused.orig, self._driver.DataError):
            # The driver's sentence may quote the value, which may be somebody's name.
            return Unstorable(path=self.where)
        if not isinstance(refused.orig, self._driver.OperationalError | self._driver.InterfaceError):
            return None
        reason = _first_line(refused)
        if any(words in reason for words in _NOT_LET_IN):
            return StoreRefused(path=self.where, reason=reason)
        return StoreAway(path=self.where, reason=reason)

    def _prepare(self, raw: psycopg.Connection[Any], _record: object) -> None:
        """Set what every session of ours needs, and refuse a server that may forget what it has acknowledged."""
        raw.autocommit = True
        raw.execute(_SETTLE)
        found = dict(zip(SAFE, raw.execute(_ASK).fetchone() or (), strict=True))
        raw.autocommit = False
        for name, value in found.items():
            if value in _FORGETS[name]:
                raw.close()
                raise UnsafeSettings(setting=name, value=value, path=self.where)


def _is_open(raw: psycopg.Connection[Any], _record: object, _proxy: object) -> None:
    """After the server was restarted, the first to come need not be the one who learns it. A server that goes says so
    or closes, and nothing else is there to read on a connection at rest: a look is enough, without a round trip.
    """
    if raw.closed:
        raise DisconnectionError
    with selectors.DefaultSelector() as looking:
        looking.register(raw.fileno(), selectors.EVENT_READ)
        if looking.select(0):
            raise DisconnectionError


def _ask_without_nul(
    _connection: object, _cursor: object, statement: str, given: Any, _context: object, many: bool
) -> tuple[str, Any]:  # Any: whatever the statement's parameters are
    """Who asks for a text with NUL gets no row instead of an error: no row can hold one. (A moved one holds U+FFFD.)"""
    if not many and statement.startswith("SELECT") and isinstance(given, Mapping):
        odd = {name: value for name, value in given.items() if isinstance(value, str) and "\0" in value}
        if odd:
            given = {**given, **{name: value.replace("\0", NO_CHARACTER) for name, value in odd.items()}}
    return statement, given


def _driver(where: str) -> Any:  # Any: the module `psycopg`, whose types are not there without the extra
    try:
        import psycopg
    except ImportError as missing:
        raise NoDriver(path=where) from missing
    return psycopg


def _first_line(refused: DBAPIError) -> str:
    return str(refused.orig).strip().partition("\n")[0].removeprefix("connection failed: ")


def _without_values(context: ExceptionContext) -> None:
    """PostgreSQL tells the whole row that it refused; an error's text may be logged, and rows are people's data."""
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error is not None and error.args:
            error.args = (str(error.args[0]).partition("\nDETAIL:")[0], *error.args[1:])
