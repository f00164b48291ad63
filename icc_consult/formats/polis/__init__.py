"""The export directories of Polis, both ways."""
