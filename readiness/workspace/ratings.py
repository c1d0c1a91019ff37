"""Value judgements: ratings and targets overridden, weights set (method 6 and 7)."""

from collections.abc import Mapping

from readiness.domain.assessment import Override, Settings
from readiness.domain.scale import Level
from readiness.store import Saved
from readiness.workspace.notes import check_note
from readiness.workspace.session import Session


def override(
    session: Session,
    assessment: str,
    capability: str,
    rating: str,
    value: Level,
    reason: str,
    *,
    note_confirmed: bool = False,
) -> Saved:
    """Replace P, R, L or the target of one capability, with a reason (method 7)."""
    if not note_confirmed:
        check_note(reason)
    edit = Override.model_validate(
        {
            "capability": capability,
            "rating": rating,
            "value": value,
            "reason": reason,
            "by": "assessor",
            "on": session.today(),
        }
    )
    key = f"{capability}|{rating}"
    return session.store.put(session.actor, assessment, "override", key, edit, reason=reason)


def remove_override(session: Session, assessment: str, capability: str, rating: str) -> Saved:
    """Back to the content's rating; the history keeps the override."""
    return session.store.put(session.actor, assessment, "override", f"{capability}|{rating}", None)


def use_weights(session: Session, assessment: str, weights: Mapping[str, int] | None) -> Saved:
    """Use these weights in the report (any scale, shares of their sum); None: the content's."""
    said = session.store.load(session.actor, assessment).assessment.settings
    value = Settings.model_validate(said.model_dump() | {"weights": weights})
    return session.store.put(session.actor, assessment, "meta", "settings", value)


def use_horizon(session: Session, assessment: str, horizon: str) -> Saved:
    """Plan to the next stage or to launch."""
    said = session.store.load(session.actor, assessment).assessment.settings
    value = Settings.model_validate(said.model_dump() | {"horizon": horizon})
    return session.store.put(session.actor, assessment, "meta", "settings", value)
