"""What we know and promise about one person. Rows name an identifier; whose it is follows from identity."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from wend.store.tables.workspace import metadata, of_workspace

consents = Table(
    "consents",
    metadata,
    of_workspace(),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("identifier", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("channel", Text, nullable=False),  # email | sms | zalo | push | call | "" for all
    Column("state", Text, nullable=False),  # granted | withdrawn
    Column("wording", Text, nullable=False, default=""),  # key of the wording that was shown
    Column("wording_version", Integer, nullable=False, default=0),
    Column("method", Text, nullable=False, default=""),  # form | paper | call | sms | import | …
    Column("proof", Text, nullable=False, default=""),
    Column("at", BigInteger, nullable=False),  # when the person said it
    Column("recorded_at", BigInteger, nullable=False),
    Column("source", Text, nullable=False),
    Column("by", Text, nullable=False),
)
"""The ledger: rows are added, never changed."""
Index(None, consents.c.workspace, consents.c.identifier)

wordings = Table(
    "wordings",
    metadata,
    of_workspace(),
    Column("key", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("purpose", Text, nullable=False),
    Column("en", Text, nullable=False),  # JSON: the request and the sentences that go with it
    Column("vi", Text, nullable=False),
    Column("sensitive", Integer, nullable=False),  # 1: it tells the person that sensitive data is meant
    Column("saved_at", BigInteger, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    of_workspace(),
    Column("id", Text, primary_key=True),
    Column("identifier", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("removed_at", BigInteger),
    Column("hidden", Text, nullable=False, default="[]"),  # JSON list: what was masked in it (card | id)
)
Index(None, notes.c.workspace, notes.c.identifier)

flags = Table(
    "flags",
    metadata,
    of_workspace(),
    Column("identifier", Text, primary_key=True),
    Column("flag", Text, nullable=False),  # staff | bot | test
    Column("by", Text, nullable=False),
    Column("note", Text, nullable=False, default=""),
    Column("at", BigInteger, nullable=False),
)
"""Not a real customer: such people leave every analysis."""

accounts = Table(
    "accounts",
    metadata,
    of_workspace(),
    Column("account", Text, primary_key=True),
    Column("traits", Text, nullable=False, default="{}"),  # JSON: name → [newest value, when it was said in µs]
    Column("source", Text, nullable=False),
    Column("first_at", BigInteger, nullable=False),
    Column("last_at", BigInteger, nullable=False),
)

account_members = Table(
    "account_members",
    metadata,
    of_workspace(),
    Column("account", Text, primary_key=True),
    Column("identifier", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
Index(None, account_members.c.workspace, account_members.c.identifier)

computed_traits = Table(
    "computed_traits",
    metadata,
    of_workspace(),
    Column("name", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("version", Integer, nullable=False),
)

erased = Table(
    "erased",
    metadata,
    of_workspace(),
    Column("mark", LargeBinary, primary_key=True),  # keyed hash of an identifier
    Column("at", BigInteger, nullable=False),
)
"""Who asked to be forgotten, as hashes: what comes later under these identifiers is not linked to anybody."""
