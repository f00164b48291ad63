pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Which bundles were brought?
DeskPage {
    id: page

    required property TakeInViewModel viewModel

    lead: qsTr("What several kiosks of this consultation collected comes together on this computer. Bundles may come late, twice, in any order.")
    objectName: "TakeInPage"
    title: qsTr("Take in bundles")

    actions: [
        ActionButton {
            label: qsTr("Look inside")
            objectName: "lookInside"
            primary: true

            onClicked: page.viewModel.look()
        },
        ActionButton {
            label: qsTr("Back")
            objectName: "back"

            onClicked: page.viewModel.back()
        }
    ]

    Card {
        id: files

        title: qsTr("Bundles")
        width: parent.width

        Words {
            text: qsTr("There is none yet. Put in a stick and look again, or choose a file that ends in .iccb.")
            visible: page.viewModel.bundles.length === 0
            width: files.inner
        }

        Repeater {
            model: page.viewModel.bundles

            Item {
                id: file

                required property var modelData

                height: Math.max(name.tall, out.height)
                width: files.inner

                Words {
                    id: name

                    anchors.left: parent.left
                    anchors.right: out.left
                    anchors.rightMargin: Theme.grid
                    anchors.verticalCenter: parent.verticalCenter
                    horizontalAlignment: Text.AlignLeft
                    text: String(file.modelData.name)
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                }

                ActionButton {
                    id: out

                    Accessible.name: `${out.label}: ${file.modelData.name}`
                    anchors.right: parent.right
                    label: qsTr("Leave out")
                    objectName: `leaveOut-${file.modelData.name}`
                    room: files.inner * 0.45
                    sign: Icons.cross

                    onClicked: page.viewModel.leaveOut(String(file.modelData.path))
                }
            }
        }

        Flow {
            spacing: Theme.grid
            width: files.inner

            ActionButton {
                label: qsTr("Choose a file …")
                objectName: "browse"

                onClicked: page.viewModel.browse()
            }

            ActionButton {
                label: qsTr("Look for sticks again")
                objectName: "look"

                onClicked: page.viewModel.again()
            }
        }
    }

    Notice {
        text: qsTr("The answers of this computer come as a bundle too: write one with Carry to the city.")
        width: parent.width
    }

    Card {
        width: parent.width

        TypedField {
            focus: true
            hint: qsTr("Bundles are locked. They open with the words that were written down at the opening.")
            isPlain: true
            isSecret: true
            label: qsTr("The six words")
            name: "passphrase"
            text: page.viewModel.passphrase
            width: parent.width

            onAccepted: page.viewModel.look()
            onEdited: text => page.viewModel.write("passphrase", text)
        }
    }
}
