"""The persons: list, record and passport zone."""
