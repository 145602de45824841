"""What columns are called, in English, Vietnamese and Portuguese; compared without marks, case and punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SPLIT = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

ROLES: dict[str, tuple[str, ...]] = {
    "customer": (
        "customer",
        "customer id",
        "customer no",
        "customer number",
        "customer code",
        "customer key",
        "customerid",
        "cust id",
        "client",
        "client id",
        "user",
        "user id",
        "userid",
        "uid",
        "member",
        "member id",
        "account",
        "account id",
        "contact id",
        "visitor id",
        "visitor",
        "patient id",
        "subscriber id",
        "buyer id",
        "shopper id",
        "resp id",
        "respondent",
        "respondent id",
        "respnum",
        "case concept name",
        "case id",
        "customer unique id",
        "ma khach hang",
        "ma kh",
        "khach hang",
        "makh",
        "ma thanh vien",
        "id cliente",
        "cliente",
        "cliente id",
        "codigo cliente",
        "person id",
        "profile id",
        "consumer id",
        "cookie",
        "trace id",
        "journey id",
        "master id",
    ),
    "email": ("email", "e mail", "mail", "email address", "thu dien tu", "correio eletronico", "billing email"),
    "phone": (
        "phone",
        "phone number",
        "mobile",
        "tel",
        "telephone",
        "msisdn",
        "cellphone",
        "dien thoai",
        "so dien thoai",
        "sdt",
        "so dt",
        "di dong",
        "telefone",
        "celular",
        "billing phone",
    ),
    "device": (
        "device id",
        "device",
        "anonymous id",
        "anonymousid",
        "client id",
        "user pseudo id",
        "cookie id",
        "visitor id",
        "fingerprint",
        "thiet bi",
        "ma thiet bi",
    ),
    "event": (
        "event",
        "event name",
        "event type",
        "eventname",
        "activity",
        "action",
        "action type",
        "concept name",
        "step",
        "page",
        "event action",
        "su kien",
        "ten su kien",
        "hanh dong",
        "hoat dong",
        "buoc",
        "evento",
        "acao",
        "atividade",
        "touch",
        "interaction",
    ),
    "channel": (
        "channel",
        "kenh",
        "kenh ban",
        "nguon",
        "source",
        "sales channel",
        "platform",
        "medium",
        "canal",
        "origin",
        "origem",
        "nguon don",
        "device type",
    ),
    "amount": (
        "amount",
        "total",
        "total amount",
        "order total",
        "grand total",
        "revenue",
        "value",
        "payment value",
        "sales",
        "price",
        "unit price",
        "unitprice",
        "tong tien",
        "tong cong",
        "thanh tien",
        "tong tien hang",
        "khach can tra",
        "khach phai tra",
        "so tien",
        "doanh thu",
        "gia tri",
        "don gia",
        "valor",
        "valor total",
        "preco",
        "dollar value",
        "spend",
        "cost",
    ),
    "quantity": ("quantity", "qty", "so luong", "sl", "quantidade", "units"),
    "rating": (
        "rating",
        "score",
        "review score",
        "stars",
        "star",
        "n star",
        "nps",
        "netpro",
        "csat",
        "ces",
        "satisfaction",
        "overall",
        "q overall",
        "q7all",
        "diem",
        "danh gia",
        "diem danh gia",
        "so sao",
        "hai long",
        "muc do hai long",
        "nota",
        "avaliacao",
        "nota avaliacao",
    ),
    "comment": (
        "comment",
        "comments",
        "review",
        "feedback",
        "message",
        "text",
        "review text",
        "review comment message",
        "note",
        "verbatim",
        "nhan xet",
        "binh luan",
        "y kien",
        "gop y",
        "noi dung",
        "ghi chu",
        "comentario",
        "mensagem",
        "opiniao",
    ),
    "time": (
        "time",
        "timestamp",
        "date",
        "datetime",
        "date time",
        "event time",
        "event date",
        "event timestamp",
        "created at",
        "created",
        "created on",
        "occurred at",
        "when",
        "at",
        "ts",
        "time timestamp",
        "invoice date",
        "invoicedate",
        "order date",
        "date of interview",
        "int date",
        "intdate",
        "review answer timestamp",
        "answered at",
        "thoi gian",
        "thoi diem",
        "ngay",
        "ngay gio",
        "ngay tao",
        "thoi gian tao",
        "luc",
        "data",
        "data hora",
        "hora",
        "criado em",
    ),
}
MILESTONES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "delivery_expected",
        (
            "estimated",
            "expected",
            "promised",
            "promise",
            "eta",
            "due",
            "du kien",
            "hen giao",
            "estimada",
            "prevista",
            "deadline",
        ),
    ),
    ("cancelled", ("cancelled", "canceled", "cancel", "huy", "ngay huy", "cancelado")),
    ("returned", ("returned", "return", "refunded", "refund", "tra hang", "hoan tien", "devolvido")),
    (
        "shipped",
        (
            "shipped",
            "shipping",
            "ship",
            "carrier",
            "dispatched",
            "handed",
            "fulfilled",
            "xuat kho",
            "gui hang",
            "van chuyen",
            "enviado",
            "postado",
        ),
    ),
    ("delivered", ("delivered", "delivery", "received", "giao hang", "da giao", "nhan hang", "entregue", "entrega")),
    ("approved", ("approved", "confirmed", "accepted", "duyet", "xac nhan", "aprovado", "aprovada")),
    ("paid", ("paid", "payment", "thanh toan", "pago", "pagamento")),
    ("completed", ("completed", "closed", "finished", "resolved", "hoan thanh", "hoan tat", "dong", "concluido")),
    ("answered", ("answered", "answer", "answers", "responded", "replied", "tra loi")),
    (
        "placed",
        (
            "purchase",
            "purchased",
            "placed",
            "ordered",
            "order date",
            "created",
            "creation",
            "opened",
            "ngay tao",
            "dat hang",
            "ngay dat",
            "mua",
            "compra",
            "invoice date",
            "invoicedate",
        ),
    ),
)
"""What a time column of an order-like row tells: the first that fits counts."""
NO_EVENT = (
    "limit",
    "birth",
    "birthday",
    "dob",
    "born",
    "ngay sinh",
    "nascimento",
    "updated",
    "modified",
    "cap nhat",
    "expires",
    "expiry",
    "valid",
    "until",
)
"""Times that are not something a customer did: limits, birthdays, the clock of a database."""
THINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("review", ("review", "danh gia", "avaliacao")),
    ("payment", ("payment", "thanh toan", "pagamento")),
    ("ticket", ("ticket", "case", "phieu", "vu viec", "chamado")),
    ("survey", ("survey", "resp", "respnum", "respondent", "khao sat", "nps", "csat")),
    ("application", ("application", "loan", "ho so")),
    ("visit", ("visit", "session", "phien")),
    ("order", ("order", "don hang", "don", "pedido", "purchase", "invoice", "invoiceno", "hoa don", "ma hoa don")),
)


def folded(name: str) -> str:
    """A name as plain words: "Mã KháchHàng" → "ma khach hang", "CustomerID" → "customer id"."""
    spaced = _CAMEL.sub(" ", name.strip())
    plain = unicodedata.normalize("NFD", spaced.replace("Đ", "D").replace("đ", "d"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    return " ".join(word for word in _SPLIT.split(letters) if word)


def says(name: str, phrases: Iterable[str]) -> bool:
    """Whether a folded name holds one of the phrases as whole words."""
    padded = f" {name} "
    return any(f" {phrase} " in padded or f" {phrase}s " in padded for phrase in phrases)


def closeness(name: str, role: str) -> float:
    """How well a folded name fits a role: 1 it is one of its names, 0.6 it ends with one, 0.4 it holds one, 0 else."""
    names = ROLES[role]
    joined = name.replace(" ", "")
    if name in names or joined in {each.replace(" ", "") for each in names}:
        return 1.0
    if any(name.endswith(" " + each) for each in names):
        return 0.6
    return 0.4 if says(name, names) else 0.0


def milestone(name: str) -> str:
    """What a time column of this folded name tells, or ""."""
    return next((key for key, phrases in MILESTONES if says(name, phrases)), "")


PRODUCTS = ("product", "stock code", "sku", "item", "article", "san pham", "ma hang", "ten hang", "produto")


def thing(names: Iterable[str]) -> str:
    """What the rows of a file are about, from its folded file and column names, the first that tells."""
    for name in names:
        for key, phrases in THINGS:
            if says(name, phrases):
                return key
    return ""
