"""Texts outside the cells."""

import pytest

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.people import Headings, Known
from readiness.evidence.scan.texts import (
    OtherText,
    comments,
    kinds_in,
    named_texts,
    other_texts,
    properties,
)
from tests.evidence.scan.test_package import KIND, package


def kinds(rules: ScanRules, text: str, known: Known | None = None, *, author: bool = False) -> list:
    other = OtherText("comment", text, author=author)
    return sorted(kinds_in(other, known or Known(), Headings(rules), rules.not_names))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MRN_0012345 Plan!$A$1", ["record_number"]),
        ("DOB_12_03_1957 Plan!$A$1", ["birth_date"]),
        ("Patient_Ina_Adler Plan!$A$1", ["name"]),
        ("Patient Ina Adler asked for a later slot", ["name"]),
        ("Patient Slot Plan", []),
        ("Print_Area Plan!$A$1:$C$9", []),
        ("Days_2026 Plan!$A$1", []),
    ],
)
def test_kinds_of_a_text(text: str, expected: list[str], rules: ScanRules) -> None:
    assert kinds(rules, text) == expected


def test_who_wrote_the_file_is_no_patient_unless_known(rules: ScanRules) -> None:
    known = Known()
    known.add("name", "Ina Adler")
    assert kinds(rules, "Dr. Per Holm", author=True) == []
    assert kinds(rules, "Ina Adler", known, author=True) == ["name"]


def test_notes_and_threads_of_one_cell_are_joined() -> None:
    own = package(
        **{
            "xl/sheets/_rels/one.xml.rels": (
                f'<r><Relationship Id="a" Type="{KIND}comments" Target="../comments1.xml"/>'
                f'<Relationship Id="b" Type="{KIND}threadedComment" Target="../t.xml"/></r>'
            ),
            "xl/comments1.xml": (
                "<comments><authors><author>Per Holm</author></authors><commentList>"
                '<comment ref="B2"><text><r><t>one </t></r><r><t>two</t></r></text></comment>'
                "</commentList></comments>"
            ),
            "xl/t.xml": '<t><threadedComment ref="B2"><text>three</text></threadedComment></t>',
        }
    )
    assert comments(own, "xl/sheets/one.xml") == {"B2": "one two three"}
    assert comments(own, "xl/sheets/two.xml") == {}


def test_copies_that_excel_keeps_are_read() -> None:
    own = package(
        **{
            "docProps/core.xml": "<p><title>t</title><creator>c</creator>"
            "<modified>2026-11-20T10:00:00Z</modified><lastModifiedBy>m</lastModifiedBy></p>",
            "xl/pivotCache/d.xml": '<p><s v="kept"/></p>',
            "xl/externalLinks/e.xml": "<l><cell><v>linked</v></cell></l>",
            "xl/drawings/d.xml": "<d><t>drawn</t></d>",
            "xl/drawings/d.vml": "<broken",
        }
    )
    found = {(other.place, other.text, other.author) for other in other_texts(own)}
    assert {
        ("property", "t", False),
        ("property", "c", True),
        ("pivot_cache", "kept", False),
        ("link_cache", "linked", False),
        ("drawing", "drawn", False),
    } <= found
    assert "Rate #REF!" in [other.text for other in named_texts(own)]
    about = properties(own)
    assert (about.modified, about.saved_by) == ("2026-11-20", "m")
    assert properties(package()).modified is None
