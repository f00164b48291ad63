"""QR codes as pictures that a page can hold."""

from dataclasses import dataclass

_BORDER = 4  # of light, which a scanner needs around the code


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code as an SVG path in a square of `size` units, its border included; a unit is a module."""

    size: int
    path: str

    def svg(self) -> str:
        """A picture of its own."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.size} {self.size}">'
            f'<path d="{self.path}" fill="#000"/></svg>'
        )

    def placed(self, x: float, y: float, side: float) -> str:
        """A part of another picture."""
        scale = f"translate({x} {y}) scale({side / self.size:.5f})"
        return f'<path transform="{scale}" d="{self.path}" fill="#000"/>'


def qr_code(text: str, *, level: str = "Q") -> QrCode:
    """The text as a code; `level` is one of L, M, Q and H."""
    import qrcode  # noqa: PLC0415 - only a printed paper needs it

    levels = {name: getattr(qrcode.constants, f"ERROR_CORRECT_{name}") for name in "LMQH"}
    drawn = qrcode.QRCode(error_correction=levels[level], border=_BORDER, box_size=1)
    drawn.add_data(text)
    drawn.make()
    rows = drawn.get_matrix()
    squares = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return QrCode(len(rows), "".join(squares))
