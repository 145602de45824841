"""What can be wrong at the door for assistants."""

from __future__ import annotations

from wend.kit.errors import Mistake


class ExtraMissing(Mistake):
    """The SDK of the protocol is not installed."""

    code = "assistants.extra_missing"


class KeyRefused(Mistake):
    """The key is unknown, ended, or may not read data."""

    code = "assistants.key_refused"
    status = 401


class NotForThisRole(Mistake):
    """The answer names customers, and whoever asks may not see them."""

    code = "assistants.not_for_this_role"
    status = 403


class BadArgument(Mistake):
    """An argument of a tool that cannot be what it should be."""

    code = "assistants.bad_argument"


class UnknownTool(Mistake):
    """No tool has this name."""

    code = "assistants.unknown_tool"
    status = 404
