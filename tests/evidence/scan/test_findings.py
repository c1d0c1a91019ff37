"""Findings of whole workbooks, each with its cell and its reason."""

from tests.evidence.scan.sheets import findings


def test_circles_name_their_cells_and_formulas(scan) -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("Plan")
        sheet.write_formula("B2", "=C2+1", None, 1)
        sheet.write_formula("C2", "=B2+1", None, 1)
        sheet.write_formula("D2", "=C2+1", None, 1)

    found = scan(fill)
    assert findings(found, "circular") == [("Plan", "B2", 1), ("Plan", "C2", 1)]
    texts = [f.text for f in found.findings if f.kind == "circular"]
    assert ["(R[0]C[1]+1)" in texts[0], "(R[0]C[-1]+1)" in texts[1]] == [True, True]


def test_rows_below_the_formulas(scan) -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("Plan")
        sheet.write_row("A1", ["Slot", "Days", "Twice"])
        for row in range(2, 14):
            sheet.write_row(row - 1, 0, [f"S{row}", row])
            if row < 11:
                sheet.write_formula(row - 1, 2, f"=B{row}*2", None, 2 * row)
        sheet.write("A15", "* a remark, and no slot")

    assert findings(scan(fill), "beyond_fill") == [("Plan", "C11:C13", 3)]


def test_comments_that_tell_people_what_to_do(scan) -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("Plan")
        sheet.write_comment("A1", "Do not overwrite, call the clinic first")
        sheet.write_comment("A2", "Vor dem Ändern bitte fragen")
        sheet.write_comment("A3", "Suite repaired in May")

    found = scan(fill)
    assert [a for _, a, _ in findings(found, "comment_instruction")] == ["A1", "A2"]
    assert [a for _, a, _ in findings(found, "comment")] == ["A3"]
    assert "clinic" not in found.model_dump_json()


def test_more_than_fifty_rules_of_conditional_formats(scan) -> None:
    def fill(rules: int):
        def write(book) -> None:
            sheet = book.add_worksheet("Plan")
            for row in range(rules):
                rule = {"type": "cell", "criteria": ">", "value": row}
                sheet.conditional_format(row, 0, row, 3, rule)

        return write

    assert not findings(scan(fill(50)), "conditional_formats")
    found = scan(fill(51))
    assert findings(found, "conditional_formats") == [("Plan", None, 1)]
    assert "51 rules" in found.findings[0].text


def test_every_finding_says_why(scan) -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("Plan")
        sheet.write_row("A1", ["Slot", "Suite", "Start", "Patient"])
        for row in range(2, 9):
            sheet.write_row(row - 1, 0, ["S1", "A", "2026-01-01", "P-1" if row % 2 else "P1"])
        sheet.write_formula("F2", "=F2", None, 0)

    kinds = {f.kind for f in scan(fill).findings}
    assert {"text_date", "circular", "code_spelling"} <= kinds
    assert all(f.text and "{" not in f.text for f in scan(fill).findings)
