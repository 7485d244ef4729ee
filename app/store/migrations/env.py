"""Runs the migrations on the connection that ``app.store.schema`` hands over; there is no ini."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
