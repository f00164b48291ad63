"""The forms that tests read: drawn as text, written as the files that spreadsheet programs leave."""
