"""Pure rules and values: no Qt, no SQLAlchemy, no files, no clock."""
