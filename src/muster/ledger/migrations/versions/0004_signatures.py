"""By which near-identical texts are recognised, for the texts that are there as for those to come."""

import sqlalchemy as sa
from alembic import op

from muster.ledger.signature import signature

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and sign every text."""
    signatures = op.create_table(
        "signatures",
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("minhash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_signatures_document")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_signatures")),
    )
    connection = op.get_bind()
    for document in connection.execute(sa.text("SELECT document FROM texts")).scalars().all():
        text = connection.execute(sa.text("SELECT text FROM texts WHERE document = :id"), {"id": document}).scalar_one()
        op.bulk_insert(signatures, [{"document": document, "minhash": signature(text)}])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("signatures")
