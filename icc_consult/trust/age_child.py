"""Run as a program of its own: lock or unlock one text. It reads everything from standard input.

First a letter, `L` to lock and `U` to unlock; then four bytes, the length of the passphrase; then the
passphrase and the text. The result goes to standard output; the exit code says what went wrong.
"""

import sys

WRONG, DAMAGED = 3, 4
_WRONG = "Decryption failed"


def main() -> int:
    """Do what standard input says."""
    import pyrage  # type: ignore[import-untyped]  # noqa: PLC0415 - whoever only wants the codes needs no cipher

    told = sys.stdin.buffer.read()
    end = 5 + int.from_bytes(told[1:5], "big")
    passphrase, text = told[5:end].decode(), told[end:]
    try:
        locks = told[:1] == b"L"
        done = (pyrage.passphrase.encrypt if locks else pyrage.passphrase.decrypt)(text, passphrase)
    except pyrage.DecryptError as error:
        return WRONG if _WRONG in str(error) else DAMAGED
    sys.stdout.buffer.write(bytes(done))
    return 0


if __name__ == "__main__":
    sys.exit(main())
