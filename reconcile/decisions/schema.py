"""The one table of the log, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    BigInteger,
    Column,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
)

metadata = MetaData()

EVENTS = Table(
    "reconcile_decisions_1",
    metadata,
    # Commit order: appends of a case are serialised, so a reader who asks for what came after
    # a number misses nothing.
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    # One PostgreSQL database serves many cases.
    Column("case_key", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reviewer", Text, nullable=False),
    # The whole decision as ASCII JSON: PostgreSQL's text holds neither a NUL nor half a
    # surrogate pair, and an article or a note may.
    Column("body", Text, nullable=False),
    UniqueConstraint("case_key", "id"),
    sqlite_autoincrement=True,
)
"""The number in the name is the version of the schema: another one is another table."""

Index("reconcile_decisions_1_at", EVENTS.c.case_key, EVENTS.c.at)

_REFUSAL = "the log of decisions is append-only"

_APPEND_ONLY = {
    "sqlite": [
        f"CREATE TRIGGER reconcile_decisions_1_no_{action} BEFORE {action} ON "
        f"reconcile_decisions_1 BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        for action in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        "CREATE OR REPLACE FUNCTION reconcile_decisions_1_refuse() RETURNS trigger AS "
        f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$ LANGUAGE plpgsql",
        "CREATE TRIGGER reconcile_decisions_1_append_only BEFORE UPDATE OR DELETE OR TRUNCATE "
        "ON reconcile_decisions_1 EXECUTE FUNCTION reconcile_decisions_1_refuse()",
    ],
}
for _dialect, _statements in _APPEND_ONLY.items():
    for _statement in _statements:
        _ddl = DDL(_statement)  # type: ignore[no-untyped-call]
        event.listen(EVENTS, "after_create", _ddl.execute_if(dialect=_dialect))
