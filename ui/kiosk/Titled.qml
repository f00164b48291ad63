import QtQuick
import ui.components
import ui.theme

// The title of a page of lines, and what should be known of them.
Item {
    id: titled

    property string text: ""
    property string language: Theme.language
    property string notice: ""
    property string remark: ""
    property real capitals: Math.min(Theme.answer, 10)
    property real room: 100000

    readonly property real smallest: 0.82 / Theme.textFactor

    function tallAt(width: real, room: real): real {
        const extras = titled.extrasAt(width);
        const share = Typesetter.share(titled.text, titled.language, titled.capitals, Theme.millimetre, true, width, room - extras);
        return extras + Typesetter.tall(titled.text, titled.language, titled.capitals, Theme.millimetre, true, width, share < titled.smallest ? 100000 : room - extras);
    }

    function extrasAt(width: real): real {
        const notice = noticeBar.tallAt(width);
        const remark = Typesetter.tall(titled.remark, Theme.language, Theme.help, Theme.millimetre, false, width, 100000);
        return (notice > 0 ? notice + column.spacing : 0) + (remark > 0 ? remark + column.spacing : 0);
    }

    implicitHeight: column.implicitHeight

    Column {
        id: column

        spacing: Theme.grid / 2
        width: titled.width

        Words {
            Accessible.role: Accessible.Heading
            balanced: true
            capitals: titled.capitals
            language: titled.language
            objectName: "heading"
            room: Math.max(titled.room - titled.extrasAt(column.width), 1)
            strong: true
            text: titled.text
            width: column.width
        }

        Words {
            color: Theme.inkSoft
            objectName: "remark"
            text: titled.remark
            visible: titled.remark !== ""
            width: column.width
        }

        Notice {
            id: noticeBar

            text: titled.notice
            width: column.width
        }
    }
}
