"""Statements to agree or disagree with: shares, opinion groups and common ground, as Polis defines them."""
