"""A server whose certificate nobody vouches for is not shown the key."""

from __future__ import annotations

import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

import wend
from wend.remote.errors import NotReached


def own_certificate(folder: Path) -> Path:
    """A key and a certificate for this machine that it has signed itself."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "wend")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    begin = datetime(2020, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    signed = (
        made.not_valid_before(begin).not_valid_after(begin + timedelta(days=36_500)).add_extension(here, critical=False)
    )
    forms = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "own.pem"
    file.write_bytes(
        key.private_bytes(*forms) + signed.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    )
    return file


def test_a_certificate_of_its_own_is_not_trusted(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own_certificate(tmp_path))
    refused: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            plain, _ = listener.accept()
            with plain, pytest.raises(ssl.SSLError) as raised:
                context.wrap_socket(plain, server_side=True).recv(1)
            refused.append(type(raised.value).__name__)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        with pytest.raises(NotReached) as raised:
            wend.open(f"https://127.0.0.1:{listener.getsockname()[1]}", key="wend_s_1")
        thread.join(10)
    assert "certificate" in str(raised.value.details["reason"]) and refused
