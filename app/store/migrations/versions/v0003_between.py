"""Version 3: returned notes, and leaner rows for rules and journal. Written once, never edited."""

from app.store.migrations.third import further, search

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the new tables, and rebuild those that have changed."""
    for area in (
        further,
        search,
    ):
        area.change()
