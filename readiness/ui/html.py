"""Small pieces of HTML: badges, bars and tables. Every text from outside is escaped here."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NewType

Html = NewType("Html", str)
"""Markup made here; anything else is escaped before it becomes part of it."""


def text(value: object) -> Html:
    """Escaped text."""
    return Html(escape(str(value)))


def join(parts: Iterable[Html], between: str = "") -> Html:
    """Several pieces in a row."""
    return Html(between.join(parts))


def tag(name: str, inner: Html, classes: str = "", **attributes: str) -> Html:
    """An element; ``title_`` becomes the attribute title."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
    )
    shown = f' class="{escape(classes)}"' if classes else ""
    return Html(f"<{name}{shown}{written}>{inner}</{name}>")


def bold(value: object) -> Html:
    """Strong text."""
    return tag("strong", text(value))


def link(shown: object, address: str, classes: str = "", **attributes: str) -> Html:
    """A link inside the product; the address is made here, never taken from outside."""
    return tag("a", text(shown), classes, href=address, **attributes)


def sentence(phrases: Iterable[tuple[str, bool]]) -> Html:
    """Phrases in a row, the strong ones bold."""
    return join(bold(said) if strong else text(said) for said, strong in phrases)


def level_badge(level: int | None) -> Html:
    """The digit of a level in its colour; dashed with a question mark where it is not known."""
    if level is None:
        return tag("span", Html("?"), "rd-badge rd-unknown", title_="not known")
    return tag("span", text(level), f"rd-badge rd-l{level}")


def dots(level: int) -> Html:
    """Where a level stands among the five; the badge beside it says it in a digit."""
    signs = "".join("●" if n == level else "○" for n in range(1, 6))
    return tag("span", Html(signs), "rd-dots", aria_hidden="true")


def bar(value: float, most: float, classes: str = "") -> Html:
    """A bar inside a cell, 0 to ``most``."""
    width = 0 if most <= 0 else max(0.0, min(100.0, 100 * value / most))
    inner = Html(f'<i class="{escape(classes)}" style="width:{width:.1f}%"></i>')
    return tag("span", inner, "rd-bar")


def progress(done: int, total: int, label: str) -> Html:
    """A progress bar that a screen reader reads."""
    width = 100 * done / total if total else 0
    return Html(
        f'<div class="rd-progress" role="progressbar" aria-valuemin="0" aria-valuemax="{total}" '
        f'aria-valuenow="{done}" aria-label="{escape(label)}">'
        f'<i style="width:{width:.1f}%"></i></div>'
    )


def table(
    head: Sequence[str],
    rows: Iterable[Sequence[Html]],
    classes: str = "",
    caption: str = "",
    row_classes: Sequence[str] = (),
) -> Html:
    """A table with headings that a screen reader announces; numbers align by class ``num``."""
    titles = "".join(f'<th scope="col">{escape(title)}</th>' for title in head)
    body = ""
    for n, row in enumerate(rows):
        shown = f' class="{escape(row_classes[n])}"' if n < len(row_classes) else ""
        body += f"<tr{shown}>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
    said = f"<caption>{escape(caption)}</caption>" if caption else ""
    return Html(
        f'<table class="rd-table {escape(classes)}">{said}<thead><tr>{titles}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def number(value: object) -> Html:
    """A figure that stands right-aligned in its column."""
    return tag("span", text(value), "rd-num")


def met(is_met: bool) -> Html:
    """Met or not met, by word and sign."""
    return yes_or_no("met", is_so=is_met)


def yes_or_no(what: str, *, is_so: bool) -> Html:
    """Whether something is so, by word and sign."""
    if is_so:
        return tag("span", text(f"✓ {what}"), "rd-ok")
    return tag("span", text(f"✗ not {what}"), "rd-no")


def paragraph(value: object, classes: str = "rd-small rd-quiet") -> Html:
    """A line of text."""
    return tag("p", text(value), classes)


def folded(
    head: Sequence[str],
    rows: Sequence[Sequence[Html]],
    first: int,
    caption: str = "",
    classes: str = "",
) -> Html:
    """A table of which the first rows are in sight and the rest opens."""
    shown = [table(head, rows[:first], classes, caption)]
    if len(rows) > first:
        summary = tag("summary", text(f"{len(rows) - first} more rows"))
        rest = table(head, rows[first:], classes)
        shown.append(tag("details", join([summary, rest]), "rd-small"))
    return join(shown)
