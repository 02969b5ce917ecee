"""Full-text search over documents and claims, in an SQLite file; a server searches its tables as they are.

The index holds no text of its own: its rows are numbered after the first copy of a document, and after a finding, so
that they are found again by keys that never change. As rows are only ever added, two triggers keep it whole.
"""

from alembic import op

from muster.ledger.search import FINDINGS_A_READING

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_WORDS = "content='', tokenize='unicode61 remove_diacritics 2'"
_TEXT = """SELECT {copy}.id, COALESCE({copy}.title, ''), {copy}.name || ' ' || COALESCE({copy}.publisher, ''), t.text
    FROM texts t WHERE t.document = {copy}.document"""
# Of a claim its values: what it says and the words that say so, but not the names of its slots.
_BODY = """SELECT {f}.reading * {span} + {f}.position,
    (SELECT group_concat(j.value, ' ') FROM claims c, json_tree(c.body) j WHERE c.id = {f}.claim AND j.type = 'text')"""


def upgrade() -> None:
    """Make the index and fill it."""
    if op.get_bind().dialect.name != "sqlite":
        return
    body = _BODY.format(f="{f}", span=FINDINGS_A_READING)
    op.execute(f"CREATE VIRTUAL TABLE search_documents USING fts5(title, name, text, {_WORDS})")
    op.execute(f"CREATE VIRTUAL TABLE search_claims USING fts5(body, {_WORDS})")
    op.execute(
        f"""CREATE TRIGGER search_documents_added AFTER INSERT ON copies
        WHEN NOT EXISTS (SELECT 1 FROM copies c WHERE c.document = NEW.document AND c.id < NEW.id)
        BEGIN INSERT INTO search_documents(rowid, title, name, text) {_TEXT.format(copy="NEW")}; END"""
    )
    op.execute(
        f"""CREATE TRIGGER search_claims_added AFTER INSERT ON findings
        BEGIN INSERT INTO search_claims(rowid, body) {body.format(f="NEW")}; END"""
    )
    first = "(SELECT MIN(id) AS id FROM copies GROUP BY document) m JOIN copies c ON c.id = m.id"
    op.execute(
        f"""INSERT INTO search_documents(rowid, title, name, text)
        SELECT c.id, COALESCE(c.title, ''), c.name || ' ' || COALESCE(c.publisher, ''), t.text
        FROM {first} JOIN texts t ON t.document = c.document"""
    )
    op.execute(f"INSERT INTO search_claims(rowid, body) {body.format(f='f')} FROM findings f")


def downgrade() -> None:
    """Drop it."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for trigger in ("search_documents_added", "search_claims_added"):
        op.execute(f"DROP TRIGGER {trigger}")
    for table in ("search_documents", "search_claims"):
        op.execute(f"DROP TABLE {table}")
