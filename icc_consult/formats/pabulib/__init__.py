"""Participatory budgets in the format of Pabulib, .pb, both ways."""
