"""Plain e-mail over SMTP. The same key gives the same Message-ID: a mail sent twice can be told from two mails."""

from __future__ import annotations

import hashlib
import re
import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from wend.channels.errors import BadAddress, MailRefused, NoMailServer, NotReached, UnsafeMail

PATIENCE_S = 10.0
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}")
_NEVER = 500


@dataclass(frozen=True, slots=True)
class MailServer:
    """Who takes our mail, and how. `tls`: "starttls", "tls" or "none"; `trust` replaces the system's certificates."""

    host: str
    port: int
    user: str
    password: str
    tls: str
    sender: str
    trust: ssl.SSLContext | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """One message to one address."""

    to: str
    subject: str
    text: str


def checked_address(written: str) -> str:
    """An address as it is kept. Raises BadAddress."""
    address = written.strip()
    if len(address) > 254 or _ADDRESS.fullmatch(address) is None:
        raise BadAddress(address=address[:80])
    return address


def send(server: MailServer, mail: Mail, key: str, at: datetime) -> None:
    """Hand one mail over. Raises NoMailServer, UnsafeMail, MailRefused (not worth another try) and NotReached."""
    _check(server)
    message = _message(server, mail, key, at)
    try:
        with _connected(server) as connection:
            if server.user:
                connection.login(server.user, server.password)
            connection.send_message(message)
    except smtplib.SMTPRecipientsRefused as refused:
        raise _told(server, next(iter(refused.recipients.values()))[0]) from refused
    except smtplib.SMTPAuthenticationError as refused:  # the settings are wrong, not the message
        raise NotReached(place=server.host, reason=str(refused.smtp_code)) from refused
    except smtplib.SMTPResponseException as refused:
        raise _told(server, refused.smtp_code) from refused
    except (OSError, smtplib.SMTPException) as error:
        raise NotReached(place=server.host, reason=type(error).__name__) from error


def _check(server: MailServer) -> None:
    if not server.host or not server.sender:
        raise NoMailServer
    if server.tls not in ("starttls", "tls") and not (server.tls == "none" and server.host in LOOPBACK):
        raise UnsafeMail(host=server.host, tls=server.tls)


def _connected(server: MailServer) -> smtplib.SMTP:
    trust = server.trust or ssl.create_default_context()
    if server.tls == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE_S, context=trust)
    connection = smtplib.SMTP(server.host, server.port, timeout=PATIENCE_S)
    if server.tls == "starttls":
        try:
            connection.starttls(context=trust)  # raises where the server has none: nothing goes out in the open
        except (OSError, smtplib.SMTPException):
            connection.close()
            raise
    return connection


def _message(server: MailServer, mail: Mail, key: str, at: datetime) -> EmailMessage:
    message = EmailMessage()
    message["From"] = server.sender
    message["To"] = checked_address(mail.to)
    message["Subject"] = " ".join(mail.subject.split())
    message["Date"] = format_datetime(at)
    host = server.sender.rpartition("@")[2].strip("<> ") or "wend"
    message["Message-ID"] = f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{host}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    return message


def _told(server: MailServer, code: int) -> MailRefused | NotReached:
    if code >= _NEVER:
        return MailRefused(reason=str(code))
    return NotReached(place=server.host, reason=str(code))
