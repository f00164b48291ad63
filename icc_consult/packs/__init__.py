"""The native format: one JSON document with its media, as a zip or a directory."""
