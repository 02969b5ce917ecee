"""What people decided, and what they took back."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("subjects", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("correction", sa.Text(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=True),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgements")),
    )
    op.create_index(op.f("ix_judgements_operation"), "judgements", ["operation"], unique=False)
    op.create_table(
        "judged",
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.id"], name=op.f("fk_judged_judgement")),
        sa.PrimaryKeyConstraint("judgement", "subject", name=op.f("pk_judged")),
    )
    op.create_index(op.f("ix_judged_subject"), "judged", ["subject"], unique=False)
    op.create_index(op.f("ix_judged_named"), "judged", ["named"], unique=False)
    op.create_table(
        "withdrawals",
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.id"], name=op.f("fk_withdrawals_judgement")),
        sa.PrimaryKeyConstraint("judgement", name=op.f("pk_withdrawals")),
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("withdrawals", "judged", "judgements"):
        op.drop_table(table)
