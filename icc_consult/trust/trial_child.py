"""Run as a program of its own: seal one text as a kiosk does, or open one as the desk does.

It reads everything from standard input, a hexadecimal word each: `seal`, the public key and the text; or
`open`, the private key and what was sealed. The result goes to standard output, in hexadecimal too.
"""

import sys
from pathlib import Path

_TIGHT = 1  # libsodium pads with one byte at least


def main() -> int:
    """Do what standard input says."""
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from nacl.public import PrivateKey  # noqa: PLC0415 - the path comes first

    from icc_consult.services.ports import Sealed, SealedRecord  # noqa: PLC0415
    from icc_consult.trust.sealing import PrivateOpener, key_id_of, sealer_to  # noqa: PLC0415

    act, key, text = sys.stdin.read().split()
    content = bytes.fromhex(text)
    if act == "seal":
        done = bytes(sealer_to(bytes.fromhex(key), size=len(content) + _TIGHT).seal(content).body)
    else:
        private = PrivateKey(bytes.fromhex(key))
        name = key_id_of(bytes(private.public_key))
        done = PrivateOpener(name, private).open(SealedRecord(name, Sealed(content)))
    sys.stdout.write(done.hex())
    return 0


if __name__ == "__main__":
    sys.exit(main())
