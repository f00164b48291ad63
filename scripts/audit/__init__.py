"""What is looked at longer, and less often, than `make test` can."""
