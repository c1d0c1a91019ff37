"""The zip container of a workbook, inflated within bounds before any reader sees it."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from readiness.domain.columns import IntakeErrors
from readiness.files.limits import MB, Limits

CHUNK = 1 << 18
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1


class BrokenArchive(Exception):
    """The container contradicts itself."""


@dataclass(frozen=True)
class Archive:
    """A checked container: names and sizes are within limits and mean one thing only."""

    data: bytes = field(repr=False)
    parts: dict[str, ZipInfo]

    def chunks(self, part: str) -> Iterator[bytes]:
        """The unpacked bytes of a part, piece by piece.

        Raises BrokenArchive if they are not exactly as many as the container says: the library
        that reads the cells believes the stream, not the size, so a lie here is a bomb.
        """
        info = self.parts[part]
        packed = _packed(self.data, info)
        size = 0
        for piece in _inflate(packed) if info.compress_type == ZIP_DEFLATED else _slices(packed):
            size += len(piece)
            if size > info.file_size:
                raise BrokenArchive(part)
            yield piece
        if size != info.file_size:
            raise BrokenArchive(part)

    def read(self, part: str) -> bytes:
        """The unpacked bytes of a part. Raises KeyError, BrokenArchive."""
        return b"".join(self.chunks(part))


def open_archive(name: str, data: bytes, limits: Limits, errors: IntakeErrors) -> Archive:
    """The container of a file, refused if broken, encrypted or larger inside than allowed.

    Raises InputRefused: ``broken_archive``, ``encrypted``, ``unpacks_too_large``.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    # A part without a name is an IndexError, a field that is cut off one of struct.
    except (
        *(BadZipFile, ValueError, OSError, NotImplementedError, OverflowError),
        *(IndexError, struct.error),
    ) as error:
        raise errors.refused("broken_archive", name) from error
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise errors.refused("encrypted", name)
    parts = {info.filename: info for info in infos}
    # Two parts of one name: what was checked need not be what is read.
    if len(parts) != len(infos) or any(
        info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in infos
    ):
        raise errors.refused("broken_archive", name)
    _refuse_bombs(name, infos, limits, errors)
    return Archive(data, parts)


def _refuse_bombs(name: str, infos: list[ZipInfo], limits: Limits, errors: IntakeErrors) -> None:
    unpacked = sum(info.file_size for info in infos)
    too_dense = any(
        info.file_size > limits.ratio_from_mb * MB
        and info.file_size > limits.max_ratio * max(1, info.compress_size)
        for info in infos
    )
    if unpacked > limits.max_unpacked_mb * MB or too_dense:
        raise errors.refused(
            "unpacks_too_large",
            name,
            size=shown_size(unpacked),
            limit=shown_size(limits.max_unpacked_mb * MB),
        )


def shown_size(count: int) -> str:
    """A number of bytes in words."""
    return f"{count / MB / 1024:.1f} GB" if count >= 1024 * MB else f"{count / MB:.0f} MB"


def _packed(data: bytes, info: ZipInfo) -> memoryview:
    """The packed bytes of a part, found through its local header."""
    start = info.header_offset
    header = data[start : start + _LOCAL_HEADER]
    if start < 0 or len(header) < _LOCAL_HEADER or header[:4] != b"PK\x03\x04":
        raise BrokenArchive(info.filename)
    start += (
        _LOCAL_HEADER
        + int.from_bytes(header[26:28], "little")
        + int.from_bytes(header[28:30], "little")
    )
    packed = memoryview(data)[start : start + info.compress_size]
    if len(packed) != info.compress_size:
        raise BrokenArchive(info.filename)
    return packed


def _slices(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), CHUNK):
        yield bytes(packed[start : start + CHUNK])


def _inflate(packed: memoryview) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in _slices(packed):
            pending = piece
            while pending:
                if inflater.eof:
                    raise BrokenArchive
                yield inflater.decompress(pending, CHUNK)
                pending = inflater.unconsumed_tail
        while not inflater.eof and (rest := inflater.decompress(b"", CHUNK)):
            yield rest
    except zlib.error as error:
        raise BrokenArchive from error
    if not inflater.eof or inflater.unused_data:
        raise BrokenArchive
