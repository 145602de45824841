"""What the doors may ask of connectors; they reach it as `collect.facade.connectors`. Light until one runs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from wend.channels.reaching import check
from wend.collect.connectors import document, repository, tasks
from wend.collect.connectors.document import EVERY_S, LOOKBACK, Connector
from wend.collect.connectors.errors import (
    BadConnectorSetting,
    ColumnMissing,
    ExtraMissing,
    NoSuchConnector,
    NotReached,
    PlaceRefused,
    TooLarge,
)
from wend.collect.connectors.fetching import Fetching, export_of
from wend.collect.model import Replayed
from wend.collect.model_connectors import ConnectorSettings, Ran
from wend.collect.model_sources import Source
from wend.collect.sources import repository as sources
from wend.collect.sources.keeping import UnknownSource, add_in, change_source, source_of
from wend.kit.clock import epoch_micros
from wend.store import tasks as loans
from wend.store.facade import Reading
from wend.store.sealing import seal, unseal
from wend.store.tasks import SECOND, Claimed
from wend.workspaces.facade import Workspace

__all__ = [
    "EVERY_S",
    "LOOKBACK",
    "BadConnectorSetting",
    "ColumnMissing",
    "ConnectorSettings",
    "ExtraMissing",
    "NoSuchConnector",
    "NotReached",
    "PlaceRefused",
    "Ran",
    "TooLarge",
    "add_csv",
    "add_database",
    "change",
    "listed",
    "replay",
    "run",
    "run_soon",
    "settings",
]


def add_database(
    workspace: Workspace,
    name: str,
    url: str,
    table: str,
    mapping: str,
    *,
    keys: tuple[str, ...],
    cursor: str = "",
    schema: str = "",
    every_s: int = EVERY_S,
    lookback: int = LOOKBACK,
    who: str = "system",
) -> ConnectorSettings:
    """Read a table of PostgreSQL or MySQL. Without `cursor` the whole table is read each time.

    Raises BadConnectorSetting, BadSourceName, and the Mistakes of the mapping language.
    """
    full = document.database_url(url)
    place = document.place_of(full)
    made = Connector("database", mapping, place, "", table, schema, cursor, keys, every_s, lookback)
    return _add(workspace, name, made, full, who)


def add_csv(
    workspace: Workspace, name: str, url: str, mapping: str, *, every_s: int = EVERY_S, who: str = "system"
) -> ConnectorSettings:
    """Read a CSV file from a public https address, or a Google Sheet that anybody with the link may read.

    Raises PlaceRefused, NotReached, BadConnectorSetting, BadSourceName, and the Mistakes of the mapping language.
    """
    full = export_of(url)
    check(full, _rules(workspace).allowed_hosts)
    made = Connector("csv", mapping, document.place_of(full), every_s=every_s)
    return _add(workspace, name, made, full, who)


def change(
    workspace: Workspace,
    key: str,
    *,
    mapping: str | None = None,
    every_s: int | None = None,
    url: str | None = None,
    from_start: bool = False,
    who: str = "system",
) -> ConnectorSettings:
    """Change what is given. `from_start` reads everything once more; what the log has is not counted again.

    Raises NoSuchConnector and the Mistakes of `add_…`.
    """
    connector = _connector(workspace, key)
    if mapping is not None:
        _check_mapping(mapping)
        connector = replace(connector, mapping=mapping)
    if every_s is not None:
        connector = replace(connector, every_s=every_s)
    if url is not None:
        full = document.database_url(url) if connector.kind == "database" else export_of(url)
        if connector.kind == "csv":
            check(full, _rules(workspace).allowed_hosts)
        connector = replace(connector, place=document.place_of(full), sealed=_sealed(workspace, key, full))
    change_source(workspace, key, settings=document.written(document.checked(connector)), who=who)
    with workspace.store.work(workspace.name) as work:
        if from_start:
            repository.advance(work, key, {})
        tasks.plan(work, key, epoch_micros(workspace.clock.now()), connector.every_s)
    return settings(workspace, key)


def run(workspace: Workspace, key: str, claimed: Claimed | None = None) -> Ran:
    """Read what is new. A connector that is switched off reads nothing.

    Raises NoSuchConnector, LogBusy while an import runs, and what reading meets.
    """
    from wend.collect.connectors.running import Runner

    with workspace.store.reading(workspace.name) as reading:
        source = _source(reading, key)
    connector = document.read(source.document)
    if source.state != "on":
        return Ran(key, 0, 0, 0, 0, unchanged=True)
    url = unseal(workspace.store.data, _owner(workspace, key), connector.sealed)
    return Runner(workspace, key, connector, url, claimed).run()


def run_soon(workspace: Workspace, key: str) -> ConnectorSettings:
    """Have the worker run it as soon as it is free. Raises NoSuchConnector."""
    connector = _connector(workspace, key)
    now = epoch_micros(workspace.clock.now())
    with workspace.store.work(workspace.name) as work:
        tasks.plan(work, key, now, connector.every_s)
        loans.wake(work, tasks.name_of(key), now)
    return settings(workspace, key)


def replay(workspace: Workspace, key: str) -> Replayed:
    """Try the rows of a connector in quarantine again, with its mapping as it is now. Raises NoSuchConnector."""
    from wend.collect.connectors import replaying

    return replaying.replay(workspace, key, _connector(workspace, key))


def settings(workspace: Workspace, key: str) -> ConnectorSettings:
    """A connector as it was set up, and how far it has come. Raises NoSuchConnector."""
    with workspace.store.reading(workspace.name) as reading:
        return _settings(reading, _source(reading, key))


def listed(workspace: Workspace) -> tuple[ConnectorSettings, ...]:
    """All connectors, the oldest first."""
    with workspace.store.reading(workspace.name) as reading:
        found = [each for each in sources.all_sources(reading) if each.kind == "connector"]
        return tuple(_settings(reading, each) for each in found)


def _add(workspace: Workspace, name: str, connector: Connector, url: str, who: str) -> ConnectorSettings:
    _check_mapping(connector.mapping)
    connector = document.checked(connector)
    with workspace.store.work(workspace.name) as work:
        source = add_in(work, "connector", name, document.written(connector), who=who)
        connector = replace(connector, sealed=_sealed(workspace, source.key, url))
        sources.change(work, source.key, source.name, source.state, document.written(connector))
        tasks.plan(work, source.key, epoch_micros(workspace.clock.now()), connector.every_s)
    return settings(workspace, source.key)


def _check_mapping(toml: str) -> None:
    from wend.collect.hooks.mappings import parsed

    parsed(toml)


def _connector(workspace: Workspace, key: str) -> Connector:
    with workspace.store.reading(workspace.name) as reading:
        return document.read(_source(reading, key).document)


def _source(reading: Reading, key: str) -> Source:
    try:
        source = source_of(reading, key)
    except UnknownSource as error:
        raise NoSuchConnector(source=key[:40]) from error
    if source.kind != "connector":
        raise NoSuchConnector(source=key[:40])
    return source


def _rules(workspace: Workspace) -> Fetching:
    named = workspace.settings.connector_hosts.split(",")
    return Fetching(frozenset(each.strip().lower() for each in named if each.strip()))


def _owner(workspace: Workspace, key: str) -> str:
    return f"{workspace.name}/{key}"


def _sealed(workspace: Workspace, key: str, url: str) -> str:
    return seal(workspace.store.data, workspace.ids.secret, _owner(workspace, key), url)


def _settings(reading: Reading, source: Source) -> ConnectorSettings:
    connector = document.read(source.document)
    progress = repository.progress(reading, source.key)
    cursor: dict[str, Any] = progress.get("cursor", {})
    task = next((each for each in loans.every(reading, [tasks.KIND]) if each.name == tasks.name_of(source.key)), None)
    return ConnectorSettings(
        source.key,
        source.name,
        source.state,
        connector.kind,
        connector.place,
        connector.table,
        connector.cursor,
        connector.keys,
        connector.mapping,
        connector.every_s,
        int(progress.get("rows", 0)),
        cursor.get("value"),
        None if task is None or task.ran_at is None else task.ran_at // SECOND,
        None if task is None else task.due_at // SECOND,
        "" if task is None else task.trouble,
    )
