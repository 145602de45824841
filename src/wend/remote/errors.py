"""What can go wrong between a notebook and a server; the sentences are in `remote.json`, or the server's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, cast

from wend.kit.errors import Broken, Mistake, Trouble, WendError
from wend.kit.texts import Language


class NoKey(Mistake):
    """A server was named and no key, or what can be none."""

    code = "remote.no_key"


class BadAddress(Mistake):
    """Not the address of a server."""

    code = "remote.bad_address"


class Unprotected(Mistake):
    """An address beyond this machine at which anybody on the way could read the key."""

    code = "remote.unprotected"


class OneWorkspace(Mistake):
    """A workspace was named beside a server, which has one only."""

    code = "remote.one_workspace"


class Redirected(Mistake):
    """The server sends elsewhere: the key is for the one that was named."""

    code = "remote.redirected"


class NotWend(Mistake):
    """Something answers, but not as Wend does."""

    code = "remote.not_wend"


class NotOffered(Mistake):
    """What only works on the machine of the data."""

    code = "remote.not_offered"


class NotReached(Trouble):
    """The server did not answer, or stopped in the middle of it."""

    code = "remote.not_reached"


class _Said(WendError):
    """What the server said: its code, and its words in the language that it was asked in, whichever is wanted now."""

    said: ClassVar[Mapping[str, Any]]

    def message(self, language: Language = "en") -> str:  # noqa: ARG002  # the server has spoken already
        return str(self.said["message"])

    def cause(self, language: Language = "en") -> str:  # noqa: ARG002
        return str(self.said["cause"])

    def next_step(self, language: Language = "en") -> str:  # noqa: ARG002
        return str(self.said["next"])


def refused(status: int, said: Mapping[str, Any]) -> WendError:
    """The server's problem as the error that it is: one to be tried again, a fault of its own, or a mistake."""
    retry = bool(said.get("retry"))
    kind: type[WendError] = Broken if status == 500 else Trouble if retry else Mistake
    its = {"code": str(said["code"]), "status": status, "retry": retry, "said": dict(said)}
    return cast(WendError, type(kind.__name__, (_Said, kind), its)())
