"""A small message of Outlook (.msg), written by hand: the compound file that [MS-OXMSG] describes."""

import struct

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512
_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def a_message(*, subject: str, body: str, sender: str) -> bytes:
    """Return a message with these texts and nobody it is for."""
    streams = {
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
        "__substg1.0_1000001F": body.encode("utf-16-le"),
        "__substg1.0_0C1F001F": sender.encode("utf-16-le"),
        "__properties_version1.0": struct.pack("<8sIIII8s", b"", 0, 0, 0, 0, b"")
        + _property(0x0037001F, len(subject) * 2 + 2)
        + _property(0x1000001F, len(body) * 2 + 2)
        + _property(0x0C1F001F, len(sender) * 2 + 2),
    }
    return _compound(streams)


def _property(tag: int, size: int) -> bytes:
    return struct.pack("<IIII", tag, 6, size, 0)


def _compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file of large sectors only: every stream is filled with zeros to 4,096 bytes."""
    padded = {name: data + b"\0" * (4096 - len(data) % 4096) for name, data in streams.items()}
    fat, body, starts = [_FAT], b"", {}
    directory = 1 + (len(streams) + 1 + 3) // 4
    fat += [at + 1 for at in range(1, directory - 1)] + [_END]
    at = directory
    for name, data in padded.items():
        starts[name] = at
        count = len(data) // SECTOR
        fat += [*range(at + 1, at + count), _END]
        at += count
        body += data
    fat += [_FREE] * (128 - len(fat))
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    names = sorted(streams, key=lambda each: (len(each), each.upper()))
    for place, name in enumerate(names, 1):
        right = place + 1 if place < len(names) else _FREE
        entries.append(_entry(name, 2, starts[name], len(padded[name]), right=right))
    table = b"".join(entries).ljust((directory - 1) * SECTOR, b"\0")
    return _header() + struct.pack("<128I", *fat) + table + body


def _header() -> bytes:
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        _MAGIC, b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, 1, 0, 0, _END, 0, _END, 0, 0,
    )[:76]  # fmt: skip
    return head + struct.pack("<I", 0) + struct.pack("<108I", *([_FREE] * 108))


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ", text, len(text), kind, 1, _FREE, right, child, b"", 0, 0, 0, start, size
    )
