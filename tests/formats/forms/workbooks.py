"""Workbooks that nobody thought of: rows drawn at random from what people write, right and wrong."""

from hypothesis import strategies as st

from scripts.forms.ooxml import PLAIN, workbook

Rows = list[list[str]]
_LANGUAGES = (
    "",
    "::English (en)",
    "::Persian (fa)",
    "::uk",
    "::English (en)",
    "::Farsi",
    ":French",
    "::العربية (ar)",
    "::Klingon",
    "::Dari (prs)",
)
_TYPES = (
    "text",
    "integer",
    "decimal",
    "date",
    "time",
    "note",
    "select_one l1",
    "select_multiple l2",
    "rank l1",
    "acknowledge",
    "range",
    "calculate",
    "string",
    "int",
    "select one from l1",
    "select all that apply from l2",
    "select_one _l3",
    "select1 l1",
    "trigger",
    "add text prompt",
    "start",
)
_ODD_TYPES = (
    "dateTime",
    "geopoint",
    "image",
    "audio",
    "file",
    "barcode",
    "username",
    "audit",
    "select_one nobody",
    "select_one",
    "photo",
    "phonenumber",
    "email",
    "imei",
    "get start time",
    "csv-external",
    "xml-external",
    "background-audio",
    "select_one_from_file places.csv",
    "geotrace",
    "note ",
    "select_one l2 or_other",
    "end",
    "today",
    "deviceid",
    "hidden",
    "what",
    "kobomatrix",
    "Text",
    "begin_score",
    "select_one ${q1}",
    "select_one_external l1",
    "video",
    "osm",
)
_NAMES = (
    "Age",
    "a.b",
    "a-b",
    "_hidden",
    "two__lines",
    "Größe",
    "имя",
    "type",
    "name",
    "lang",
    "response",
    "state",
)
_ODD_NAMES = ("", "1st", "with space", "a/b", "q1", "Q1", "xmlns", "a:b")
_LOGIC = (
    "{} = 1",
    "{} != ''",
    "selected({}, 'a')",
    "true()",
    "yes",
    "not({} > 3)",
    "1 = 1",
    "once(1)",
    "{}='a' or {}='b'",
    "string-length({}) > 2",
    "count-selected({}) <= 2",
    "today() > {}",
    "regex({}, '^[A-Z]')",
    "random() > 0.5",
    "if({} = 1, 2, 3) > 1",
    "coalesce({}, 3) != 3",
    "{} = ‘a’",
    "{}>=date('2020-01-01')",
    "number({}) mod 2 = 0",
)
_ODD_LOGIC = (
    "1 +",
    "${nobody} = 1",
    "nosuchfunction(1)",
    "position(..)",
    "${q9} = 1",
    "{",
    "$ {q1} = 1",
    "../q1 = 1",
    "q1 = 1",
    "selected({})",
    "/data/q1 = 1",
    "jr:choice-name({}, '{}') = 'Yes'",
    "pulldata('a', 'b', 'c', {}) = 1",
    "((((1))))",
    "instance('l1')/root/item[name = {}]/label = 'Yes'",
    "indexed-repeat({}, {}, 1) = 1",
    "count({}) > 1",
    "once({})",
    "${q1} = ${last-saved#q1}",
    "# = 1",
    "1 = 1 = 1",
    "{} and",
    "concat({}, 'x', 1) != ''",
    "uuid() = 'a'",
    "-{} < 0",
)
_CONSTRAINTS = (
    ". > 0",
    ". < 10 and . >= 0",
    "not(selected(., 'a') and count-selected(.) > 1)",
    "regex(., '[0-9]+')",
)
_LOOKS = (
    "likert",
    "minimal",
    "field-list",
    "label",
    "list-nolabel",
    "month-year",
    "w1 w2",
    "multiline",
    "map",
)
_PARAMETERS = (
    "randomize=true",
    "start=1 end=5 step=1",
    "start=1;end=3",
    "rows=4",
    "randomize=true seed=3",
    "x",
    "start=5 end=1",
)
_DEFAULTS = ("3", "a", "today()", "2020-01-01", "a b", "random()", "-1", "'x'", "${q1}")
_CHOICES = ("a", "b", "c", "1", "2", "none", "other", "yes/no", "B", "ü", "1.5", "a.b", "lang", "x-y")
_LABELS = ("Yes", "نعم", "Так", "x" * 40, "<b>bold</b>", "a\nb", "**stars**", "-")
_SETTINGS = (
    "form_title",
    "form_id",
    "version",
    "default_language",
    "style",
    "instance_name",
    "allow_choice_duplicates",
)

cells = st.sampled_from


@st.composite
def _texts(draw: st.DrawFn, languages: list[str]) -> list[str]:
    """The same words in most languages."""
    return [draw(_rarely(cells(_LABELS), ("", "Ask ${q1}?"), 20)) for _ in languages]


def _rarely(usual: st.SearchStrategy[str], odd: tuple[str, ...], of: int) -> st.SearchStrategy[str]:
    """Once in so many times something odd."""
    return st.integers(1, of).flatmap(lambda drawn: cells(odd) if drawn == of // 2 + 1 else usual)


def _logic(earlier: list[str]) -> st.SearchStrategy[str]:
    """A rule about an answer before, if there is one."""
    named = st.just(f"${{{earlier[-1]}}}") if earlier else st.just("'a'")
    rule = _rarely(cells(_LOGIC), _ODD_LOGIC, 40)
    return _rarely(st.just(""), ("?",), 3).flatmap(
        lambda wanted: (
            st.builds(lambda text, name: text.replace("{}", name), rule, named) if wanted else st.just("")
        )
    )


@st.composite
def _row(draw: st.DrawFn, number: int, earlier: list[str], languages: list[str]) -> list[str]:
    kind = draw(_rarely(cells(_TYPES), _ODD_TYPES, 25))
    name = draw(_rarely(st.just(f"q{number}"), tuple(f"{one}{number}" for one in _NAMES), 6))
    name = draw(_rarely(st.just(name), _ODD_NAMES, 60))
    calculation = "1 + 1" if kind == "calculate" else ""
    row = [
        kind,
        name,
        draw(_logic(earlier)),
        draw(_rarely(st.just(""), _CONSTRAINTS, 4)),
        draw(_rarely(st.just(""), _LOOKS, 4)),
        "start=1 end=5 step=1" if kind == "range" else "",
        draw(_rarely(st.just(""), _DEFAULTS, 6)),
        calculation,
        draw(cells(("", "", "yes", "no", "TRUE", "true()"))),
        "",
        *draw(_texts(languages)),
    ]
    if draw(st.integers(0, 60)) == 31:
        row[5] = draw(cells(_PARAMETERS))
    earlier.append(name)
    return row


_HEADER = (
    "type name relevant constraint appearance parameters default calculation required repeat_count".split()
)


@st.composite
def _survey(draw: st.DrawFn, languages: list[str]) -> Rows:
    rows: Rows = []
    opened: list[str] = []
    earlier: list[str] = []
    for number in range(1, draw(st.integers(1, 9)) + 1):
        act = draw(st.integers(0, 11))
        if act == 0 and len(opened) < 3:
            kind = draw(cells(("group", "group", "repeat")))
            opened.append(kind)
            count = (
                draw(cells(("", "", "2", f"${{{earlier[-1] if earlier else 'q1'}}}")))
                if kind == "repeat"
                else ""
            )
            looks = draw(cells(("", "field-list", "table-list")))
            rows.append(
                [f"begin_{kind}", f"g{number}", draw(_logic(earlier)), "", looks, "", "", "", "", count]
            )
            rows[-1] += draw(_texts(languages))
        elif act == 1 and opened:
            rows.append([f"end {opened.pop()}", *[""] * 9])
        rows.append(draw(_row(number, earlier, languages)))
    rows += [[f"end_{kind}"] for kind in reversed(opened)]
    if draw(st.integers(0, 30)) == 17:
        rows.append([draw(cells(("end_group", "begin_group", "end_repeat", "", "what")))])
    return rows


@st.composite
def _choices(draw: st.DrawFn, languages: list[str]) -> Rows:
    rows: Rows = []
    for name in ("l1", "l2", "_l3"):
        codes = draw(st.lists(cells(_CHOICES), min_size=1, max_size=5, unique=bool(draw(st.integers(0, 40)))))
        rows += [[name, code, draw(cells(("", "green"))), *draw(_texts(languages))] for code in codes]
    if draw(st.integers(0, 30)) == 17:
        rows.append(draw(cells((["l1", ""], ["", "a"], ["l9", "with space"]))))
    return rows


@st.composite
def sheets(draw: st.DrawFn) -> dict[str, Rows]:
    """The sheets of a form: mostly sound, now and then not."""
    languages = draw(
        st.lists(_rarely(cells(_LANGUAGES), ("", ":French", "::Klingon"), 8), min_size=1, max_size=3)
    )
    languages = list(dict.fromkeys(languages))
    labels = [f"label{language}" for language in languages]
    found = {"survey": [[*_HEADER, *labels], *draw(_survey(languages))]}
    if draw(st.integers(0, 19)):
        header = [draw(cells(("list_name", "list name"))), "name", "colour", *labels]
        found["choices"] = [header, *draw(_choices(languages))]
    if draw(st.booleans()):
        names = draw(st.lists(cells(_SETTINGS), min_size=1, max_size=4, unique=True))
        values = {"default_language": draw(cells(("", "uk", "English (en)", "Persian (fa)", "Klingon")))}
        found["settings"] = [names, [values.get(name, f"my {name}"[:8]) for name in names]]
    width = max(len(row) for rows in found.values() for row in rows)
    return {name: [row + [""] * (width - len(row)) for row in rows] for name, rows in found.items()}


def bytes_of(drawn: dict[str, Rows]) -> bytes:
    """The sheets as an .xlsx file."""
    return workbook(drawn, PLAIN)
