"""How many readers made a claim, beside the rule: both belong to a reading, not to the claim."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what was read before is a candidate."""
    op.add_column("findings", sa.Column("tier", sa.Text(), nullable=False, server_default="candidate"))


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("findings", "tier")
