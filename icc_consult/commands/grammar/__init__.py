"""What can be called, and with which arguments. Nothing here imports what the commands need to run."""
