"""Killing the program with -9 at random moments, for as long as one likes, and counting what was lost."""
