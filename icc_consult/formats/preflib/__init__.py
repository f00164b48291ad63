"""Preferences in the formats of PrefLib, both ways."""
