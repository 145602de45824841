"""Alembic's entry: runs on the connection that `wend.store.schema.upgrade` hands over, in its transaction."""

from alembic import context

from wend.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
