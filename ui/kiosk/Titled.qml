pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// What heads a page: a title that shrinks a little before it stands alone, a remark, and what should be known.
Item {
    id: titled

    property string text: ""
    property string language: Theme.language
    property string above: ""
    property string aboveLanguage: Theme.language
    property string hint: ""
    property string hintLanguage: Theme.language
    property string remark: ""
    property string remarkLanguage: Theme.language
    property bool isUrgent: false
    property string notice: ""
    property string noticeLanguage: Theme.language
    property real capitals: Math.min(Theme.answer, 10)
    property real room: 100000

    readonly property real remarkCapitals: Math.min(Theme.help, (Theme.isTiny ? 5 : 7.5) * Theme.nearness)
    readonly property real aboveCapitals: Math.min(Theme.help, 5 * Theme.nearness)
    readonly property real noticeCapitals: Math.min(Theme.help, Theme.isTiny ? 3.4 : 6.5)
    readonly property real remarkShare: 0.5
    readonly property real smallest: 0.82 / Theme.textFactor

    function tallAt(width: real, room: real): real {
        const extras = titled.extrasAt(width, room);
        const left = Math.max(1, room - extras);
        const share = Typesetter.share(titled.text, titled.language, titled.capitals, Theme.millimetre, true, width, left);
        return extras + Rulers.words(titled.text, titled.language, titled.capitals, true, width, share < titled.smallest ? 100000 : left);
    }

    // How high it is in the letters of the first text size.
    function leastAt(width: real): real {
        return titled.extrasAt(width, 100000) + Rulers.words(titled.text, titled.language, titled.capitals / Theme.textFactor, true, width, 100000);
    }

    function lineAt(text: string, language: string, capitals: real, width: real): real {
        return text === "" ? 0 : Rulers.words(text, language, capitals, false, width, 100000) + column.spacing;
    }

    function extrasAt(width: real, room: real): real {
        const lines = titled.lineAt(titled.above, titled.aboveLanguage, titled.aboveCapitals, width) + titled.lineAt(titled.hint, titled.hintLanguage, titled.remarkCapitals, width);
        const remark = Rulers.words(titled.remark, titled.remarkLanguage, titled.remarkCapitals, titled.isUrgent, width, titled.remarkShare * room);
        const notice = Rulers.notice(titled.notice, titled.noticeLanguage, titled.noticeCapitals, width);
        return lines + (notice > 0 ? notice + column.spacing : 0) + (remark > 0 ? remark + column.spacing : 0);
    }

    function tellRemark() {
        Hearing.tell(titled, titled.remark);
    }

    implicitHeight: titled.tallAt(titled.width, titled.room)

    onRemarkChanged: Qt.callLater(titled.tellRemark)

    Column {
        id: column

        spacing: Theme.grid / 2
        width: titled.width

        Words {
            capitals: titled.aboveCapitals
            color: Theme.inkSoft
            language: titled.aboveLanguage
            objectName: "above"
            text: titled.above
            visible: titled.above !== ""
            width: column.width
        }

        Words {
            Accessible.role: Accessible.Heading
            balanced: true
            capitals: titled.capitals
            language: titled.language
            objectName: "heading"
            room: Math.max(titled.room - titled.extrasAt(column.width, titled.room), 1)
            strong: true
            text: titled.text
            width: column.width
        }

        Words {
            capitals: titled.remarkCapitals
            color: Theme.inkSoft
            language: titled.hintLanguage
            objectName: "hint"
            text: titled.hint
            visible: titled.hint !== ""
            width: column.width
        }

        Words {
            capitals: titled.remarkCapitals
            color: titled.isUrgent ? Theme.clay : Theme.inkSoft
            language: titled.remarkLanguage
            objectName: "instruction"
            room: titled.remarkShare * titled.room
            strong: titled.isUrgent
            text: titled.remark
            visible: titled.remark !== ""
            width: column.width
        }

        Loader {
            active: titled.notice !== ""
            visible: active

            sourceComponent: Notice {
                language: titled.noticeLanguage
                text: titled.notice
                width: column.width
            }
        }
    }
}
