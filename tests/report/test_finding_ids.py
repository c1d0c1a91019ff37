"""A finding keeps its id while its figures move, and no two share one."""

from readiness.domain.result import Finding
from readiness.report.facts import Facts
from readiness.report.finding_ids import finding_ids
from readiness.report.redaction import redacted


def test_figures_and_codes_of_people_do_not_count() -> None:
    before, after = (
        Finding(kind="key_person", metric="S7", text=text)
        for text in ("E01 saved 4 of 4 versions.", "(coded) saved 5 of 6 versions.")
    )
    assert finding_ids([before]) == finding_ids([after])
    assert finding_ids([before])[0].startswith("key_person:S7:")


def test_other_words_are_another_finding_and_equal_ones_are_numbered() -> None:
    one = Finding(kind="tolerated", metric="D3", text="5 deviations at Labelling")
    other = Finding(kind="tolerated", metric="D3", text="5 deviations at Filling")
    ids = finding_ids([one, other, one])
    assert len(set(ids)) == 3
    assert ids[2] == f"{ids[0]}:2"


def test_every_view_names_a_finding_alike(facts: Facts) -> None:
    ids = finding_ids(facts.result.findings)
    assert len(set(ids)) == len(ids) > 5
    assert finding_ids(redacted(facts).result.findings) == ids
