"""Signs of the whole file."""

import pytest

from tests.evidence.scan.sheets import with_part

CODE = "xl/vbaProject.bin"


@pytest.mark.parametrize(
    ("signature", "said"),
    [(None, "without a signature"), ("xl/vbaProjectSignature.bin", "signed macros"),
     ("xl/vbaProjectSignatureV3.bin", "signed macros")],
)  # fmt: skip
def test_macros_are_signed_or_not(made, scan_bytes, signature: str | None, said: str) -> None:
    data = with_part(made(lambda book: book.add_worksheet("Plan")), CODE, b"code")
    if signature:
        data = with_part(data, signature, b"pkcs7")
    found = scan_bytes(data, "plan.xlsm")
    (text,) = [f.text for f in found.findings if f.kind == "macros"]
    assert said in text
    assert "not run" in text


def test_a_signature_without_macros_says_nothing(made, scan_bytes) -> None:
    data = with_part(made(lambda book: book.add_worksheet("Plan")), "xl/embeddings/o.bin", b"x")
    found = scan_bytes(data)
    assert [f.kind for f in found.findings] == ["embedded_file"]
