"""SQLAlchemy over SQLite; nobody else knows SQL."""
