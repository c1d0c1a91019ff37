"""The last stress test in the gap report, with everything that it came from."""

from dataclasses import replace

from openpyxl.worksheet.worksheet import Worksheet

from readiness.domain.base import remade
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.simulated import KeptRun
from readiness.engine import assess
from readiness.report.gap_workbook import build
from readiness.report.layout import DRILLS
from readiness.stress.cascade import cascade
from readiness.stress.simulate import simulate
from readiness.stress.slack import slack
from tests.report.organisations import judged, organisation
from tests.stress.slots import kept, parameters


def sheet(content: Questionnaire, simulation: KeptRun | None) -> Worksheet:
    """The sheet of the drills."""
    facts = judged(content, organisation(content, 1))[1]
    said = remade(facts.assessment, simulation=simulation)
    result = assess(said, content, robustness=False)
    return build(replace(facts, assessment=said, result=result)).pages[DRILLS].sheet


def rows(page: Worksheet) -> dict[str, list[object]]:
    """Rows by their first cell."""
    return {
        str(row[0]): list(row[1:])
        for row in page.iter_rows(values_only=True, max_col=9)
        if row[0] is not None
    }


def test_figures_with_seed_versions_and_sources(content: Questionnaire) -> None:
    run = kept(60)
    seen = rows(sheet(content, run))
    stamp = next(name for name in seen if name.startswith("Simulated "))
    assert "Simulated 2026-11-22: 4 replications of 795 days after 300 days of warm-up" in stamp
    assert "seed 7; engine 1, content 1" in stamp
    use = run.shocked.utilisation["suites"]
    _, value, low, high, *_ = seen["Use of suites"]
    assert (value, low, high) == (100 * use.value, 100 * use.low, 100 * use.high)
    assert seen["Suites"][1] == 1  # an assumption, with its source
    assert seen["Suites"][7] == "said"
    assert seen["Back-up"][7] == "typical"
    assert any(name.startswith("Suites: used 91 %") for name in seen)


def test_the_world_without_shocks_stands_beside(content: Questionnaire) -> None:
    shock = {"kind": "no_starts", "from_day": 300, "days": 60}
    given = parameters(replications=3, shocks=[shock])
    calm = simulate(remade(given, shocks=()))
    run = remade(
        kept(12), parameters=given, shocked=simulate(given), usual=calm, shocks=("No starts",)
    )
    seen = rows(sheet(content, run))
    assert seen["Treated"][4] == 100 * calm.treated.value
    assert "Until the queue is back" in seen
    assert any("Shocks: No starts." in name for name in seen)


def test_slack_and_the_worst_pair_are_told_where_they_were_asked_for(
    content: Questionnaire,
) -> None:
    # The example of domain 8.5: 4 days of slack at the clinic, then 14 to the next date. Release
    # 3 days slower keeps the date; 3 days and 2 more miss it.
    shocks = [
        {"kind": "release_delay", "add_days": days, "from_day": 300, "days": 60} for days in (3, 2)
    ]
    clinic = {"slack_days": 4, "next_opening_days": 14}
    given = parameters(
        replications=6, demand_per_year=20, horizon_days=700, clinic=clinic, shocks=shocks
    )
    found = cascade(given)
    assert found.story is not None
    slower, courier = given.shocks
    late = slack(remade(given, shocks=()), [(slower, courier)])[0]
    run = remade(
        kept(12),
        parameters=given,
        shocks=("Release slower", "A courier late"),
        slack={"a courier who comes late": late},
        cascade=found,
    )
    seen = list(rows(sheet(content, run)))
    after = seen[seen.index("How much slack there is today") + 1]
    assert after.startswith("A courier who comes late costs nobody a day; the same once more")
    place = seen.index("Two at once")
    extra = found.pairs[0].extra.days.value
    assert seen[place + 1].startswith(
        f"Worst together: “Release slower” and “A courier late”, {extra:.1f} patient-days beyond"
    )
    assert seen[place + 2].startswith("A patient asks for treatment. ")
    assert seen[place + 4].startswith("With both it is day ")
    assert seen.index("It began from") > place
    assert "Two at once" not in rows(sheet(content, kept(12)))


def test_nothing_stands_there_where_nobody_simulated(content: Questionnaire) -> None:
    assert not any(name.startswith("Stress test") for name in rows(sheet(content, None)))
