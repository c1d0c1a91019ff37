"""The real capacity in words."""

from readiness.engine import assess
from readiness.report.capacity_words import in_words
from tests.made import assessment, questionnaire


def said(*volumes: tuple[str, int], demand: int | None = 120) -> str:
    made = assessment(operating={"limits": [{"id": id, "volume": v} for id, v in volumes]})
    profile = made.profile.model_copy(update={"demand_per_year": demand})
    found = assess(made.model_copy(update={"profile": profile}), questionnaire(), robustness=False)
    assert found.operating_model.capacity is not None
    return in_words(found.operating_model.capacity, "batches")


def test_the_lowest_and_its_share_of_the_demand() -> None:
    names = {d.id: d.name for d in questionnaire().dimensions}
    assert said(("DOC", 30), ("PRC", 60)) == (
        f"The real capacity is 30 batches a year, set by {names['DOC']}: 25 % of the 120 asked "
        "for. 8 of 10 dimensions are not said and may break earlier."
    )


def test_two_that_break_together_and_no_demand() -> None:
    told = said(("DOC", 30), ("PRC", 30), demand=None)
    assert " and " in told.split("set by")[1].split(";")[0]
    assert "no demand is known" in told
