"""Tiles, buttons and pages that every screen is made of."""
