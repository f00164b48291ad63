"""QR codes as pictures that a page can hold."""

_BORDER = 4  # of light, which a scanner needs around the code


def qr_svg(text: str, *, level: str = "Q") -> str:
    """The text as a QR code in SVG, a unit a module; `level` is one of L, M, Q and H."""
    import qrcode  # noqa: PLC0415 - only a printed paper needs it

    levels = {name: getattr(qrcode.constants, f"ERROR_CORRECT_{name}") for name in "LMQH"}
    drawn = qrcode.QRCode(error_correction=levels[level], border=_BORDER, box_size=1)
    drawn.add_data(text)
    drawn.make()
    rows = drawn.get_matrix()
    squares = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark
    )
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path d="{squares}" fill="#000"/></svg>'
    )
