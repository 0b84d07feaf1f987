"""Handing cases over to a colleague."""
