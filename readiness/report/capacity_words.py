"""The real capacity in words: the lowest limit against the demand and what is made now."""

from readiness.domain.operating_result import CapacityResult
from readiness.report.numerals import percent, series


def in_words(found: CapacityResult, batches: str) -> str:
    """*The real capacity is 24 batches a year, set by Digital: 20 % of the 120 asked for ...*"""
    names = {one.id: one.name for one in found.limits}
    by = series([names[id] for id in found.lowest])
    open_ = sum(one.volume is None for one in found.limits)
    said = f"The real capacity is {found.capacity} {batches} a year, set by {by}"
    if found.demand:
        said += f": {percent(found.share)} of the {found.demand} asked for"
    elif found.demand is None:
        said += "; no demand is known to hold it against"
    said += "."
    if found.made is not None:
        said += f" The records show {round(found.made)} begun a year."
    if open_:
        said += f" {open_} of {len(found.limits)} dimensions are not said and may break earlier."
    return said
