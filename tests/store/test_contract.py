"""What every store keeps to: the fake and the real one pass the same tests."""

from dataclasses import dataclass, replace
from fractions import Fraction
from threading import Barrier, Thread
from typing import Any

import pytest

from readiness.domain.assessment import HybridAnswers, Override, Respondent, Window
from readiness.domain.errors import InputRefused, NotAllowed, NotFound
from readiness.domain.evidence import Evidence, Observation
from readiness.store import (
    ROLES,
    WHOLE,
    Actor,
    AlreadyStored,
    AssessmentStore,
    Assignment,
    EntryClash,
    EntryKey,
    Frozen,
    Put,
    entry_of,
)
from readiness.store.rights import MAY, Right
from tests.store.samples import DAY, answer, full, log, small


@dataclass
class Desk:
    """A store with an owner, a workspace and a small assessment in it."""

    store: AssessmentStore
    owner: Actor
    workspace: str
    id: str


@pytest.fixture
def desk(store: AssessmentStore) -> Desk:
    owner = store.local_owner()
    workspace = store.workspaces(owner)[0].id
    return Desk(store, owner, workspace, store.create(owner, workspace, small()))


@pytest.fixture
def colleague(desk: Desk) -> Actor:
    person = desk.store.add_person("Colleague")
    desk.store.add_member(desk.owner, desk.workspace, person, "assessor")
    return person


def say(desk: Desk, capability: str, level: int, actor: Actor | None = None, **how: Any):
    value = answer(capability, "team", level)
    return desk.store.put(
        actor or desk.owner,
        desk.id,
        *entry_of(value),
        value,
        **how,
    )


def levels(desk: Desk) -> dict[str, object]:
    loaded = desk.store.load(desk.owner, desk.id).assessment
    return {r.capability: r.level for r in loaded.responses}


def level(payload: Any) -> int:
    found: int = payload["level"]
    return found


def test_the_local_owner_is_one_person_with_one_workspace(store):
    assert store.local_owner() == store.local_owner()
    [workspace] = store.workspaces(store.local_owner())
    assert workspace.role == "owner"


def test_what_was_created_is_loaded_equal(desk):
    id = desk.store.create(desk.owner, desk.workspace, full())
    loaded = desk.store.load(desk.owner, id)
    assert loaded.assessment == full()
    assert loaded.assessment.measurements[1].value == Fraction(1, 3)
    assert loaded.revision == 1


def test_ids_are_128_random_bits(desk):
    other = desk.store.create(desk.owner, desk.workspace, small())
    assert len({desk.id, other}) == 2
    assert all(len(id) == 32 and int(id, 16) >= 0 for id in (desk.id, other))


def test_lists_keep_the_order_of_first_entry(desk):
    for capability in ("OPM-2", "CTL-1", "OPM-1"):
        say(desk, capability, 2)
    say(desk, "OPM-2", 3)
    assert list(levels(desk)) == ["OPM-2", "CTL-1", "OPM-1"]


def test_every_put_turns_the_revision_and_tells_the_entry_s(desk):
    first = say(desk, "OPM-1", 2)
    second = say(desk, "OPM-1", 3)
    at = EntryKey("response", "OPM-1|team")
    assert (first.revision, first.entries[at]) == (2, 1)
    assert (second.revision, second.entries[at]) == (3, 2)
    assert second.at > first.at
    assert desk.store.revision(desk.owner, desk.id) == 3
    assert desk.store.load(desk.owner, desk.id).expected(*at) == 2


def test_the_same_payload_twice_is_one_change(desk):
    first = say(desk, "OPM-1", 2)
    before = desk.store.history(desk.owner, desk.id)
    again = say(desk, "OPM-1", 2)
    assert not again.changed
    assert again.at == first.at
    assert again.entries == first.entries
    assert desk.store.history(desk.owner, desk.id) == before


def test_history_says_who_when_from_what_to_what_and_why(desk, colleague):
    say(desk, "OPM-1", 2)
    saved = say(desk, "OPM-1", 3, colleague, reason="paper seen")
    row = desk.store.history(desk.owner, desk.id)[-1]
    assert (row.person, row.at, row.kind, row.key) == (
        "Colleague",
        saved.at,
        "response",
        "OPM-1|team",
    )
    assert (row.old["level"], row.new["level"], row.reason) == (2, 3, "paper seen")


def test_an_entry_is_taken_away_and_comes_back_to_its_place(desk):
    say(desk, "OPM-1", 2)
    say(desk, "OPM-2", 2)
    gone = desk.store.put(desk.owner, desk.id, "response", "OPM-1|team", None)
    assert list(levels(desk)) == ["OPM-2"]
    assert gone.entries["response", "OPM-1|team"] == 2
    say(desk, "OPM-1", 4)
    assert list(levels(desk)) == ["OPM-1", "OPM-2"]


def test_taking_away_what_is_not_there_changes_nothing(desk):
    saved = desk.store.put(desk.owner, desk.id, "response", "OPM-1|team", None)
    assert not saved.changed
    assert desk.store.revision(desk.owner, desk.id) == 1


def test_a_clash_shows_both_values_and_keeps_theirs(desk, colleague):
    at = entry_of(answer("OPM-1", "team", 1))
    seen = desk.store.load(desk.owner, desk.id).expected(*at)
    say(desk, "OPM-1", 2, colleague, expected=seen)
    with pytest.raises(EntryClash) as clash:
        say(desk, "OPM-1", 4, expected=seen)
    assert level(clash.value.mine) == 4
    assert level(clash.value.theirs) == 2
    assert clash.value.by == "Colleague"
    assert levels(desk) == {"OPM-1": 2}
    say(desk, "OPM-1", 4, expected=clash.value.revision)
    assert levels(desk) == {"OPM-1": 4}


def test_two_who_say_the_same_do_not_clash(desk, colleague):
    say(desk, "OPM-1", 2, colleague, expected=0)
    assert not say(desk, "OPM-1", 2, expected=0).changed


def test_an_answer_taken_away_meanwhile_is_a_clash_with_nothing(desk, colleague):
    say(desk, "OPM-1", 2)
    desk.store.put(colleague, desk.id, "response", "OPM-1|team", None)
    with pytest.raises(EntryClash) as clash:
        say(desk, "OPM-1", 3, expected=1)
    assert clash.value.theirs is None


def test_different_entries_of_two_people_are_both_kept(desk, colleague):
    before = desk.store.load(desk.owner, desk.id)
    say(desk, "OPM-1", 2, expected=before.expected("response", "OPM-1|team"))
    say(desk, "OPM-2", 3, colleague, expected=before.expected("response", "OPM-2|team"))
    assert levels(desk) == {"OPM-1": 2, "OPM-2": 3}


def test_threads_lose_nothing_and_double_nothing(desk):
    gate = Barrier(8)

    def work(number: int) -> None:
        gate.wait()
        for capability in range(10):
            say(desk, f"T{number}-{capability}", 1 + capability % 5)

    threads = [Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(levels(desk)) == 80
    assert desk.store.revision(desk.owner, desk.id) == 81
    revisions = [r.revision for r in desk.store.history(desk.owner, desk.id) if r.revision > 1]
    assert revisions == list(range(2, 82))


def test_of_threads_at_one_answer_one_is_kept_and_the_others_are_told(desk):
    gate = Barrier(6)
    told: list[int] = []

    def work(level: int) -> None:
        gate.wait()
        try:
            say(desk, "OPM-1", 1, expected=0, reason="") if level == 0 else desk.store.put(
                desk.owner,
                desk.id,
                "response",
                "OPM-1|team",
                answer("OPM-1", "team", 2, note=str(level)),
                expected=0,
            )
        except EntryClash:
            told.append(level)

    threads = [Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 5
    assert desk.store.revision(desk.owner, desk.id) == 2


def test_put_many_is_all_or_nothing_and_one_undo(desk):
    values = [answer(c, "team", 2) for c in ("OPM-1", "OPM-2", "OPM-3")]
    puts = [Put(*entry_of(v), v, expected=0) for v in values]
    saved = desk.store.put_many(desk.owner, desk.id, puts, reason="workbook of SC")
    assert saved.revision == 2
    new = [answer("OPM-4", "team", 2), answer("OPM-1", "team", 5)]
    with pytest.raises(EntryClash):
        desk.store.put_many(desk.owner, desk.id, [Put(*entry_of(v), v, expected=0) for v in new])
    assert levels(desk) == {"OPM-1": 2, "OPM-2": 2, "OPM-3": 2}
    assert len(desk.store.undoable(desk.owner, desk.id)) == 3
    desk.store.undo(desk.owner, desk.id)
    assert levels(desk) == {}


def test_undo_walks_back_through_ten_changes_and_no_further(desk):
    for level in (1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2):
        say(desk, "OPM-1", level)
    seen = []
    while (saved := desk.store.undo(desk.owner, desk.id)) is not None:
        seen.append(levels(desk)["OPM-1"])
        assert saved.changed
    assert seen == [1, 5, 4, 3, 2, 1, 5, 4, 3, 2]
    rows = desk.store.history(desk.owner, desk.id)
    assert sum(row.undo_of is not None for row in rows) == 10


def test_undo_is_a_new_entry_of_the_history_that_names_the_old_one(desk):
    say(desk, "OPM-1", 2)
    desk.store.undo(desk.owner, desk.id)
    change, undone = desk.store.history(desk.owner, desk.id)[-2:]
    assert (undone.undo_of, undone.old, undone.new) == (change.seq, change.new, None)
    assert desk.store.undoable(desk.owner, desk.id) == ()


def test_undo_takes_back_one_s_own_change_not_a_colleague_s(desk, colleague):
    say(desk, "OPM-1", 2)
    say(desk, "OPM-2", 2, colleague)
    desk.store.undo(desk.owner, desk.id)
    assert levels(desk) == {"OPM-2": 2}


def test_undo_is_refused_when_somebody_changed_it_since(desk, colleague):
    say(desk, "OPM-1", 2)
    say(desk, "OPM-1", 3, colleague)
    with pytest.raises(EntryClash) as clash:
        desk.store.undo(desk.owner, desk.id)
    assert (clash.value.by, level(clash.value.theirs)) == ("Colleague", 3)
    say(desk, "OPM-1", 2, colleague)
    with pytest.raises(EntryClash):
        desk.store.undo(desk.owner, desk.id)
    assert levels(desk) == {"OPM-1": 2}


def test_a_new_assessment_has_nothing_to_undo(desk):
    assert desk.store.undo(desk.owner, desk.id) is None


def test_fields_of_the_profile_are_entries_of_their_own(desk):
    desk.store.put(desk.owner, desk.id, "profile", "sites", 2)
    desk.store.put(desk.owner, desk.id, "profile", "launch_date", "2029-01-01")
    desk.store.put(desk.owner, desk.id, "incidents", "custody_gap", 0)
    desk.store.put(desk.owner, desk.id, "profile", "sites", None)
    loaded = desk.store.load(desk.owner, desk.id).assessment
    assert loaded.profile.sites is None
    assert str(loaded.profile.launch_date) == "2029-01-01"
    assert loaded.incidents.custody_gap == 0
    assert loaded.incidents.identity_mismatch is None


def test_what_stands_once_is_put_whole(desk):
    window = Window.model_validate({"from": "2025-09-22", "to": "2026-11-22", "batches": 12})
    desk.store.put(desk.owner, desk.id, *entry_of(window), window)
    desk.store.put(desk.owner, desk.id, "hybrid", WHOLE, {"flags": ["F1"], "not_known": ["F2"]})
    loaded = desk.store.load(desk.owner, desk.id).assessment
    assert loaded.window == window
    assert loaded.hybrid == HybridAnswers(flags=("F1",), not_known=("F2",))


def test_an_override_can_be_given_a_second_time(desk):
    first = Override(capability="CTL-1", rating="P", value=4, reason="a", by="x", on=DAY)
    second = first.model_copy(update={"value": 5})
    desk.store.put(desk.owner, desk.id, "override", "CTL-1|P", first)
    desk.store.put(desk.owner, desk.id, "override", "CTL-1|P|2", second)
    assert desk.store.load(desk.owner, desk.id).assessment.overrides == (first, second)


@pytest.mark.parametrize(
    ("kind", "key", "payload"),
    [
        ("response", "OPM-1|team", {"capability": "OPM-1", "respondent": "team", "level": 9}),
        ("response", "OPM-2|team", {"capability": "OPM-1", "respondent": "team", "level": 2}),
        ("response", "OPM-1|team|2", {"capability": "OPM-1", "respondent": "team", "level": 2}),
        ("respondent", "a|b", {"id": "a|b", "function": "QA"}),
        ("profile", "stage", "phase_9"),
        ("profile", "stage", None),
        ("profile", "colour", "red"),
        ("meta", "title", None),
        ("window", "x", {"from": "2025-09-22", "to": "2026-11-22", "batches": 12}),
        ("nonsense", "", 1),
    ],
)
def test_what_is_no_value_of_its_kind_is_refused(desk, kind, key, payload):
    with pytest.raises(InputRefused):
        desk.store.put(desk.owner, desk.id, kind, key, payload)
    assert desk.store.revision(desk.owner, desk.id) == 1


def test_two_answers_of_one_respondent_are_refused_on_import(desk):
    twice = (answer("OPM-1", "team", 2), answer("OPM-1", "team", 3))
    with pytest.raises(InputRefused):
        desk.store.create(
            desk.owner, desk.workspace, small().model_copy(update={"responses": twice})
        )


def test_the_list_says_what_stands_in_each(desk):
    say(desk, "OPM-2", 2)
    say(desk, "OPM-1", 2)
    desk.store.put(desk.owner, desk.id, "meta", "title", "Second look")
    desk.store.put(desk.owner, desk.id, "profile", "stage", "phase_2")
    desk.store.add_file(desk.owner, desk.id, log())
    other = desk.store.create(desk.owner, desk.workspace, full(), [log()])
    last, first = desk.store.assessments(desk.owner)
    assert last.id == other
    assert last.answered == ("CTL-5", "DIG-2", "OPM-1", "OPM-2")
    assert (first.title, first.stage, first.slug) == ("Second look", "phase_2", "northgate-2026")
    assert first.answered == ("OPM-1", "OPM-2")
    assert first.evidence_kinds == last.evidence_kinds == ("deviations",)
    assert first.changed_at > first.created_at


def test_not_applicable_without_a_reason_is_not_answered(desk):
    value = {"capability": "OPM-1", "respondent": "team", "level": "not_applicable"}
    desk.store.put(desk.owner, desk.id, "response", "OPM-1|team", value)
    assert desk.store.assessments(desk.owner)[0].answered == ()
    desk.store.put(desk.owner, desk.id, "response", "OPM-1|team", value | {"reason": "no slots"})
    assert desk.store.assessments(desk.owner)[0].answered == ("OPM-1",)
    desk.store.undo(desk.owner, desk.id)
    assert desk.store.assessments(desk.owner)[0].answered == ()


def test_a_file_is_kept_with_its_table(desk):
    added = desk.store.add_file(desk.owner, desk.id, log())
    assert desk.store.files(desk.owner, desk.id) == [added]
    assert desk.store.read_table(desk.owner, desk.id, added.id) == log().table
    assert added.mapping == log().mapping
    assert added.meta == log().meta
    loaded = desk.store.load(desk.owner, desk.id)
    assert (loaded.revision, loaded.files_revision) == (2, 2)


def test_the_same_file_twice_is_already_here(desk):
    added = desk.store.add_file(desk.owner, desk.id, log())
    with pytest.raises(AlreadyStored) as refused:
        desk.store.add_file(desk.owner, desk.id, log("copy.csv"))
    assert refused.value.existing == added
    assert desk.store.revision(desk.owner, desk.id) == 2


def test_a_file_is_replaced_and_removed_and_the_history_knows(desk):
    old = desk.store.add_file(desk.owner, desk.id, log())
    new = desk.store.add_file(desk.owner, desk.id, log(sha="b" * 64), replaces=old.id)
    assert desk.store.files(desk.owner, desk.id) == [new]
    desk.store.remove_file(desk.owner, desk.id, new.id, reason="wrong site")
    assert desk.store.files(desk.owner, desk.id) == []
    with pytest.raises(NotFound):
        desk.store.read_table(desk.owner, desk.id, new.id)
    rows = [r for r in desk.store.history(desk.owner, desk.id) if r.kind == "evidence"]
    hashes = [tuple(side["sha256"][0] if side else None for side in (r.old, r.new)) for r in rows]
    assert hashes == [(None, "a"), ("a", "b"), ("b", None)]
    assert rows[-1].reason == "wrong site"
    assert desk.store.assessments(desk.owner)[0].evidence_kinds == ()


def test_undo_leaves_files_alone(desk):
    say(desk, "OPM-1", 2)
    desk.store.add_file(desk.owner, desk.id, log())
    desk.store.undo(desk.owner, desk.id)
    assert levels(desk) == {}
    assert len(desk.store.files(desk.owner, desk.id)) == 1


def test_measurements_are_kept_exact_under_their_stamp(desk):
    evidence = Evidence(observations=(Observation(metric="D1", value=Fraction(74, 12), low=1.5),))
    assert desk.store.measured(desk.owner, desk.id, "one") is None
    desk.store.keep_measured(desk.owner, desk.id, "one", evidence)
    assert desk.store.measured(desk.owner, desk.id, "one") == evidence
    desk.store.keep_measured(desk.owner, desk.id, "two", evidence)
    assert desk.store.measured(desk.owner, desk.id, "one") is None


def test_everybody_has_a_place_of_their_own(desk):
    other = desk.store.add_person("Reader")
    workspace = desk.store.workspaces(desk.owner)[0].id
    desk.store.add_member(desk.owner, workspace, other, "reader")
    before = desk.store.load(desk.owner, desk.id)
    assert desk.store.place(desk.owner, desk.id) == {}
    desk.store.keep_place(desk.owner, desk.id, {"mode": "team"})
    desk.store.freeze(desk.owner, desk.id)
    seal = desk.store.load(desk.owner, desk.id).frozen
    desk.store.keep_place(desk.owner, desk.id, {"mode": "interview", "whom": "r1"})
    desk.store.keep_place(other, desk.id, {"mode": "compare"})
    assert desk.store.place(desk.owner, desk.id) == {"mode": "interview", "whom": "r1"}
    assert desk.store.place(other, desk.id) == {"mode": "compare"}
    after = desk.store.load(desk.owner, desk.id)
    assert (after.entries, after.frozen) == (before.entries, seal)
    assert desk.store.holds(desk.owner, desk.id)


def test_a_deleted_assessment_is_gone(desk):
    desk.store.delete(desk.owner, desk.id, reason="trial")
    assert desk.store.assessments(desk.owner) == []
    with pytest.raises(NotFound):
        desk.store.load(desk.owner, desk.id)


CALLS = {
    "load": lambda s, a, i: s.load(a, i),
    "revision": lambda s, a, i: s.revision(a, i),
    "put": lambda s, a, i: s.put(a, i, "profile", "sites", 3),
    "put_many": lambda s, a, i: s.put_many(a, i, []),
    "undoable": lambda s, a, i: s.undoable(a, i),
    "undo": lambda s, a, i: s.undo(a, i),
    "history": lambda s, a, i: s.history(a, i),
    "files": lambda s, a, i: s.files(a, i),
    "read_table": lambda s, a, i: s.read_table(a, i, "0" * 32),
    "add_file": lambda s, a, i: s.add_file(a, i, log()),
    "remove_file": lambda s, a, i: s.remove_file(a, i, "0" * 32),
    "measured": lambda s, a, i: s.measured(a, i, ""),
    "keep_measured": lambda s, a, i: s.keep_measured(a, i, "", Evidence()),
    "place": lambda s, a, i: s.place(a, i),
    "keep_place": lambda s, a, i: s.keep_place(a, i, {}),
    "delete": lambda s, a, i: s.delete(a, i),
    "freeze": lambda s, a, i: s.freeze(a, i),
    "holds": lambda s, a, i: s.holds(a, i),
    "assigned": lambda s, a, i: s.assigned(a, i),
    "assign": lambda s, a, i: s.assign(a, i, a, Assignment("team")),
}
CHANGES = {"put", "put_many", "undo", "add_file", "remove_file", "delete", "freeze", "assign"}
RIGHTS: dict[Right, set[str]] = {
    "see": {"load", "revision", "undoable", "place", "keep_place", "holds"},
    "judge": {"files", "measured"},
    "read": {"history", "read_table", "keep_measured", "assigned"},
    "answer": {"put", "put_many", "undo"},
    "write": {"add_file", "remove_file", "delete", "freeze", "assign"},
}


def test_every_call_on_an_assessment_is_listed():
    named = {n for n in vars(AssessmentStore) if not n.startswith("_")}
    people = {"local_owner", "add_person", "sign_in", "add_workspace", "close"}
    people |= {"members", "member_changes", "add_member", "invite", "remove_member"}
    people |= {"outlines", "exports", "sharing"}  # contracts of their own
    assert named - people == set(CALLS) | {"workspaces", "assessments", "create"}


@pytest.mark.parametrize("call", CALLS)
def test_a_foreign_or_unknown_assessment_is_not_found(desk, call):
    stranger = desk.store.add_person("Stranger")
    desk.store.add_workspace(stranger, "Elsewhere")
    before = desk.store.load(desk.owner, desk.id)
    texts = []
    for actor, id in ((stranger, desk.id), (desk.owner, "0" * 32), (Actor("nobody"), desk.id)):
        with pytest.raises(NotFound) as refused:
            CALLS[call](desk.store, actor, id)
        texts.append(str(refused.value))
    assert len(set(texts)) == 1
    assert desk.store.load(desk.owner, desk.id) == before


def test_every_call_needs_a_right():
    named = [call for calls in RIGHTS.values() for call in calls]
    assert sorted(named) == sorted(CALLS)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_gives_its_rights_and_no_others(desk, role):
    """A table of the file that is not there is not found: so far only who may look comes."""
    person = desk.store.add_person(role)
    desk.store.add_member(desk.owner, desk.workspace, person, role)
    if role == "respondent":
        desk.store.assign(desk.owner, desk.id, person, Assignment("team"))
    for right, calls in RIGHTS.items():
        for call in calls - {"delete", "freeze"} if role in MAY["write"] else calls:
            refused = None
            try:
                CALLS[call](desk.store, person, desk.id)
            except (NotAllowed, NotFound) as error:
                refused = error
            other = role == "respondent" and call == "put"
            if role in MAY[right] and not other:
                assert not isinstance(refused, NotAllowed), (call, refused)
            else:
                assert isinstance(refused, NotAllowed), (call, refused)
                assert "ask" in str(refused)


def test_a_stranger_sees_no_list_and_creates_nothing_here(desk):
    stranger = desk.store.add_person("Stranger")
    assert desk.store.workspaces(stranger) == []
    assert desk.store.assessments(stranger) == []
    with pytest.raises(NotFound):
        desk.store.create(stranger, desk.workspace, small())
    with pytest.raises(NotFound):
        desk.store.add_member(stranger, desk.workspace, stranger, "owner")
    with pytest.raises(NotFound):
        desk.store.add_workspace(Actor("nobody"), "Ghosts")


@pytest.mark.parametrize("call", sorted(CHANGES))
def test_a_reader_changes_nothing(desk, call):
    reader = desk.store.add_person("Reader")
    desk.store.add_member(desk.owner, desk.workspace, reader, "reader")
    with pytest.raises(NotAllowed):
        CALLS[call](desk.store, reader, desk.id)
    with pytest.raises(NotAllowed):
        desk.store.create(reader, desk.workspace, small())
    with pytest.raises(NotAllowed):
        desk.store.add_member(reader, desk.workspace, reader, "owner")
    assert desk.store.load(reader, desk.id).revision == 1


def test_a_frozen_assessment_is_read_and_never_changed(desk):
    kept = desk.store.add_file(desk.owner, desk.id, log())
    say(desk, "OPM-1", 3)
    before = desk.store.load(desk.owner, desk.id)
    seal = desk.store.freeze(desk.owner, desk.id, reason="round closed")
    for call in sorted(CHANGES - {"delete"}):
        with pytest.raises(Frozen, match="never changed again"):
            CALLS[call](desk.store, desk.owner, desk.id)
    after = desk.store.load(desk.owner, desk.id)
    assert (after.assessment, after.entries) == (before.assessment, before.entries)
    assert after.frozen == seal == desk.store.assessments(desk.owner)[0].frozen
    assert desk.store.read_table(desk.owner, desk.id, kept.id)
    assert desk.store.holds(desk.owner, desk.id)
    last = desk.store.history(desk.owner, desk.id)[-1]
    assert (last.kind, last.reason) == ("assessment", "round closed")
    assert last.new["frozen"] == seal.sha256
    assert desk.store.measured(desk.owner, desk.id, "x") is None
    desk.store.delete(desk.owner, desk.id)
    assert desk.store.assessments(desk.owner) == []


def test_the_seal_depends_on_every_entry_and_table_and_on_nothing_else(desk):
    def frozen(levels: dict[str, int], files: list[Any]) -> str:
        id = desk.store.create(desk.owner, desk.workspace, small(), files)
        for capability, level in levels.items():
            value = answer(capability, "team", level)
            desk.store.put(desk.owner, id, *entry_of(value), value)
        return desk.store.freeze(desk.owner, id).sha256

    one = frozen({"OPM-1": 2, "OPM-2": 3}, [log()])
    assert one == frozen({"OPM-2": 3, "OPM-1": 2}, [log()]), "the order of entry is nothing"
    others = [
        frozen({"OPM-1": 2, "OPM-2": 4}, [log()]),
        frozen({"OPM-1": 2}, [log()]),
        frozen({"OPM-1": 2, "OPM-2": 3}, []),
        frozen({"OPM-1": 2, "OPM-2": 3}, [replace(log(), table=b"other")]),
    ]
    assert len({one, *others}) == 5
    assert not desk.store.holds(desk.owner, desk.id), "not frozen"


def test_a_file_of_another_assessment_is_not_found(desk):
    other = desk.store.create(desk.owner, desk.workspace, small(), [log()])
    [file] = desk.store.files(desk.owner, other)
    with pytest.raises(NotFound):
        desk.store.read_table(desk.owner, desk.id, file.id)
    with pytest.raises(NotFound):
        desk.store.remove_file(desk.owner, desk.id, file.id)


def test_only_a_known_person_becomes_a_member(desk):
    with pytest.raises(NotFound):
        desk.store.add_member(desk.owner, desk.workspace, Actor("nobody"), "reader")


def test_what_has_no_address_is_no_entry():
    assert entry_of(Respondent(id="r1", function="QA")) == ("respondent", "r1")
    with pytest.raises(TypeError):
        entry_of(small())
