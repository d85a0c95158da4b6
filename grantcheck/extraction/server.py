"""The server process of the sandbox: loads the reading libraries once and forks one limited child per order.

It ends when its caller does, and ends its children with it.
"""

import contextlib
import ctypes
import gc
import json
import os
import selectors
import signal
import socket
import sys
from collections.abc import Callable

from . import tasks
from .frames import Kind, send

LONGEST_ORDER = 65_536
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
FAULT_STATUS = 3


def serve(control: socket.socket) -> None:
    """Take orders until the caller goes away."""
    leave_the_network()
    tasks.warm_up()
    gc.collect()
    gc.freeze()
    waiting: dict[int, tuple[int, socket.socket]] = {}
    with selectors.DefaultSelector() as selector:
        selector.register(control, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is not control:
                    selector.unregister(key.fileobj)
                    _report_end(key.fd, *waiting.pop(key.fd))
                elif (begun := _take_order(control)) is None:
                    return _end_all(waiting)
                else:
                    ended, child, channel = begun
                    waiting[ended] = child, channel
                    selector.register(ended, selectors.EVENT_READ)


def leave_the_network() -> None:
    """Move into a network namespace without interfaces, where the system allows it."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(CLONE_NEWUSER | CLONE_NEWNET)


def _take_order(control: socket.socket) -> tuple[int, int, socket.socket] | None:
    """Fork a child for the next order; return the handle that tells its end, its process id and its channel."""
    order, handles, _, _ = socket.recv_fds(control, LONGEST_ORDER, 2)
    if not order:
        return None
    file, channel = handles[0], socket.socket(fileno=handles[1])
    child = os.fork()
    if child == 0:
        control.close()
        _leave(lambda: tasks.perform(json.loads(order), file, channel))
    os.close(file)
    return os.pidfd_open(child), child, channel


def _leave(act: Callable[[], None]) -> None:
    """Do the act and end this process without running anything of the server's."""
    status = FAULT_STATUS
    try:
        act()
        status = 0
    finally:
        os._exit(status)


def _report_end(ended: int, child: int, channel: socket.socket) -> None:
    _, status = os.waitpid(child, 0)
    os.close(ended)
    with channel, contextlib.suppress(OSError):
        send(channel, Kind.STATUS, str(os.waitstatus_to_exitcode(status)).encode())


def _end_all(waiting: dict[int, tuple[int, socket.socket]]) -> None:
    for child, _ in waiting.values():
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(socket.socket(fileno=os.dup(sys.stdin.fileno())))
