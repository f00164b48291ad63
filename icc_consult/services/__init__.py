"""What people do, one verb each."""
