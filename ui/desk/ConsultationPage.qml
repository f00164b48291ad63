import QtQuick
import ui.theme

// The consultation in facts.
DeskPage {
    id: page

    required property ConsultationViewModel viewModel

    lead: page.viewModel.lead
    objectName: "ConsultationPage"
    title: String(page.viewModel.title.text)
    titleLanguage: String(page.viewModel.title.language)

    actions: ActionButton {
        focus: true
        label: qsTr("Try the kiosk")
        objectName: "rehearse"
        primary: true

        onClicked: page.viewModel.rehearse()
    }

    Flow {
        spacing: Theme.grid
        width: parent.width

        Card {
            title: qsTr("What it asks")
            width: page.half

            FactTable {
                labelWidth: width * 0.52
                rows: page.viewModel.parts
                width: parent.width
            }
        }

        Card {
            title: qsTr("What residents are told")
            width: page.half

            FactTable {
                rows: page.viewModel.facts
                width: parent.width
            }
        }
    }

    PlainnessCard {
        lines: page.viewModel.plainness
        width: parent.width
    }
}
