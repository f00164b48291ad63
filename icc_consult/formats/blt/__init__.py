"""Ranked elections in the BLT format, both ways."""
