pragma Singleton

import QtQuick

// What a screen reader should say beside what it finds: a new page, a new remark, what a press has changed.
QtObject {
    id: hearing

    signal told(string words)

    function tell(item: Item, words: string) {
        if (words !== "" && item.visible) {
            item.Accessible.announce(words);
            hearing.told(words);
        }
    }
}
