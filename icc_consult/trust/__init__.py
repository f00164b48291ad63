"""Keys, sealing, PINs and passphrases; libraries do the cryptography."""
