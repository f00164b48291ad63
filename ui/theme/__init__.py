"""Colours, sizes, type and motion: the one place where they are written."""
