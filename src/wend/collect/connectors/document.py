"""What a connector knows, as it lies in its source's document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import cast
from urllib.parse import urlsplit

from wend.collect.connectors.errors import BadConnectorSetting
from wend.collect.model_connectors import KINDS, ConnectorKind

EVERY_S, LEAST_EVERY_S, MOST_EVERY_S = 3_600, 60, 31 * 86_400
LOOKBACK, MOST_LOOKBACK = 300, 31 * 86_400
DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg", "mysql": "mysql+pymysql"}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Connector:
    """Where rows come from. `sealed` is the address with its password. `lookback` is how far behind the cursor each run
    begins (seconds, or numbers of a numeric cursor): rows that others committed late are found that way.
    """

    kind: ConnectorKind
    mapping: str
    place: str
    sealed: str = ""
    table: str = ""
    schema: str = ""
    cursor: str = ""
    keys: tuple[str, ...] = ()
    every_s: int = EVERY_S
    lookback: int = LOOKBACK


def read(document: Mapping[str, object]) -> Connector:
    """The connector of a document that `written` made."""
    known = {name: document[name] for name in Connector.__slots__ if name in document}
    known["keys"] = tuple(cast("list[str]", document.get("keys") or ()))
    return Connector(**known)  # type: ignore[arg-type]  # `written` made it


def written(connector: Connector) -> dict[str, object]:
    """The document of a source."""
    return {**asdict(connector), "keys": list(connector.keys)}


def checked(connector: Connector) -> Connector:
    """The same when it makes sense. Raises BadConnectorSetting."""
    if connector.kind not in KINDS:
        raise bad("kind", connector.kind, ", ".join(KINDS))
    if not LEAST_EVERY_S <= connector.every_s <= MOST_EVERY_S:
        raise bad("every", connector.every_s, f"{LEAST_EVERY_S} … {MOST_EVERY_S}")
    if not 0 <= connector.lookback <= MOST_LOOKBACK:
        raise bad("lookback", connector.lookback, f"0 … {MOST_LOOKBACK}")
    for name in ("table", "schema", "cursor"):
        if len(getattr(connector, name)) > _LONGEST:
            raise bad(name, getattr(connector, name), f"≤ {_LONGEST}")
    if connector.kind == "database" and not connector.table:
        raise bad("table", "", "orders")
    if connector.kind == "database" and not connector.keys:
        raise bad("key", "", "id")
    return connector


def database_url(written_url: str) -> str:
    """The address for the driver that is used here. Raises BadConnectorSetting, without the password."""
    scheme, sign, rest = written_url.strip().partition("://")
    driver = DRIVERS.get(scheme.partition("+")[0])
    parts = urlsplit(f"x://{rest}")
    if not sign or driver is None or not (parts.hostname or "host=" in parts.query):  # `?host=` names a local socket
        raise bad("url", f"{scheme[:20]}://…", "postgresql://user:password@host/database, mysql://…")
    return f"{driver}://{rest}"


def place_of(url: str) -> str:
    """An address as it may be shown: no user, no password, no query."""
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme.partition('+')[0]}://{parts.hostname or ''}{port}{parts.path}"


def bad(name: str, value: object, wanted: str) -> BadConnectorSetting:
    """The error of one setting."""
    return BadConnectorSetting(name=name, value=str(value)[:80], wanted=wanted)
