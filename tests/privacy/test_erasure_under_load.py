"""While events about her go on arriving, an erasure ends all the same, and none of them stays."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

from tests.privacy.bytes_of import found_in
from tests.privacy.seed import CANARIES, COMMENT, EMAIL, HER, opened, seeded, track
from wend.collect.live.facade import deliver
from wend.customers import facade as customers


def test_events_that_arrive_all_the_while_leave_nothing(tmp_path: Path) -> None:
    shop = seeded(tmp_path)
    server, ended, sent = opened(tmp_path / "data"), Event(), [0, 0]

    def send() -> None:
        while not ended.is_set():
            sent[0] += 1
            hers = track("form.sent", "KH0777001", 10_000 + sent[0], properties={"comment": COMMENT, "email": EMAIL})
            his = track("page.viewed", "KH0018", 90_000 + sent[0])
            sent[1] += deliver(server, "site", [hers, his]).suppressed

    sender = Thread(target=send)
    sender.start()
    try:
        erased = customers.erase(shop, EMAIL, "ha", "asked by letter", HER[0])
    finally:
        ended.set()
        sender.join()
    assert sent[0] > sent[1] > 0 or erased.events >= 7
    assert erased.remains == ()
    server.store.close()
    assert found_in(tmp_path / "data", CANARIES) == []
    assert customers.profile(opened(tmp_path / "data"), "KH0018").events == 3 + sent[0]
