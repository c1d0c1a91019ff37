"""The shipped content against figures written down apart from it, and against its own rules."""

from fractions import Fraction

import pytest

from readiness.content import load_by_id
from readiness.domain.assessment import Profile
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scale import Stage
from readiness.metrics.registry import MEASURES
from readiness.scoring.applicability import applies
from tests.content.broken import ID

STAGES: tuple[Stage, ...] = ("phase_1", "phase_2", "pivotal", "launch", "scale")
FUNCTIONS = ("MFG", "QA", "SC", "MSAT", "QC", "RA", "IT", "EXEC")
GATE_NUMBERS = {
    "OPM": "34",
    "PRC": "15",
    "DOC": "1",
    "QMS": "12345",
    "ANR": "14",
    "COI": "123",
    "CTL": "123",
    "MAT": "135",
    "DIG": "34",
    "PPL": "14",
}
GATES = {f"{id}-{number}" for id, numbers in GATE_NUMBERS.items() for number in numbers}
# Capability: P, R, L, target profile, person-weeks, elapsed weeks, prerequisites.
RATED = {
    "OPM-1": (3, 3, 5, "G", 6, 8, ()),
    "OPM-5": (2, 3, 5, "N", 3, 6, ("OPM-1",)),
    "PRC-4": (4, 3, 4, "N", 16, 40, ("PRC-1", "PRC-5")),
    "PRC-6": (4, 4, 4, "X", 14, 30, ("PRC-1", "DOC-1")),
    "DOC-3": (3, 3, 3, "N", 20, 40, ("DOC-1", "DIG-3")),
    "QMS-3": (5, 5, 4, "F", 4, 8, ("QMS-1",)),
    "ANR-1": (4, 5, 5, "F", 16, 30, ()),
    "COI-1": (5, 5, 5, "S", 6, 10, ()),
    "COI-2": (5, 4, 4, "S", 4, 8, ("COI-1",)),
    "COI-3": (5, 5, 4, "S", 3, 6, ("COI-1",)),
    "CTL-1": (5, 4, 2, "F", 5, 6, ()),
    "CTL-2": (5, 3, 2, "F", 4, 5, ("CTL-1",)),
    "CTL-5": (5, 2, 3, "G", 2, 5, ("CTL-1",)),
    "MAT-3": (5, 4, 5, "F", 4, 10, ("MAT-1",)),
    "MAT-5": (4, 4, 4, "G", 3, 8, ("OPM-3",)),
    "DIG-5": (2, 3, 2, "N", 2, 4, ("DIG-2", "DIG-4")),
    "PPL-3": (4, 2, 1, "G", 1, 3, ()),
    "PPL-4": (5, 4, 4, "F", 3, 6, ("CTL-2",)),
}
# Metric: direction, cut points, factor, interval.
CUTS = {
    "D1": ("high", "8 4 2 0.8", 1, "poisson"),
    "D4": ("low", "50 70 85 95", 100, "wilson"),
    "D7": ("high", "5 2 1 0.5", 1, "bootstrap"),
    "B1": ("high", "8 4 2 0.8", 10, "poisson"),
    "B4": ("high", "30 15 7 2", 100, "poisson"),
    "B5": ("low", "60 80 95 100", 100, "wilson"),
    "B7": ("high", "30 15 8 4", 1, "order"),
    "S4": ("high", "10 3 0.5 0", 1000, "census"),
    "S5": ("high", "3 1 0 0", 100, "census"),
    "S6": ("low", "2 3 4 5", 1, "ordinal"),
    "H2": ("high", "80 60 40 25", 100, "bootstrap"),
    "H4": ("high", "0.4 0.25 0.15 0.08", 1, "bootstrap"),
    "H8": ("high", "180 90 45 14", 1, "bootstrap"),
}


@pytest.fixture(scope="module")
def content() -> Questionnaire:
    return load_by_id(ID)


def asked(content: Questionnaire, **profile: object) -> int:
    made = Profile.model_validate({"organisation": "Made up", "stage": "phase_1", **profile})
    return sum(applies(capability, made) for capability in content.capabilities.values())


def test_counts(content: Questionnaire) -> None:
    assert len(content.dimensions) == 10
    assert len(content.capabilities) == 50
    assert len(content.metrics) == 33
    assert [len(d.capabilities) for d in content.dimensions] == [6, 6, 4, 5, 4, 5, 5, 5, 5, 5]
    assert {c.id for c in content.capabilities.values() if c.gate} == GATES
    assert len(GATES) == 25
    visible = {c.id for c in content.capabilities.values() if c.visibility}
    assert visible == {"CTL-2", "COI-2", "MAT-1", "MAT-2", "MAT-3", "PPL-4"}
    assert [c.id for c in content.capabilities.values() if c.profile == "S"] == [
        "COI-1",
        "COI-2",
        "COI-3",
    ]


def test_counts_by_profile(content: Questionnaire) -> None:
    # Autologous: all 50. Without a contractor MAT-5 goes; without gene modification MAT-3 goes.
    assert asked(content, modality="autologous", contractors=1) == 50
    assert asked(content, modality="autologous", contractors=0) == 49
    assert asked(content, modality="autologous", contractors=0, gene_modified=False) == 48
    # Allogeneic: CTL-5 goes, 50 - 1.
    assert asked(content, modality="allogeneic", contractors=1) == 49
    assert asked(content, modality="allogeneic", contractors=1, gene_modified=False) == 48
    # In vivo: PRC-3, QMS-3, ANR-4, COI-1, COI-3, COI-4 and CTL-5 go, 50 - 7; MAT-3 always stays.
    assert asked(content, modality="in_vivo", contractors=1) == 43
    assert asked(content, modality="in_vivo", contractors=1, gene_modified=False) == 43
    assert asked(content, modality="in_vivo", contractors=0) == 42
    # Nobody said how many contractors: the question stays.
    assert asked(content, modality="autologous") == 50


@pytest.mark.parametrize("id", RATED)
def test_ratings_and_actions(content: Questionnaire, id: str) -> None:
    patient, regulatory, lock_in, profile, effort, elapsed, needs = RATED[id]
    own = content.capabilities[id]
    assert [own.ratings[r].value for r in ("P", "R", "L")] == [patient, regulatory, lock_in]
    assert own.profile == profile
    assert own.action.effort_total == effort
    assert own.action.elapsed_weeks == elapsed
    assert own.prerequisites == needs


@pytest.mark.parametrize("id", CUTS)
def test_cut_points(content: Questionnaire, id: str) -> None:
    direction, cuts, factor, interval = CUTS[id]
    own = content.metric_by_id[id]
    assert own.direction == direction
    assert own.cuts == tuple(Fraction(cut) for cut in cuts.split())
    assert own.factor == factor
    assert own.interval == interval


def test_targets(content: Questionnaire) -> None:
    rows = {p.id: "".join(str(p.targets[s]) for s in STAGES) for p in content.profiles}
    assert rows == {"S": "33445", "F": "23345", "G": "22345", "N": "12344", "X": "11234"}


def test_figures_of_the_verdict_and_of_priority(content: Questionnaire) -> None:
    steps = {s.level: s for s in content.verdict.steps}
    assert [float(steps[k].index) for k in (2, 3, 4, 5)] == [1.75, 2.5, 3.4, 4.4]
    assert [float(steps[k].gates_share) for k in (2, 3, 4, 5)] == [0.8, 0.8, 0.8, 0.6]
    assert [steps[k].drill_points for k in (2, 3, 4, 5)] == [None, None, 70, 85]
    assert [steps[k].flags_fewer_than for k in (2, 3, 4, 5)] == [None, None, 3, 3]
    proof = [steps[k].proof_share for k in (2, 3, 4, 5)]
    assert proof == [None, Fraction(1, 2), Fraction(4, 5), Fraction(4, 5)]
    weights = content.priority.weights
    assert weights == {"P": Fraction(45, 100), "R": Fraction(3, 10), "L": Fraction(1, 4)}
    assert content.priority.bands == {"act_now": 40, "next": 20, "plan": 10}
    assert [s.verdict for s in content.scale] == [
        "clinical, survival mode",
        "clinical, stabilised",
        "transitional",
        "commercial-ready",
        "commercial at scale",
    ]


def test_special_rules(content: Questionnaire) -> None:
    metrics = content.metric_by_id
    special = {
        m.id: [(int(r.value), r.level) for r in m.special] for m in content.metrics if m.special
    }
    assert special == {"B5": [(100, 4)], "S5": [(0, 3)], "H3": [(0, 4)]}
    typed = {m.id for m in content.metrics if m.typed_level}
    assert typed == {"B5", "S5", "S6", "S7", "H3"}
    counted = {m.id for m in content.metrics if m.count_metric}
    assert counted == {"D1", "D2", "B1", "B4", "B8", "S8", "H1", "H5", "H6", "H7"}
    silent = {m.id: m.silent_value for m in content.metrics if m.silent_value is not None}
    assert silent == {"B3": 0, "D8": 0, "D6": 100}
    assert [m.id for m in content.metrics if m.under_reporting] == ["D1"]
    assert metrics["B7"].cut_factor == {"allogeneic": 3, "in_vivo": 3}
    needed = {m.id for m in content.metrics if m.batches_needed}
    assert needed == {i for i in metrics if i[0] in "DBH" and i != "H3"} | {"S8"}
    least = {m.id: m.minimum_n for m in content.metrics if m.minimum_n is not None}
    assert least == {"H2": 15, "B6": 5, "B7": 5, "D7": 5, "H4": 5, "H8": 5}
    assert {m.interval for m in content.metrics if m.id in {"S1", "S2", "S3", "S4", "H3"}} == {
        "census"
    }


def test_streams_and_short_form(content: Questionnaire) -> None:
    indices = {s.index: " ".join(s.index_metrics) for s in content.streams}
    assert indices == {
        "process_instability": "D1 D2 D3 D6 B1 B2 B3",
        "documentation_burden": "B4 B5 B6 B7 B8 D7 D8",
        "spreadsheet_exposure": "S1 S2 S3 S4 S5 S6 S7 S8",
        "heroics": "H1 H2 H3 H4 H5 H6 H7 H8",
    }
    assert [s.index for s in content.streams if not s.in_short_form] == ["documentation_burden"]
    assert [s.identifiable_metric for s in content.streams if s.identifiable_metric] == ["S6"]
    # 25 gates, and what the sixteen metrics inform beyond them: PRC-2, DOC-2, DOC-4, PPL-2.
    assert len(content.short_form.metrics) == 16
    beyond = content.short_capabilities - GATES
    assert beyond == {"PRC-2", "DOC-2", "DOC-4", "PPL-2"}


def test_everybody_is_asked_something(content: Questionnaire) -> None:
    assert tuple(f.code for f in content.functions) == FUNCTIONS
    for code in FUNCTIONS:
        assert any(code in c.functions for c in content.capabilities.values()), code
    for capability in content.capabilities.values():
        assert not capability.gate or len(capability.functions) > 1, "a gate is asked twice"


def test_waves(content: Questionnaire) -> None:
    assert [(w.number, w.capabilities) for w in content.waves] == [
        (0, ()),
        (1, ("CTL-1", "CTL-2")),
        (2, ("COI-1", "COI-2", "COI-3")),
        (3, ("MAT-1", "MAT-2", "MAT-3")),
        (4, ()),
    ]


def test_texts_are_sentences(content: Questionnaire) -> None:
    for capability in content.capabilities.values():
        assert capability.question.endswith(("?", "."))
        lines = [*capability.anchors, capability.evidence, capability.action.text]
        lines += [rating.reason for rating in capability.ratings.values()]
        for line in lines:
            assert line.endswith("."), f"{capability.id}: {line}"
            assert "section " not in line, f"{capability.id} points into a text nobody has: {line}"


def test_references_speak_by_stage(content: Questionnaire) -> None:
    def texts(id: str, stage: Stage) -> dict[str, str]:
        own = content.capabilities[id].references
        return {r.text: content.speaks(r, stage) for r in own}

    early, late = texts("OPM-2", "phase_1"), texts("OPM-2", "launch")
    for text, now, then in (
        ("21 CFR 211.100(a) (written procedures, approved, changes included)", "later", "now"),
        ("21 CFR 312.31 (information amendments to the IND)", "now", "past"),
        ("21 CFR 601.12 (changes to an approved application)", "later", "now"),
        ("ICH Q5E (comparability)", "now", "now"),
    ):
        assert (early[text], late[text]) == (now, then)


def test_references_claim_no_more_than_is_known(content: Questionnaire) -> None:
    for capability in content.capabilities.values():
        assert capability.references
        for reference in capability.references:
            text, note = reference.text, reference.note
            assert reference.mark in ("V", "M")
            if text.startswith("21 CFR 211"):
                assert reference.applies_from == "phase_2"
            if text.startswith(("21 CFR 600", "21 CFR 601", "21 CFR 610")):
                assert reference.applies_from == "launch"
            if text.startswith("21 CFR 1271"):
                assert "in_vivo" not in reference.modalities
                assert reference.modalities
            if "draft" in text:
                assert note.startswith("Draft"), text
            if text.startswith(("EU GMP Annex", "EU GMP Part I ")) or "Q5E" in text:
                assert "analogy" in note, text
            if text.startswith("USP <1"):
                assert "Informational" in note
            assert "21 CFR 680" not in text
            assert "three PPQ" not in text + note


def test_content_and_measurement_agree_on_what_is_needed(content: Questionnaire) -> None:
    for metric in content.metrics:
        measured = MEASURES[metric.id]
        # What intake itself adds (``_alike``) is no column of a file.
        own, needed = set(metric.needs), {n.partition("|_")[0] for n in measured.needs}
        assert needed <= own | {"workbook"}, metric.id
        assert {n.partition(".")[0] for n in own} == {n.partition(".")[0] for n in needed}
        assert set(measured.parameters) <= set(metric.parameters), metric.id
