"""E-mail to a real server: encrypted beyond this machine, told apart by its key, and never with a header of others."""

from __future__ import annotations

from datetime import UTC, datetime
from email.header import decode_header, make_header
from pathlib import Path

import pytest

from tests.channels.mailing import certified, mail_server
from wend.channels.email import Mail, MailServer, checked_address, send
from wend.channels.errors import BadAddress, MailRefused, NoMailServer, NotReached, UnsafeMail

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
MAIL = Mail("lan@shop.vn", "“Đơn hàng” đã ra khỏi khoảng: 12", "Đơn hàng đang là 12.\n")


def local(port: int) -> MailServer:
    return MailServer("127.0.0.1", port, "", "", "none", "wend@shop.vn")


def test_a_mail_arrives_with_its_words() -> None:
    with mail_server() as box:
        send(local(box.port), MAIL, "alert_1/1/left", NOON)
    (mail,) = box.mails
    payload = mail.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert (str(make_header(decode_header(mail["Subject"]))), payload.decode().strip()) == (
        MAIL.subject,
        MAIL.text.strip(),
    )
    assert (mail["To"], mail["From"], mail["Date"]) == (
        "lan@shop.vn",
        "wend@shop.vn",
        "Wed, 01 Jul 2026 12:00:00 +0000",
    )


def test_one_key_gives_one_message_id() -> None:
    with mail_server() as box:
        for key in ("a", "a", "b"):
            send(local(box.port), MAIL, key, NOON)
    first, again, other = (mail["Message-ID"] for mail in box.mails)
    assert first == again != other


def test_tls_is_asked_for_and_the_certificate_is_checked(tmp_path: Path) -> None:
    server, trust = certified(tmp_path)
    with mail_server(server) as box:
        named = ("127.0.0.1", box.port, "", "", "starttls", "wend@shop.vn")
        send(MailServer(*named, trust), MAIL, "a", NOON)
        with pytest.raises(NotReached):
            send(MailServer(*named), MAIL, "a", NOON)  # nobody vouches for this server
    assert box.encrypted == [True]


def test_nothing_goes_out_in_the_open() -> None:
    with mail_server() as box:
        with pytest.raises(NotReached):  # a server without STARTTLS
            send(MailServer("127.0.0.1", box.port, "u", "p", "starttls", "wend@shop.vn"), MAIL, "a", NOON)
        for host, tls in (("mail.shop.vn", "none"), ("127.0.0.1", "maybe")):
            with pytest.raises(UnsafeMail):
                send(MailServer(host, box.port, "u", "p", tls, "wend@shop.vn"), MAIL, "a", NOON)
    assert box.mails == []


@pytest.mark.parametrize(("answer", "error"), [("550 nobody", MailRefused), ("451 later", NotReached)])
def test_a_refusal_says_whether_to_try_again(answer: str, error: type[Exception]) -> None:
    with mail_server() as box:
        box.answers.append(answer)
        with pytest.raises(error):
            send(local(box.port), MAIL, "a", NOON)


def test_without_a_server_nothing_is_sent() -> None:
    with pytest.raises(NoMailServer):
        send(MailServer("", 587, "", "", "starttls", ""), MAIL, "a", NOON)
    with pytest.raises(NotReached):
        send(local(1), MAIL, "a", NOON)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "lan",
        "lan@",
        "@shop.vn",
        "a@b",
        "a b@shop.vn",
        "a@shop.vn\nBcc: b@c.vn",
        "a@shop.vn,b@c.vn",
        "<a@shop.vn>",
        "a@-shop.vn",
    ],
)
def test_what_is_no_address_is_refused(wrong: str) -> None:
    with pytest.raises(BadAddress):
        checked_address(wrong)
    assert checked_address(" lan.nguyen+x@shop.com.vn ") == "lan.nguyen+x@shop.com.vn"
