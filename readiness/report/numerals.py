"""Figures as people read them: shares, levels, counts, and the value of a metric."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from readiness.domain.measurement import Measurement
from readiness.domain.metric import Metric

NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve"),
)
NOT_KNOWN = "not known"


def number(count: int) -> str:
    """A count as a word up to twelve, then in digits."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def plural(count: int, noun: str, nouns: str = "") -> str:
    """*one gap*, *34 gaps*."""
    return f"{number(count)} {noun if count == 1 else nouns or noun + 's'}"


def series(parts: Sequence[str]) -> str:
    """*a*, *a and b*, *a, b and c*."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def half_up(value: Fraction | float, places: int = 0) -> str:
    """A number as a spreadsheet prints it, halves away from 0, so that every face says the same."""
    exact = Fraction(value)
    figure = Decimal(exact.numerator) / Decimal(exact.denominator)
    # Adding 0 takes the sign from a negative zero.
    return str(figure.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP) + 0)


def percent(value: Fraction | float | None) -> str:
    """A share 0 to 1 as people read it."""
    return NOT_KNOWN if value is None else f"{half_up(100 * value)} %"


def whole(value: Fraction | float | None) -> str:
    """No decimals: stream indices, the axis position."""
    return NOT_KNOWN if value is None else half_up(value)


def one(value: Fraction | float | None) -> str:
    """One decimal: priority."""
    return NOT_KNOWN if value is None else half_up(value, 1)


def two(value: Fraction | float | None) -> str:
    """Two decimals: index, scores, severity."""
    return NOT_KNOWN if value is None else half_up(value, 2)


def level(value: Fraction | int | None) -> str:
    """A level as it is, a mean of levels with two decimals."""
    return str(value) if isinstance(value, int) else two(value)


def short(value: Fraction | float | None) -> str:
    """As many digits as the figure carries: 12, 6.17, 0.083."""
    if value is None:
        return NOT_KNOWN
    number = float(value)
    if number == int(number) or abs(number) >= 100:
        return half_up(value)
    return f"{number:.3g}" if abs(number) < 10 else half_up(value, 1)


def with_unit(value: Fraction | float | None, metric: Metric) -> str:
    """A value in its metric's own unit."""
    if value is None:
        return NOT_KNOWN
    if metric.interval == "ordinal":
        return f"level {short(value)}"
    return f"{short(value)} {metric.unit}".strip()


def counted_from(measured: Measurement) -> str:
    """What a figure was counted from: *74 in 12*, *35 of 74*, *n = 74*."""
    if measured.events is not None and measured.trials is not None:
        return f"{measured.events} of {measured.trials}"
    if measured.events is not None and measured.exposure is not None:
        return f"{measured.events} in {short(measured.exposure)}"
    return f"n = {measured.n}" if measured.n is not None else ""


def beside(measured: Measurement) -> str:
    """The figures that stand beside it: *caused by patient or donor: 7*; none that is 0."""
    return " · ".join(_with_its_unit(name, n) for name, n in measured.beside.items() if n)


def _with_its_unit(name: str, value: float) -> str:
    """*share of all deviations, %* and 24.3 as *share of all deviations: 24.3 %*."""
    said, _, unit = name.rpartition(", ")
    return f"{said}: {short(value)} {unit}" if unit in ("%", "days") else f"{name}: {short(value)}"


def interval(measured: Measurement) -> str:
    """The 80 % interval, or that it is not known."""
    if measured.low is not None and measured.high is not None:
        return f"{short(measured.low)} to {short(measured.high)}"
    return "interval unknown" if measured.interval_unknown else "none: a census"


def counts(measured: Measurement) -> str:
    """Whether a metric counts, with its reason, and how it came about (screens 3.3)."""
    said = _counts(measured)
    return f"{said}. {_begun(measured.remark)}" if measured.remark else said


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _there_is(reason: str) -> str:
    """A reason that can stand after *no:* and does not say *no* twice."""
    return f"there is {reason}" if reason.startswith("no ") else reason


def _counts(measured: Measurement) -> str:
    if measured.carried_over:
        return "yes, carried over"
    if not measured.usable:
        more = f". {_begun(measured.more_needed)}" if measured.more_needed else ""
        return f"no: {_there_is(measured.reason or 'no figure')}{more}"
    if measured.suspicion:
        return f"yes, capped: {measured.reason}"
    if measured.soft:
        return f"yes, soft: {measured.level_low} or {measured.level_high}"
    return "yes"
