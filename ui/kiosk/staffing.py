"""What a key of the staff PIN does. Pure but for the door that is tried."""

from icc_consult.services.premises import PinTried, StaffDoor

from ui.kiosk.journey import Staffing

_PIN_LENGTH = 12


def typed(overlay: Staffing, key: str, door: StaffDoor | None) -> Staffing:
    """After one digit, `delete`, or `enter`. Practice has no PIN: its door is open."""
    if key == "enter":
        tried = door.try_pin(overlay.typed) if door else PinTried(is_right=True)
        wrong, seconds = not tried.is_right, tried.wait_seconds
        return Staffing("", wrong, seconds, is_open=tried.is_right, waiting=overlay.waiting)
    if key == "delete":
        return Staffing(overlay.typed[:-1], waiting=overlay.waiting)
    if key.isdecimal() and len(overlay.typed) < _PIN_LENGTH:
        return Staffing(overlay.typed + key, waiting=overlay.waiting)
    return overlay
