"""What an assessment folder must keep to beyond its types."""

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace.folder import parse_assessment
from tests.workspace.folders import EXAMPLE, find, line_of, parse, problems

FIRST = "  - {capability: OPM-1, respondent: r1, level: 2, basis: statement"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("capability: DIG-2", "capability: DIG2", "nearest valid name is DIG-2"),
        ("capability: CTL-1, rating", "capability: CLT-1, rating", "nearest valid name is CTL-1"),
        ("metric: S1", "metric: S11", "nearest valid name is S1"),
        ("scenario: site_down", "scenario: sitedown", "nearest valid name is site_down"),
        ("F8]", "F9]", "no flag F9"),
        ("F8]", "F8], not_known: [G1]", "no flag G1"),
        ("[process_step]", "[process_stap]", "nearest valid name is process_step"),
        ("[US, EU]", "[US, EW]", "nearest valid name is EU"),
        ("  sites: 1\n", "", "sites: is missing"),
        ("responses:\n", "notes:\n  - {id: n1, text: a, capability: CTL1}\nresponses:\n", "CTL-1"),
        ("responses:\n", "tracking:\n  - {item: CTL1, owner: QA}\nresponses:\n", "CTL-1"),
        ("responses:\n", "sittings:\n  - {respondent: r7, planned_minutes: 5}\nresponses:\n", "r7"),
        ("  parties: 2\n", "", "parties: is missing"),
        ("window: {from: 2025-09-22, to: 2026-11-22, batches: 12}\n", "", "need their window"),
        ("from: 2025-09-22", "from: 2027-09-22", "ends before it begins"),
        (FIRST, f"{FIRST}}}\n{FIRST}", "OPM-1 of r1 stands here twice"),
        ("{metric: D3,", "{metric: D1,", "D1 stands here twice"),
        ("  - {id: r1,", "  - {id: r1, function: QA}\n  - {id: r1,", "r1 stands here twice"),
        ("DIG-2, respondent: r1", "DIG-2, respondent: r2", "there is no respondent r2"),
        ("{id: r1,", '{id: "r|1",', "letters and digits"),
        ('reason: "no patient slots"', 'reason: " "', "no reason is given"),
        ("S1, value: 5.75", "S1, value: 5.75, level: 2, source: x", "from its cut points"),
        ('level: 1, source: "scan"', "level: 1", "needs its source"),
        ("{metric: S1, value: 5.75}", "{metric: S1, n: 3}", "S1 has no figure"),
        ("events: 74, exposure: 12", "events: 74, trials: 80", "D1 is a rate"),
        ("events: 33, trials: 74", "events: 33, exposure: 74", "D3 is a share"),
        ("events: 33, trials: 74", "events: 75, trials: 74", "75 of 74 cannot be"),
        ("points: 28,", "points: 101,", "at most 100"),
        ("points: 28,", "blocks: {Z: 1},", "there is no block Z"),
        ("points: 28,", "blocks: {A: 99},", "found 99"),
        ("points: 28,", "items: [{n: 99, answer: right}],", "has no item 99"),
        (
            "points: 28,",
            "items: [{n: 1, answer: right}, {n: 1, answer: wrong}],",
            "item 1 stands here twice",
        ),
        ("{P: 0.45, R: 0.30, L: 0.25}", "{P: 0, R: 0, L: 0}", "all 0"),
        ("P: 0.45", "P: -1", "0 or more"),
    ],
)
def test_it_is_refused_with_its_line(old, new, says):
    found = problems(old, new)
    assert [str(p) for p in found if says in str(p)], [str(p) for p in found]
    assert all(p.row for p in found)


def test_a_double_names_the_first_line_too():
    [found] = problems(FIRST, f"{FIRST}}}\n{FIRST}")
    assert found.row == line_of("OPM-1, respondent") + 1
    assert f"first in line {line_of('OPM-1, respondent')}" in found.message


def test_a_listed_respondent_with_another_mistake_is_one_problem():
    [found] = problems("function: MFG", "function: MGF")
    assert found.row == line_of("function: MFG")


def test_a_later_consensus_and_a_second_drill_may_follow():
    again = "  - {capability: OPM-1, level: 3, reason: later, by: a, on: 2026-11-21}\n"
    assert problems("measurements:\n", f"{again}measurements:\n") == ()


def test_a_folder_needs_no_lists():
    head = "id: a\ntitle: A\nas_of: 2026-11-22\nquestionnaire: cgt-operational-readiness\n"
    profile = "{organisation: A, modality: in_vivo, stage: launch, sites: 1, parties: 1}"
    assert parse(f"{head}profile: {profile}\nresponses:\n").responses == ()


def test_what_the_app_leaves_open_may_be_open_in_an_unfinished_one():
    text = (
        EXAMPLE.replace("  sites: 1\n  parties: 2\n", "")
        .replace('reason: "no patient slots"', 'reason: ""')
        .replace("window: {from: 2025-09-22, to: 2026-11-22, batches: 12}\n", "")
        .replace('level: 1, source: "scan"', "level: 1")
    )
    with pytest.raises(InputRefused) as refused:
        parse(text)
    assert len(refused.value.problems) == 5
    found = parse_assessment(text, find, unfinished=True)
    assert found.profile.parties is None
    with pytest.raises(InputRefused, match="no capability OPM-99"):
        parse_assessment(text.replace("OPM-1,", "OPM-99,"), find, unfinished=True)
