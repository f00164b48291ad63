"""The voting rules: pure functions over arrays."""
