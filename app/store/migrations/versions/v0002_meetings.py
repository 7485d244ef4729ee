"""Version 2: what a meeting needs from planning to signing. Written once, never edited."""

from app.store.migrations.second import files, further, meetings, parties, records

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the new tables, and rebuild those that have changed."""
    for area in (
        parties,
        meetings,
        records,
        files,
        further,
    ):
        area.change()
