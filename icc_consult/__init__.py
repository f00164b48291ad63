"""What the product knows and does. No Qt anywhere."""
