"""Triggers that refuse a change, in the words of each database."""

import sqlalchemy as sa
from alembic import op


def refuse(table: str, when: str, name: str, message: str, condition: str = "") -> None:
    """Refuse INSERT, UPDATE or DELETE of a row of ``table``, where ``condition`` holds of it.

    The condition speaks of NEW and OLD. No word comes from outside.
    """
    if _is_postgresql():
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {condition or 'true'} THEN RAISE EXCEPTION '{message}'; END IF; "
            f"RETURN {'OLD' if when == 'DELETE' else 'NEW'}; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {when} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
        return
    where = f"WHEN {condition} " if condition else ""
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {when} ON {table} FOR EACH ROW {where}"
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def refuse_truncating(table: str, name: str, message: str) -> None:
    """Refuse to empty a table at once, where the database knows such a thing."""
    if _is_postgresql():
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION '{message}'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )


def lift(table: str, name: str) -> None:
    """Take a guard away, inside a migration that puts it on again."""
    if _is_postgresql():
        op.execute(f"DROP TRIGGER {name} ON {table}")
        op.execute(f"DROP FUNCTION {name}()")
    else:
        op.execute(f"DROP TRIGGER {name}")


def _is_postgresql() -> bool:
    connection: sa.Connection = op.get_bind()
    return connection.dialect.name == "postgresql"
