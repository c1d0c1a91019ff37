"""Each gap's place by number and in the plan, with the reason where they differ."""

import re

from readiness.workspace.results import result
from tests.ui.conftest import drawn
from tests.ui.roadmap_page import opened


def test_both_places_of_every_gap(look, example, desk):
    page = drawn(opened(look, example))
    table = page[page.index("Gaps in both orders") :]
    judged = result(desk, example)
    first = max(judged.gaps.next_stage, key=lambda g: (g.priority, -g.rank))
    row = re.search(rf"<td>1\. <[^>]*>{first.capability}<.*?</tr>", table, re.DOTALL)
    assert row
    gaps = {g.capability for g in judged.gaps.next_stage}
    order = [i.capability for i in judged.roadmap if i.capability in gaps]
    assert f"<td>{order.index(first.capability) + 1}.</td>" in row[0]
    # A gap of the first places by number that stands elsewhere in the plan says why.
    if order[0] != first.capability:
        assert not row[0].endswith("<td></td></tr>")
