"""The start window: two doors."""
