"""What anybody can check: the formats of proofs and bundles, and a verifier.

The standard library and PyNaCl only; nothing else of this program is imported here, so that a checker need
not trust the rest.
"""
