"""What a webhook source knows, as it lies in the source's document; checked when it is set up and when it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, cast

from wend.channels.signing import ALGORITHMS, ENCODINGS, MOST_TOLERANCE_S, SCHEMES, Signature
from wend.kit.errors import Mistake, closest

LEAST_SECRET, LONGEST_SECRET = 8, 1_000
MOST_SECRETS = 3
_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
_FIELDS = frozenset(each.name for each in fields(Signature))


class BadHookSetting(Mistake):
    """A setting of a webhook that does not exist or cannot have this value."""

    code = "hooks.bad_setting"


class UnsignedHook(Mistake):
    """Nobody would check who sends, and nobody said that this is meant."""

    code = "hooks.unsigned"


@dataclass(frozen=True, slots=True)
class Hook:
    """A webhook as it was set up. `sealed` are its secrets, the newest first, readable only with the key file.

    `delivery_header` names the header with the sender's own id of a request; "" = the body tells one from another.
    """

    mapping: str
    signature: Signature = field(default_factory=Signature)
    sealed: tuple[str, ...] = ()
    delivery_header: str = ""
    preset: str = ""
    verify_token: str = ""
    """What a system sends once to see that the address is ours (`hub.verify_token`); says nothing about the secret."""


def signature_of(settings: Mapping[str, Any], *, unsigned: bool = False) -> Signature:
    """A signature from its settings. Raises BadHookSetting and UnsignedHook."""
    for name, value in settings.items():
        if name not in _FIELDS:
            raise _bad(name, value, closest(name, _FIELDS) or ", ".join(sorted(_FIELDS)))
        kind = int if name == "tolerance_s" else str
        if not isinstance(value, kind) or isinstance(value, bool):
            raise _bad(name, value, kind.__name__)
    found = Signature(**settings)
    for name, known in (("scheme", SCHEMES), ("algorithm", ALGORITHMS), ("encoding", ENCODINGS)):
        if getattr(found, name) not in known:
            raise _bad(name, getattr(found, name), ", ".join(known))
    if found.scheme == "none" and not unsigned:
        raise UnsignedHook
    _check(found)
    return found


def _check(signature: Signature) -> None:
    if not 1 <= signature.tolerance_s <= MOST_TOLERANCE_S:
        raise _bad("tolerance_s", signature.tolerance_s, f"1 … {MOST_TOLERANCE_S}")
    if signature.signed.count("{body}") != 1:
        raise _bad("signed", signature.signed, "{timestamp}.{body}")
    if bool(signature.timestamp_header) != ("{timestamp}" in signature.signed):
        # A moment that is not signed could be set anew on an old request.
        raise _bad("timestamp_header", signature.timestamp_header, "signed = {timestamp}.{body}")
    for name in ("header", "timestamp_header"):
        value = getattr(signature, name)
        if value and _HEADER.fullmatch(value) is None:
            raise _bad(name, value, "X-Signature")
    if signature.scheme == "zalo" and not signature.app_id:
        raise _bad("app_id", "", "1234567890")


def checked_secret(secret: str) -> str:
    """A secret that is long enough not to be guessed. Raises BadHookSetting, without the secret."""
    if not LEAST_SECRET <= len(secret.strip()) <= LONGEST_SECRET:
        raise _bad("secret", "…", f"{LEAST_SECRET} … {LONGEST_SECRET}")
    return secret.strip()


def written(hook: Hook) -> dict[str, object]:
    """The document of a source."""
    return {
        "mapping": hook.mapping,
        "signature": asdict(hook.signature),
        "sealed": list(hook.sealed),
        "delivery_header": hook.delivery_header,
        "preset": hook.preset,
        "verify_token": hook.verify_token,
    }


def read(document: Mapping[str, object]) -> Hook:
    """The hook of a document that `written` made."""
    settings = cast("dict[str, Any]", document.get("signature") or {})
    return Hook(
        str(document.get("mapping", "")),
        Signature(**settings),
        tuple(cast("list[str]", document.get("sealed") or ())),
        str(document.get("delivery_header", "")),
        str(document.get("preset", "")),
        str(document.get("verify_token", "")),
    )


def _bad(name: str, value: object, wanted: str) -> BadHookSetting:
    return BadHookSetting(name=name, value=str(value)[:80], wanted=wanted)
