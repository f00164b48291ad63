pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The names of all languages in small letters, those of the greeting in the one accent.
Item {
    id: endonyms

    property var names: []
    property string current: ""
    property real room: 0

    readonly property real scale_: Math.min(1, endonyms.room / Math.max(1, flow.height))

    height: flow.height * endonyms.scale_

    Flow {
        id: flow

        scale: endonyms.scale_
        spacing: 3.2 * Theme.millimetre
        transformOrigin: Item.Top
        width: endonyms.width

        Repeater {
            model: endonyms.names

            Words {
                required property var modelData

                capitals: Theme.staff
                color: modelData.language === endonyms.current ? Theme.azulejo : Theme.inkSoft
                height: 8 * Theme.millimetre
                language: String(modelData.language)
                room: height
                text: String(modelData.text)
                verticalAlignment: Text.AlignVCenter
                width: Typesetter.wide(text, language, capitals, Theme.millimetre, false)
            }
        }
    }
}
