"""The twenty questions to a contract maker, and its view of the sponsor (domain 7)."""

import streamlit as st

from readiness.domain.operating_result import CountedAnswer, PartnerResult
from readiness.domain.partners import MOST_LETTERS, PartnerAnswer
from readiness.domain.scorecard import MirrorQuestion, PartnerQuestion
from readiness.ui import confirming, fields, state
from readiness.ui.cached import workbench
from readiness.ui.folded import folded
from readiness.workspace.partners import set_answer
from readiness.workspace.results import State

NOT_ASKED = "not asked"
NONE = "not recorded"


def questions(assessment: str, now: State, one: PartnerResult) -> None:
    """The questions by sub-score; the fields of a group are made when it is opened."""
    rules = now.questionnaire.cdmo
    given = _given(now, one)
    counted = {answer.question: answer for answer in one.answers}
    for n, part in enumerate(rules.parts):
        mine = [question for question in rules.questions if question.part == part.id]
        asked = sum(_is_asked(given, question) for question in mine)
        told = f"{part.name}: {asked} of {len(mine)} asked"
        opened = folded(told, f"partner_part_{part.id}", is_open_first=n == 0)
        if opened is not None:
            with opened:
                st.caption(state.plain(part.text))
                for question in mine:
                    _question(assessment, now, one.id, question, given, counted[question.id])


def mirror(assessment: str, now: State, one: PartnerResult) -> None:
    """What the maker says of the sponsor, in the same scores."""
    score = "not said yet" if one.mirror is None else f"{round(one.mirror)} of 100"
    st.write(
        "A sponsor that changes its mind late makes a good maker look bad. Let them score you: "
        f"{score}."
    )
    given = _given(now, one)
    for question in now.questionnaire.cdmo.mirror:
        answer = given.get(question.id, PartnerAnswer(partner=one.id, question=question.id))
        _score(assessment, now, question, answer)
        _note(assessment, answer)


def _given(now: State, one: PartnerResult) -> dict[str, PartnerAnswer]:
    said = now.assessment.operating.partner_answers
    return {answer.question: answer for answer in said if answer.partner == one.id}


def _is_asked(given: dict[str, PartnerAnswer], question: MirrorQuestion) -> bool:
    answer = given.get(question.id)
    return answer is not None and answer.score is not None


def _question(
    assessment: str,
    now: State,
    partner: str,
    question: PartnerQuestion,
    given: dict[str, PartnerAnswer],
    counted: CountedAnswer,
) -> None:
    answer = given.get(question.id, PartnerAnswer(partner=partner, question=question.id))
    _score(assessment, now, question, answer)
    if counted.counted != counted.given:
        st.warning(state.plain(f"Counts {counted.counted}: {counted.reason}."))
    left, right = st.columns([1.4, 1], gap="medium")
    with left:
        _flag(assessment, question, answer)
    if question.reaction:
        with right:
            names = {"": NONE} | {r.id: r.name for r in now.questionnaire.cdmo.reactions}
            fields.pick(
                f"How {question.id} was taken",
                list(names),
                names,
                answer.reaction,
                _key("reaction", answer),
                _save(assessment, answer, "reaction"),
            )
    _note(assessment, answer)
    st.divider()


def _score(assessment: str, now: State, question: MirrorQuestion, answer: PartnerAnswer) -> None:
    options: dict[int | None, str] = {
        meaning.score: f"{meaning.score} {meaning.name}" for meaning in now.questionnaire.cdmo.scale
    }
    fields.choice(
        f"{question.id} {state.plain(question.text)} (weight {float(question.weight):g})",
        options | {-1: NOT_ASKED},
        -1 if answer.score is None else answer.score,
        _key("score", answer),
        lambda value: _keep(assessment, answer, "score", None if value == -1 else value),
        f"Good: {question.good}. Bad: {question.bad}.",
    )


def _flag(assessment: str, question: PartnerQuestion, answer: PartnerAnswer) -> None:
    shown = fields.keep(_key("flag", answer), answer.red_flag)
    st.checkbox(
        state.plain(f"Red flag: {question.red_flag}"),
        key=shown,
        disabled=state.is_sealed(),
        on_change=fields.saving(_save(assessment, answer, "red_flag"), _key("flag", answer), shown),
    )


def _note(assessment: str, answer: PartnerAnswer) -> None:
    role = _key("note", answer)
    key = state.following_text(role, answer.note)
    st.text_input(
        f"Note on {answer.question}",
        key=key,
        max_chars=MOST_LETTERS,
        placeholder="What was shown; no names of persons",
        disabled=state.is_sealed(),
        on_change=_note_kept,
        args=(assessment, answer, role, key),
    )
    confirming.ask(role)


def _note_kept(assessment: str, answer: PartnerAnswer, role: str, key: str) -> None:
    text = str(st.session_state.get(key) or "").strip()

    def save(confirmed: bool) -> object:
        told = {"note": text}
        where = (assessment, answer.partner, answer.question)
        return set_answer(workbench(), *where, told, confirmed=confirmed)

    if state.is_shown(role, key):
        confirming.saved(role, save, text)


def _key(what: str, answer: PartnerAnswer) -> str:
    return f"partner_{what}_{answer.partner}_{answer.question}"


def _save(assessment: str, answer: PartnerAnswer, field: str) -> fields.Save:
    return lambda value: _keep(assessment, answer, field, value)


def _keep(assessment: str, answer: PartnerAnswer, field: str, value: object) -> object:
    where = (assessment, answer.partner, answer.question)
    return set_answer(workbench(), *where, {field: value})
