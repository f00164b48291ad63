"""Files and rules that nobody would write, thousands a minute: each is understood, or refused by name."""
