"""Many assessments at once, as a client with sites and products has them: random, but the same."""

import random
from datetime import timedelta

from readiness.domain.assessment import Assessment, Follows
from readiness.domain.tracking import Tracking
from readiness.workspace.session import Session
from tests.made import AS_OF, questionnaire, random_assessment

PRODUCTS = 4
OWNERS = ("Head of QA", "Planner", "")


def seeded(session: Session, workspace: str, count: int, seed: int = 7) -> list[str]:
    """So many assessments of sites and products; every fourth is the next round of the one before.

    Ids in the order in which they were made. Some gaps have an owner and a day.
    """
    rng = random.Random(seed)
    made: list[str] = []
    for n in range(count):
        said = _named(random_assessment(rng, 2), n)
        if n % PRODUCTS == PRODUCTS - 1:
            said = _following(said, made[-1], n)
        made.append(session.store.create(session.actor, workspace, said))
    return made


def _named(said: Assessment, n: int) -> Assessment:
    site, product = divmod(n, PRODUCTS)
    due = [
        Tracking(item=id, owner=OWNERS[n % 3], due=AS_OF + timedelta(days=10 * k - 5 * n))
        for k, id in enumerate(("OPM-1", "CTL-1"))
        if n % 2
    ]
    return said.model_copy(
        update={
            "id": f"site-{site}-{product}",
            "title": f"Site {site + 1}, product {product + 1}",
            "tracking": tuple(due),
        }
    )


def _following(said: Assessment, before: str, n: int) -> Assessment:
    content = questionnaire()
    return said.model_copy(
        update={
            "title": f"Site {n // PRODUCTS + 1}, product {PRODUCTS - 1}, round 2",
            "as_of": AS_OF + timedelta(days=180),
            "follows": Follows(assessment=before, version=content.version, sha256=content.sha256),
        }
    )
