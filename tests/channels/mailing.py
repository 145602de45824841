"""A real mail server on loopback, for as long as a test runs: it takes mail, refuses it, and speaks TLS."""

from __future__ import annotations

import datetime
import ipaddress
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass
class Postbox:
    """What arrived. `answers` are what the server says to the next mails instead of taking them."""

    port: int = 0
    mails: list[Message] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)


class _Session(socketserver.StreamRequestHandler):
    box: Postbox
    tls: ssl.SSLContext | None

    def handle(self) -> None:
        encrypted = False
        self._say("220 here")
        while line := self.rfile.readline():
            verb = line[:4].upper().strip()
            if verb in (b"EHLO", b"HELO"):
                self._say("250-here\r\n250 STARTTLS" if self.tls and not encrypted else "250 here")
            elif verb == b"STAR" and self.tls:
                self._say("220 go ahead")
                self.request = self.tls.wrap_socket(self.request, server_side=True)
                self.setup()
                encrypted = True
            elif verb == b"RCPT" and self.box.answers:
                self._say(self.box.answers.pop(0))
            elif verb == b"DATA":
                self._take(encrypted)
            else:
                self._say("221 bye" if verb == b"QUIT" else "250 ok")

    def finish(self) -> None:
        super().finish()
        self.request.close()  # the encrypted one; the server closes only the one it accepted

    def _take(self, encrypted: bool) -> None:
        self._say("354 go on")
        lines = list(iter(self.rfile.readline, b".\r\n"))
        self.box.mails.append(message_from_bytes(b"".join(lines)))
        self.box.encrypted.append(encrypted)
        self._say("250 taken")

    def _say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")
        self.wfile.flush()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves during a handshake is no news."""


@contextmanager
def mail_server(tls: ssl.SSLContext | None = None) -> Iterator[Postbox]:
    """The server, taking mail."""
    box = Postbox()
    session = type("Session", (_Session,), {"box": box, "tls": tls})
    with _Server(("127.0.0.1", 0), session) as server:
        box.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield box
        server.shutdown()


def certified(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's certificate for 127.0.0.1 that nobody knows, and a client's context that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now).not_valid_after(now.replace(year=2060))
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    signed = made.add_extension(here, critical=False).sign(key, hashes.SHA256())
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "server.pem"
    file.write_bytes(key.private_bytes(*plain) + signed.public_bytes(serialization.Encoding.PEM))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    return server, ssl.create_default_context(cafile=str(file))
