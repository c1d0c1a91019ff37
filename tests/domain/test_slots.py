"""What the batch register tells of slots."""

from readiness.domain.evidence import Evidence
from readiness.domain.slots import SlotFacts


def test_facts_of_slots_come_back_from_json() -> None:
    facts = SlotFacts(batches=3, process_days={10: 0.5, 12: 0.5}, release=(7, 9.5, 12))
    whole = Evidence(slots=facts)
    assert Evidence.model_validate_json(whole.model_dump_json()).slots == facts
