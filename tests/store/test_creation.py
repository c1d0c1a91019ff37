"""A new assessment is written whole."""

from tests.store.samples import full, log


def test_everything_is_noted_at_the_first_revision(sqlite_store):
    owner = sqlite_store.local_owner()
    workspace = sqlite_store.workspaces(owner)[0].id
    id = sqlite_store.create(owner, workspace, full(), [log()], reason="northgate.zip")
    rows = sqlite_store.history(owner, id)
    assert (rows[0].kind, rows[0].new) == ("assessment", {"title": "Northgate baseline"})
    assert (rows[-1].kind, rows[-1].key) == ("evidence", "deviations.csv")
    assert {(row.revision, row.old, row.reason) for row in rows} == {(1, None, "northgate.zip")}
    stamps = sqlite_store.load(owner, id).entries.values()
    assert {(stamp.revision, stamp.by) for stamp in stamps} == {(1, rows[0].person)}
