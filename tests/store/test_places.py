"""A place on a database: one row a person and assessment, whatever is kept how often."""

from sqlalchemy import func, select

from readiness.store.connection import open_engine, reading, writing
from readiness.store.places import keep_place, place_of
from readiness.store.repository import Store
from readiness.store.tables import place
from tests.store.samples import full


def test_the_last_place_is_the_one_that_holds(url):
    engine = open_engine(url)
    store = Store(engine)
    owner = store.local_owner()
    id = store.create(owner, store.workspaces(owner)[0].id, full())
    for kept in ({"mode": "team"}, {"mode": "interview", "talking_to": "r1"}):
        with writing(engine, owner) as connection:
            keep_place(connection, owner, id, kept)
    with reading(engine, owner) as connection:
        assert place_of(connection, owner, id) == {"mode": "interview", "talking_to": "r1"}
        assert connection.execute(select(func.count()).select_from(place)).scalar_one() == 1
    store.close()
