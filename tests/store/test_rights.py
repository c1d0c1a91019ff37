"""What each role may do, in one place."""

import pytest

from readiness.domain.errors import NotAllowed
from readiness.store.rights import MAY, ROLES, Assignment, Standing, refuse, refuse_beyond


def test_a_right_to_more_includes_the_right_to_less():
    assert MAY["manage"] < MAY["write"] < MAY["read"] < MAY["judge"] < MAY["see"]
    assert MAY["answer"] - MAY["write"] == {"respondent"}
    assert MAY["see"] == set(ROLES)


@pytest.mark.parametrize("role", ["respondent", "client_reader"])
def test_to_whom_no_name_is_shown_none_is_told(role):
    with pytest.raises(NotAllowed, match=r"ask an owner of this workspace\.$"):
        refuse(role, "read", lambda: ["Ina Adler"])


def test_a_refusal_says_what_one_may_do_and_whom_to_ask():
    with pytest.raises(NotAllowed) as refused:
        refuse("reader", "write", lambda: ["Ina Adler", "Jo Berg"])
    assert str(refused.value) == (
        "You may read here, and change nothing. For more, ask Ina Adler or Jo Berg, who owns this "
        "workspace."
    )


def test_what_is_assigned_is_a_code_and_its_questions():
    some = Standing("respondent", Assignment("r1", ("CTL-1",)))
    every = Standing("respondent", Assignment("r1"))
    assert some.is_own("response", "CTL-1|r1")
    assert every.is_own("follow_up", "CTL-9|r1")
    for kind, key in (("response", "CTL-2|r1"), ("response", "CTL-1|r2"), ("note", "CTL-1|r1")):
        assert not some.is_own(kind, key)
        with pytest.raises(NotAllowed, match="assigned to you"):
            refuse_beyond(some, [("response", "CTL-1|r1"), (kind, key)])
    refuse_beyond(some, [("response", "CTL-1|r1")])
    refuse_beyond(Standing("assessor"), [("note", "n1")])
    with pytest.raises(NotAllowed, match="change nothing"):
        refuse_beyond(Standing("reader"), [("response", "CTL-1|r1")])
