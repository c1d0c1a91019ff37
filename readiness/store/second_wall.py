"""Whether the database itself keeps clients apart, behind the store's own checks."""

from sqlalchemy import func, select

from readiness.store.connection import opened, reading
from readiness.store.tables import metadata


def keeps_apart(url: str) -> bool | None:
    """Whether row-level security binds the role of this address, in every table of ours.

    It does not bind a superuser nor a role that may bypass it. None: SQLite, which knows no roles.
    Raises StoreUnavailable.
    """
    with opened(url) as engine, reading(engine, None) as connection:
        if engine.dialect.name != "postgresql":
            return None
        names = (func.row_security_active(table.name) for table in metadata.sorted_tables)
        return all(connection.execute(select(*names)).one())
