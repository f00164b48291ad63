"""Write resources/wishes.json: languages that a resident may wish for, each by a name our fonts can draw.

The names are CLDR's own endonyms, by way of Babel; where the fonts lack a script, the English name stands in.
"""

import json
from pathlib import Path

from babel import Locale, UnknownLocaleError
from fontTools.ttLib import TTFont

_ROOT = Path(__file__).resolve().parent.parent
_TAGS = """
aa ab af ak am an ar as ast ay az ba bal bci be bem ber bg bi bm bn bo br bs ca ce ceb ch ckb co cs cv cy
da de dv dyu dz ee el en es et eu fa fa-AF ff fi fil fj fo fr fy ga gd gl gn gsw gu ha he hi hil ho hr ht
hu hy ia id ig ilo is it ja jv ka kab kg ki kk kl km kmr kn ko kr ks kv ky lb lg ln lo lt lu lua luo lv
mai mad mg mi min mk ml mn mr ms mt my nb nd ne nl nn nr nso nus ny oc om or os pa pa-Arab pap pl ps
pt-PT qu rn ro rom ru rw sa sat sc sd se sg shn si sk sl sm sn so sq sr ss st su sv sw syr ta te tg th ti
tk tl tn to tpi tr ts tt tw ty tzm ug uk umb ur uz ve vi wo xh yi yo yue zgh zh-Hans zh-Hant zu
""".split()
_OUR_OWN = {
    "bal": "بلۏچی",
    "ber": "Tamaziɣt",
    "rom": "Romani ćhib",
    "kmr": "Kurmancî",
    "dyu": "Julakan",
    "aa": "Qafar",
    "zgh": "Tamaziɣt tanawayt",  # CLDR has ⵜⴰⵎⴰⵣⵉⵖⵜ, which our fonts cannot draw
}


def _drawable() -> set[int]:
    points: set[int] = set()
    for face in (_ROOT / "resources" / "fonts").glob("**/*-Regular*.ttf"):
        with TTFont(face, lazy=True) as font:
            points |= set(font.getBestCmap())
    return points


def _names(tag: str) -> tuple[str, str]:
    code = {"kmr": "ku", "fa-AF": "fa_AF", "pa-Arab": "pa_Arab"}.get(tag, tag.replace("-", "_"))
    english = Locale("en").languages.get(code) or Locale("en").languages.get(code.split("_")[0]) or tag
    try:
        locale = Locale.parse(code)
        own = locale.languages.get(code) or locale.get_language_name(code.split("_")[0]) or english
    except (UnknownLocaleError, ValueError):
        own = english
    return _OUR_OWN.get(tag, own), english


def main() -> None:
    """Write the file, sorted by English name."""
    known = {
        one["tag"]: one["endonym"]
        for one in json.loads((_ROOT / "resources/languages.json").read_text())["languages"]
    }
    drawable = _drawable()
    rows = []
    for tag in sorted(set(_TAGS) | set(known)):
        own, english = _names(tag)
        name = known.get(tag, own[:1].upper() + own[1:])
        if any(ord(letter) not in drawable for letter in name if not letter.isspace()):
            name = english
        rows.append({"tag": tag, "name": name, "english": english})
    rows.sort(key=lambda row: row["english"])
    text = json.dumps({"languages": rows}, ensure_ascii=False, indent=1)
    (_ROOT / "resources" / "wishes.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
