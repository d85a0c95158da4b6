"""The supervisor starts the dead again and ends the living."""

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHILD = """
import os, sys, time
with open(sys.argv[1], "w") as told: told.write(f"{sys.argv[2]} {os.getpid()}\\n")
time.sleep(60)
"""
SUPERVISOR = """
import sys
from grantcheck.cli.supervisor import Supervisor
child = [sys.executable, "-c", sys.argv[1]]
commands = {name: [*child, sys.argv[2], name] for name in ("one", "two")}
Supervisor(commands, {}).run(lambda: print("started", flush=True))
print("ended", flush=True)
"""


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_dead_child_is_started_again_and_all_end_together(tmp_path: Path) -> None:
    pipe = tmp_path / "told"
    os.mkfifo(pipe)
    command = [sys.executable, "-c", SUPERVISOR, CHILD, str(pipe)]
    supervisor = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    with os.fdopen(os.open(pipe, os.O_RDWR)) as told:
        first = dict(told.readline().split() for _ in range(2))

        os.kill(int(first["one"]), signal.SIGKILL)
        name, again = told.readline().split()
    supervisor.send_signal(signal.SIGTERM)
    said, _ = supervisor.communicate()

    assert name == "one"
    assert said.split() == ["started", "ended"]
    assert supervisor.returncode == 0
    assert not is_alive(int(again))
    assert not is_alive(int(first["two"]))
