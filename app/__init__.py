"""Kasebook: the desktop casebook of an immigration firm."""

__version__ = "0.1.0"
