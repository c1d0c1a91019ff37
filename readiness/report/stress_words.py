"""The simulation told in words: queue, load, slack, doses, and one patient (method 10)."""

from collections.abc import Sequence

from readiness.domain.simulated import Cascade, Doses, Loads, Simulated, Slack, Story
from readiness.domain.simulation import Clinic
from readiness.report.numerals import one, percent

NOTHING = 0.05
"""Patient-days below which a delay is said to cost nothing."""


def queue_in_words(shocked: Simulated, usual: Simulated | None) -> str:
    """The finding of the queue chart in a sentence."""
    most = max(shocked.queue.by_day, default=0.0)
    text = f"On average {one(shocked.queue.mean.value)} wait, at the worst {one(most)}."
    if usual is None:
        return text
    text += f" Without shocks {one(usual.queue.mean.value)} wait on average."
    found = shocked.recovery_weeks
    if found is None:
        return text
    if found.weeks is None:
        return f"{text} The queue never comes back to its usual length."
    back = f" The queue is back {one(found.weeks.value)} weeks after the last shock has ended"
    part = "" if found.share == 1 else f", in {percent(found.share)} of the runs; else not at all"
    return f"{text}{back}{part}."


def loads_in_words(found: Loads) -> str:
    """Where waiting tips, in a sentence."""
    if found.knee is None:
        return "Waiting does not tip anywhere between half and three times today's demand."
    knee = found.loads[found.knee]
    return (
        f"Waiting tips at about {knee.factor:g} times today's demand: the fullest resource is used "
        f"{percent(knee.utilisation.value)} of the time there, and half of the patients wait "
        f"{one(knee.access_wait.p50)} days or more for their collection."
    )


def fullest_in_words(seen: Simulated) -> str:
    """The bottleneck by name, or what is used most."""
    name = seen.bottleneck or max(seen.utilisation, key=lambda n: seen.utilisation[n].value)
    use = percent(seen.utilisation[name].value)
    if seen.bottleneck:
        return f"The bottleneck is {name}: used {use} of the time."
    return f"Nothing is full; used most: {name}, {use} of the time."


def slack_in_words(name: str, found: Slack) -> str:
    """*A reagent that comes 3 days late costs 1.2 patient-days; ...*"""
    said = f"{name[0].upper()}{name[1:]} costs "
    said += _days(found.alone.value) if found.alone.value >= NOTHING else "nobody a day"
    said += f"; the same once more in that week, {_days(found.both.value)} together"
    if found.extra.low > 0 or found.hardest >= 1:
        return (
            f"{said}, {one(found.extra.value)} more than each by itself: the first uses up the "
            f"slack. The patient hit hardest waits {one(found.hardest)} days more than the two "
            "delays explain."
        )
    if found.both.value < NOTHING:
        return f"{said}: there is slack for both."
    return f"{said}: no more than each by itself."


def _days(value: float) -> str:
    return f"{one(value)} patient-days"


def clinic_in_words(clinic: Clinic | None) -> str:
    """What slack the dates at the clinic leave."""
    if clinic is None:
        return (
            "The clinic is taken to be ready at any time. With slack and opening typed in, under "
            "Limits, a missed date shows."
        )
    return (
        f"A delay of up to {clinic.slack_days:g} days keeps the date at the clinic; one day more "
        f"costs {clinic.next_opening_days:g} days."
    )


def doses_in_words(doses: Doses, batches: int, from_day: int) -> str:
    """Campaigns, the lowest stock and the weeks without a dose."""
    low = min(doses.stock_by_day[from_day:], default=0.0)
    each = f"{batches} batch{'es' if batches > 1 else ''}"
    return (
        f"{one(doses.campaigns.value)} campaigns of {each} begin in the two years. The mean stock "
        f"falls to {one(low)} doses at the lowest; no dose is there in "
        f"{one(doses.stock_out_weeks.value)} weeks."
    )


def pairs_in_words(found: Cascade, names: Sequence[str]) -> Sequence[str]:
    """The worst pair of shocks, and what one patient lives through in it, a sentence each."""
    if found.worst is None or found.story is None:
        return ("No pair is worse together than one after the other: there is slack for both.",)
    worst = found.pairs[found.worst]
    first, second = (f"“{names[place]}”" for place in (worst.first, worst.second))
    days = worst.extra.days
    worse = f"{one(days.value)} patient-days beyond the sum of each alone"
    within = f"90 % interval {one(days.low)} to {one(days.high)}"
    said = f"Worst together: {first} and {second}, {worse} ({within})."
    return said, *story_in_words(found.story, first, second)


def story_in_words(story: Story, first: str, second: str) -> Sequence[str]:
    """The worst pair as what one patient lives through, a sentence each."""
    calm, alone, other, both = story.steps
    extra = both.treated - alone.treated - other.treated + calm.treated
    late = both.started - max(alone.started, other.started, calm.started)
    why = (
        "The batch itself starts later than under either: the delays queue one behind the other."
        if late >= 1
        else "The batch starts no later than under one of them: what is lost is lost after it, "
        "where the slack of the first delay was needed for the second."
    )
    return (
        (
            f"A patient asks for treatment. With nothing going wrong, cells are collected on day "
            f"{one(calm.collected)} and given back on day {one(calm.treated)}."
        ),
        (
            f"With {first} alone that becomes day {one(alone.treated)}, with {second} alone day "
            f"{one(other.treated)}: {one(alone.treated - calm.treated)} and "
            f"{one(other.treated - calm.treated)} days later."
        ),
        (
            f"With both it is day {one(both.treated)}: {one(extra)} days more than the two delays "
            f"together explain. {why}"
        ),
    )
