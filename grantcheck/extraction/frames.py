"""The messages between a reading child and its caller: one letter, a length and the payload."""

import struct
from enum import IntEnum
from socket import socket

HEAD = struct.Struct("!BI")


class Kind(IntEnum):
    """What a message holds: progress or an error as JSON, the result's bytes, or the child's exit status."""

    PROGRESS = 1
    RESULT = 2
    ERROR = 3
    STATUS = 4


class MessageTooLong(Exception):
    """The child tells more than the caller will take."""


def send(channel: socket, kind: Kind, payload: bytes) -> None:
    """Send one message."""
    channel.sendall(HEAD.pack(kind, len(payload)) + payload)


def receive(channel: socket, longest: int) -> tuple[Kind, bytes] | None:
    """Return the next message, or None at the end. Raises MessageTooLong."""
    head = _read(channel, HEAD.size)
    if head is None:
        return None
    kind, length = HEAD.unpack(head)
    if length > longest:
        raise MessageTooLong
    payload = _read(channel, length)
    return None if payload is None else (Kind(kind), payload)


def _read(channel: socket, length: int) -> bytes | None:
    """Return exactly `length` bytes, or None when the channel ends before."""
    parts = bytearray()
    while len(parts) < length:
        part = channel.recv(min(length - len(parts), 1 << 20))
        if not part:
            return None
        parts += part
    return bytes(parts)
