"""An organisation whose every typed word is a token, and a look into every part of a file."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from itertools import count
from typing import Any

from readiness.domain.assessment import Assessment, Respondent
from readiness.domain.base import remade
from readiness.domain.data_readiness import AiUse
from readiness.domain.drill_run import DrillAction, DrillLine
from readiness.domain.evidence import Evidence, Observation, RowRef
from readiness.domain.intersections import Crossing
from readiness.domain.model_map import ArchetypeSaid, Conductor, MapLink, MapNode
from readiness.domain.open_options import KeptOption
from readiness.domain.operating import Operating
from readiness.domain.oversight import Overseen
from readiness.domain.partners import Partner, PartnerAnswer, PartnerFailure
from readiness.domain.planning import ActionEdit, Plan, Scenario
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.retention import Retained
from readiness.domain.ripple import Change, ChangeArea
from readiness.domain.scaling_limits import ScalingLimit
from readiness.domain.stopwatch import StopwatchRun
from readiness.domain.tracking import Tracking
from tests.report.organisations import AS_OF, logs, organisation

MAKER = "Mk00001w Biologics"


@dataclass(frozen=True)
class Told:
    """What was said, the records, and the words that no other eyes may see."""

    assessment: Assessment
    evidence: Evidence
    private: frozenset[str]
    by_metric: dict[str, str]
    """The token in the rows of each metric's own file."""


def told(content: Questionnaire, seed: int) -> Told:
    """Names, codes, notes, reasons, links and sources: each a word that stands nowhere else."""
    rng, numbers = random.Random(seed), count(1)
    tokens: list[str] = []

    def token() -> str:
        tokens.append(f"Zq{next(numbers):05d}w")
        return tokens[-1]

    people = {"r1": token(), "r2": token()}
    plain = organisation(content, seed, low=1, high=3)
    edits = {
        "respondents": tuple(
            Respondent(id=people[r.id], function=r.function, chain_owner=token())
            for r in plain.respondents
        ),
        "responses": tuple(
            r.model_copy(
                update={
                    "respondent": people[r.respondent],
                    "note": token() if rng.random() < 0.5 else "",
                    "reason": token(),
                    "proof": token(),
                }
            )
            for r in plain.responses
        ),
        "consensus": tuple(
            c.model_copy(update={"by": token(), "reason": token()}) for c in plain.consensus
        ),
        "overrides": tuple(
            o.model_copy(update={"by": token(), "reason": token()}) for o in plain.overrides
        ),
        "complete_logs": tuple(c.model_copy(update={"by": token()}) for c in plain.complete_logs),
        "detection": tuple(d.model_copy(update={"by": token()}) for d in plain.detection),
    }
    evidence, by_metric = _records(logs(content), rng)
    typed = tuple(
        m.model_copy(update={"source": token()})
        for m in plain.measurements
        if m.metric not in evidence.observation_by_metric
    )
    followed = _followed(content, token)
    said = remade(plain, **edits, **followed, measurements=typed, window=None)
    return Told(said, evidence, frozenset(tokens), by_metric)


def _followed(content: Questionnaire, token: Callable[[], str]) -> dict[str, Any]:
    """What is typed after the answers: owners, comments, the plan, drills, contract makers."""
    question = content.cdmo.questions[0].id
    return {
        "tracking": (
            Tracking(item="CTL-1", owner=token(), status="open", comment=token()),
            Tracking(item="OPM-1", owner=token(), due=AS_OF),
        ),
        "plan": Plan(
            actions=(
                ActionEdit(
                    id="CTL-1",
                    name=token(),
                    owner=token(),
                    status="started",
                    start=AS_OF,
                    reason=token(),
                ),
                ActionEdit(
                    id=token(),
                    name=token(),
                    owner=token(),
                    effort={"SC": Fraction(2)},
                    elapsed=2,
                    lifts={"CTL-2": 3},
                    reason=token(),
                ),
            ),
            scenarios=(Scenario(id=token()),),
        ),
        "drill_log": (DrillLine(run="d1", n=1, second=5, text=token()),),
        "drill_actions": (DrillAction(run="d1", n=1, text=token(), owner=token()),),
        "operating": Operating(
            partners=(Partner(id="m1", name=MAKER),),
            partner_answers=(
                PartnerAnswer(partner="m1", question=question, score=2, note=token()),
            ),
            retention=(
                Retained(
                    id=content.retention.rows[0].id,
                    held="vendor_only",
                    clause=token(),
                    alone=token(),
                ),
            ),
            oversight=(
                Overseen(id=content.oversight.questions[0].id, answer="missing", note=token()),
            ),
            map_nodes=(
                MapNode(id="own", kind="site", name=token()),
                MapNode(id="m1", kind="contractor", name=token()),
                MapNode(id="one", kind="step", name=token(), product=token()),
                MapNode(id="two", kind="step", name=token(), product=token()),
            ),
            map_links=(
                MapLink(id="r1", source="own", target="one", kind="runs", process_version=token()),
                MapLink(id="r2", source="m1", target="two", kind="runs", process_version=token()),
                MapLink(
                    id="passed",
                    source="own",
                    target="m1",
                    kind="data",
                    carries=token(),
                    connection="scan",
                    data_standard=token(),
                    identifier=token(),
                    owner=token(),
                ),
            ),
            map_archetypes=(ArchetypeSaid(id="network", holds=False, reason=token()),),
            conductors=(Conductor(role=token()),),
            intersections=(
                Crossing(
                    id=content.intersections.pairs[0].id,
                    known="too_late",
                    decides=token(),
                    fallback=token(),
                ),
            ),
            stopwatch=(
                StopwatchRun(
                    id="w1",
                    started=datetime(2026, 11, 20, 9, tzinfo=UTC),
                    ended=datetime(2026, 11, 20, 9, 8, tzinfo=UTC),
                    seed=1,
                    pool="in_process",
                    drawn_from=3,
                    codes=("P04", "B-2"),
                ),
            ),
            changes=(
                Change(
                    id="c1",
                    name="New bag",
                    areas=(ChangeArea(area="digital", affected=True, owner=token()),),
                ),
            ),
            options=(KeptOption(id="site", name="Site", trigger=token()),),
            limits=(
                ScalingLimit(id="DOC", volume=30, breaks=token(), source=token(), owner=token()),
            ),
            ai_uses=(AiUse(id="slots", name="Slots", decides=token(), checks=token()),),
            partner_failures=(
                PartnerFailure(
                    partner="m1", n=1, step=token(), cause=token(), changed=token(), shown=token()
                ),
            ),
        ),
    }


def _records(evidence: Evidence, rng: random.Random) -> tuple[Evidence, dict[str, str]]:
    """Rows named by a person's code, and by a word of their metric alone."""
    found: list[Observation] = []
    words: dict[str, str] = {}
    for observation in evidence.observations:
        words[observation.metric] = f"Rw{observation.metric}row"
        rows = tuple(
            RowRef(
                file=row.file,
                sheet=row.sheet,
                row=row.row,
                key=f"{words[observation.metric]} P{rng.randint(10, 99)}",
            )
            for row in observation.rows
        )
        found.append(observation.model_copy(update={"rows": rows}))
    return evidence.model_copy(update={"observations": tuple(found)}), words


def everything(data: bytes) -> Iterator[tuple[str, str]]:
    """Every part of a workbook as text, with its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name).decode()


def holding(data: bytes, words: frozenset[str]) -> dict[str, set[str]]:
    """The parts that hold one of the words, with those words."""
    some = re.compile("|".join(sorted(map(re.escape, words))))
    found = {name: set(some.findall(text)) for name, text in everything(data)}
    return {name: there for name, there in found.items() if there}
