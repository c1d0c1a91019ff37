"""Whether records are the same event again: answers of several files about the same records."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from readiness.domain.tables import ALIKE, ALONE
from readiness.evidence.mapping import Place
from readiness.evidence.resembling import Resembling


@dataclass(frozen=True)
class Answered:
    """What was confirmed of the records of one file: record number -> group, or ``ALONE``."""

    file: str
    of: Mapping[str, str]


@dataclass(frozen=True)
class Contradiction:
    """Records of one proposed group of which an earlier file says otherwise.

    ``together``: whether they are the same event again there.
    """

    file: str
    records: tuple[str, ...]
    together: bool


def answered(
    file: str, table: pd.DataFrame, refused: Iterable[Sequence[Place]] = ()
) -> Answered | None:
    """What a table on record holds of such answers; None if it holds none.

    ``refused``: rows that were proposed as the same event again and refused, for the table itself
    holds no answer where no group of the file was confirmed.
    """
    if "id" not in table:
        return None
    places = {(place.sheet, place.row) for group in refused for place in group}
    known = table[table["id"].notna()]
    of = {
        str(record): ALONE
        for record, sheet, row in zip(known["id"], known["_sheet"], known["_row"], strict=True)
        if (sheet, int(row)) in places or (None, int(row)) in places
    }
    if ALIKE in table:
        said = known[known[ALIKE].notna()]
        of |= dict(zip(said["id"].astype(str), said[ALIKE].astype(str), strict=True))
    return Answered(file, of) if of else None


def contradictions(
    parts: Sequence[Sequence[Resembling]], earlier: Iterable[Answered]
) -> list[Contradiction]:
    """Where what is said now of one proposed group and what was said before cannot both be true.

    ``parts``: what the group has become, each part the same event again, a part of one record
    stands alone. Only records that an earlier file has answers on are compared.
    """
    found = []
    for before in earlier:
        now = [
            (record.record, number)
            for number, part in enumerate(parts)
            for record in part
            if record.record in before.of
        ]
        torn, joined = set(), set()
        for at, (one, part) in enumerate(now):
            for other, its in now[at + 1 :]:
                then = before.of[one] == before.of[other] != ALONE
                if then and part != its:
                    torn |= {one, other}
                elif not then and part == its:
                    joined |= {one, other}
        order = [record for record, _ in now]
        for records, together in ((torn, True), (joined, False)):
            if records:
                named = tuple(record for record in order if record in records)
                found.append(Contradiction(before.file, named, together))
    return found


def with_one_answer(
    tables: Sequence[pd.DataFrame], newer: int, older: int, pairs: Mapping[int, int]
) -> list[pd.DataFrame]:
    """The tables with one answer on each record that two of them hold.

    ``pairs``: rows of the table ``older`` -> the same records in the table ``newer``, by index. The
    file that stands later was confirmed last, so its answer holds. The other file's group goes with
    it as far as that is certain: where all that both know of it is in one group of the later file,
    the rest of it belongs to that group too.
    """
    done = list(tables)
    if any(ALIKE not in done[at] for at in (newer, older)):
        return done
    rows = pd.DataFrame(
        {
            "old": done[older].loc[list(pairs), ALIKE].to_numpy(),
            "new": done[newer].loc[list(pairs.values()), ALIKE].to_numpy(),
        },
        index=list(pairs.values()),
    ).dropna()
    last, first = ("new", "old") if newer > older else ("old", "new")
    if last == "old":
        held = done[newer][ALIKE].copy()
        held.loc[rows.index] = rows["old"]
        done[newer] = done[newer].assign(**{ALIKE: held})
    moved = {
        group: known.iloc[0]
        for group, known in rows.groupby(first)[last]
        if group != ALONE and known.nunique() == 1 and known.iloc[0] != ALONE
    }
    if moved:
        done = [
            table.assign(**{ALIKE: table[ALIKE].map(lambda code: moved.get(code, code))})
            if ALIKE in table
            else table
            for table in done
        ]
    return done
