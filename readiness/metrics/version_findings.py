"""What the saved versions of a workbook tell besides the figures (domain 4.3)."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from readiness.domain.evidence import EvidenceFinding, RowRef
from readiness.domain.metric import Metric
from readiness.domain.versions import WorkbookFamily


def version_findings(metric: Metric, families: Sequence[WorkbookFamily]) -> list[EvidenceFinding]:
    """The findings that the content asks for with this metric, workbook by workbook.

    Parameters: ``spread_copies`` live copies are too many (S1); one editor with more than
    ``key_person_share`` of at least ``key_person_saves`` savings is a key person, more than
    ``most_editors`` without a list of changes are a loss of control (S7).
    """
    asked = metric.parameters
    found: list[EvidenceFinding] = []
    for family in families:
        if "spread_copies" in asked:
            found += _spread(family, metric, int(asked["spread_copies"]))
        if "key_person_share" in asked:
            found += _key_person(family, metric, asked)
            found += _no_control(family, metric, int(asked["most_editors"]))
    return found


def _spread(family: WorkbookFamily, metric: Metric, most: int) -> Iterator[EvidenceFinding]:
    if len(family.live) < most:
        return
    ages = [v.age_days for v in family.versions if v.file in family.live and v.age_days is not None]
    apart = f", saved {max(ages) - min(ages)} days apart" if len(ages) > 1 else ""
    yield EvidenceFinding(
        kind="copies_spread",
        metric=metric.id,
        text=(
            f"{family.name}: {len(family.live)} copies are in use{apart}. Nothing in the files "
            "says which one holds: name one, and put the others away."
        ),
        evidence=_files(family, family.live),
    )


def _key_person(
    family: WorkbookFamily, metric: Metric, asked: Mapping[str, Fraction]
) -> Iterator[EvidenceFinding]:
    saves, known = family.top_saves, family.known_saves
    if known < asked["key_person_saves"] or saves <= asked["key_person_share"] * known:
        return
    mine = [v.file for v in family.versions if v.editor == family.top_editor]
    yield EvidenceFinding(
        kind="key_person",
        metric=metric.id,
        text=(
            f"{family.name}: {family.top_editor} saved {saves} of {known} versions. The schedule "
            "hangs on one person: train a second one, and let them save the next version."
        ),
        evidence=_files(family, mine),
    )


def _no_control(family: WorkbookFamily, metric: Metric, most: int) -> Iterator[EvidenceFinding]:
    if len(family.editors) <= most or family.has_log:
        return
    yield EvidenceFinding(
        kind="loss_of_control",
        metric=metric.id,
        text=(
            f"{family.name}: {len(family.editors)} people save it, and it keeps no list of "
            "changes. Who moved a slot, and why, cannot be told: begin a list, and let few save."
        ),
        evidence=_files(family, [v.file for v in family.versions if v.editor]),
    )


def _files(family: WorkbookFamily, names: Sequence[str]) -> tuple[RowRef, ...]:
    """The files in the order of their versions; the key says who saved it."""
    return tuple(
        RowRef(file=v.file, row=1, key=v.editor) for v in family.versions if v.file in names
    )
