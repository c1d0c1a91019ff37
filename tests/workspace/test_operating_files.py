"""``operating_model/`` of a folder: read with lines, refused whole, written and read equal."""

from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused
from readiness.domain.operating import Operating
from readiness.workspace.demo import example_folder
from readiness.workspace.folder import read_assessment
from readiness.workspace.operating_files import operating_texts, with_operating
from tests.made import assessment, questionnaire
from tests.store.samples import operating

PARTNER = (
    "name: Maker\nslots:\n  - {month: '2026-03', offered: 4, booked: 4, started: 3, completed: 2}\n"
)


def read(files: dict[str, str], **said):
    data = {name: text.encode() for name, text in files.items()}
    return with_operating(assessment(**said), data, questionnaire())


def refused(files: dict[str, str], **said) -> list[str]:
    with pytest.raises(InputRefused) as refusal:
        read(files, **said)
    return [str(problem) for problem in refusal.value.problems]


def test_the_name_of_the_file_is_the_id_of_the_partner() -> None:
    said = read({"cdmo-vector.yaml": PARTNER}).operating
    assert [partner.id for partner in said.partners] == ["vector"]
    assert said.partner_slots[0].partner == "vector"
    assert said.partner_slots[0].suite == "all"


def test_what_is_written_reads_back_equal() -> None:
    said = operating()
    assert read(operating_texts(said)).operating == said
    assert operating_texts(Operating()) == {}


def test_problems_come_with_their_line() -> None:
    [one] = refused({"cdmo-vector.yaml": PARTNER.replace("started: 3", "started: three")})
    assert one.startswith("cdmo-vector.yaml:3: slots, entry 1, started: found three")
    [two] = refused({"cdmo-vector.yaml": "name: Maker\nlanes: 2\n"})
    assert (
        "cdmo-vector.yaml:2: lanes: this key is not known. The nearest valid name is lines" in two
    )
    assert "is no YAML" in refused({"cdmo-vector.yaml": "name: ["})[0]


def test_what_does_not_belong_here_is_refused() -> None:
    assert "cdmo-NAME.yaml" in refused({"cdom-vector.yaml": PARTNER})[0]
    found = refused(
        {"cdmo-vector.yaml": "name: Maker\nanswers:\n  - {question: CD-21, score: 1}\n"}
    )
    assert (
        found == ["cdmo-vector.yaml: there is no question CD-21. The nearest valid name is CD-1"]
        or "there is no question CD-21" in found[0]
    )


def test_said_twice_is_refused() -> None:
    inline = {"operating": {"partners": [{"id": "vector", "name": "Maker"}]}}
    assert "stands here twice" in refused({"cdmo-vector.yaml": PARTNER}, **inline)[0]


def test_the_demonstration_holds_two_makers() -> None:
    said = read_assessment(example_folder(), lambda _: questionnaire()).operating
    assert [partner.id for partner in said.partners] == ["second", "vector"]
    assert len(said.partner_slots) == 24


def test_the_map_of_the_readme_can_be_read() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    block = readme.partition("`map.yaml` draws")[2].partition("```yaml\n")[2].partition("```")[0]
    said = read({"map.yaml": block}).operating
    assert said.conductor == "Head of supply chain"
    assert [link.id for link in said.map_links] == ["own-runs-cells", "lots"]


def test_problems_of_a_map_name_its_file_and_the_line() -> None:
    nodes = "nodes:\n  - {id: own, kind: sites, name: Own}\n"
    assert refused({"map.yaml": nodes})[0].startswith("map.yaml:2: nodes, entry 1, kind: found")
    link = "links:\n  - {id: a, source: x, target: x, kind: data}\n"
    assert "there is no node x" in refused({"map.yaml": link})[0]
