"""The files of the people who talk with customers: Zalo, call centre, shop counter, questionnaires, referrals."""

from pathlib import Path

import numpy as np

from wend.demo import answers as answer, care, counter, writing
from wend.demo.chance import Ints
from wend.demo.online_files import customer_numbers, order_numbers
from wend.demo.people import Kind
from wend.demo.period import NEVER
from wend.demo.shop import Shop
from wend.demo.truths import FileTruth
from wend.demo.words import plain, strings

BAD_TIMES = ("32/13/2026 25:61", "hôm qua", "00/00/0000 00:00", "29/02/2025 10:15", "15:30 chiều")
BAD_ROWS = 25  # planted: receipts whose time nobody can read, at most one in forty


def write_messages(directory: Path, shop: Shop) -> FileTruth:
    """`zalo_messages.csv`: notices out, questions in; phones as 84…"""
    messages, people = shop.messages, shop.people
    questions, notices = strings("comments", "zalo_question"), strings("comments", "zalo_notice")
    asked = messages.kind == care.ZALO_KINDS.index("khach_hoi")
    texts = notices + questions + [plain(text) for text in questions]
    plainly = people.types_plain[messages.person]
    place = np.where(asked, len(notices) + messages.text + len(questions) * plainly, messages.text)
    size = writing.csv(
        directory / "zalo_messages.csv",
        {
            "sent_at": writing.moment(messages.at),
            "phone": writing.padded("84", people.phone[messages.person], 9),
            "direction": writing.chosen(("out", "in"), asked.astype(np.int64)),
            "kind": writing.chosen(care.ZALO_KINDS, messages.kind),
            "text": writing.chosen(texts, place),
            "seen_at": writing.moment(messages.seen),
            "answered_at": writing.moment(messages.answered),
        },
    )
    events = {
        "zalo.notified": int((~asked).sum()),
        "zalo.seen": int((messages.seen != NEVER).sum()),
        "zalo.asked": int(asked.sum()),
        "zalo.answered": int((messages.answered != NEVER).sum()),
    }
    return FileTruth("zalo_messages.csv", "zalo_messages.toml", size, events)


def write_calls(directory: Path, shop: Shop) -> FileTruth:
    """`call_centre.xlsx`: one row a call, Vietnamese headers, real dates, phones with spaces."""
    calls = shop.calls
    digits = [f"{phone:09d}" for phone in shop.people.phone[calls.person].tolist()]
    staff = strings("names", "staff")
    header = ("Thời gian", "Số gọi đến", "Lý do", "Chờ máy (giây)", "Thời lượng (giây)", "Kết quả", "Người nghe")
    rest: list[list[object]] = [
        [f"0{number[:2]} {number[2:5]} {number[5:]}" for number in digits],
        [care.CALL_REASONS[reason] for reason in calls.reason.tolist()],
        list(calls.waited_s.tolist()),
        list(calls.lasted_s.tolist()),
        [care.CALL_RESULTS[result] for result in calls.result.tolist()],
        [staff[who] for who in calls.staff.tolist()],
    ]
    size = writing.spreadsheet(directory / "call_centre.xlsx", "Cuộc gọi", header, calls.at, rest)
    return FileTruth("call_centre.xlsx", "call_centre.toml", size, {"support.called": size})


def write_counter(directory: Path, shop: Shop) -> FileTruth:
    """`shop_counter.csv`: semicolons, a byte order mark, d/m/Y, 1.250.000; and a few times that nobody can read."""
    rows = shop.counter
    size = len(rows)
    bad = _bad_rows(shop)
    times = writing.written_moment(rows.at, "%d/%m/%Y %H:%M").to_pylist()
    for turn, row in enumerate(bad.tolist()):
        times[row] = BAD_TIMES[turn % len(BAD_TIMES)]
    writing.csv(
        directory / "shop_counter.csv",
        {
            "Ngày giờ": writing.text(times),
            "Cửa hàng": writing.chosen(strings("places", "shops"), rows.shop),
            "Số phiếu": writing.padded("HD", np.arange(size) + 1, 6),
            "Loại": writing.chosen(counter.KINDS, rows.kind),
            "Số điện thoại": writing.padded("0", shop.people.phone[rows.person], 9),
            "Số món": writing.number(rows.items),
            "Thành tiền": writing.dotted(rows.total),
            "Nhân viên": writing.chosen(strings("names", "staff"), rows.staff),
        },
        delimiter=";",
        bom=True,
    )
    names = ("counter.purchased", "counter.advised", "counter.returned")
    return FileTruth("shop_counter.csv", "shop_counter.toml", size, writing.counts(names, np.delete(rows.kind, bad)),
                     bad_rows=len(bad))  # fmt: skip


def _bad_rows(shop: Shop) -> Ints:
    """Rows to spoil: of people with other receipts, so that nobody vanishes with the spoilt row."""
    receipts = np.bincount(shop.counter.person, minlength=len(shop.people))
    fit = np.flatnonzero((receipts[shop.counter.person] > 2) | (shop.people.kind[shop.counter.person] != Kind.COUNTER))
    wanted = min(BAD_ROWS, len(shop.counter) // 40)
    if wanted == 0 or len(fit) == 0:
        return fit[:0]
    spread = fit[np.linspace(0, len(fit) - 1, wanted).astype(np.int64)]
    _, first = np.unique(shop.counter.person[spread], return_index=True)
    return spread[np.sort(first)]


def write_answers(directory: Path, shop: Shop) -> FileTruth:
    """`survey_answers.csv`: six questionnaires in one export; the shop's own tablet knows phones only."""
    answers = shop.answers
    by_phone = np.isin(answers.survey, (answer.STORE, answer.CALL))
    size = writing.csv(
        directory / "survey_answers.csv",
        {
            "answered_at": writing.written_moment(answers.at, "%H:%M:%S %d/%m/%Y"),
            "survey": writing.chosen(answer.SURVEYS, answers.survey),
            "customer_no": customer_numbers(answers.person, by_phone),
            "phone": writing.padded("0", np.where(by_phone, shop.people.phone[answers.person], -1), 9),
            "order_no": order_numbers(shop.orders, answers.order),
            "score": writing.number(answers.score),
            "expected": writing.number(answers.expected),
            "comment": writing.text(answers.comment),
        },
    )
    names = ("delivery.rated", "checkout.rated", "review.posted", "support.rated", "counter.rated", "nps.answered")
    return FileTruth("survey_answers.csv", "survey_answers.toml", size, writing.counts(names, answers.survey))


def write_referrals(directory: Path, shop: Shop) -> FileTruth:
    """`referrals.csv`: invitations and the friends who came."""
    referrals = shop.referrals
    size = writing.csv(
        directory / "referrals.csv",
        {
            "invited_at": writing.moment(referrals.at),
            "customer_no": customer_numbers(referrals.person),
            "friend_joined_at": writing.moment(referrals.friend_came),
        },
    )
    events = {"friend.invited": size, "friend.joined": int((referrals.friend_came != NEVER).sum())}
    return FileTruth("referrals.csv", "referrals.toml", size, events)
