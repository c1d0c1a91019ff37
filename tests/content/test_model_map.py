"""The model map's content."""

from tests.content.broken import Edit
from tests.made import questionnaire

FILE = "model_map.yaml"


def test_every_flag_but_one_is_read_off_a_map_and_every_archetype() -> None:
    content = questionnaire()
    flags = {rule.flag for rule in content.model_map.flags}
    assert {flag.id for flag in content.hybrid.flags} - flags == {"F3"}
    archetypes = {rule.archetype for rule in content.model_map.archetypes}
    assert archetypes == {archetype.id for archetype in content.hybrid.archetypes}


def test_kinds_are_whole(one: Edit) -> None:
    problem = one(FILE, "{id: paper, name", "{id: scan, name")
    assert problem.message == "the connections are not whole"


def test_flags_are_those_of_the_hybrid(one: Edit) -> None:
    assert one(FILE, "flag: F8", "flag: F9").message == "there is no flag 'F9'"


def test_archetypes_are_those_of_the_hybrid(one: Edit) -> None:
    told = one(FILE, "archetype: network,", "archetype: networks,")
    assert told.advice == "Did you mean 'network'?"


def test_a_rule_that_compares_names_a_field(one: Edit) -> None:
    assert one(FILE, "    field: owner\n", "").message == "the rule names no field"


def test_a_rule_of_connections_names_them(one: Edit) -> None:
    told = one(FILE, "    values: [scan, paper, none]\n", "")
    assert told.message == "the rule names no connection"


def test_the_capability_exists(one: Edit) -> None:
    assert one(FILE, "capability: OPM-4", "capability: OPM-44").advice == "Did you mean 'OPM-4'?"


def test_what_a_rule_says_names_what_is_known(one: Edit) -> None:
    assert "{who}" in one(FILE, "makers, nobody owns {where}", "makers, nobody owns {who}").message


def test_findings_name_what_is_known(one: Edit) -> None:
    assert "{flags}" in one(FILE, "{count} of {of} flags", "{flags} of {of} flags").message
