pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// How far every language has come, and what is missing.
DeskPage {
    id: page

    required property LanguagesViewModel viewModel

    readonly property real small: Theme.help * 0.85
    readonly property real nameWidth: table.width * 0.26
    readonly property real stateWidth: table.width * 0.14

    lead: page.viewModel.lead
    objectName: "LanguagesPage"
    title: qsTr("Languages")

    actions: ActionButton {
        focus: true
        label: qsTr("Try the kiosk")
        objectName: "rehearse"
        primary: true

        onClicked: page.viewModel.rehearse()
    }

    Card {
        width: parent.width

        Column {
            id: table

            width: parent.width

            Row {

                Repeater {
                    model: [qsTr("Language"), qsTr("Questions"), qsTr("Buttons"), qsTr("What is missing")]

                    Words {
                        required property string modelData
                        required property int index

                        capitals: page.small
                        color: Theme.inkSoft
                        text: modelData
                        width: index === 0 ? page.nameWidth : index === 3 ? table.width - page.nameWidth - 2 * page.stateWidth : page.stateWidth
                    }
                }
            }

            Repeater {
                model: page.viewModel.rows

                Item {
                    id: row

                    required property var modelData

                    height: Math.max(endonym.tall + english.tall, lacks.tall, texts.tall, buttons.tall) + 4 * Theme.millimetre
                    width: table.width

                    Rectangle {
                        color: Theme.grout
                        height: Theme.hairline
                        opacity: 0.6
                        width: parent.width
                    }

                    Item {
                        id: name

                        anchors.left: parent.left
                        anchors.verticalCenter: parent.verticalCenter
                        height: endonym.tall + english.tall
                        width: page.nameWidth - 3 * Theme.millimetre

                        Words {
                            id: endonym

                            horizontalAlignment: Text.AlignLeft
                            language: String(row.modelData.tag)
                            strong: true
                            text: String(row.modelData.endonym)
                            width: parent.width
                        }

                        Words {
                            id: english

                            anchors.top: endonym.bottom
                            capitals: page.small
                            color: Theme.inkSoft
                            horizontalAlignment: Text.AlignLeft
                            language: "en"
                            text: String(row.modelData.english)
                            width: parent.width
                        }
                    }

                    Words {
                        id: texts

                        anchors.left: parent.left
                        anchors.leftMargin: page.nameWidth
                        anchors.verticalCenter: parent.verticalCenter
                        text: String(row.modelData.texts)
                        width: page.stateWidth - 2 * Theme.millimetre
                    }

                    Words {
                        id: buttons

                        anchors.left: parent.left
                        anchors.leftMargin: page.nameWidth + page.stateWidth
                        anchors.verticalCenter: parent.verticalCenter
                        text: String(row.modelData.buttons)
                        width: page.stateWidth - 2 * Theme.millimetre
                    }

                    Words {
                        id: lacks

                        anchors.left: parent.left
                        anchors.leftMargin: page.nameWidth + 2 * page.stateWidth
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        capitals: page.small
                        text: String(row.modelData.lacks)
                    }
                }
            }
        }
    }
}
