"""What a person says about a dropped file, before anything of it is stored."""

from readiness.ui.drafts import COLUMNS, Draft, is_workbook
from readiness.workspace import evidence
from readiness.workspace.session import Session
from tests.ui.desk import AMBIGUOUS, BATCHES


def draft_of(desk: Session, id: str, text: str) -> Draft:
    return Draft("a.csv", evidence.open_file(desk, id, "a.csv", text.encode()))


def test_the_mapping_follows_what_was_chosen(desk: Session, begun: str) -> None:
    draft = draft_of(desk, begun, BATCHES)
    proposal = draft.proposal(begun)
    assert not is_workbook(proposal)
    assert draft.mapping(proposal).columns == {"batch": "Lot", "started": "Process Start"}
    draft.columns["started"] = None
    assert draft.lacking(proposal) == ["Started"]
    assert draft.mapping(proposal).columns == {"batch": "Lot"}


def test_an_open_order_of_dates_is_asked_until_chosen(desk: Session, begun: str) -> None:
    draft = draft_of(desk, begun, AMBIGUOUS)
    proposal = draft.proposal(begun)
    assert draft.open_dates(proposal) == ["started"]
    draft.dates["started"] = "MM/DD/YYYY"
    assert draft.open_dates(proposal) == []
    assert draft.mapping(proposal).date_format_of("started") == "MM/DD/YYYY"


def test_a_column_taken_away_asks_nothing_more(desk: Session, begun: str) -> None:
    draft = draft_of(desk, begun, AMBIGUOUS)
    proposal = draft.proposal(begun)
    draft.columns["started"] = None
    assert draft.open_dates(proposal) == []


def test_another_kind_forgets_what_was_said_of_the_columns(desk: Session, begun: str) -> None:
    draft = draft_of(desk, begun, BATCHES)
    draft.proposal(begun)
    draft.columns["started"] = None
    draft.step = COLUMNS
    draft.correct(kind="reviews")
    assert draft.proposal(begun).kind == "reviews"
    assert draft.columns == {}


def test_one_value_for_every_row_stands_in_for_a_required_column(desk: Session, begun: str) -> None:
    text = "Date,Scientist called,Batch\n2026-01-02,Ina Adler,P001\n"
    opened = evidence.open_file(desk, begun, "Call-out list.csv", text.encode())
    draft = Draft("Call-out list.csv", opened)
    proposal = draft.proposal(begun)
    assert draft.heading_of(proposal, "kind") is None
    assert draft.lacking(proposal) == []
    assert draft.mapping(proposal).fixed == {"kind": "call_out"}


def test_a_word_seen_and_left_without_a_meaning_is_not_asked_again(
    desk: Session, begun: str
) -> None:
    text = "Dev #,Date Discovered,Severity,Root Cause\nD-1,2026-03-01,odd,RC-7\n"
    draft = draft_of(desk, begun, text + "D-2,2026-03-02,Minor,RC-7\n")
    proposal = draft.proposal(begun)
    assert [v.value for v in draft.asked_words(proposal)] == ["odd"]
    assert draft.mapping(proposal).values == {"severity": {"odd": None}}
    # A cause code of one's own is kept, until a person says what it means.
    draft.values = {"severity": {"odd": "major"}, "cause": {"RC-7": "human_error"}}
    assert draft.mapping(proposal).values == draft.values
