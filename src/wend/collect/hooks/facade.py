"""What the doors may ask of webhooks; they reach it as `collect.facade.hooks`. Light until a record is mapped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace

from wend.channels.signing import NotSigned, Request, Signature
from wend.collect.hooks import document
from wend.collect.hooks.document import MOST_SECRETS, BadHookSetting, Hook, UnsignedHook
from wend.collect.hooks.presets import PRESETS
from wend.collect.hooks.receiving import NoSuchHook, Prepared, Receiver, owner_of
from wend.collect.hooks.records import BadHookBody
from wend.collect.live.committing import Done
from wend.collect.live.model import Delivery
from wend.collect.model_hooks import HookSettings, HookTooLarge, KnownSystem, ReplayedHook, TriedHook
from wend.collect.model_sources import Source
from wend.collect.sources import repository as sources
from wend.collect.sources.keeping import UnknownSource, add_in, change_source, source_of
from wend.kit.errors import closest
from wend.store.facade import Reading
from wend.store.sealing import seal
from wend.workspaces.facade import Workspace

__all__ = [
    "BadHookBody",
    "BadHookSetting",
    "Delivery",
    "Done",
    "HookSettings",
    "HookTooLarge",
    "KnownSystem",
    "NoSuchHook",
    "NotSigned",
    "Prepared",
    "Receiver",
    "ReplayedHook",
    "Request",
    "TriedHook",
    "UnsignedHook",
    "add",
    "change",
    "known_systems",
    "listed",
    "replay",
    "settings",
    "try_mapping",
    "warm",
]


def known_systems() -> tuple[KnownSystem, ...]:
    """The systems that have a ready mapping. None of them was tried against a live account."""
    from wend.collect.shelf import ready_toml

    return tuple(
        KnownSystem(each.key, each.name, ready_toml(each.mapping), each.signature, proven=False)
        for each in PRESETS.values()
    )


def add(
    workspace: Workspace,
    name: str,
    mapping: str = "",
    secret: str = "",
    signature: Mapping[str, object] | None = None,
    *,
    preset: str = "",
    delivery_header: str = "",
    unsigned: bool = False,
    who: str = "system",
) -> HookSettings:
    """Set up a webhook. A preset brings its mapping and its way of signing; what is given besides replaces that.

    Raises BadHookSetting, UnsignedHook, BadSourceName, and the Mistakes of the mapping language.
    """
    from wend.collect.hooks.mappings import parsed
    from wend.collect.shelf import ready_toml

    if preset and preset not in PRESETS:
        raise BadHookSetting(name="preset", value=preset[:80], wanted=closest(preset, PRESETS) or ", ".join(PRESETS))
    known = PRESETS.get(preset)
    settings = {**(known.signature if known else {}), **(signature or {})}
    proven = document.signature_of(settings, unsigned=unsigned)
    toml = mapping or (ready_toml(known.mapping) if known else "")
    parsed(toml)
    given = "" if proven.scheme == "none" else document.checked_secret(secret)
    hook = Hook(toml, proven, (), delivery_header or (known.delivery_header if known else ""), preset)
    with workspace.store.work(workspace.name) as work:
        source = add_in(work, "webhook", name, document.written(hook), who=who)
        if given:
            hook = replace(hook, sealed=(_sealed(workspace, source.key, given),), verify_token=workspace.ids.secret())
            sources.change(work, source.key, source.name, source.state, document.written(hook))
    return _settings(source, hook)


def change(
    workspace: Workspace,
    key: str,
    *,
    mapping: str | None = None,
    secret: str | None = None,
    signature: Mapping[str, object] | None = None,
    delivery_header: str | None = None,
    unsigned: bool = False,
    who: str = "system",
) -> HookSettings:
    """Change what is given. A new secret counts beside the one before it, so that the sender may change over in peace;
    a second new one ends the first. Raises NoSuchHook and the Mistakes of `add`.
    """
    from wend.collect.hooks.mappings import parsed

    with workspace.store.reading(workspace.name) as reading:
        source = _source(reading, key)
    hook = document.read(source.document)
    if mapping is not None:
        parsed(mapping)
        hook = replace(hook, mapping=mapping)
    if signature is not None:
        hook = replace(hook, signature=document.signature_of(signature, unsigned=unsigned))
    if secret is not None:
        fresh = _sealed(workspace, key, document.checked_secret(secret))
        hook = replace(hook, sealed=(fresh, *hook.sealed)[: MOST_SECRETS - 1])
    if delivery_header is not None:
        hook = replace(hook, delivery_header=delivery_header)
    if hook.signature.scheme != "none" and not hook.sealed:
        raise BadHookSetting(name="secret", value="", wanted="…")
    return _settings(change_source(workspace, key, settings=document.written(hook), who=who), hook)


def settings(workspace: Workspace, key: str) -> HookSettings:
    """A webhook as it was set up. Raises NoSuchHook."""
    with workspace.store.reading(workspace.name) as reading:
        source = _source(reading, key)
    return _settings(source, document.read(source.document))


def listed(workspace: Workspace) -> tuple[HookSettings, ...]:
    """All webhooks, the oldest first."""
    with workspace.store.reading(workspace.name) as reading:
        found = [each for each in sources.all_sources(reading) if each.kind == "webhook"]
    return tuple(_settings(each, document.read(each.document)) for each in found)


def try_mapping(workspace: Workspace, mapping: str, body: bytes, content_type: str = "application/json") -> TriedHook:
    """What a mapping makes of a body; nothing is written. Raises BadHookBody, HookTooLarge and Mistakes of mappings."""
    from wend.collect.hooks.trying import tried

    return tried(workspace, mapping, Request({"content-type": content_type}, {}, body))


def warm() -> None:
    """Load what maps records, and map one, so that the first webhook need not wait for it."""
    from wend.collect.hooks.trying import practise

    practise()


def replay(workspace: Workspace, key: str) -> ReplayedHook:
    """Try the records of a webhook in quarantine again, with its mapping as it is now. Raises NoSuchHook."""
    from wend.collect.hooks import replaying

    with workspace.store.reading(workspace.name) as reading:
        _source(reading, key)
    return replaying.replay(workspace, key)


def _source(reading: Reading, key: str) -> Source:
    try:
        source = source_of(reading, key)
    except UnknownSource as error:
        raise NoSuchHook(source=key[:40]) from error
    if source.kind != "webhook":
        raise NoSuchHook(source=key[:40])
    return source


def _sealed(workspace: Workspace, key: str, secret: str) -> str:
    return seal(workspace.store.data, workspace.ids.secret, owner_of(workspace, key), secret)


def _settings(source: Source, hook: Hook) -> HookSettings:
    shown: Signature = hook.signature
    return HookSettings(
        source.key,
        source.name,
        source.state,
        f"/hooks/{source.key}",
        hook.preset,
        hook.mapping,
        asdict(shown),
        len(hook.sealed),
        hook.delivery_header,
        hook.verify_token,
    )
