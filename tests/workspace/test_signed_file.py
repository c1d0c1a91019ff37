"""A signed file holds, or is refused in words of its own, by what happened to it."""

import hashlib
import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.domain.errors import InputRefused
from readiness.files.limits import Limits
from readiness.workspace.custody import Desk, export_signed
from readiness.workspace.signed_file import MANIFEST, SIGNATURE, is_signed, unpacked
from readiness.workspace.signing import public_key, sign
from tests.workspace.two_computers import computer, with_work

Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, bytes]:
    """An installation, and a file that it signed."""
    desk = computer(tmp_path_factory.mktemp("signed"), "here")
    client, _ = with_work(desk)
    return desk, export_signed(desk, client)


def parts_of(data: bytes) -> Parts:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Parts) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputRefused) as refused:
        unpacked("sent.zip", data, limits)
    return str(refused.value)


def signed_anew(desk: Desk, known: Parts, **said: object) -> Parts:
    """The manifest with other words, properly signed."""
    manifest = json.dumps(json.loads(known[MANIFEST]) | said).encode()
    return {**known, MANIFEST: manifest, SIGNATURE: sign(desk.settings, manifest)}


def test_what_was_signed_is_read(made) -> None:
    desk, data = made
    found = unpacked("sent.zip", data)
    assert found.key == public_key(desk.settings)
    assert found.shipment.client.name == "My assessments"
    assert [p.title for p in found.shipment.parcels] == ["Northgate baseline"]
    assert is_signed(data)
    assert not is_signed(b"PK nothing")
    assert not is_signed(zipped({"assessment.yaml": b""}))


def test_the_documents_are_canonical(made) -> None:
    document = next(d for n, d in parts_of(made[1]).items() if n.startswith("assessments/"))
    again = json.dumps(json.loads(document), sort_keys=True, ensure_ascii=False,
                       separators=(",", ":"))  # fmt: skip
    assert document == again.encode()


TAMPERED: dict[str, Callable[[Parts], Parts]] = {
    "a document": lambda p: p | {n: d.replace(b"second site", b"third sites")
                                 for n, d in p.items() if n.startswith("assessments/")},
    "a table": lambda p: p | {n: d + b"1" for n, d in p.items() if n.startswith("tables/")},
    "the manifest": lambda p: p | {MANIFEST: p[MANIFEST].replace(b"My assess", b"No assess")},
    "the signature": lambda p: p | {SIGNATURE: bytes(64)},
    "one part more": lambda p: p | {"tables/more": b""},
    "one part less": lambda p: {n: d for n, d in p.items() if not n.startswith("tables/")},
}  # fmt: skip


@pytest.mark.parametrize("how", TAMPERED)
def test_what_was_changed_is_told(made, how: str) -> None:
    before = parts_of(made[1])
    after = TAMPERED[how](before)
    assert after != before
    assert "changed after it was signed" in refusal(zipped(after))


def test_another_key_over_the_same_words_does_not_fit(made, tmp_path: Path) -> None:
    """Whoever signs with a key of their own must name it, and it is shown."""
    other = computer(tmp_path, "other")
    parts = parts_of(made[1])
    forged = {**parts, SIGNATURE: sign(other.settings, parts[MANIFEST])}
    assert "its signature does not fit" in refusal(zipped(forged))
    named = signed_anew(other, parts, key=public_key(other.settings).hex())
    assert unpacked("sent.zip", zipped(named)).key == public_key(other.settings)


@pytest.mark.parametrize("share", [0.02, 0.5, 0.9, 0.999])
def test_what_was_cut_off_is_told(made, share: float) -> None:
    data = made[1]
    assert "was cut off" in refusal(data[: int(len(data) * share)])


def test_what_is_foreign_is_told(made) -> None:
    desk, data = made
    assert "no .zip file" in refusal(b"Dear all, attached the export.")
    assert "holds no manifest" in refusal(zipped({"photo.jpg": b"x"}))
    parts = parts_of(data)
    assert "none of this product" in refusal(zipped(signed_anew(desk, parts, format="other")))
    assert "none of this product" in refusal(zipped({**parts, MANIFEST: b"[" * 100_000}))


def test_a_part_that_is_named_twice_is_told(made) -> None:
    """Of two hashes of one part nobody knows which was meant."""
    desk, data = made
    parts = parts_of(data)
    named = json.loads(parts[MANIFEST])["parts"]
    forged = signed_anew(desk, parts, parts=[*named, named[0] | {"sha256": "0" * 64}])
    assert "taken out or added" in refusal(zipped(forged))


def test_a_file_of_the_first_format_is_read(made) -> None:
    """In it exports did not travel, and no member was named."""
    desk, data = made
    parts = parts_of(data)
    manifest = json.loads(parts[MANIFEST])
    for part in manifest["parts"]:
        if part["name"].startswith("assessments/"):
            said = json.loads(parts[part["name"]])
            assert said.pop("exports") == []
            said["client"].pop("members", None)
            parts[part["name"]] = json.dumps(said).encode()
            part["sha256"] = hashlib.sha256(parts[part["name"]]).hexdigest()
            part["size"] = len(parts[part["name"]])
    manifest["client"].pop("members", None)
    words = {"version": 1, "parts": manifest["parts"], "client": manifest["client"]}
    found = unpacked("sent.zip", zipped(signed_anew(desk, parts, **words)))
    [parcel] = found.shipment.parcels
    assert parcel.exports == ()


def test_a_later_version_is_told(made) -> None:
    desk, data = made
    said = refusal(zipped(signed_anew(desk, parts_of(data), version=3)))
    assert "A later version of this product made it" in said
    assert "Update this installation" in said


def test_a_bomb_is_refused_unopened(made) -> None:
    bomb = zipped({**parts_of(made[1]), "tables/bomb": bytes(30_000_000)})
    assert "would unpack to more" in refusal(bomb)
    assert "larger than 1 MB" in refusal(bytes(2_000_000), Limits(max_file_mb=1))


def test_a_history_that_was_forged_before_it_was_signed_is_told(made) -> None:
    """The signature holds, and yet what it signed does not."""
    desk, data = made
    parts = parts_of(data)
    name = next(n for n in parts if n.startswith("assessments/"))
    parts[name] = parts[name].replace(b"second site", b"third sites")
    listed = json.loads(parts[MANIFEST])["parts"]
    for part in listed:
        if part["name"] == name:
            part["sha256"] = hashlib.sha256(parts[name]).hexdigest()
    said = refusal(zipped(signed_anew(desk, parts, parts=listed)))
    assert "does not hold together" in said
    assert "was altered" in said


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 10**9), bit=st.integers(0, 7))
def test_one_turned_bit_never_passes(made, at: int, bit: int) -> None:
    """Or it stands where nothing is said: in a date of the container, for example."""
    data = bytearray(made[1])
    data[at % len(data)] ^= 1 << bit
    try:
        found = unpacked("sent.zip", bytes(data))
    except InputRefused:
        return
    assert found == unpacked("sent.zip", made[1])
