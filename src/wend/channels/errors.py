"""What can keep a message from leaving; the sentences are in `channels.json`."""

from __future__ import annotations

from wend.kit.errors import Mistake, Trouble


class PlaceRefused(Mistake):
    """An address that a server must not be sent to: not https, not public, or not what it says it is."""

    code = "channels.place_refused"


class NotReached(Trouble):
    """The other system did not answer, or answered with an error."""

    code = "channels.not_reached"


class NoMailServer(Mistake):
    """Nobody said which server takes our mail."""

    code = "channels.no_mail_server"


class UnsafeMail(Mistake):
    """A mail server beyond this machine without TLS."""

    code = "channels.unsafe_mail"


class MailRefused(Mistake):
    """The mail server does not take this message, and will not later."""

    code = "channels.mail_refused"


class HookRefused(Mistake):
    """The receiver of a webhook said that it will never take this."""

    code = "channels.hook_refused"


class BadAddress(Mistake):
    """Not an address of e-mail."""

    code = "channels.bad_address"
