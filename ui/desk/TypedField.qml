import QtQuick
import QtQuick.Templates as T
import ui.components
import ui.theme

// A place to type, with its name above it and a hint between, and a way to the keyboard on the screen beside it.
FocusScope {
    id: field

    required property string label
    property string hint: ""
    property string text: ""
    property string name: ""
    property string touched: field.name
    property bool isSecret: false
    property bool hasDigits: false
    property bool isPlain: false

    readonly property real tall: 16 * Theme.millimetre

    signal edited(text: string)
    signal accepted

    height: column.height

    Column {
        id: column
        spacing: Theme.millimetre
        width: field.width

        Words {
            Accessible.ignored: true
            strong: true
            text: field.label
            width: field.width
        }

        Words {
            Accessible.ignored: true
            capitals: Theme.help * 0.85
            color: Theme.inkSoft
            text: field.hint
            visible: field.hint !== ""
            width: field.width
        }

        T.TextField {
            id: input

            Accessible.description: field.hint
            anchors.left: parent.left
            Accessible.name: field.label
            color: Theme.ink
            echoMode: field.isSecret ? TextInput.Password : TextInput.Normal
            focus: true
            font: Typesetter.fitted("", field.isPlain ? "en" : Theme.language, Theme.help, Theme.millimetre, false, 0, 0)
            height: field.tall
            inputMethodHints: field.hasDigits ? Qt.ImhDigitsOnly : field.isPlain ? Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText : Qt.ImhNone
            leftPadding: 3 * Theme.millimetre
            maximumLength: field.hasDigits ? 12 : 400
            objectName: field.name
            rightPadding: leftPadding
            selectByMouse: true
            selectedTextColor: Theme.azulejoInk
            selectionColor: Theme.azulejo
            text: field.text
            validator: field.hasDigits ? digits : null
            verticalAlignment: TextInput.AlignVCenter
            width: Math.min(field.width - field.tall - Theme.millimetre, field.hasDigits ? 90 * Theme.millimetre : field.width)

            background: Rectangle {
                border.color: input.activeFocus ? Theme.azulejo : Theme.grout
                border.width: input.activeFocus ? Theme.hairline * 3 : Theme.hairline
                color: Theme.tile
                radius: Theme.radius / 2
            }

            onAccepted: field.accepted()
            onTextEdited: field.edited(input.text)
        }
    }

    Tile {
        Accessible.description: field.label
        anchors.bottom: column.bottom
        anchors.left: parent.left
        anchors.leftMargin: input.width + Theme.millimetre
        activeFocusOnTab: false
        focusPolicy: Qt.NoFocus
        height: field.tall
        label: qsTr("Keyboard on the screen")
        objectName: `touch-${field.name}`
        padding: 2 * Theme.millimetre
        width: field.tall

        contentItem: Icon {
            colour: Theme.azulejo
            path: Icons.keyboard
        }

        onClicked: {
            input.forceActiveFocus();
            Touch.asked(field.touched);
        }
    }

    RegularExpressionValidator {
        id: digits

        regularExpression: /[0-9]*/
    }
}
