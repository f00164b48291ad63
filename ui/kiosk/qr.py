"""A receipt as a QR code: rows of light and dark."""

from functools import lru_cache


@lru_cache(maxsize=8)
def modules(text: str) -> tuple[str, ...]:
    """The code as square rows of `1` (dark) and `0`, without a border."""
    import qrcode  # noqa: PLC0415 - only those who ask for a receipt pay for it

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0)
    code.add_data(text)
    code.make()
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.get_matrix())
