"""Which page of sticks and paper belongs to a state."""

from typing import assert_never

from ui.desk.backups import BackupsViewModel, derive_backups_props
from ui.desk.carry import CarryViewModel, derive_carry_props
from ui.desk.check import CheckViewModel, derive_check_props
from ui.desk.day_sheet import DaySheetViewModel, derive_day_sheet_props
from ui.desk.errands import Backing, Carrying, Checking, Menu, Papering, Showing, Taking, Vouching
from ui.desk.page import Place
from ui.desk.scene import Scene
from ui.desk.showing import ShowingViewModel, derive_showing_props
from ui.desk.sticks import SticksViewModel, derive_sticks_props
from ui.desk.take_in import TakeInViewModel, derive_take_in_props
from ui.desk.voucher_cards import VouchersViewModel, derive_vouchers_props


def errand_place(scene: Scene) -> Place:
    """The page of the errand that was chosen; without an opened consultation few of them have any sense."""
    errand = scene.state.errand
    match errand:
        case Menu():
            return Place("sticks", "SticksPage", SticksViewModel, derive_sticks_props(scene))
        case Carrying(done=done):
            name, file = ("carried", "CarriedPage") if done else ("carry", "CarryPage")
            return Place(name, file, CarryViewModel, derive_carry_props(scene, errand))
        case Showing():
            return Place("showing", "ShowingPage", ShowingViewModel, derive_showing_props(scene, errand))
        case Taking(looked=looked, done=taken):
            name, file = ("taken", "TakenPage") if taken else ("take-in", "TakeInPage")
            name, file = ("looked", "LookedPage") if looked and not taken else (name, file)
            return Place(name, file, TakeInViewModel, derive_take_in_props(scene, errand))
        case Backing(asking=asking):
            name, file = ("restore", "RestorePage") if asking else ("backups", "BackupsPage")
            return Place(name, file, BackupsViewModel, derive_backups_props(scene, errand))
        case Vouching():
            return Place("vouchers", "VouchersPage", VouchersViewModel, derive_vouchers_props(scene, errand))
        case Papering():
            return Place("sheet", "DaySheetPage", DaySheetViewModel, derive_day_sheet_props(scene, errand))
        case Checking(done=checked):
            name, file = ("checked", "CheckedPage") if checked else ("check", "CheckPage")
            return Place(name, file, CheckViewModel, derive_check_props(scene, errand))
    assert_never(errand)
