"""The files that came, on record and on their way, each with its state (screens 3.3)."""

from zlib import crc32

import streamlit as st

from readiness.report.numerals import plural
from readiness.store import StoredFile
from readiness.ui import html, state
from readiness.ui.drafts import Draft, drafts, kinds
from readiness.workspace import intake

TALLY, OVERVIEW = "tally", "overview"
"""What can be looked at beside a file."""
MANY = 7
"""From so many files on the list is longer than its place, and has to be scrolled."""


def files(assessment: str, there: list[StoredFile]) -> None:
    """Draw the list; what is chosen stands in the session."""
    lines = {id: _draft_line(draft) for id, draft in drafts(assessment).items()}
    names = kinds(assessment)
    lines |= {file.id: _file_line(file, names[file.kind].name) for file in there}
    if not lines:
        return
    chosen = st.session_state.get(state.EVIDENCE)
    if chosen not in lines and chosen not in (TALLY, OVERVIEW):
        chosen = st.session_state[state.EVIDENCE] = next(iter(lines))
    options = list(lines)
    key = f"files_{assessment[:8]}"
    st.session_state[key] = chosen if chosen in lines else None
    if len(options) > MANY:
        st.html(html.tag("h2", html.text(f"{len(options)} files: scroll for all"), "rd-side"))
    with st.container(key="rail_files"):
        st.radio(
            "Files",
            options,
            key=key,
            width="stretch",
            label_visibility="collapsed",
            format_func=lambda id: lines[id][0],
            captions=[lines[id][1] for id in options],
            on_change=_choose,
            args=(key,),
        )
    if len(options) > MANY:
        _into_sight(options, chosen)


def summary(assessment: str, ready: int) -> html.Html:
    """One line for the band: what is ready, what waits for a person, what has problems."""
    here = drafts(assessment).values()
    stopped = sum(bool(draft.problems) for draft in here)
    waiting = len(here) - stopped
    parts = []
    if ready:
        done = f"✓ {ready} file{'' if ready == 1 else 's'} ready"
        parts.append(html.tag("span", html.text(done), "rd-ok"))
    if waiting:
        parts.append(html.tag("span", html.text(f"◐ {waiting} to confirm")))
    if stopped:
        parts.append(html.tag("span", html.text(f"✗ {stopped} with problems"), "rd-no"))
    said = html.join(parts, " · ") if parts else html.text("no file yet")
    return html.tag("span", said, "rd-small")


def look_at_overview(said: str) -> None:
    """Look at none of the files: the one that was looked at is gone."""
    st.session_state[state.EVIDENCE] = OVERVIEW
    st.session_state[state.DONE] = said


def _choose(key: str) -> None:
    st.session_state[state.EVIDENCE] = st.session_state[key]
    st.session_state.pop(state.STEP, None)


def _into_sight(options: list[str], chosen: object) -> None:
    """Scroll the list, and nothing but the list, to the file that is looked at."""
    # Only a number goes into the script; with another number it runs once more.
    number = crc32(repr((options, chosen)).encode())
    script = (
        f"<script>/* {number} */ setTimeout(() => {{"
        "const list = document.querySelector('[class*=\"st-key-rail_files\"]');"
        "const one = list?.querySelector('input:checked')?.parentElement;"
        "if (one) list.scrollTop += one.getBoundingClientRect().top"
        " - list.getBoundingClientRect().top - list.clientHeight / 3; }, 50);</script>"
    )
    st.html(script, unsafe_allow_javascript=True)


def _draft_line(draft: Draft) -> tuple[str, str]:
    if draft.problems:
        return (
            f"✗ **{state.plain(draft.name)}**",
            f"{plural(len(draft.problems), 'problem')}, not stored",
        )
    return f"◐ **{state.plain(draft.name)}**", f"{draft.waits_for}, not stored yet"


def _file_line(file: StoredFile, kind: str) -> tuple[str, str]:
    scan = intake.scan_of(file)
    rows = intake.register_entry(file).rows
    said = f"{len(scan.findings)} findings" if scan else f"ready · {rows} rows"
    return f"✓ **{state.plain(file.name)}**", state.plain(f"{kind.capitalize()} · {said}")
