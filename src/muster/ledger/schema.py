"""The tables of a ledger. Nothing in them is ever changed or removed, accounts of the pages apart: rows are added.

Imports SQLAlchemy: only what writes or migrates may import this file. Times are ISO 8601 in UTC, days ISO days, both
as text, so that one SQL reads them from SQLite and PostgreSQL alike.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# A text is addressed by its SHA-256.
documents = Table(
    "documents",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("added", String(32), nullable=False),
)

# Apart from the documents, so that listing them does not page through their texts.
texts = Table(
    "texts",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("text", Text, nullable=False),
)

# By which near-identical texts are recognised: the MinHash of the text, 32-bit numbers, the first byte the lowest.
signatures = Table(
    "signatures",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("minhash", LargeBinary, nullable=False),
)

# The bytes as they came, addressed by their SHA-256.
originals = Table(
    "originals",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# Each way in which a document reached us: under which name, with which bytes, and what was said about it.
copies = Table(
    "copies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("original", ForeignKey("originals.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("publisher", Text),
    Column("title", Text),
    Column("url", Text),
    Column("at", String(32), nullable=False),
    Index(None, "document"),
    Index(None, "name"),
)

# The newest dating holds; a document without any is undated.
datings = Table(
    "datings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("day", String(10), nullable=False),
    Column("how", Text, nullable=False),
    Column("author", Text),
    Column("at", String(32), nullable=False),
    Index(None, "document"),
)

# A reading of a document by one version of the extractor under one day of publication; the newest holds.
readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("extractor", Text, nullable=False),
    Column("published", String(10)),
    Column("segments", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Index(None, "document"),
)

# `body` is the claim in the interchange form; the columns beside it are there to be searched.
claims = Table(
    "claims",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("operation", Text),
    Column("status", Text, nullable=False),
    Column("edtf", Text),
    Column("body", Text, nullable=False),
    Index(None, "document"),
    Index(None, "operation", "kind"),
    Index(None, "kind"),
    Index(None, "edtf"),
)

# Which claims a reading made, and how: what does not belong to a claim's address can differ between readings.
findings = Table(
    "findings",
    metadata,
    Column("reading", ForeignKey("readings.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("claim", ForeignKey("claims.id"), nullable=False),
    Column("words", Text, nullable=False),
    Column("resolution", Text),
    Column("rule", Text, nullable=False),
    # "candidate" for what was read before there were two readers.
    Column("tier", Text, nullable=False, server_default="candidate"),
    Index(None, "claim"),
)

cautions = Table(
    "cautions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("at", String(32), nullable=False),
)

# What a person decided. `subjects` and `correction` are JSON; `operation` is where a correction moves a claim to.
judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("subjects", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("correction", Text, nullable=False),
    Column("operation", Text),
    Column("at", String(32), nullable=False),
    Index(None, "operation"),
)

# The claims and names a judgement is about, to be looked up by.
judged = Table(
    "judged",
    metadata,
    Column("judgement", ForeignKey("judgements.id"), primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("named", Boolean, nullable=False),
    Index(None, "subject"),
    Index(None, "named"),
)

# A judgement is undone by a row here.
withdrawals = Table(
    "withdrawals",
    metadata,
    Column("judgement", ForeignKey("judgements.id"), primary_key=True),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", String(32), nullable=False),
)

# Who may sign in to the pages. No part of the record: here alone rows are changed and removed.
users = Table(
    "users",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("session", Text, nullable=False),
    Column("at", String(32), nullable=False),
)
