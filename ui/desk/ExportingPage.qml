import QtQuick
import ui.components
import ui.theme

// Where the files go, and that they are confidential.
DeskPage {
    id: page

    required property ExportingViewModel viewModel

    objectName: "ExportingPage"
    title: qsTr("Export as CSV")

    actions: [
        ActionButton {
            label: qsTr("Write the files")
            objectName: "export"
            primary: !page.viewModel.isDone

            onClicked: page.viewModel.export()
        },
        ActionButton {
            label: qsTr("Back to the results")
            objectName: "back"
            primary: page.viewModel.isDone

            onClicked: page.viewModel.back()
        }
    ]

    Card {
        width: parent.width

        Notice {
            icon: Icons.lock
            text: page.viewModel.warning
            width: parent.width
        }

        TypedField {
            focus: true
            hint: qsTr("The folder is made if it is not there.")
            isPlain: true
            label: qsTr("Folder")
            name: "out"
            text: page.viewModel.out
            width: parent.width

            onAccepted: page.viewModel.export()
            onEdited: text => page.viewModel.write(text)
        }

        ActionButton {
            anchors.left: parent.left
            label: qsTr("Choose a folder …")
            objectName: "browse"

            onClicked: page.viewModel.browse()
        }

        Words {
            strong: true
            text: qsTr("Columns are set apart by")
            width: parent.width
        }

        Flow {
            id: ways

            readonly property real half: page.isWide ? (ways.width - ways.spacing) / 2 : ways.width

            spacing: Theme.grid
            width: parent.width

            PickTile {
                chosen: !page.viewModel.usesSemicolon
                label: qsTr("a comma (for statistics programs)")
                objectName: "separator-comma"
                width: ways.half

                onClicked: page.viewModel.separateBy(",")
            }

            PickTile {
                chosen: page.viewModel.usesSemicolon
                label: qsTr("a semicolon (for European spreadsheets)")
                objectName: "separator-semicolon"
                width: ways.half

                onClicked: page.viewModel.separateBy(";")
            }
        }
    }
}
