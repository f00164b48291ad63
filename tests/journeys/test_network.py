"""The watcher that finds no socket in a whole day would have found one."""

import socket
import subprocess
import sys
import time

from tests.journeys.sockets import watched

OPENS_ONE = """
import socket, time
one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
one.bind(("127.0.0.1", 0))
time.sleep(1)
"""


def test_a_socket_of_this_process_is_seen() -> None:
    with watched() as seen, socket.socket(socket.AF_INET, socket.SOCK_STREAM) as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        time.sleep(0.5)
    assert seen


def test_a_socket_of_a_child_is_seen() -> None:
    with watched() as seen:
        subprocess.run([sys.executable, "-c", OPENS_ONE], check=True)
    assert seen


def test_without_one_nothing_is_seen() -> None:
    with watched() as seen:
        subprocess.run([sys.executable, "-c", "import time; time.sleep(0.3)"], check=True)
    assert seen == set()
