"""Parts of a questionnaire: what is sound stays, what is broken is told and still known."""

from readiness.content.files import list_files
from readiness.content.parts import Parts, build, missing_files
from readiness.content.reading import read
from readiness.domain.errors import Problem
from tests.content.broken import Copy


def parts_of(copy: Copy) -> tuple[Parts, list[Problem]]:
    names = list_files(copy.folder)
    return build({name: read(name, (copy.folder / name).read_bytes())[0] for name in names})


def test_sound_folder(copy: Copy) -> None:
    parts, problems = parts_of(copy)
    assert not problems
    assert parts.head is not None
    assert parts.drills is not None
    assert parts.hybrid is not None
    assert parts.references is not None
    assert (len(parts.capabilities), len(parts.metrics), len(parts.streams)) == (50, 33, 4)
    first = parts.capabilities[0]
    assert (first.file, first.path) == ("dimensions/ANR.yaml", ("capabilities", 0))


def test_broken_entry_leaves_and_its_id_stays_known(copy: Copy) -> None:
    copy.edit("dimensions/OPM.yaml", "profile: G", "profile: [G]")
    parts, problems = parts_of(copy)
    assert len(problems) == 1
    assert "OPM-1" not in {c.value.id for c in parts.capabilities}
    assert len(parts.capabilities) == 49
    known = parts.ids("dimension")
    assert known is not None
    assert "OPM-1" in known


def test_ids_are_unknown_while_a_file_cannot_be_read(copy: Copy) -> None:
    for name in ("dimensions/OPM.yaml", "references.yaml"):
        (copy.folder / name).write_text("a: [", encoding="utf-8")
    parts, _ = parts_of(copy)
    assert parts.ids("dimension") is None
    assert parts.clause_ids() is None
    assert parts.ids("metrics") is not None


def test_missing_files(copy: Copy) -> None:
    (copy.folder / "hybrid.yaml").unlink()
    parts, _ = parts_of(copy)
    [problem] = missing_files("here", parts)
    assert str(problem) == "here/hybrid.yaml: the file is missing. Write it, or put it back"
