"""Secrets of others at rest: sealed with AES-GCM under a key that lies beside the database, never in it.

Who has a copy of the database has no secret; who has the key file too has all of them. Without the key file the
secrets are lost, and each has to be entered again.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from wend.kit.errors import Broken

FILE = "secret.key"
_KEY_BYTES, _NONCE_BYTES = 32, 12
_making = Lock()


class SecretsUnreadable(Broken):
    """The key file is gone, was changed, or is not the one under which this secret was sealed."""

    code = "connectors.secrets_unreadable"


def seal(data: Path, fresh: Callable[[], str], owner: str, secret: str) -> str:
    """The secret as a text that may lie in a database. It opens only for the same `owner`, so that a sealed secret
    cannot be moved to somebody else's row. `fresh` draws unguessable texts.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = _key(data, fresh)
    nonce = hashlib.sha256(fresh().encode()).digest()[:_NONCE_BYTES]
    sealed = AESGCM(key).encrypt(nonce, secret.encode(), owner.encode())
    return base64.b64encode(nonce + sealed).decode()


def unseal(data: Path, owner: str, sealed: str) -> str:
    """The secret again. Raises SecretsUnreadable."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        whole = base64.b64decode(sealed, validate=True)
        key = _read(data / FILE)
        return AESGCM(key).decrypt(whole[:_NONCE_BYTES], whole[_NONCE_BYTES:], owner.encode()).decode()
    except (InvalidTag, ValueError, OSError) as error:
        raise SecretsUnreadable(file=FILE) from error


def _key(data: Path, fresh: Callable[[], str]) -> bytes:
    """The key of this data directory, made on first use. Made whole under another name first: two processes that come
    at the same moment end up with one key.
    """
    path = data / FILE
    with _making:
        if not path.exists():
            made = hashlib.sha256(b"wend secret key" + fresh().encode()).digest()
            draft = path.with_name(f"{FILE}.{os.getpid()}")
            number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(number, "wb") as file:
                file.write(base64.b64encode(made))
                file.flush()
                os.fsync(file.fileno())
            try:
                os.link(draft, path)
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        return _read(path)


def _read(path: Path) -> bytes:
    key = base64.b64decode(path.read_bytes(), validate=True)
    if len(key) != _KEY_BYTES:
        raise ValueError(len(key))
    return key
