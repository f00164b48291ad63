"""`python -m scripts.audit.alone COMMAND…`: in a new network namespace, with a loopback and nothing else."""

import fcntl
import os
import socket
import struct
import sys

_SET_FLAGS, _UP = 0x8914, 0x1


def main() -> None:
    """Become the command; raises `OSError` where the loopback cannot be set up."""
    names = [name for _, name in socket.if_nameindex()]
    if names != ["lo"]:
        raise SystemExit(f"This is no empty network: {', '.join(names)}.")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        fcntl.ioctl(one, _SET_FLAGS, struct.pack("16sH14x", b"lo", _UP))
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - what was asked for


if __name__ == "__main__":
    main()
