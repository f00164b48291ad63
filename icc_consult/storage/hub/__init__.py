"""A city's hub: one schema through SQLAlchemy, on PostgreSQL for many desks and in a file for one."""
