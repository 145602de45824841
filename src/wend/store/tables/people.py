"""Who is who: evidence that is only ever added, decisions of people about it, and what follows from both."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, Table, Text

from wend.store.tables.workspace import metadata, of_workspace

identity_links = Table(
    "identity_links",
    metadata,
    of_workspace(),
    Column("a", Text, primary_key=True),  # the smaller identifier, so that a pair is written one way only
    Column("b", Text, primary_key=True),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),  # in order of arrival
    Column("reason", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("at", BigInteger, nullable=False),  # when it happened, µs
    sqlite_with_rowid=False,
)
"""Evidence. A pair has a second row only when earlier evidence of it came later."""
Index(None, identity_links.c.workspace, identity_links.c.b)
Index(None, identity_links.c.workspace, identity_links.c.sequence)

identity_decisions = Table(
    "identity_decisions",
    metadata,
    of_workspace(),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),  # join | apart | revoke
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("revokes", BigInteger),  # the decision that a `revoke` takes back
    Column("by", Text, nullable=False),
    Column("note", Text, nullable=False, default=""),
    Column("at", BigInteger, nullable=False),
)
Index(None, identity_decisions.c.workspace, identity_decisions.c.a)
Index(None, identity_decisions.c.workspace, identity_decisions.c.b)

identifiers = Table(
    "identifiers",
    metadata,
    of_workspace(),
    Column("identifier", Text, primary_key=True),
    Column("person", Text, nullable=False),  # the canonical identifier of whom it belongs to
    Column("changed", BigInteger, nullable=False),  # number of the change that put it there
    Column("links", BigInteger, nullable=False, default=0),  # pairs of evidence it is an end of
    sqlite_with_rowid=False,
)
"""What follows from evidence, rules and decisions; can be made anew. Identifiers without evidence are not here."""
Index(None, identifiers.c.workspace, identifiers.c.person)
Index(None, identifiers.c.workspace, identifiers.c.changed)

identity_refusals = Table(
    "identity_refusals",
    metadata,
    of_workspace(),
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("why", Text, nullable=False),  # two_numbers | too_many | shared | apart | blocked
    Column("about", Text, nullable=False, default=""),  # the identifier that the rule was about
    Column("state", Text, nullable=False, default="open"),  # open | settled
    Column("at", BigInteger, nullable=False),
)
"""Evidence that did not join, and the rule that said no."""
Index(None, identity_refusals.c.workspace, identity_refusals.c.b)
Index(
    None, identity_refusals.c.workspace, identity_refusals.c.state, identity_refusals.c.why, identity_refusals.c.about
)

suggestions = Table(
    "suggestions",
    metadata,
    of_workspace(),
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("weight", Float, nullable=False),  # log2 of the odds
    Column("probability", Float, nullable=False),
    Column("reason", Text, nullable=False),  # JSON: what agreed and what did not
    Column("state", Text, nullable=False, default="open"),  # open | accepted | dismissed
    Column("at", BigInteger, nullable=False),
)
Index(None, suggestions.c.workspace, suggestions.c.state, suggestions.c.weight)

touched = Table(
    "touched",
    metadata,
    of_workspace(),
    Column("identifier", Text, primary_key=True),
    Column("why", Text, primary_key=True),  # event | consent | account | list | mark
    Column("sequence", BigInteger, nullable=False),  # the number of the last time
    Column("because", Text, nullable=False, default=""),  # id of the event
    sqlite_with_rowid=False,
)
"""Who is to be looked at although no event of theirs waits: what changed is kept elsewhere."""
Index(None, touched.c.workspace, touched.c.sequence)
