"""The facilitator's screens."""
