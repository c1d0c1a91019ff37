"""One organisation with everything in it, its report, and the report opened again."""

import io

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from readiness.domain.assessment import Profile
from readiness.domain.questionnaire import Questionnaire
from readiness.report.cells import Book
from readiness.report.facts import Facts
from readiness.report.gap_workbook import build
from tests.made import questionnaire
from tests.report.organisations import judged, logs, organisation


@pytest.fixture(scope="session")
def content() -> Questionnaire:
    """The shipped questionnaire."""
    return questionnaire()


@pytest.fixture(scope="session")
def facts(content: Questionnaire) -> Facts:
    """A Phase 1 maker with logs, tallies, drills, overrides and a few unknown capabilities."""
    profile = Profile(
        organisation="Alder Bridge (invented)",
        modality="autologous",
        stage="phase_1",
        sites=1,
        parties=2,
        regions=("US", "EU"),
    )
    assessment = organisation(content, 1, low=1, high=3, profile=profile)
    evidence = logs(content)
    typed = tuple(
        m for m in assessment.measurements if m.metric not in evidence.observation_by_metric
    )
    assessment = assessment.model_copy(update={"measurements": typed, "window": None})
    return judged(content, assessment, evidence)[1]


@pytest.fixture(scope="session")
def book(facts: Facts) -> Book:
    """The workbook before it is packed."""
    return build(facts)


@pytest.fixture(scope="session")
def report(facts: Facts) -> bytes:
    """The finished file."""
    return build(facts).packed(facts.result.as_of)


@pytest.fixture(scope="session")
def opened(report: bytes) -> Workbook:
    """The finished file with its formulas."""
    return openpyxl.load_workbook(io.BytesIO(report))


@pytest.fixture(scope="session")
def shown(report: bytes) -> Workbook:
    """The finished file with its cached values."""
    return openpyxl.load_workbook(io.BytesIO(report), data_only=True)
