"""The resident's journey."""
