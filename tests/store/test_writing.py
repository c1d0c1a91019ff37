"""The summary beside the entries says what the entries say, whatever was put."""

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.store import MemoryStore, open_store
from tests.store.samples import small

CAPABILITIES = st.sampled_from(["OPM-1", "OPM-10", "CTL_1", "CTL%1"])
LEVELS = st.sampled_from([1, 5, "unknown", "not_applicable", None])


def put(store, owner, id, capability, respondent, level, reason):
    value = {"capability": capability, "respondent": respondent, "level": level, "reason": reason}
    key = f"{capability}|{respondent}"
    return store.put(owner, id, "response", key, None if level is None else value)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(CAPABILITIES, st.sampled_from("ab"), LEVELS, st.sampled_from(["", "x"])),
        max_size=12,
    )
)
def test_the_list_agrees_with_the_fake_that_counts_anew(tmp_path_factory, said):
    path = tmp_path_factory.mktemp("store") / "x.sqlite"
    found = []
    for store in (MemoryStore(), open_store(f"sqlite:///{path}")):
        owner = store.local_owner()
        id = store.create(owner, store.workspaces(owner)[0].id, small())
        saved = [put(store, owner, id, *one) for one in said]
        row = store.assessments(owner)[0]
        revisions = [(s.revision, s.changed, dict(s.entries)) for s in saved]
        found.append((row.answered, row.revision, revisions, store.load(owner, id).assessment))
        store.close()
    assert found[0] == found[1]
