"""What is told to a person about a form: one sentence that says what is so, and one that says what to do."""

from collections.abc import Mapping
from typing import NamedTuple

from icc_consult.formats.xlsform.problems import Problem, What
from icc_consult.formats.xlsform.refusals import Refusal
from icc_consult.i18n import N_


class Told(NamedTuple):
    """Two sentences with places for the details of the problem."""

    message: str
    fix: str


REFUSALS: Mapping[Refusal, Told] = {
    Refusal.NOT_FOUND: Told(N_("There is no such file."), N_("Check the name.")),
    Refusal.UNREADABLE: Told(
        N_("The file cannot be read: {detail}."), N_("Check its permissions or the stick it is on.")
    ),
    Refusal.EMPTY: Told(N_("The file is empty."), N_("Export the form again.")),
    Refusal.TOO_LARGE: Told(
        N_("The file is too large: {detail} bytes."),
        N_("Delete the empty rows and columns around the tables."),
    ),
    Refusal.TOO_COMPRESSED: Told(
        N_("The file would grow to {detail} bytes when it is unpacked, which no form does."),
        N_("Do not trust this file."),
    ),
    Refusal.TOO_COSTLY: Told(
        N_("Reading the file takes more memory or time than any form or pack does."),
        N_("Do not trust this file."),
    ),
    Refusal.TOO_MANY_FILES: Told(
        N_("The workbook holds {detail} files, which no form does."), N_("Do not trust this file.")
    ),
    Refusal.TOO_SPARSE: Told(
        N_("Something stands far away from the table on the sheet {where}."),
        N_("Delete the rows and columns around the table, then save the file again."),
    ),
    Refusal.ENTITIES: Told(
        N_("The workbook declares abbreviations, as no spreadsheet program does."),
        N_("Do not trust this file."),
    ),
    Refusal.PASSWORD: Told(
        N_("The workbook is protected by a password."), N_("Save it without a password and try again.")
    ),
    Refusal.DAMAGED: Told(
        N_("The file is damaged or was not copied to its end."), N_("Copy or export the form again.")
    ),
    Refusal.OPEN_DOCUMENT: Told(
        N_("This is an OpenDocument spreadsheet."), N_("Save it as an Excel workbook (.xlsx).")
    ),
    Refusal.BINARY_WORKBOOK: Told(
        N_("This is a binary Excel workbook (.xlsb)."), N_("Save it as an ordinary Excel workbook (.xlsx).")
    ),
    Refusal.OLD_WORKBOOK: Told(
        N_("This workbook was written by an Excel older than 1997."),
        N_("Save it as an Excel workbook (.xlsx)."),
    ),
    Refusal.WEB_PAGE: Told(
        N_("This is a web page or other markup, not a spreadsheet."),
        N_("Download the form itself; perhaps you have to sign in first."),
    ),
    Refusal.NOT_A_FORM: Told(
        N_("This is neither a spreadsheet nor a text table."), N_("Choose an .xlsx, .xls, .csv or .md file.")
    ),
    Refusal.NO_SURVEY: Told(
        N_("No sheet is called survey; the sheets are: {detail}."),
        N_("Give the sheet with the questions the name survey."),
    ),
    Refusal.NOT_A_SURVEY: Told(
        N_("This file of LimeSurvey holds no whole survey: {detail}."),
        N_("Export the survey itself, as survey structure (.lss)."),
    ),
    Refusal.SURVEY_ENTITIES: Told(
        N_("The file declares abbreviations, as LimeSurvey never does."), N_("Do not trust this file.")
    ),
}

PROBLEMS: Mapping[What, Told] = {
    What.ENCODING_GUESSED: Told(
        N_("The file does not say how its letters are written; it was read as {encoding}."),
        N_("Look at accented letters; if they are wrong, save the file as UTF-8."),
    ),
    What.SURROGATES_REPLACED: Told(
        N_("Broken characters were replaced by �."), N_("Write the text anew where � stands.")
    ),
    What.CONTROLS_REMOVED: Told(
        N_("Invisible control characters were removed."), N_("Nothing has to be done.")
    ),
    What.MACROS_LEFT_OUT: Told(
        N_("The workbook carries a program (macros); it was left out and not run."),
        N_("Nothing has to be done."),
    ),
    What.FORMULA_RESULT: Told(
        N_("The cell holds a formula; its last result was taken."),
        N_("Replace the formula by its value if the result is not right."),
    ),
    What.FORMULA_WITHOUT_RESULT: Told(
        N_("The cell holds a formula that was never worked out."),
        N_("Open the file in a spreadsheet program, save it, and try again."),
    ),
    What.ERROR_CELL: Told(
        N_("The cell holds an error of the spreadsheet program, such as #N/A."),
        N_("Write what should stand there."),
    ),
    What.MERGED_CELLS: Told(
        N_("Cells are merged from here to {last}; their text counts for the first cell only."),
        N_("Split the cells and repeat the text where it should stand too."),
    ),
    What.DATE_CELL: Told(
        N_("The spreadsheet program holds this as a date or time; it was read as {text}."),
        N_("If something else was meant, format the cell as text and type it again."),
    ),
    What.LONG_TEXT: Told(
        N_("The text has {length} characters; it was kept whole."),
        N_("Shorten it: nobody reads that much at a screen."),
    ),
    What.SHEET_KEPT: Told(
        N_("This sheet is no part of a form; it was kept as it is."), N_("Nothing has to be done.")
    ),
    What.SHEET_TWICE: Told(
        N_("This sheet and the sheet {other} have the same name, capitals aside."), N_("Rename one of them.")
    ),
    What.HEADER_READ_AS: Told(
        N_("The column {written} was read as {read}."),
        N_("Write it so if that is right, otherwise rename it."),
    ),
    What.UNKNOWN_COLUMN: Told(
        N_("The column {written} is unknown; it was kept and is not used."),
        N_("Check its spelling if it should mean something."),
    ),
    What.COLUMN_WITHOUT_HEADER: Told(
        N_("Something stands in a column without a name; it was kept and is not used."),
        N_("Give the column a name, or delete what stands there."),
    ),
    What.COLUMN_TWICE: Told(
        N_("The column {written} means the same as an earlier one; both were read as one."),
        N_("Delete one of the two."),
    ),
    What.CELLS_CONTRADICT: Told(
        N_("Two columns that mean the same say different things here: {text} and {other}."),
        N_("Delete one of the two columns."),
    ),
    What.COLUMN_MISSING: Told(N_("The sheet has no column {column}."), N_("Add it in the first row.")),
    What.LANGUAGE_READ_AS: Told(
        N_("The language {written} was read as {tag}."),
        N_("Write its code in brackets behind the name if that is wrong."),
    ),
    What.LANGUAGE_NAME_WINS: Told(
        N_("The code behind {written} is that of another language; by its name it was read as {tag}."),
        N_("Correct the code in the brackets."),
    ),
    What.LANGUAGE_UNREVIEWED: Told(
        N_("The language {written} is not known here; its code {tag} was kept."), N_("Check the code.")
    ),
    What.LANGUAGE_UNKNOWN: Told(
        N_("No language is called {written}; its texts were kept under {tag}."),
        N_("Write the language with its code, such as Arabic (ar)."),
    ),
    What.LANGUAGE_NOT_SAID: Told(
        N_("The form does not say in which language it is."),
        N_("Write the language into default_language on the sheet settings, such as English (en)."),
    ),
    What.DEFAULT_LANGUAGE_ABSENT: Told(
        N_(
            "No column is in the default language {written}; only texts without a language are taken as such."
        ),
        N_("Correct default_language on the sheet settings."),
    ),
    What.PLAIN_BESIDE_LANGUAGES: Told(
        N_("Texts without a language stand beside texts with one ({count}); they were kept apart as und."),
        N_("Put the language behind the name of the column, such as label::English (en)."),
    ),
    What.MISSING_TRANSLATION: Told(
        N_("In {language}, {count} texts of the column {column} are missing; the first is here."),
        N_("Translate them, or leave them to be translated at the desk."),
    ),
    What.NO_QUESTIONS: Told(
        N_("The sheet has no questions."), N_("Write one question a row below the names.")
    ),
    What.NO_TYPE: Told(N_("This row has no type."), N_("Write one, such as text or note.")),
    What.ROW_LEFT_OUT: Told(
        N_("This row asks nothing or is switched off, and was left out: {text}"),
        N_("Nothing has to be done."),
    ),
    What.UNKNOWN_TYPE: Told(
        N_("{type} is no type of question."),
        N_("Use one such as select_one, select_multiple, text, integer or note."),
    ),
    What.TYPE_READ_AS: Told(
        N_("The type {written} was read as {read}."),
        N_("Write it so if that is right, otherwise correct it."),
    ),
    What.TYPE_REFUSED: Told(
        N_("{type} works in one survey tool only and cannot be taken over."),
        N_("Ask it as ordinary questions, such as one select_one for each row."),
    ),
    What.NO_NAME: Told(N_("This question has no name."), N_("Give it a short one, in Latin letters.")),
    What.NAME_GIVEN: Told(N_("This row has no name; it was called {name}."), N_("Give it one of your own.")),
    What.BAD_NAME: Told(
        N_("{name} cannot be a name."), N_("Begin with a letter, then use letters, digits and _ alone.")
    ),
    What.DUPLICATE_NAME: Told(
        N_("The name {name} is taken by row {row}."), N_("Give one of the two another name.")
    ),
    What.NAMES_DIFFER_BY_CASE: Told(
        N_("The name {name} differs from {other} in row {row} by capitals alone."),
        N_("Give one of the two another name; many programs take them for one."),
    ),
    What.NO_LABEL: Told(N_("{name} has no text in any language."), N_("Write one under label.")),
    What.NO_LIST_NAME: Told(
        N_("{text} does not name one list of choices."),
        N_("Write one name behind the type, such as select_one yes_no."),
    ),
    What.UNKNOWN_LIST: Told(
        N_("There are no choices for the list {list}."),
        N_("Write them on the sheet choices, or correct the name."),
    ),
    What.OTHER_IN_ENGLISH: Told(
        N_("or_other adds the choice Other in English, in every language."),
        N_("Write the choice on the sheet choices, and a text question behind this one."),
    ),
    What.OTHER_WITH_FILTER: Told(
        N_("or_other and a choice_filter do not go together."),
        N_("Write the choice Other on the sheet choices."),
    ),
    What.NO_CALCULATION: Told(
        N_("{name} is to be worked out, and nothing says how."), N_("Write it under calculation.")
    ),
    What.BAD_PARAMETERS: Told(
        N_("The parameters cannot be read: {text}"), N_("Write them as name=value with spaces between.")
    ),
    What.NEVER_ENDS: Told(
        N_("{name} begins here and never ends."),
        N_("Add a row end_group or end_repeat behind its last question."),
    ),
    What.NEVER_BEGAN: Told(
        N_("{type} ends something that never began."), N_("Delete this row, or add the row that begins it.")
    ),
    What.WRONG_END: Told(
        N_("This ends {name} from row {row}, which is a {type}."),
        N_("Let groups and repeats end in the order they began."),
    ),
    What.TOO_DEEP: Told(N_("More than {deepest} groups lie inside each other."), N_("Take groups apart.")),
    What.CHOICE_WITHOUT_LIST: Told(
        N_("This choice belongs to no list."), N_("Write the name of the list under list_name.")
    ),
    What.CHOICE_WITHOUT_NAME: Told(N_("This choice has no name."), N_("Give it a short one under name.")),
    What.CHOICE_WITHOUT_LABEL: Told(
        N_("The choice {name} has no text in any language."), N_("Write one under label.")
    ),
    What.DUPLICATE_CHOICE: Told(
        N_("The choice {name} stands in row {row} already."),
        N_("Rename it, or allow it by allow_choice_duplicates on the sheet settings."),
    ),
    What.CHOICES_DIFFER_BY_CASE: Told(
        N_("The choices {name} and {other} differ by capitals alone."), N_("Rename one of the two.")
    ),
    What.CHOICE_WITH_SPACE: Told(
        N_("The choice {name} has a space in its name, where several choices may be marked."),
        N_("Write _ instead of the space."),
    ),
    What.BIDI_REMOVED: Told(
        N_("Invisible marks of writing direction were removed here; this is left: {text}"),
        N_("Nothing has to be done."),
    ),
    What.REFERENCE_REPAIRED: Told(
        N_("A reference to another question was turned round; it was put right: {text}"),
        N_("Check that it names the right question."),
    ),
    What.SIGNS_STRAIGHTENED: Told(
        N_("Typographic quotation marks or signs were replaced by plain ones: {text}"),
        N_("Nothing has to be done."),
    ),
    What.NOT_AN_EXPRESSION: Told(
        N_("The expression cannot be read from character {position} on: {expression}"),
        N_("Correct it there."),
    ),
    What.EXPRESSION_TOO_LONG: Told(
        N_("The expression has {length} characters; {longest} are the most."),
        N_("Work parts of it out before."),
    ),
    What.EXPRESSION_TOO_DEEP: Told(
        N_("More than {deepest} brackets lie inside each other."), N_("Work parts of it out before.")
    ),
    What.UNKNOWN_FUNCTION: Told(N_("There is no function {function}()."), N_("Check its spelling.")),
    What.WRONG_ARGUMENT_COUNT: Told(
        N_("The function {function}() is given {given} values, which is too few or too many."),
        N_("Look at commas and brackets."),
    ),
    What.UNKNOWN_REFERENCE: Told(N_("There is no question {name}."), N_("Check its spelling, capitals too.")),
    What.UNKNOWN_TABLE: Told(N_("There is no list {table}."), N_("Check its spelling, capitals too.")),
    What.NOT_A_REFERENCE: Told(
        N_("The name of a question has to stand in {function}."), N_("Write it as ${{name}}.")
    ),
    What.EARLIER_ANSWERS_WANTED: Told(
        N_("This asks for what the person before answered to {name}; nobody gets that here."),
        N_("Take it out."),
    ),
    What.PATTERN_REFUSED: Told(
        N_("The pattern {pattern} cannot be used: {reason}."),
        N_("Write it more plainly, without looking around."),
    ),
    What.PATTERN_NOT_CONSTANT: Told(
        N_("The pattern of regex() depends on an answer."), N_("Write the pattern itself.")
    ),
    What.CIRCULAR_REFERENCE: Told(
        N_("Questions wait for each other: {path}."), N_("Take one of these references out.")
    ),
    What.FILE_WANTED: Told(
        N_("The form reads the file {file}, which is not part of it."), N_("Keep that file beside the form.")
    ),
    What.SETTINGS_TWICE: Told(
        N_("The settings have more than one row; only the first counts."), N_("Delete the others.")
    ),
}


def told(problem: Problem) -> Told:
    """The sentences of a problem, its details not yet put in."""
    return PROBLEMS[What(problem.what)]
