"""What is plugged in is named by options, which name the same again after a power cut."""

from pathlib import Path

import pytest

from ui import desk_command, kiosk_command
from ui.devices import Devices

SCANNER = Path("/dev/serial/by-id/usb Scanner")
DEVICES = [Devices(), Devices(SCANNER), Devices(SCANNER, "2"), Devices(camera="/films/a b.avi")]


@pytest.mark.parametrize("command", [kiosk_command, desk_command])
@pytest.mark.parametrize("devices", DEVICES)
def test_the_options_of_devices_name_them_again(command: object, devices: Devices) -> None:
    options = command.parser().parse_args(["--data", "data", *devices.arguments])  # type: ignore[attr-defined]
    assert Devices.of(options) == devices


def test_a_port_of_this_folder_is_found_from_any_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    options = kiosk_command.parser().parse_args(["--data", "data", "--scanner", "ttyACM0"])
    assert Devices.of(options).arguments == ("--scanner", str(tmp_path / "ttyACM0"))


@pytest.mark.parametrize(("named", "camera"), [([], "0"), (["1"], "1"), (["film.avi"], "{here}/film.avi")])
def test_a_camera_is_the_first_one_another_or_a_film(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, named: list[str], camera: str
) -> None:
    monkeypatch.chdir(tmp_path)
    options = kiosk_command.parser().parse_args(["--data", "data", "--camera", *named])
    assert Devices.of(options) == Devices(camera=camera.format(here=tmp_path))
