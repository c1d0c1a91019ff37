"""What other eyes do not see is gone before anything is judged; what is judged stays."""

from readiness.domain.partners import PartnerFailure
from readiness.domain.redaction import NOT_SHOWN, codes_of, uncoded, without_persons
from readiness.domain.ripple import ChangeArea
from tests.store.samples import full


def test_who_owns_the_chain_is_told_apart_and_not_told():
    said = full()
    owners = ("Head of supply", "Head of supply ")
    people = tuple(
        r.model_copy(update={"chain_owner": o})
        for r, o in zip(said.respondents, owners, strict=True)
    )
    safe = without_persons(said.model_copy(update={"respondents": people}), codes_of(said))
    assert [r.chain_owner for r in safe.respondents] == ["role 1", "role 1"]
    assert [r.id for r in safe.respondents] == ["#1", "#2"]


def test_that_something_was_said_stays_where_it_is_judged():
    said = full()
    causes = ("Titre", "filter", " titre")
    failures = tuple(
        PartnerFailure(partner="vector", n=n, cause=c) for n, c in enumerate(causes, start=1)
    )
    operating = said.operating.model_copy(update={"partner_failures": failures})
    safe = without_persons(said.model_copy(update={"operating": operating}), codes_of(said))
    assert [f.cause for f in safe.operating.partner_failures] == ["cause 1", "cause 2", "cause 1"]
    assert [r.clause for r in safe.operating.retention] == [NOT_SHOWN]
    assert [(c.decides, c.fallback) for c in safe.operating.intersections] == [(NOT_SHOWN, "")]
    assert safe.notes == safe.calibration == safe.drill_log == ()


def test_an_area_keeps_that_it_has_an_owner_and_a_draw_no_code_of_a_person():
    said = full()
    areas = tuple(
        ChangeArea(area=a, owner=o) for a, o in (("digital", "QA lead"), ("transfer", ""))
    )
    changes = (said.operating.changes[0].model_copy(update={"areas": areas}),)
    drawn = (said.operating.stopwatch[0].model_copy(update={"codes": ("P04", "B-2")}),)
    told = {"changes": changes, "stopwatch": drawn}
    operating = said.operating.model_copy(update=told)
    safe = without_persons(said.model_copy(update={"operating": operating}), codes_of(said))
    assert [a.owner for a in safe.operating.changes[0].areas] == [NOT_SHOWN, ""]
    assert safe.operating.stopwatch[0].codes == ("(coded)", "B-2")


def test_codes_of_people_are_told_from_other_codes():
    assert uncoded("P01 and E112 at S03, lot P1, CTL-01") == (
        "(coded) and (coded) at (coded), lot P1, CTL-01"
    )
