"""The acts of the desk without a screen: one module a command."""
