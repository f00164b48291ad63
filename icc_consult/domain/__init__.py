"""The words of the product: consultations, surveys, ballots, answers. Standard library only."""
